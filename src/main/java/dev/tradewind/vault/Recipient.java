package dev.tradewind.vault;

/**
 * Whom a stream is sealed for: whoever can open a vault. Nothing in it is secret. A passphrase changed later opens what
 * was sealed later; what was sealed before opens with the passphrase of then.
 */
public final class Recipient {

    private final VaultHead head;
    private final byte[] headBytes;

    Recipient(VaultHead head, byte[] headBytes) {
        this.head = head;
        this.headBytes = headBytes;
    }

    byte[] publicKey() {
        return head.backupPublic();
    }

    byte[] headBytes() {
        return headBytes;
    }
}
