package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The system's disk with two faults on demand: it is full after so many bytes, and at a power cut every file keeps what
 * was forced and a random part of the rest.
 */
final class FaultyDisk implements Disk {

    private final Disk disk = new SystemDisk();
    private final Map<Path, Kept> files = new TreeMap<>();
    private long freeBytes = Long.MAX_VALUE;
    int forces;

    private static final class Kept {
        long forcedBytes;
        byte[] beforeTruncation = new byte[0];
    }

    private final class FaultyFile implements OpenFile {

        private final OpenFile file;
        private final Path path;
        private final Kept kept;

        FaultyFile(Path path) throws IOException {
            this.path = path;
            this.file = disk.open(path);
            this.kept = new Kept();
            kept.forcedBytes = file.size();
            files.put(path, kept);
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            int fitting = (int) Math.min(bytes.remaining(), freeBytes);
            boolean full = fitting < bytes.remaining();
            freeBytes -= fitting;
            file.append(bytes.slice(bytes.position(), fitting));
            bytes.position(bytes.limit());
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {
            forces++;
            file.force();
            kept.forcedBytes = file.size();
            kept.beforeTruncation = new byte[0];
        }

        @Override
        public void truncate(long size) throws IOException {
            if (kept.beforeTruncation.length == 0) {
                kept.beforeTruncation = Arrays.copyOf(Files.readAllBytes(path), (int) kept.forcedBytes);
            }
            file.truncate(size);
            kept.forcedBytes = Math.min(size, kept.forcedBytes);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** From now on only so many bytes fit. */
    void fillUpAfter(long bytes) {
        freeBytes = bytes;
    }

    /** Leaves of every file what a power cut might. */
    void cutPower(Rng rng) throws IOException {
        for (Map.Entry<Path, Kept> file : files.entrySet()) {
            if (!Files.exists(file.getKey())) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file.getKey());
            Kept kept = file.getValue();
            if (kept.beforeTruncation.length > 0 && rng.nextInt(2) == 0) {
                Files.write(file.getKey(), kept.beforeTruncation);
                continue;
            }
            int unforced = bytes.length - (int) kept.forcedBytes;
            int left = (int) kept.forcedBytes + (unforced == 0 ? 0 : rng.nextInt(unforced + 1));
            byte[] rest = Arrays.copyOf(bytes, left);
            if (left > kept.forcedBytes && rng.nextInt(3) == 0) {
                Arrays.fill(rest, left - Math.min(left - (int) kept.forcedBytes, rng.nextInt(40)), left, (byte) 0);
            }
            Files.write(file.getKey(), rest);
        }
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return new FaultyFile(file);
    }

    @Override
    public void replace(Path file, ByteBuffer content) throws IOException {
        if (content.remaining() > freeBytes) {
            throw new IOException("No space left on device");
        }
        disk.replace(file, content);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public boolean isFile(Path file) throws IOException {
        return disk.isFile(file);
    }

    @Override
    public boolean isFolder(Path folder) throws IOException {
        return disk.isFolder(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public int read(Path file, long offset, ByteBuffer target) throws IOException {
        return disk.read(file, offset, target);
    }
}
