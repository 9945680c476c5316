package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of a vault that says how it is opened. A copy of it stands at the beginning of every stream sealed for the
 * vault. The arrays are never changed.
 *
 * @param id            16 random bytes that name the vault
 * @param cost          of deriving the key
 * @param salt          of deriving the key, 16 bytes
 * @param keyFile       whether a key file is needed
 * @param hint          of the passphrase, empty for none
 * @param generation    counts writes, from 1
 * @param wrapped       the data key under the passphrase's
 * @param recovery      what a recovery code opens it with
 * @param backupPublic  what streams are sealed for
 * @param backupWrapped its private half under a key made of the data key
 */
record VaultHead(
        byte[] id,
        KdfCost cost,
        byte[] salt,
        boolean keyFile,
        String hint,
        long generation,
        byte[] wrapped,
        Optional<RecoveryWrap> recovery,
        byte[] backupPublic,
        byte[] backupWrapped) {

    static final long MAGIC = 0x54574B4559530D0AL; // TWKEYS\r\n
    static final int VERSION = 1;
    static final int MOST_BYTES = 4_096;
    static final int MOST_HINT_BYTES = 400;
    static final int ID_BYTES = 16;
    static final int SALT_BYTES = 16;

    private static final int KEY_FILE = 1;
    private static final int RECOVERY = 2;
    private static final int WRAPPED_BYTES = Argon2.KEY_BYTES + Gcm.EXTRA_BYTES;
    private static final int BOX_BYTES = Argon2.KEY_BYTES + Box.EXTRA_BYTES;
    private static final int SUMS_BYTES = 2 * Hmac.BYTES;
    private static final int LEAST_BYTES = 8 + 4 + 4 + ID_BYTES + 12 + SALT_BYTES + 1 + 8
            + WRAPPED_BYTES + Box.KEY_BYTES + WRAPPED_BYTES + 2 + SUMS_BYTES;

    /** The public half of the pair a recovery code makes, and the data key sealed for it. */
    record RecoveryWrap(byte[] publicKey, byte[] sealed) {}

    /** {@return the same head with another passphrase's wrap} */
    VaultHead with(KdfCost newCost, byte[] newSalt, boolean newKeyFile, String newHint, byte[] newWrapped) {
        return new VaultHead(
                id, newCost, newSalt, newKeyFile, newHint, generation, newWrapped, recovery, backupPublic,
                backupWrapped);
    }

    VaultHead with(Optional<RecoveryWrap> newRecovery) {
        return new VaultHead(
                id, cost, salt, keyFile, hint, generation, wrapped, newRecovery, backupPublic, backupWrapped);
    }

    VaultHead withBackup(byte[] newPublic, byte[] newWrapped) {
        return new VaultHead(id, cost, salt, keyFile, hint, generation, wrapped, recovery, newPublic, newWrapped);
    }

    VaultHead at(long newGeneration) {
        return new VaultHead(
                id, cost, salt, keyFile, hint, newGeneration, wrapped, recovery, backupPublic, backupWrapped);
    }

    /** {@return what the passphrase's wrap is bound to} */
    static byte[] binding(byte[] id, KdfCost cost, byte[] salt, boolean keyFile) {
        return ByteBuffer.allocate(8 + 4 + ID_BYTES + 12 + SALT_BYTES + 1)
                .putLong(MAGIC).putInt(VERSION).put(id)
                .putInt(cost.memoryKib()).putInt(cost.passes()).putInt(cost.lanes())
                .put(salt).put((byte) (keyFile ? 1 : 0))
                .array();
    }

    byte[] encode(DataKey key) {
        byte[] hintBytes = hint.getBytes(StandardCharsets.UTF_8);
        int size = LEAST_BYTES + hintBytes.length + (recovery.isPresent() ? Box.KEY_BYTES + BOX_BYTES : 0);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putLong(MAGIC).putInt(VERSION).putInt(size).put(id);
        out.putInt(cost.memoryKib()).putInt(cost.passes()).putInt(cost.lanes()).put(salt);
        out.put((byte) ((keyFile ? KEY_FILE : 0) | (recovery.isPresent() ? RECOVERY : 0)));
        out.putLong(generation).put(wrapped).put(backupPublic).put(backupWrapped);
        recovery.ifPresent(wrap -> out.put(wrap.publicKey()).put(wrap.sealed()));
        out.putShort((short) hintBytes.length).put(hintBytes);
        out.put(key.headCode(out.array(), out.position()));
        out.put(Hmac.digest(out.array(), out.position()));
        return out.array();
    }

    /** {@return how long the head is that these bytes, 16 at least, begin with} */
    static int length(byte[] bytes, String what) throws VaultDamagedException, UnknownVaultVersionException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 16 || in.getLong() != MAGIC) {
            throw Damage.of(what, "it does not begin like one");
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new UnknownVaultVersionException(what, version, VERSION);
        }
        int length = in.getInt();
        if (length < LEAST_BYTES || length > MOST_BYTES) {
            throw Damage.of(what, "its head cannot be " + length + " bytes long");
        }
        return length;
    }

    /** Reads a head, whose checksum shows what a disk did to it; only {@link #isGenuine} shows what a person did. */
    static VaultHead decode(byte[] bytes, String what) throws VaultDamagedException, UnknownVaultVersionException {
        int length = length(bytes, what);
        if (bytes.length < length) {
            throw Damage.of(what, "it ends within its head");
        }
        byte[] sum = Arrays.copyOfRange(bytes, length - Hmac.BYTES, length);
        if (!MessageDigest.isEqual(sum, Hmac.digest(bytes, length - Hmac.BYTES))) {
            throw Damage.of(what, "the checksum of its head is wrong");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 16, length - 16 - SUMS_BYTES);
        byte[] id = take(in, ID_BYTES);
        int memory = in.getInt();
        int passes = in.getInt();
        int lanes = in.getInt();
        byte[] salt = take(in, SALT_BYTES);
        int flags = in.get();
        boolean recovers = (flags & RECOVERY) != 0;
        int hintBytes = length - LEAST_BYTES - (recovers ? Box.KEY_BYTES + BOX_BYTES : 0);
        if (!KdfCost.isPossible(memory, passes, lanes) || (flags & ~(KEY_FILE | RECOVERY)) != 0 || hintBytes < 0) {
            throw Damage.of(what, "its head holds what no vault has");
        }
        long generation = in.getLong();
        byte[] wrapped = take(in, WRAPPED_BYTES);
        byte[] backupPublic = take(in, Box.KEY_BYTES);
        byte[] backupWrapped = take(in, WRAPPED_BYTES);
        Optional<RecoveryWrap> recovery = recovers
                ? Optional.of(new RecoveryWrap(take(in, Box.KEY_BYTES), take(in, BOX_BYTES)))
                : Optional.empty();
        if (in.getShort() != hintBytes) {
            throw Damage.of(what, "its hint is not as long as it says");
        }
        String hint = new String(take(in, hintBytes), StandardCharsets.UTF_8);
        return new VaultHead(
                id, KdfCost.guardingNothing(memory, passes, lanes), salt, (flags & KEY_FILE) != 0, hint, generation,
                wrapped, recovery, backupPublic, backupWrapped);
    }

    /** {@return whether a head's bytes are as somebody with the data key wrote them} */
    static boolean isGenuine(byte[] head, DataKey key) {
        int coded = head.length - SUMS_BYTES;
        return MessageDigest.isEqual(
                key.headCode(head, coded), Arrays.copyOfRange(head, coded, coded + Hmac.BYTES));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "VaultHead[generation " + generation + "]";
    }
}
