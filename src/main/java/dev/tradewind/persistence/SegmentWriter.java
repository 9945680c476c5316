package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Appends to the numbered files of one folder, beginning a new one when the last is full. Owned by one thread. */
final class SegmentWriter implements Closeable {

    private final Disk disk;
    private final Path folder;
    private final String suffix;
    private final SegmentHeader model;
    private final long rollBytes;
    private int number;
    private long size;
    private Disk.OpenFile file;
    private boolean dirty;

    private SegmentWriter(
            Disk disk, Path folder, String suffix, SegmentHeader model, long rollBytes, int number, Disk.OpenFile file)
            throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.suffix = suffix;
        this.model = model;
        this.rollBytes = rollBytes;
        this.number = number;
        this.file = file;
        this.size = file.size();
    }

    /** Makes the first file of a new folder. */
    static SegmentWriter create(Disk disk, Path folder, String suffix, SegmentHeader header, long rollBytes)
            throws IOException {
        Path path = SegmentFiles.file(folder, header.number(), suffix);
        disk.createFolder(folder);
        disk.replace(path, header.encode());
        return new SegmentWriter(disk, folder, suffix, header, rollBytes, header.number(), disk.open(path));
    }

    /** Goes on in file {@code number}. */
    static SegmentWriter resume(
            Disk disk, Path folder, String suffix, SegmentHeader header, long rollBytes, int number)
            throws IOException {
        Disk.OpenFile file = disk.open(SegmentFiles.file(folder, number, suffix));
        return new SegmentWriter(disk, folder, suffix, header, rollBytes, number, file);
    }

    /**
     * Appends whole frames.
     *
     * @param first number of the first of them
     * @param chain the chain hash before it
     */
    void append(ByteBuffer frames, long first, byte[] chain) throws IOException {
        if (size >= rollBytes) {
            roll(first, chain);
        }
        size += frames.remaining();
        dirty = true;
        file.append(frames);
    }

    private void roll(long first, byte[] chain) throws IOException {
        force();
        file.close();
        SegmentHeader header = new SegmentHeader(
                model.magic(), number + 1, first, model.createdNanos(), chain.clone(), model.identity());
        Path path = SegmentFiles.file(folder, number + 1, suffix);
        disk.replace(path, header.encode());
        file = disk.open(path);
        size = file.size();
        number++;
    }

    /** Returns once everything appended survives a power cut. */
    void force() throws IOException {
        if (dirty) {
            file.force();
            dirty = false;
        }
    }

    boolean dirty() {
        return dirty;
    }

    /** {@return the file being written, for messages} */
    Path path() {
        return SegmentFiles.file(folder, number, suffix);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
