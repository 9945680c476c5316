package dev.tradewind.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Reads what {@link SealedOutput} wrote. Gives out nothing that was not checked; reading throws a
 * {@link VaultDamagedException} where bytes were changed, left out, repeated, reordered or cut off. The end is told
 * only after the last chunk proved to be the last. Owned by one thread.
 */
public final class SealedInput extends InputStream {

    private final InputStream in;
    private final SealedChunks chunks;
    private final byte[] sealed = new byte[SealedChunks.SEALED_BYTES + 1];
    private final byte[] plain = new byte[SealedChunks.CHUNK_BYTES];
    private int carried;
    private int at;
    private int size;
    private boolean first = true;
    private boolean ended;

    private SealedInput(InputStream in, SealedChunks chunks) {
        this.in = in;
        this.chunks = chunks;
    }

    /**
     * What anybody can read at the beginning of a sealed stream.
     *
     * @param vaultId  the vault it was sealed for, as {@link Vault#id} tells
     * @param hint     of that vault's passphrase of then, empty for none
     * @param keyFile  whether a key file is needed beside it
     * @param recovery whether a recovery code opens it
     */
    public record Header(String vaultId, String hint, boolean keyFile, boolean recovery) {}

    /** The parts of a stream's beginning. */
    private record Beginning(byte[] header, byte[] ephemeral, byte[] headBytes, VaultHead head) {}

    /** {@return what stands at the beginning of a sealed stream, unchecked but for its checksum} */
    public static Header header(InputStream in) throws IOException {
        VaultHead head = beginning(in).head();
        return new Header(
                HexFormat.of().formatHex(head.id()), head.hint(), head.keyFile(), head.recovery().isPresent());
    }

    /**
     * {@return the content of a sealed stream}
     *
     * @param in      closed with what is returned; left open if this throws
     * @param opening the passphrase (with the key file) or recovery code of when it was sealed
     * @throws WrongPassphraseException if that does not open it
     */
    public static SealedInput open(InputStream in, Opening opening) throws IOException {
        return open(in, opening, new Keyring(new SecureRandom(), new Argon2()));
    }

    static SealedInput open(InputStream in, Opening opening, Keyring keyring) throws IOException {
        Beginning beginning = beginning(in);
        try (DataKey key = keyring.unwrap(beginning.head(), opening)) {
            if (!VaultHead.isGenuine(beginning.headBytes(), key)) {
                throw Damage.of(Damage.STREAM, "somebody without the passphrase has changed its beginning");
            }
            try (Secret privateKey = Keyring.backupKey(beginning.head(), key)) {
                return open(in, beginning, privateKey);
            }
        }
    }

    /**
     * {@return the content of a stream sealed for an open vault, without asking for the passphrase}
     *
     * @throws VaultRefusedException if it was sealed for another vault, or before this one's key was last changed
     * @throws VaultSealedException  if the vault is sealed
     */
    public static SealedInput open(InputStream in, Vault vault) throws IOException {
        Beginning beginning = beginning(in);
        try (Secret privateKey = vault.backupKey(beginning.head(), beginning.headBytes())
                .orElseThrow(() -> new VaultRefusedException(
                        "This file was encrypted for another vault or an earlier key; it takes the passphrase of"
                                + " then."))) {
            return open(in, beginning, privateKey);
        }
    }

    private static SealedInput open(InputStream in, Beginning beginning, Secret privateKey)
            throws VaultDamagedException {
        SealedChunks chunks = SealedChunks.of(privateKey, beginning.ephemeral(), beginning.header())
                .orElseThrow(() -> Damage.of(Damage.STREAM, "its key is none anybody may use"));
        return new SealedInput(in, chunks);
    }

    private static Beginning beginning(InputStream in) throws IOException {
        byte[] fixed = in.readNBytes(SealedChunks.FIXED_BYTES + 16);
        ByteBuffer fields = ByteBuffer.wrap(fixed);
        if (fixed.length < 12 || fields.getLong() != SealedChunks.MAGIC) {
            throw Damage.of(Damage.STREAM, "it does not begin like one");
        }
        int version = fields.getInt();
        if (version != SealedChunks.VERSION) {
            throw new UnknownVaultVersionException(Damage.STREAM, version, SealedChunks.VERSION);
        }
        if (fixed.length < SealedChunks.FIXED_BYTES + 16) {
            throw Damage.of(Damage.STREAM, "it ends within its head");
        }
        byte[] ephemeral = Arrays.copyOfRange(fixed, 12, SealedChunks.FIXED_BYTES);
        byte[] start = Arrays.copyOfRange(fixed, SealedChunks.FIXED_BYTES, fixed.length);
        int length = VaultHead.length(start, Damage.STREAM);
        byte[] headBytes = Arrays.copyOf(start, length);
        if (in.readNBytes(headBytes, start.length, length - start.length) < length - start.length) {
            throw Damage.of(Damage.STREAM, "it ends within its head");
        }
        byte[] header = Arrays.copyOf(fixed, SealedChunks.FIXED_BYTES + length);
        System.arraycopy(headBytes, 0, header, SealedChunks.FIXED_BYTES, length);
        return new Beginning(header, ephemeral, headBytes, VaultHead.decode(headBytes, Damage.STREAM));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (at == size && !ended) {
            next();
        }
        if (at == size) {
            return -1;
        }
        int part = Math.min(length, size - at);
        System.arraycopy(plain, at, target, from, part);
        at += part;
        return part;
    }

    private void next() throws IOException {
        // one byte more than a chunk has tells whether another one follows
        int held = carried + in.readNBytes(sealed, carried, sealed.length - carried);
        boolean last = held < sealed.length;
        int length = last ? held : SealedChunks.SEALED_BYTES;
        int opened = length < Gcm.TAG_BYTES ? -1 : chunks.open(sealed, length, last, plain);
        if (opened < 0 || opened == 0 && !first) {
            throw Damage.of(Damage.STREAM, "bytes of it were changed, or it is incomplete");
        }
        sealed[0] = sealed[SealedChunks.SEALED_BYTES];
        carried = last ? 0 : 1;
        first = false;
        ended = last;
        at = 0;
        size = opened;
    }

    @Override
    public int available() {
        return size - at;
    }

    /** Wipes the keys and closes what is read. */
    @Override
    public void close() throws IOException {
        chunks.close();
        Arrays.fill(plain, (byte) 0);
        ended = true;
        at = size;
        in.close();
    }
}
