package dev.tradewind.persistence;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tape: first where its blocks are and whether they are whole, then event by event. Its first files may have been
 * dropped. Holds one file and one block in memory. Owned by one thread.
 */
final class TapeScan {

    /** A closed block, or the pieces of the open one together ({@code compressed} false). */
    record Block(Tape.Closed closed, int file, int offset, int rawBytes, boolean compressed) {}

    /** Where a block's events are and what is wrong there. */
    record Problem(Path file, long offset, String reason) {}

    private final Disk disk;
    private final Path folder;
    private final SegmentHeader journal;
    private final List<Block> blocks = new ArrayList<>();
    private final TapeCodec codec = new TapeCodec();
    private byte[] openEvents = new byte[0];
    private int openFirstPieceOffset;
    private long firstBlock = 1;
    private int files;
    private long lastFileEnd;
    private long droppedBytes;
    private @Nullable Problem problem;

    private int loadedFile;
    private byte[] loaded = new byte[0];
    private int nextBlock;
    private int leftInBlock;
    private boolean pushedBack;
    private ByteBuffer events = ByteBuffer.allocate(0);
    private @Nullable TapeEvent current;

    /** @param journal header of the journal it must belong to */
    TapeScan(Disk disk, Path folder, SegmentHeader journal) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.journal = journal;
        files = SegmentFiles.highestNumber(disk, folder, SegmentFiles.TAPE_SUFFIX);
        if (files == 0) {
            problem = new Problem(folder, 0, "the tape is missing");
        }
        int lowest = SegmentFiles.lowestNumber(disk, folder, SegmentFiles.TAPE_SUFFIX);
        for (int number = lowest; number <= files && problem == null; number++) {
            indexFile(number, number == lowest);
        }
        if (problem == null) {
            indexOpenBlock();
        }
    }

    /** The same tape again, before its first event. */
    TapeScan(TapeScan other) {
        disk = other.disk;
        folder = other.folder;
        journal = other.journal;
        blocks.addAll(other.blocks);
        openEvents = other.openEvents;
        openFirstPieceOffset = other.openFirstPieceOffset;
        firstBlock = other.firstBlock;
        files = other.files;
        lastFileEnd = other.lastFileEnd;
        droppedBytes = other.droppedBytes;
        problem = other.problem;
    }

    private void indexFile(int number, boolean lowest) throws IOException {
        Path path = SegmentFiles.file(folder, number, SegmentFiles.TAPE_SUFFIX);
        byte[] bytes = load(path);
        int at = problem == null ? checkHeader(path, bytes, SegmentHeader.TAPE, number, lowest) : bytes.length;
        while (at < bytes.length && problem == null) {
            long expected = nextNumber();
            String wrong = Frames.problem(bytes, at, Tape.BLOCK_HEAD, 0);
            if (!wrong.isEmpty()) {
                if (number < files
                        || Frames.anyAfter(bytes, bytes.length, at + 1, Tape.BLOCK_HEAD, expected, expected + bytes.length)) {
                    problem = new Problem(path, at, "tape block " + expected + ": " + wrong);
                } else {
                    droppedBytes += bytes.length - at;
                }
                break;
            }
            ByteBuffer head = ByteBuffer.wrap(bytes, at + 4, Tape.BLOCK_HEAD + 4);
            int checksum = head.getInt();
            Tape.Closed closed =
                    new Tape.Closed(head.getLong(), checksum, head.getLong(), head.getLong(), head.getInt());
            if (closed.block() != expected) {
                problem = new Problem(path, at, "tape block " + closed.block() + " stands where " + expected + " should");
                break;
            }
            blocks.add(new Block(closed, number, at, head.getInt(), true));
            at += Frames.OVERHEAD + Frames.length(bytes, at);
        }
        lastFileEnd = at;
    }

    /** {@return the number the block after those known so far has} */
    private long nextNumber() {
        return firstBlock + blocks.size();
    }

    private byte[] load(Path path) throws IOException {
        if (!disk.isFile(path)) {
            problem = new Problem(path, 0, "the file is missing");
            return new byte[0];
        }
        try {
            return SegmentFiles.read(disk, path);
        } catch (BadDataException e) {
            problem = new Problem(path, 0, e.getMessage());
            return new byte[0];
        }
    }

    /** {@return where the content begins} */
    private int checkHeader(Path path, byte[] bytes, long magic, int number, boolean lowest) {
        String reason =
                switch (SegmentHeader.parse(bytes, bytes.length, magic)) {
                    case SegmentHeader.Parsed.Good(SegmentHeader good)
                    when good.number() == number
                            && good.identity().equals(journal.identity())
                            && good.createdNanos() == journal.createdNanos() -> placed(good, magic, lowest);
                    case SegmentHeader.Parsed.Good(SegmentHeader good) ->
                        "the file belongs to another session: " + good.identity();
                    case SegmentHeader.Parsed.Foreign() -> "the file does not begin like a tape";
                    case SegmentHeader.Parsed.Version(int found) ->
                        "the file has format version " + found + ", this program reads " + SegmentHeader.VERSION;
                    case SegmentHeader.Parsed.Broken(String broken) -> broken;
                };
        if (!reason.isEmpty()) {
            problem = new Problem(path, 0, reason);
        }
        return journal.encodedBytes();
    }

    /** {@return what is wrong with the number of the block a file begins with; empty if nothing} */
    private String placed(SegmentHeader good, long magic, boolean lowest) {
        if (magic == SegmentHeader.TAPE && lowest) {
            firstBlock = good.first();
            return (good.number() == 1) == (firstBlock == 1) ? "" : "the file begins with tape block " + firstBlock;
        }
        boolean follows = magic != SegmentHeader.TAPE || good.first() == nextNumber();
        return follows ? "" : "the file begins with tape block " + good.first() + " where " + nextNumber() + " should be";
    }

    private void indexOpenBlock() throws IOException {
        Path path = folder.resolve(Tape.OPEN_FILE);
        byte[] bytes = load(path);
        int at = problem == null ? checkHeader(path, bytes, SegmentHeader.OPEN_BLOCK, 1, false) : bytes.length;
        ByteBuffer raw = ByteBuffer.allocate(bytes.length);
        long block = nextNumber();
        int pieces = 0;
        int count = 0;
        long first = 0;
        long last = 0;
        openFirstPieceOffset = at;
        while (at < bytes.length && problem == null) {
            String wrong = Frames.problem(bytes, at, Tape.PIECE_HEAD, 0);
            ByteBuffer head = ByteBuffer.wrap(bytes);
            if (wrong.isEmpty() && head.getLong(at + Frames.OVERHEAD) < block) {
                return; // the block was closed, only emptying the file did not happen any more
            }
            if (wrong.isEmpty() && (head.getLong(at + 8) != block || head.getInt(at + 16) != pieces)) {
                wrong = "it is piece " + head.getInt(at + 16) + " of block " + head.getLong(at + 8);
                problem = new Problem(path, at, "piece " + pieces + " of tape block " + block + ": " + wrong);
            } else if (!wrong.isEmpty()) {
                // a write that was lost, even where later ones are there; were an intent among them, its row would tell
                droppedBytes += bytes.length - at;
                break;
            } else {
                first = pieces == 0 ? head.getLong(at + 20) : first;
                last = head.getLong(at + 28);
                count += head.getInt(at + 36);
                int content = Frames.length(bytes, at) - Tape.PIECE_HEAD;
                raw.put(bytes, at + Frames.OVERHEAD + Tape.PIECE_HEAD, content);
                pieces++;
                at += Frames.OVERHEAD + Tape.PIECE_HEAD + content;
            }
        }
        if (count > 0 && problem == null) {
            openEvents = new byte[raw.position()];
            raw.get(0, openEvents);
            Tape.Closed whole = new Tape.Closed(block, 0, first, last, count);
            blocks.add(new Block(whole, 0, openFirstPieceOffset, openEvents.length, false));
        }
    }

    /** {@return what is wrong with the tape, null if nothing} */
    @Nullable Problem problem() {
        return problem;
    }

    /** {@return bytes of torn writes} */
    long droppedBytes() {
        return droppedBytes;
    }

    /** {@return blocks in order, the open one last if it holds anything} */
    List<Block> blocks() {
        return blocks;
    }

    /** {@return closed block {@code number}, or null} */
    @Nullable Block closed(long number) {
        if (number < firstBlock || number >= nextNumber()) {
            return null;
        }
        Block block = blocks.get((int) (number - firstBlock));
        return block.compressed() ? block : null;
    }

    /** {@return the number of the first block that is still there} */
    long firstBlock() {
        return firstBlock;
    }

    int files() {
        return files;
    }

    /** {@return where the last whole block of the last file ends} */
    long lastFileEnd() {
        return lastFileEnd;
    }

    Path file(Block block) {
        return block.compressed()
                ? SegmentFiles.file(folder, block.file(), SegmentFiles.TAPE_SUFFIX)
                : folder.resolve(Tape.OPEN_FILE);
    }

    /**
     * Moves behind an input: what {@link #next} gives then comes after it.
     *
     * @param block the block that holds the input's event, or would hold the next
     * @return how many events of that block come up to the input
     */
    int moveBehind(long block, long sequence) throws IOException {
        int index = (int) Math.min(block - firstBlock, blocks.size());
        rewindTo(index);
        int before = 0;
        while (index < blocks.size() && before < blocks.get(index).closed().events() && next()) {
            if (event().sequence() > sequence) {
                pushedBack = true;
                break;
            }
            before++;
        }
        return before;
    }

    /** Goes back to the beginning of the block at {@code index} of {@link #blocks()}. */
    void rewindTo(int index) {
        nextBlock = index;
        leftInBlock = 0;
        pushedBack = false;
    }

    /** Moves to the next event; false after the last one and where something is wrong. */
    boolean next() throws IOException {
        if (pushedBack) {
            pushedBack = false;
            return true;
        }
        while (leftInBlock == 0) {
            if (problem != null || nextBlock == blocks.size()) {
                return false;
            }
            begin(blocks.get(nextBlock++));
        }
        Block block = blocks.get(nextBlock - 1);
        try {
            MarketEvent event = codec.get(events);
            leftInBlock--;
            current = new TapeEvent(codec.sequence(), codec.timeNanos(), event);
            if (leftInBlock == 0) {
                Fields.requireEnd(events);
                if (codec.sequence() != block.closed().lastSequence()) {
                    throw new BadDataException("it ends with input " + codec.sequence());
                }
            }
            return true;
        } catch (BadDataException | BufferUnderflowException e) {
            problem = contentProblem(block, e instanceof BadDataException ? e.getMessage() : "it ends early");
            leftInBlock = 0;
            return false;
        }
    }

    private Problem contentProblem(Block block, String reason) {
        return new Problem(
                file(block), block.offset(), "tape block " + block.closed().block() + " cannot be read: " + reason);
    }

    private void begin(Block block) throws IOException {
        codec.reset();
        if (!block.compressed()) {
            events = ByteBuffer.wrap(openEvents);
            leftInBlock = block.closed().events();
            return;
        }
        if (loadedFile != block.file()) {
            loaded = load(file(block));
            loadedFile = block.file();
        }
        try {
            if (!Frames.problem(loaded, block.offset(), Tape.BLOCK_HEAD, 0).isEmpty()) {
                throw new BadDataException("it changed while it was read");
            }
            events = ByteBuffer.wrap(inflate(block));
            leftInBlock = block.closed().events();
        } catch (BadDataException e) {
            problem = contentProblem(block, e.getMessage());
        }
    }

    private byte[] inflate(Block block) throws BadDataException {
        if (block.rawBytes() < 0 || block.rawBytes() > Frames.MAX_CONTENT) {
            throw new BadDataException("its size " + block.rawBytes() + " is impossible");
        }
        byte[] raw = new byte[block.rawBytes()];
        try (Inflater inflater = new Inflater()) {
            int from = block.offset() + Frames.OVERHEAD + Tape.BLOCK_HEAD;
            inflater.setInput(loaded, from, Frames.length(loaded, block.offset()) - Tape.BLOCK_HEAD);
            if (inflater.inflate(raw) != raw.length || raw.length > 0 && !inflater.finished()) {
                throw new BadDataException("its compressed events end early");
            }
            return raw;
        } catch (DataFormatException e) {
            throw new BadDataException("its compressed events are garbled");
        }
    }

    /** {@return the event {@link #next} moved to} */
    TapeEvent event() {
        TapeEvent event = current;
        if (event == null) {
            throw new IllegalStateException("there is no event yet");
        }
        return event;
    }
}
