package dev.tradewind.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One file of a {@link FolderMoment}: its name in the folder and its first so many bytes as they were then. What is appended
 * later, a file that is replaced and one that is deleted make no difference. Owned by one thread.
 */
public final class FolderPiece implements Closeable {

    private final String path;
    private final long bytes;
    private final @Nullable FileChannel channel;
    private final byte[] content;

    private FolderPiece(String path, long bytes, @Nullable FileChannel channel, byte[] content) {
        this.path = path;
        this.bytes = bytes;
        this.channel = channel;
        this.content = content;
    }

    /** A file that is held open; {@code bytes} is measured on what was opened. */
    static FolderPiece open(String path, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FolderPiece(path, channel.size(), channel, new byte[0]);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes that were read already. */
    static FolderPiece of(String path, byte[] content) {
        return new FolderPiece(path, content.length, null, content);
    }

    /** {@return the same file, cut to fewer bytes} */
    FolderPiece first(long fewer) {
        return new FolderPiece(path, Math.min(bytes, fewer), channel, content);
    }

    /** {@return its name in the folder, its parts separated by {@code /}} */
    public String path() {
        return path;
    }

    /** {@return how many bytes belong to it} */
    public long bytes() {
        return bytes;
    }

    /**
     * Reads from byte {@code at} on, until {@code target} is full or the piece ends.
     *
     * @return how many bytes were read
     * @throws IOException also if the file has become shorter, which only a repair of it could do
     */
    public int read(long at, ByteBuffer target) throws IOException {
        int wanted = (int) Math.min(target.remaining(), bytes - at);
        FileChannel file = channel;
        if (file == null) {
            target.put(content, (int) at, wanted);
            return wanted;
        }
        int limit = target.limit();
        target.limit(target.position() + wanted);
        long from = at;
        while (target.hasRemaining()) {
            int read = file.read(target, from);
            if (read < 0) {
                throw new IOException(path + " became shorter while it was copied: it has " + file.size() + " bytes, had "
                        + bytes);
            }
            from += read;
        }
        target.limit(limit);
        return wanted;
    }

    /** {@return all of it, of a file that is known to be small} */
    byte[] all() throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(bytes));
        read(0, whole);
        return whole.array();
    }

    @Override
    public void close() throws IOException {
        FileChannel file = channel;
        if (file != null) {
            file.close();
        }
    }
}
