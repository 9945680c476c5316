package dev.tradewind.hostile;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A disk that passes everything on; bad ones wrap its files. */
class PassingDisk implements Disk {

    final Disk target;

    PassingDisk(Disk target) {
        this.target = target;
    }

    /** A file that passes everything on. */
    static class PassingFile implements OpenFile {

        final OpenFile file;

        PassingFile(OpenFile file) {
            this.file = file;
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            file.append(bytes);
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

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
        return target.open(file);
    }

    @Override
    public void replace(Path file, ByteBuffer content) throws IOException {
        target.replace(file, content);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        target.createFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        target.delete(file);
    }

    @Override
    public boolean isFile(Path file) throws IOException {
        return target.isFile(file);
    }

    @Override
    public boolean isFolder(Path folder) throws IOException {
        return target.isFolder(folder);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return target.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return target.size(file);
    }

    @Override
    public int read(Path file, long offset, ByteBuffer bytes) throws IOException {
        return target.read(file, offset, bytes);
    }
}
