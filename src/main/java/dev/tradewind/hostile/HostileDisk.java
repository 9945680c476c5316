package dev.tradewind.hostile;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory. What was not forced survives the death of the process but not a power cut, which keeps any part of it:
 * whole writes are missing while later ones are there, and what is there may be torn. It fills up, and writes and forces
 * fail, as the storm has it; after a failed force nothing of what was written since the last one is safe.
 */
final class HostileDisk implements Disk {

    private static final int SECTOR = 64;

    private final Map<Path, Content> files = new TreeMap<>();
    private final Map<Path, Boolean> folders = new TreeMap<>();
    private final Storm storm;
    private Tripwire tripwire = fault -> {};
    private boolean full;
    private @Nullable Fault failure;

    /** Who is told before each operation that changes something; may throw. */
    @FunctionalInterface
    interface Tripwire {
        void touched(Fault fault);
    }

    HostileDisk(Storm storm) {
        this.storm = storm;
    }

    /** Sets who may die at an operation. */
    void tripwire(Tripwire wire) {
        tripwire = wire;
    }

    /** {@return what went wrong last, null if nothing did since it was mended} */
    @Nullable Fault failure() {
        return failure;
    }

    /** Room is made, the cable is plugged in again. */
    void mended() {
        full = false;
        failure = null;
    }

    /** The power fails. */
    void cutPower() {
        for (Content content : files.values()) {
            content.cut(storm.rng());
        }
    }

    /** What a file holds, and which part of it a power cut may take. */
    private static final class Content {

        private byte[] bytes = new byte[256];
        private int size;
        /** What is safe: the first bytes of what was forced last. */
        private byte[] safe = new byte[0];
        private boolean truncated;
        /** Ends of the writes since, in order. */
        private final List<Integer> writes = new ArrayList<>();

        void append(byte[] more, int length) {
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
            }
            System.arraycopy(more, 0, bytes, size, length);
            size += length;
            writes.add(size);
        }

        void force() {
            if (truncated) {
                safe = Arrays.copyOf(bytes, size);
                truncated = false;
            }
            safeSize = size;
            writes.clear();
        }

        private int safeSize;

        void truncate(int to) {
            if (!truncated) {
                safe = Arrays.copyOf(bytes, safeSize);
                truncated = true;
            }
            size = Math.min(size, to);
            safeSize = Math.min(safeSize, size);
        }

        void cut(Rng rng) {
            if (truncated && rng.nextInt(2) == 0) {
                bytes = Arrays.copyOf(safe, Math.max(64, safe.length));
                size = safe.length;
            } else if (!writes.isEmpty()) {
                tear(rng);
            }
            truncated = false;
            safeSize = size;
            writes.clear();
        }

        /** Of the writes since the last force any may be missing; the file ends with the last that is there. */
        private void tear(Rng rng) {
            int from = safeSize;
            int end = safeSize;
            boolean ordered = rng.nextInt(2) == 0;
            for (int to : writes) {
                boolean kept = rng.nextInt(3) != 0;
                if (!kept && ordered) {
                    break;
                }
                int until = rng.nextInt(4) == 0 ? from + rng.nextInt(Math.max(1, to - from)) : to;
                if (kept) {
                    Arrays.fill(bytes, until, to, (byte) 0);
                    end = until;
                } else {
                    Arrays.fill(bytes, from, to, (byte) 0);
                }
                from = to;
            }
            size = end;
        }
    }

    private final class MemoryFile implements OpenFile {

        private final Content content;

        MemoryFile(Content content) {
            this.content = content;
        }

        @Override
        public void append(ByteBuffer source) throws IOException {
            tripwire.touched(Fault.CRASH_WRITING);
            byte[] taken = new byte[source.remaining()];
            source.get(taken);
            if (full || fails(Fault.DISK_FULL)) {
                full = true;
                content.append(taken, taken.length == 0 ? 0 : storm.between(0, Math.min(taken.length - 1, SECTOR)));
                throw new IOException("No space left on device");
            }
            if (fails(Fault.WRITE_ERROR)) {
                content.append(taken, storm.between(0, Math.max(0, taken.length - 1)));
                throw new IOException("Input/output error");
            }
            content.append(taken, taken.length);
            tripwire.touched(Fault.CRASH_WRITING);
        }

        @Override
        public void force() throws IOException {
            tripwire.touched(Fault.CRASH_WRITING);
            if (fails(Fault.SYNC_ERROR)) {
                throw new IOException("Input/output error");
            }
            content.force();
            tripwire.touched(Fault.CRASH_WRITING);
        }

        @Override
        public void truncate(long size) {
            tripwire.touched(Fault.CRASH_WRITING);
            content.truncate(Math.toIntExact(size));
        }

        @Override
        public long size() {
            return content.size;
        }

        @Override
        public void close() {}
    }

    private boolean fails(Fault fault) {
        if (!storm.strikes(fault)) {
            return false;
        }
        failure = fault;
        return true;
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return new MemoryFile(content(file));
    }

    private Content content(Path file) throws IOException {
        Content content = files.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content;
    }

    @Override
    public void replace(Path file, ByteBuffer source) throws IOException {
        tripwire.touched(Fault.CRASH_WRITING);
        if (full) {
            throw new IOException("No space left on device");
        }
        Content content = new Content();
        byte[] taken = new byte[source.remaining()];
        source.get(taken);
        content.append(taken, taken.length);
        content.force();
        files.put(file, content);
        tripwire.touched(Fault.CRASH_WRITING);
    }

    @Override
    public void createFolder(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            folders.put(at, true);
        }
    }

    @Override
    public void delete(Path file) {
        tripwire.touched(Fault.CRASH_WRITING);
        files.remove(file);
    }

    @Override
    public boolean isFile(Path file) {
        return files.containsKey(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return folders.containsKey(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        if (!isFolder(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        List<String> names = new ArrayList<>();
        for (Path file : files.keySet()) {
            if (folder.equals(file.getParent())) {
                names.add(file.getFileName().toString());
            }
        }
        for (Path inner : folders.keySet()) {
            if (folder.equals(inner.getParent())) {
                names.add(inner.getFileName().toString());
            }
        }
        names.sort(null);
        return names;
    }

    @Override
    public long size(Path file) throws IOException {
        return content(file).size;
    }

    @Override
    public int read(Path file, long offset, ByteBuffer target) throws IOException {
        Content content = content(file);
        int from = (int) Math.min(offset, content.size);
        int length = Math.min(target.remaining(), content.size - from);
        target.put(content.bytes, from, length);
        return length;
    }
}
