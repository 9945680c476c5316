package dev.tradewind.persistence;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.kernel.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Where market events are written. The block being filled stands in a file of its own in small uncompressed pieces, so
 * that every write is an append; when it is full it is compressed, appended durably to the closed blocks, and the open
 * file is emptied. Whatever moment the process dies at, an event is in the one or the other. Owned by the engine thread.
 */
final class Tape implements Closeable {

    /** Where the block being filled stands. */
    static final String OPEN_FILE = "open.twp";
    /** A block is closed once it has this many events. */
    static final int BLOCK_EVENTS = 4096;
    /** Bytes of a closed block's content before the compressed events. */
    static final int BLOCK_HEAD = 8 + 8 + 8 + 4 + 4;
    /** Bytes of a piece's content before the events. */
    static final int PIECE_HEAD = 8 + 4 + 8 + 8 + 4;

    private static final int FIRST_RAW_BYTES = 1 << 14;
    private static final int RAW_BYTES = 1 << 19;
    private static final int SCRATCH_MORE = 256;

    /** A block that was closed, as the journal refers to it. */
    record Closed(long block, int checksum, long firstSequence, long lastSequence, int events) {}

    private final SegmentWriter blocks;
    private final Disk.OpenFile open;
    private final int openHeaderBytes;
    private final int blockEvents;
    private final TapeCodec codec = new TapeCodec();
    private ByteBuffer raw = ByteBuffer.allocate(FIRST_RAW_BYTES);
    private ByteBuffer scratch = ByteBuffer.allocate(FIRST_RAW_BYTES + SCRATCH_MORE);
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private long block;
    private int pieces;
    private int events;
    private int writtenEvents;
    private int writtenBytes;
    private long firstSequence;
    private long pieceFirstSequence;
    private boolean dirty;

    private Tape(
            SegmentWriter blocks,
            Disk.OpenFile open,
            int openHeaderBytes,
            int blockEvents,
            long block,
            List<TapeEvent> kept) {
        this.blocks = blocks;
        this.open = open;
        this.openHeaderBytes = openHeaderBytes;
        this.blockEvents = blockEvents;
        this.block = block;
        kept.forEach(event -> add(event.sequence(), event.timeNanos(), event.event()));
        pieces = kept.isEmpty() ? 0 : 1;
        writtenEvents = events;
        writtenBytes = raw.position();
    }

    /** Makes a new, empty tape. */
    static Tape create(Disk disk, Path folder, SegmentHeader journal, JournalLimits limits) throws IOException {
        SegmentHeader header = header(journal, SegmentHeader.TAPE);
        SegmentWriter blocks =
                SegmentWriter.create(disk, folder, SegmentFiles.TAPE_SUFFIX, header, limits.tapeRollBytes());
        disk.replace(folder.resolve(OPEN_FILE), openContent(journal, 1, List.of()));
        return new Tape(
                blocks, disk.open(folder.resolve(OPEN_FILE)), openHeaderBytes(journal), limits.blockEvents(), 1, List.of());
    }

    /**
     * Goes on with a tape after the last event to be kept. What is to be dropped of closed blocks goes only after what is
     * kept of them stands in the open file.
     */
    static Tape resume(Disk disk, Path folder, SegmentHeader journal, JournalLimits limits, TapeEnd end)
            throws IOException {
        Path open = folder.resolve(OPEN_FILE);
        disk.replace(open, openContent(journal, end.openBlock(), end.kept()));
        for (int number = end.files(); number > end.file(); number--) {
            disk.delete(SegmentFiles.file(folder, number, SegmentFiles.TAPE_SUFFIX));
        }
        try (Disk.OpenFile last = disk.open(SegmentFiles.file(folder, end.file(), SegmentFiles.TAPE_SUFFIX))) {
            if (last.size() > end.fileBytes()) {
                last.truncate(end.fileBytes());
                last.force();
            }
        }
        SegmentWriter blocks = SegmentWriter.resume(
                disk,
                folder,
                SegmentFiles.TAPE_SUFFIX,
                header(journal, SegmentHeader.TAPE),
                limits.tapeRollBytes(),
                end.file());
        return new Tape(
                blocks, disk.open(open), openHeaderBytes(journal), limits.blockEvents(), end.openBlock(), end.kept());
    }

    private static int openHeaderBytes(SegmentHeader journal) {
        return header(journal, SegmentHeader.OPEN_BLOCK).encodedBytes();
    }

