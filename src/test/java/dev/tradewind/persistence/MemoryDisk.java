package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files in memory, for tests that change them thousands of times. Fails at nothing unless told to be full. */
class MemoryDisk implements WipingDisk {

    private final SortedMap<Path, byte[]> files = new TreeMap<>();
    private final TreeSet<Path> folders = new TreeSet<>();
    boolean full;

    /** {@return all files there are} */
    Map<Path, byte[]> files() {
        return files;
    }

    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        files.forEach((path, bytes) -> copy.files.put(path, bytes.clone()));
        copy.folders.addAll(folders);
        return copy;
    }

    private byte[] bytes(Path file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new NoSuchFileException(file.toString());
        }
        return bytes;
    }

    private void requireRoom() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        bytes(file);
        return new OpenFile() {

            @Override
            public void append(ByteBuffer more) throws IOException {
                requireRoom();
                byte[] old = bytes(file);
                byte[] grown = Arrays.copyOf(old, old.length + more.remaining());
                more.get(grown, old.length, more.remaining());
                files.put(file, grown);
            }

            @Override
            public void force() {}

            @Override
            public void truncate(long size) throws IOException {
                files.put(file, Arrays.copyOf(bytes(file), (int) size));
            }

            @Override
            public long size() throws IOException {
                return bytes(file).length;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void replace(Path file, ByteBuffer content) throws IOException {
        requireRoom();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        files.put(file, bytes);
    }

    @Override
    public void createFolder(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            folders.add(at);
        }
    }

    @Override
    public void delete(Path file) {
        files.remove(file);
    }

    @Override
    public boolean isFile(Path file) {
        return files.containsKey(file);
    }

    @Override
    public boolean isFolder(Path folder) {
        return folders.contains(folder);
    }

    @Override
    public List<String> list(Path folder) {
        return Stream.concat(files.keySet().stream(), folders.stream())
                .filter(path -> folder.equals(path.getParent()))
                .map(path -> path.getFileName().toString())
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public long size(Path file) throws IOException {
        return bytes(file).length;
    }

    @Override
    public int read(Path file, long offset, ByteBuffer target) throws IOException {
        byte[] bytes = bytes(file);
        int count = (int) Math.clamp(bytes.length - offset, 0, target.remaining());
        target.put(bytes, (int) Math.min(offset, bytes.length), count);
        return count;
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        files.put(to, bytes(from));
        files.remove(from);
    }

    @Override
    public void overwrite(Path file) throws IOException {
        Arrays.fill(bytes(file), (byte) 0);
    }
}
