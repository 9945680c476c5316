package dev.tradewind.bench;

import dev.tradewind.kernel.Disk;
import dev.tradewind.persistence.SystemDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The system's files without waiting for the disk: for making a journal of which only the reading is measured. */
final class UnforcedDisk implements Disk {

    private final Disk disk = new SystemDisk();

    /** A file whose writes are left to the operating system. */
    private record Unforced(OpenFile file) implements OpenFile {

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            file.append(bytes);
        }

        @Override
        public void force() {}

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
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

    @Override
    public OpenFile open(Path file) throws IOException {
        return new Unforced(disk.open(file));
    }

    @Override
    public void replace(Path file, ByteBuffer content) throws IOException {
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