    /** {@return the whole open file for a block that holds {@code events}} */
    static ByteBuffer openContent(SegmentHeader journal, long block, List<TapeEvent> events) {
        ByteBuffer head = header(journal, SegmentHeader.OPEN_BLOCK).encode();
        if (events.isEmpty()) {
            return head;
        }
        ByteBuffer raw = ByteBuffer.allocate(events.stream()
                .mapToInt(event -> TapeCodec.mostBytes(event.event()))
                .sum());
        TapeCodec codec = new TapeCodec();
        events.forEach(event -> codec.put(raw, event.sequence(), event.timeNanos(), event.event()));
        ByteBuffer all =
                ByteBuffer.allocate(head.remaining() + Frames.OVERHEAD + PIECE_HEAD + raw.position()).put(head);
        int start = all.position();
        all.position(start + Frames.OVERHEAD).putLong(block).putInt(0);
        all.putLong(events.getFirst().sequence()).putLong(events.getLast().sequence()).putInt(events.size());
        all.put(raw.flip());
        Frames.seal(all, start);
        return all.flip();
    }

    private static SegmentHeader header(SegmentHeader journal, long magic) {
        return new SegmentHeader(
                magic, 1, 1, journal.createdNanos(), new byte[SegmentHeader.CHAIN_BYTES], journal.identity());
    }

    /** {@return the number of the block being filled} */
    long block() {
        return block;
    }

    /** {@return events in it} */
    int events() {
        return events;
    }

    /** Takes an event; it is in memory only until {@link #write}. */
    void add(long sequence, long timeNanos, MarketEvent event) {
        if (events == 0) {
            firstSequence = sequence;
        }
        if (events == writtenEvents) {
            pieceFirstSequence = sequence;
        }
        makeRoom(TapeCodec.mostBytes(event));
        codec.put(raw, sequence, timeNanos, event);
        if (raw.position() > Frames.MAX_CONTENT - SCRATCH_MORE) {
            throw new StorageException("a market event takes " + raw.position() + " bytes; a block of the tape holds "
                    + (Frames.MAX_CONTENT - SCRATCH_MORE));
        }
        events++;
    }

    /** Grows to a usual block's size, and past it for a single larger event: a book of tens of thousands of levels. */
    private void makeRoom(int bytes) {
        if (raw.remaining() < bytes) {
            int grown = Math.max(raw.position() + bytes, Math.min(2 * raw.capacity(), RAW_BYTES));
            raw = ByteBuffer.allocate(grown).put(raw.flip());
            scratch = ByteBuffer.allocate(raw.capacity() + SCRATCH_MORE);
        }
    }

    /** {@return whether the block must be closed before an event} */
    boolean isFullFor(MarketEvent next) {
        return events >= blockEvents || events > 0 && raw.position() + TapeCodec.mostBytes(next) > RAW_BYTES;
    }

    /** Writes what is in memory only. */
    void write() throws IOException {
        if (events == writtenEvents) {
            return;
        }
        scratch.clear().position(Frames.OVERHEAD).putLong(block).putInt(pieces);
        scratch.putLong(pieceFirstSequence).putLong(codec.sequence()).putInt(events - writtenEvents);
        scratch.put(raw.array(), writtenBytes, raw.position() - writtenBytes);
        Frames.seal(scratch, 0);
        pieces++;
        dirty = true;
        open.append(scratch.flip());
        markWritten();
    }

    private void markWritten() {
        writtenEvents = events;
        writtenBytes = raw.position();
    }

    /** Returns once everything written survives a power cut. */
    void force() throws IOException {
        if (dirty) {
            open.force();
            dirty = false;
        }
    }

    /** Closes the block, durably; everything of it must be written. */
    Closed closeBlock() throws IOException {
        scratch.clear().position(Frames.OVERHEAD).putLong(block);
        scratch.putLong(firstSequence).putLong(codec.sequence()).putInt(events).putInt(raw.position());
        deflater.reset();
        deflater.setInput(raw.array(), 0, raw.position());
        deflater.finish();
        while (!deflater.finished()) {
            if (deflater.deflate(scratch) == 0 && !deflater.finished()) {
                throw new IOException("a block of " + raw.position() + " bytes grew by compression");
            }
        }
        Frames.seal(scratch, 0);
        Closed closed = new Closed(block, scratch.getInt(4), firstSequence, codec.sequence(), events);
        blocks.append(scratch.flip(), block, new byte[SegmentHeader.CHAIN_BYTES]);
        blocks.force();
        open.truncate(openHeaderBytes);
        block++;
        pieces = 0;
        events = 0;
        raw.clear();
        codec.reset();
        markWritten();
        dirty = true;
        return closed;
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        open.close();
        blocks.close();
    }
}
