package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A saved state as a file: a head that says where it stands, the state, deflated where that makes it half as long, and
 * SHA-256 over both.
 *
 * @param file    where it is
 * @param mark    where the state stands
 * @param bytes   the whole file
 * @param stateAt where in it the state begins
 */
record SnapshotFile(Path file, SnapshotMark mark, byte[] bytes, int stateAt) {

    static final String FOLDER = "snapshot";
    static final String SUFFIX = ".tws";
    static final long MAGIC = 0x5457534E41500D0AL; // TWSNAP\r\n
    static final int VERSION = 1;

    private static final int DIGEST_BYTES = 32;
    private static final int HEAD_BYTES = 8 + 4 + 7 * 8 + 4 + SegmentHeader.CHAIN_BYTES + 3 * 4;
    private static final int MAX_BYTES = 1 << 29;
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final int NAME_DIGITS = 12;

    /** {@return where the state after a row is kept} */
    static Path path(Path session, long row) {
        return session.resolve(FOLDER).resolve(String.format(Locale.ROOT, "%0" + NAME_DIGITS + "d%s", row, SUFFIX));
    }

    /** {@return the names of a session's saved states, the newest first; names that are not ours do not count} */
    static List<String> names(Disk disk, Path session) throws IOException {
        Path folder = session.resolve(FOLDER);
        if (!disk.isFolder(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>(disk.list(folder));
        names.removeIf(name -> !name.endsWith(SUFFIX)
                || name.length() != NAME_DIGITS + SUFFIX.length()
                || !name.chars().limit(NAME_DIGITS).allMatch(c -> c >= '0' && c <= '9'));
        return names.reversed();
    }

    /**
     * {@return a file's content for a state}
     *
     * @throws IOException if it is larger than a file may be
     */
    static ByteBuffer encode(SnapshotMark mark, byte[] state) throws IOException {
        byte[] identity = mark.identity().getBytes(StandardCharsets.UTF_8);
        byte[] smaller = isWorthDeflating(state) ? deflate(state, state.length) : state;
        // as long as the state means that it stands there as it is
        byte[] deflated = smaller.length < state.length ? smaller : state;
        long size = (long) HEAD_BYTES + identity.length + deflated.length + DIGEST_BYTES;
        if (size > MAX_BYTES || state.length > MAX_BYTES) {
            throw new IOException("the session's state takes " + Math.max(size, state.length) + " bytes, the limit is "
                    + MAX_BYTES);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        bytes.putLong(MAGIC).putInt(VERSION).putLong(mark.createdNanos());
        bytes.putLong(mark.row()).putLong(mark.sequence()).putLong(mark.timeNanos()).putLong(mark.inputs());
        bytes.putLong(mark.runHash()).putLong(mark.block()).putInt(mark.blockEvents()).put(mark.chain());
        bytes.putInt(identity.length).put(identity);
        bytes.putInt(state.length).putInt(deflated.length).put(deflated);
        bytes.put(digest(bytes.array(), bytes.position()));
        return bytes.flip();
    }

    /** {@return whether the beginning gets half as long; unpacking what does not would only take time} */
    private static boolean isWorthDeflating(byte[] state) {
        int sample = Math.min(state.length, SAMPLE_BYTES);
        return 2 * deflate(state, sample).length <= sample;
    }

    private static byte[] deflate(byte[] state, int length) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(state, 0, length);
            deflater.finish();
            byte[] target = new byte[Math.max(64, length / 4)];
            int size = 0;
            while (!deflater.finished()) {
                if (size == target.length) {
                    target = Arrays.copyOf(target, 2 * target.length);
                }
                size += deflater.deflate(target, size, target.length - size);
            }
            return Arrays.copyOf(target, size);
        }
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, 0, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a file turns out to be before it is held against a journal. */
    sealed interface Parsed {

        record Good(SnapshotFile snapshot) implements Parsed {}

        record Bad(SnapshotCheck outcome) implements Parsed {}
    }

    /** Reads a file of a session's folder. */
    static Parsed read(Disk disk, Path session, String name) throws IOException {
        Path file = session.resolve(FOLDER).resolve(name);
        long size = disk.size(file);
        if (size > MAX_BYTES) {
            return damaged(file, SegmentFiles.tooLong(size));
        }
        byte[] bytes = disk.read(file);
        if (bytes.length < 12 || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
            return damaged(file, "it does not begin like a saved state");
        }
        int version = ByteBuffer.wrap(bytes).getInt(8);
        if (version != VERSION) {
            return new Parsed.Bad(new SnapshotCheck.UnknownVersion(file, version, VERSION));
        }
        int content = bytes.length - DIGEST_BYTES;
        if (content < HEAD_BYTES) {
            return damaged(file, "it is incomplete");
        }
        if (!Arrays.equals(digest(bytes, content), Arrays.copyOfRange(bytes, content, bytes.length))) {
            return damaged(file, "it does not match its checksum");
        }
        return parse(file, name, bytes, content);
    }

    private static Parsed parse(Path file, String name, byte[] bytes, int content) {
        ByteBuffer head = ByteBuffer.wrap(bytes, 12, content - 12);
        long created = head.getLong();
        long row = head.getLong();
        long sequence = head.getLong();
        long timeNanos = head.getLong();
        long inputs = head.getLong();
        long runHash = head.getLong();
        long block = head.getLong();
        int blockEvents = head.getInt();
        byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
        head.get(chain);
        int identityBytes = head.getInt();
        if (identityBytes < 0 || identityBytes > head.remaining() - 8) {
            return damaged(file, "its head does not fit it");
        }
        String identity = new String(bytes, head.position(), identityBytes, StandardCharsets.UTF_8);
        head.position(head.position() + identityBytes);
        int rawBytes = head.getInt();
        int deflated = head.getInt();
        if (rawBytes < 0 || rawBytes > MAX_BYTES || deflated != head.remaining()) {
            return damaged(file, "its head does not fit it");
        }
        if (!name.equals(path(Path.of(""), row).getFileName().toString())) {
            return damaged(file, "it holds the state after row " + row + ", which its name does not say");
        }
        SnapshotMark mark = new SnapshotMark(
                identity, created, row, sequence, timeNanos, inputs, runHash, block, blockEvents, chain);
        return new Parsed.Good(new SnapshotFile(file, mark, bytes, head.position()));
    }

    private static Parsed damaged(Path file, String reason) {
        return new Parsed.Bad(new SnapshotCheck.Damaged(file, reason));
    }

    /**
     * {@return the state}
     *
     * @throws BadDataException if it cannot be unpacked
     */
    byte[] state() throws BadDataException {
        int packed = bytes.length - DIGEST_BYTES - stateAt;
        byte[] state = new byte[ByteBuffer.wrap(bytes).getInt(stateAt - 8)];
        if (packed == state.length) {
            System.arraycopy(bytes, stateAt, state, 0, packed);
            return state;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, stateAt, packed);
            int unpacked = 0;
            while (unpacked < state.length && !inflater.finished()) {
                int more = inflater.inflate(state, unpacked, state.length - unpacked);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                unpacked += more;
            }
            if (unpacked != state.length) {
                throw new BadDataException("its state ends early");
            }
            return state;
        } catch (DataFormatException e) {
            throw new BadDataException("its state is garbled");
        }
    }
}
