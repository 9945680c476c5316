package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a journal from the first on, checking everything: headers, lengths, checksums, numbering, chain
 * and content. Holds one file in memory. Owned by one thread.
 */
final class JournalScan {

    private final Disk disk;
    private final Path folder;
    private final @Nullable String identity;
    private int files;
    private final ChainHash chainHash = new ChainHash();
    private final byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
    private byte[] chainBefore = new byte[SegmentHeader.CHAIN_BYTES];
    private byte[] bytes = new byte[0];
    private int number;
    private int at;
    private int rowStart;
    private long row;
    private long sequence;
    private long droppedBytes;
    private @Nullable SegmentHeader header;
    private @Nullable JournalEntry entry;
    private @Nullable JournalCheck failure;

    /** @param identity whose journal it must be; null takes any */
    JournalScan(Disk disk, Path folder, @Nullable String identity) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.identity = identity;
        countFiles();
    }

    private void countFiles() throws IOException {
        files = SegmentFiles.highestNumber(disk, folder, SegmentFiles.JOURNAL_SUFFIX);
        if (files == 0) {
            String reason = disk.isFolder(folder) ? "there is no file 00000001.twj in it" : "there is no such folder";
            failure = new JournalCheck.NotAJournal(folder, reason);
        }
    }

    /** Moves to the next row; false at the end, be it a good one, a torn one or damage. */
    boolean next() throws IOException {
        while (failure == null && droppedBytes == 0) {
            if (at < bytes.length) {
                return readRow();
            }
            if (number == files) {
                return false;
            }
            openNextFile();
        }
        return false;
    }

    /**
     * Takes in what was appended since; for a reader that follows a journal being written. Then {@link #next} may go on,
     * also behind a row that was only half written before.
     */
    void refresh() throws IOException {
        if (failure != null) {
            return;
        }
        files = Math.max(files, SegmentFiles.highestNumber(disk, folder, SegmentFiles.JOURNAL_SUFFIX));
        droppedBytes = 0;
        if (number > 0) {
            int size = Math.max((int) Math.min(disk.size(file()), SegmentFiles.LIMIT_BYTES), at);
            ByteBuffer grown = ByteBuffer.wrap(Arrays.copyOf(bytes, size)).position(at);
            disk.read(file(), at, grown);
            bytes = Arrays.copyOf(grown.array(), grown.position());
        }
    }

    /** Goes back before the first row. */
    void restart() throws IOException {
        bytes = new byte[0];
        number = 0;
        at = 0;
        row = 0;
        sequence = 0;
        droppedBytes = 0;
        header = null;
        entry = null;
        failure = null;
        countFiles();
    }

    private void openNextFile() throws IOException {
        Path path = SegmentFiles.file(folder, number + 1, SegmentFiles.JOURNAL_SUFFIX);
        if (!disk.isFile(path)) {
            failure = damaged(path, 0, "the file is missing");
            return;
        }
        try {
            bytes = SegmentFiles.read(disk, path);
        } catch (BadDataException e) {
            failure = damaged(path, 0, e.getMessage());
            return;
        }
        number++;
        at = 0;
        switch (SegmentHeader.parse(bytes, SegmentHeader.JOURNAL)) {
            case SegmentHeader.Parsed.Good(SegmentHeader good) -> accept(path, good);
            case SegmentHeader.Parsed.Foreign() ->
                failure = number == 1
                        ? new JournalCheck.NotAJournal(path, "it does not begin like one")
                        : damaged(path, 0, "the file does not begin like a journal");
            case SegmentHeader.Parsed.Version(int found) ->
                failure = new JournalCheck.UnknownVersion(path, found, SegmentHeader.VERSION);
            case SegmentHeader.Parsed.Broken(String reason) -> failure = damaged(path, 0, reason);
        }
    }

    private void accept(Path path, SegmentHeader good) {
        SegmentHeader first = header;
        if (identity != null && !good.identity().equals(identity)) {
            failure = new JournalCheck.OtherIdentity(path, good.identity(), identity);
        } else if (first == null) {
            header = good;
            System.arraycopy(ChainHash.first(good), 0, chain, 0, chain.length);
        }
        if (good.number() != number || good.first() != row + 1) {
            failure = damaged(path, 0, "the file begins with row " + good.first());
        } else if (first != null
                && !(Arrays.equals(good.chain(), chain)
                        && good.identity().equals(first.identity())
                        && good.createdNanos() == first.createdNanos())) {
            failure = damaged(path, 0, "the file does not continue the one before it");
        }
        at = good.encodedBytes();
    }

    private boolean readRow() {
        String problem = Frames.problem(bytes, at, RowBuffer.ROW_HEAD, SegmentHeader.CHAIN_BYTES);
        if (!problem.isEmpty()) {
            if (number == files && !Frames.anyAfter(bytes, at + 1, RowBuffer.ROW_HEAD, row + 1, row + bytes.length)) {
                droppedBytes = bytes.length - at;
            } else {
                failure = damaged(file(), at, problem);
            }
            return false;
        }
        int length = Frames.length(bytes, at);
        ByteBuffer content = ByteBuffer.wrap(bytes, at + Frames.OVERHEAD, length);
        long foundRow = content.getLong();
        long foundSequence = content.getLong();
        long timeNanos = content.getLong();
        byte kind = content.get();
        if (foundRow != row + 1) {
            failure = damaged(file(), at, "row " + foundRow + " stands there");
            return false;
        }
        return checkChain(at + Frames.OVERHEAD + length) && decode(kind, foundSequence, timeNanos, content.slice());
    }

    private boolean checkChain(int end) {
        chainBefore = chain.clone();
        chainHash.link(bytes, at, end - at, chain);
        byte[] expected = chain.clone();
        int next = end + chain.length;
        if (Arrays.equals(chain, 0, chain.length, bytes, end, next)) {
            return true;
        }
        System.arraycopy(chainBefore, 0, chain, 0, chain.length);
        if (number == files && unwrittenFrom(expected, end)) {
            droppedBytes = bytes.length - at;
        } else {
            failure = damaged(file(), at, "its chain hash does not follow from the row before it");
        }
        return false;
    }

    /** {@return whether the file holds the beginning of the chain hash and then zeros to its end: a write torn there} */
    private boolean unwrittenFrom(byte[] expected, int end) {
        int written = Arrays.mismatch(expected, 0, expected.length, bytes, end, end + expected.length);
        for (int i = end + written; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean decode(byte kind, long foundSequence, long timeNanos, ByteBuffer payload) {
        if (foundSequence < sequence) {
            failure = damaged(file(), at, "it belongs to input " + foundSequence + " but stands after " + sequence);
            return false;
        }
        int length = payload.remaining();
        try {
            entry = JournalCodec.get(kind, row + 1, foundSequence, timeNanos, payload);
        } catch (BadDataException e) {
            failure = damaged(file(), at, "its content cannot be read: " + e.getMessage());
            return false;
        }
        row++;
        sequence = foundSequence;
        rowStart = at;
        at += Frames.OVERHEAD + RowBuffer.ROW_HEAD + length + SegmentHeader.CHAIN_BYTES;
        return true;
    }

    private JournalCheck.Damaged damaged(Path path, long offset, String reason) {
        return new JournalCheck.Damaged(row + 1, path, offset, reason);
    }

    /** {@return the row {@link #next} moved to} */
    JournalEntry entry() {
        JournalEntry current = entry;
        if (current == null) {
            throw new IllegalStateException("there is no row yet");
        }
        return current;
    }

    /** {@return the first file's header, once a row was read or the end reached without a failure} */
    SegmentHeader header() {
        SegmentHeader first = header;
        if (first == null) {
            throw new IllegalStateException("no file was read");
        }
        return first;
    }

    /** {@return what stops the scan, null while nothing does} */
    @Nullable JournalCheck failure() {
        return failure;
    }

    /** {@return bytes of a torn tail; 0 where there is none} */
    long droppedBytes() {
        return droppedBytes;
    }

    /** {@return the number of the last good row} */
    long row() {
        return row;
    }

    int files() {
        return files;
    }

    /** {@return the number of the file read last} */
    int fileNumber() {
        return number;
    }

    Path file() {
        return SegmentFiles.file(folder, number, SegmentFiles.JOURNAL_SUFFIX);
    }

    /** {@return where the current row begins} */
    int rowStart() {
        return rowStart;
    }

    /** {@return where the last good row ends} */
    int goodEnd() {
        return at;
    }

    int fileBytes() {
        return bytes.length;
    }

    /** {@return the chain hash before the current row} */
    byte[] chainBefore() {
        return chainBefore.clone();
    }

    /** {@return the chain hash after the last good row} */
    byte[] chain() {
        return chain.clone();
    }
}
