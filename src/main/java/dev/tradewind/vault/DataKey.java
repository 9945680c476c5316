package dev.tradewind.vault;

import java.nio.charset.StandardCharsets;

/**
 * The random key everything in a vault hangs on, and the keys for each purpose that HKDF makes of it with the vault's
 * id as its salt.
 */
final class DataKey implements AutoCloseable {

    private final Secret key;
    private final Secret secrets;
    private final Secret head;
    private final Secret file;
    private final Secret backup;

    /** @param key taken over: closing this closes it */
    DataKey(Secret key, byte[] vaultId) {
        this.key = key;
        secrets = derived(vaultId, "tradewind vault secrets");
        head = derived(vaultId, "tradewind vault head");
        file = derived(vaultId, "tradewind vault file");
        backup = derived(vaultId, "tradewind vault backup key");
    }

    private Secret derived(byte[] vaultId, String purpose) {
        return key.lend(bytes -> Secret.of(
                Hmac.hkdf(vaultId, bytes, purpose.getBytes(StandardCharsets.US_ASCII), Argon2.KEY_BYTES)));
    }

    Secret key() {
        return key;
    }

    /** {@return what secrets are encrypted with} */
    Secret secrets() {
        return secrets;
    }

    /** {@return the code of a head's bytes} */
    byte[] headCode(byte[] bytes, int length) {
        return head.lend(code -> Hmac.of(code, bytes, length));
    }

    /** {@return the code of a whole file's bytes} */
    byte[] fileCode(byte[] bytes, int length) {
        return file.lend(code -> Hmac.of(code, bytes, length));
    }

    /** {@return what the private half of the backup key is encrypted with} */
    Secret backup() {
        return backup;
    }

    @Override
    public void close() {
        key.close();
        secrets.close();
        head.close();
        file.close();
        backup.close();
    }

    @Override
    public String toString() {
        return "DataKey[redacted]";
    }
}
