package dev.tradewind.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Writes a stream that only those can read who can open a vault; the vault may be sealed meanwhile. It is complete once
 * {@link #finish} has been called: one closed without that is recognised as cut off. Owned by one thread.
 */
public final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final SealedChunks chunks;
    private final byte[] plain = new byte[SealedChunks.CHUNK_BYTES];
    private final byte[] sealed = new byte[SealedChunks.SEALED_BYTES];
    private int size;
    private boolean finished;

    /**
     * Writes the stream's header.
     *
     * @param out       where it goes; closed with this
     * @param recipient whom it is for, by {@link Vault#recipient}
     */
    public SealedOutput(OutputStream out, Recipient recipient) throws IOException {
        this(out, recipient, new SecureRandom());
    }

    SealedOutput(OutputStream out, Recipient recipient, SecureRandom random) throws IOException {
        this.out = out;
        byte[] head = recipient.headBytes();
        try (Secret ephemeral = Box.newPrivateKey(random)) {
            byte[] header = ByteBuffer.allocate(SealedChunks.FIXED_BYTES + head.length)
                    .putLong(SealedChunks.MAGIC)
                    .putInt(SealedChunks.VERSION)
                    .put(Box.publicKey(ephemeral))
                    .put(head)
                    .array();
            chunks = SealedChunks.of(ephemeral, recipient.publicKey(), header)
                    .orElseThrow(() -> Damage.of(Damage.VAULT, "its backup key is none anybody may use"));
            out.write(header);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (finished) {
            throw new IOException("the sealed stream is finished; nothing can be added");
        }
        for (int at = from; at < from + length; ) {
            if (size == plain.length) {
                // only now: the last chunk is the one after which nothing comes
                put(false);
            }
            int part = Math.min(plain.length - size, from + length - at);
            System.arraycopy(bytes, at, plain, size, part);
            size += part;
            at += part;
        }
    }

    private void put(boolean last) throws IOException {
        out.write(sealed, 0, chunks.seal(plain, size, last, sealed));
        size = 0;
    }

    /** Writes what is left and the mark of completeness; nothing happens the second time. */
    public void finish() throws IOException {
        if (!finished) {
            finished = true;
            put(true);
            out.flush();
        }
    }

    /** Wipes the keys and closes what is written to. Without {@link #finish} the stream stays incomplete. */
    @Override
    public void close() throws IOException {
        finished = true;
        chunks.close();
        Arrays.fill(plain, (byte) 0);
        out.close();
    }
}
