package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Which trials are in a ledger's file: their journal hashes in an open hash table on disk, so that telling a repeat
 * takes one read whatever their number, and no memory. Made from the file of rows and made again where it is missing or
 * damaged. What a power failure takes from it makes a repeat count twice, never a trial not at all: the count stands in
 * the rows.
 *
 * <pre>
 * i64 mark  i64 slots  i64 used  i64 count  i64 covered  i64 CRC32C   { i64 hash, 0 is free }
 * </pre>
 */
final class TrialTable implements AutoCloseable {

    private static final long MARK = 0x5457_5345_454E_3031L;
    private static final int HEADER = 6 * Long.BYTES;
    private static final int FIRST_SLOTS = 1_024;
    /** Stands for the hash 0, which marks free slots. */
    private static final long ZERO = 0x9E37_79B9_7F4A_7C15L;

    private final Path path;
    private FileChannel file;
    private long slots;
    private long used;
    private long count;
    private long covered;

    private TrialTable(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** Opens a table or makes an empty one that covers nothing. */
    static TrialTable open(Path path) throws IOException {
        TrialTable table = new TrialTable(path, channel(path));
        if (!table.read()) {
            table.clear();
        }
        return table;
    }

    /** {@return the count, where there is a table that covers exactly so much of the rows} */
    static OptionalLong countOf(Path path, long rowsSize) throws IOException {
        if (!Files.exists(path)) {
            return OptionalLong.empty();
        }
        try (TrialTable table = new TrialTable(path, FileChannel.open(path, StandardOpenOption.READ))) {
            return table.read() && table.covered == rowsSize ? OptionalLong.of(table.count) : OptionalLong.empty();
        }
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                SystemDisk.ownerOnly(path, "rw-------"));
    }

    private boolean read() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (file.size() < HEADER || file.read(header, 0) < HEADER) {
            return false;
        }
        header.flip();
        long mark = header.getLong();
        slots = header.getLong();
        used = header.getLong();
        count = header.getLong();
        covered = header.getLong();
        return mark == MARK
                && header.getLong() == checksum(header)
                && Long.bitCount(slots) == 1
                && file.size() == HEADER + slots * Long.BYTES;
    }

    private static long checksum(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, HEADER - Long.BYTES);
        return crc.getValue();
    }

    /** Forgets everything. */
    void clear() throws IOException {
        slots = FIRST_SLOTS;
        used = 0;
        count = 0;
        covered = 0;
        file.truncate(0);
        extend(file, slots);
        write(file);
    }

    private static void extend(FileChannel channel, long slots) throws IOException {
        channel.write(ByteBuffer.allocate(Long.BYTES), HEADER + (slots - 1) * Long.BYTES);
    }

    private void write(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putLong(MARK).putLong(slots).putLong(used).putLong(count).putLong(covered).putLong(checksum(header));
        channel.write(header.flip(), 0);
    }

    /** {@return different trials in the rows covered} */
    long count() {
        return count;
    }

    /** {@return how far the file of rows is covered} */
    long covered() {
        return covered;
    }

    /** So far is covered now. */
    void cover(long end, long distinct) throws IOException {
        covered = end;
        count = distinct;
        write(file);
    }

    /** {@return whether a hash is there} */
    boolean contains(long hash) throws IOException {
        return slotOf(file, hash, slots) < 0;
    }

    /** Adds a hash. {@return whether it was not there before} */
    boolean add(long hash) throws IOException {
        long slot = slotOf(file, hash, slots);
        if (slot < 0) {
            return false;
        }
        put(file, slot, hash);
        used++;
        if (used * 2 > slots) {
            grow();
        }
        return true;
    }

    private static void put(FileChannel channel, long slot, long hash) throws IOException {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, hash == 0 ? ZERO : hash), HEADER + slot * Long.BYTES);
    }

    /** {@return the free slot of a hash, −1 where it is there} */
    private static long slotOf(FileChannel channel, long hash, long slots) throws IOException {
        long wanted = hash == 0 ? ZERO : hash;
        ByteBuffer one = ByteBuffer.allocate(Long.BYTES);
        long first = (wanted * ZERO) >>> (Long.numberOfLeadingZeros(slots) + 1);
        for (long slot = first; ; slot = (slot + 1) & (slots - 1)) {
            one.clear();
            channel.read(one, HEADER + slot * Long.BYTES);
            long found = one.getLong(0);
            if (found == 0 || found == wanted) {
                return found == 0 ? slot : -1;
            }
        }
    }

    private void grow() throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        FileChannel larger = channel(draft);
        try {
            long more = slots * 4;
            copy(larger, more);
            slots = more;
            write(larger);
        } catch (IOException e) {
            larger.close();
            throw e;
        }
        file.close();
        file = larger;
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(FileChannel larger, long more) throws IOException {
        extend(larger, more);
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        for (long at = HEADER; at < HEADER + slots * Long.BYTES; at += part.limit()) {
            part.clear();
            part.limit((int) Math.min(part.capacity(), HEADER + slots * Long.BYTES - at));
            file.read(part, at);
            for (int i = 0; i < part.limit(); i += Long.BYTES) {
                long hash = part.getLong(i);
                if (hash != 0) {
                    put(larger, slotOf(larger, hash, more), hash);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
