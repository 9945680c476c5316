package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole vault as it is stored.
 *
 * @param head    how it is opened
 * @param records its secrets, never changed
 * @param bytes   the file, never changed
 */
record VaultImage(VaultHead head, SortedMap<SecretId, VaultRecord> records, byte[] bytes) {

    static final int MOST_RECORDS = 10_000;

    /** {@return a head and records, encoded for the next write} */
    static VaultImage write(VaultHead before, SortedMap<SecretId, VaultRecord> records, DataKey key) {
        VaultHead head = before.at(before.generation() + 1);
        byte[] headBytes = head.encode(key);
        int size = headBytes.length + 4 + Hmac.BYTES;
        for (VaultRecord secret : records.values()) {
            size += secret.encodedBytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(headBytes).putInt(records.size());
        for (VaultRecord secret : records.values()) {
            secret.encode(out);
        }
        out.put(key.fileCode(out.array(), out.position()));
        return new VaultImage(head, Collections.unmodifiableSortedMap(new TreeMap<>(records)), out.array());
    }

    static VaultImage read(byte[] bytes) throws VaultDamagedException, UnknownVaultVersionException {
        VaultHead head = VaultHead.decode(bytes, Damage.VAULT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(VaultHead.length(bytes, Damage.VAULT));
        VaultRecord.need(in, 4);
        int count = in.getInt();
        if (count < 0 || count > MOST_RECORDS) {
            throw Damage.of(Damage.VAULT, "it cannot hold " + count + " secrets");
        }
        SortedMap<SecretId, VaultRecord> records = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            VaultRecord secret = VaultRecord.decode(in);
            if (!records.isEmpty() && records.lastKey().compareTo(secret.id()) >= 0) {
                throw Damage.of(Damage.VAULT, "its secrets are out of order");
            }
            records.put(secret.id(), secret);
        }
        if (in.remaining() != Hmac.BYTES) {
            throw Damage.of(Damage.VAULT, "it is not as long as it says");
        }
        return new VaultImage(head, Collections.unmodifiableSortedMap(records), bytes);
    }

    byte[] headBytes() {
        return Arrays.copyOf(bytes, ByteBuffer.wrap(bytes).getInt(12));
    }

    /**
     * Checks every byte.
     *
     * @throws VaultDamagedException if one is not as somebody with the data key wrote it
     */
    void verify(DataKey key) throws VaultDamagedException {
        int coded = bytes.length - Hmac.BYTES;
        boolean genuine = MessageDigest.isEqual(
                key.fileCode(bytes, coded), Arrays.copyOfRange(bytes, coded, bytes.length));
        if (!genuine || !VaultHead.isGenuine(headBytes(), key)) {
            throw Damage.of(Damage.VAULT, "somebody without the passphrase has changed it");
        }
        for (VaultRecord secret : records.values()) {
            secret.open(key, head.id())
                    .orElseThrow(() -> Damage.of(Damage.VAULT, "the secret " + secret.id() + " is not what was sealed"))
                    .close();
        }
    }

    @Override
    public String toString() {
        return "VaultImage[" + records.size() + " secrets, redacted]";
    }
}
