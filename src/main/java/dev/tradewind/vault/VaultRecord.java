package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A secret as it stands in the file.
 *
 * @param id      what it is
 * @param version the vault's generation it was written with; with vault, account and field it is what the cipher
 *                text is bound to
 * @param sealed  nonce, cipher text and tag; never changed
 */
record VaultRecord(SecretId id, long version, byte[] sealed) {

    static final int MOST_SECRET_BYTES = 16_384;

    static VaultRecord seal(SecureRandom random, DataKey key, byte[] vaultId, SecretId id, long version, Secret plain) {
        return new VaultRecord(
                id, version, Gcm.seal(random, key.secrets(), binding(vaultId, id, version), plain));
    }

    Optional<Secret> open(DataKey key, byte[] vaultId) {
        return Gcm.open(key.secrets(), binding(vaultId, id, version), sealed);
    }

    private static byte[] binding(byte[] vaultId, SecretId id, long version) {
        byte[] field = id.field().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(vaultId.length + 16 + field.length)
                .put(vaultId).putLong(id.account()).putLong(version).put(field)
                .array();
    }

    int encodedBytes() {
        return 8 + 8 + 1 + id.field().length() + 4 + sealed.length;
    }

    void encode(ByteBuffer out) {
        byte[] field = id.field().getBytes(StandardCharsets.US_ASCII);
        out.putLong(id.account()).putLong(version).put((byte) field.length).put(field);
        out.putInt(sealed.length).put(sealed);
    }

    static VaultRecord decode(ByteBuffer in) throws VaultDamagedException {
        need(in, 17);
        long account = in.getLong();
        long version = in.getLong();
        int fieldBytes = in.get();
        if (account < 0 || fieldBytes < 1 || fieldBytes > SecretId.MOST_FIELD_BYTES) {
            throw Damage.of(Damage.VAULT, "a secret in it has no name");
        }
        need(in, fieldBytes + 4);
        byte[] field = new byte[fieldBytes];
        in.get(field);
        String name = new String(field, StandardCharsets.US_ASCII);
        int length = in.getInt();
        if (!SecretId.isField(name) || length < Gcm.EXTRA_BYTES || length > MOST_SECRET_BYTES + Gcm.EXTRA_BYTES) {
            throw Damage.of(Damage.VAULT, "a secret in it is none");
        }
        need(in, length);
        byte[] sealed = new byte[length];
        in.get(sealed);
        return new VaultRecord(new SecretId(account, name), version, sealed);
    }

    static void need(ByteBuffer in, int bytes) throws VaultDamagedException {
        if (in.remaining() < bytes) {
            throw Damage.of(Damage.VAULT, "it is too short");
        }
    }

    @Override
    public String toString() {
        return "VaultRecord[" + id + ", redacted]";
    }
}
