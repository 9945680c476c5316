package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a journal in order and reads their content: from the first on, checking everything (headers,
 * lengths, checksums, numbering, chain), or from a place on whose chain was checked before. Holds one file in memory. Owned
 * by one thread.
 */
final class JournalScan {

    private static final Place NOWHERE = new Place(0, 0, 0, 0, new byte[SegmentHeader.CHAIN_BYTES]);

    private final Disk disk;
    private final Path folder;
    private final @Nullable String identity;
    private final @Nullable ChainHash chainHash;
    private final long lastRow;
    private final int mostBytes;
    private int files;
    private byte[] bytes = new byte[0];
    private RowCursor cursor = new RowCursor(bytes, 0, NOWHERE, null);
    private int number;
    /** Where in the file what was read of it begins. */
    private int base;

    private long droppedBytes;
    private @Nullable SegmentHeader header;
    private @Nullable JournalEntry entry;
    private @Nullable JournalCheck failure;

    /**
     * From the first row on.
     *
     * @param identity whose journal it must be; null takes any
     */
    JournalScan(Disk disk, Path folder, @Nullable String identity) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.identity = identity;
        this.chainHash = new ChainHash();
        this.lastRow = Long.MAX_VALUE;
        this.mostBytes = (int) SegmentFiles.LIMIT_BYTES;
        countFiles();
    }

    /** The first row only, whoever's journal it is: no more is read than it can take. */
    JournalScan(Disk disk, Path folder) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.identity = null;
        this.chainHash = new ChainHash();
        this.lastRow = 1;
        this.mostBytes =
                SegmentHeader.MAX_BYTES + Frames.OVERHEAD + Frames.MAX_CONTENT + SegmentHeader.CHAIN_BYTES;
        countFiles();
    }

    /** The rows behind a place of a journal whose chain was checked, up to row {@code lastRow}. */
    JournalScan(Disk disk, Path folder, SegmentHeader header, Place from, long lastRow) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.identity = null;
        this.chainHash = null;
        this.header = header;
        this.lastRow = lastRow;
        this.mostBytes = (int) SegmentFiles.LIMIT_BYTES;
        countFiles();
        number = from.file();
        if (number > 0 && failure == null) {
            base = from.offset();
            ByteBuffer rest = ByteBuffer.allocate((int) Math.max(0, disk.size(file()) - base));
            disk.read(file(), base, rest);
            bytes = rest.array();
            Place start = new Place(number, 0, from.row(), from.sequence(), from.chain());
            cursor = new RowCursor(bytes, rest.position(), start, null);
        }
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
        while (failure == null && droppedBytes == 0 && cursor.row() < lastRow) {
            if (cursor.next()) {
                return decode();
            }
            if (!cursor.problem().isEmpty()) {
                stop();
                return false;
            }
            if (number == files) {
                return false;
            }
            openNextFile();
        }
        return false;
    }

    private void stop() {
        if (number == files && cursor.torn()) {
            droppedBytes = cursor.length() - cursor.end();
        } else {
            failure = new JournalCheck.Damaged(cursor.row() + 1, file(), base + cursor.end(), cursor.problem());
        }
    }

    private boolean decode() {
        ByteBuffer payload = cursor.payload();
        try {
            entry = JournalCodec.get(cursor.kind(), cursor.row(), cursor.sequence(), cursor.timeNanos(), payload);
            return true;
        } catch (BadDataException e) {
            failure = new JournalCheck.Damaged(
                    cursor.row(), file(), base + cursor.start(), "its content cannot be read: " + e.getMessage());
            return false;
        }
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
            int at = cursor.end();
            int size = Math.max((int) Math.min(disk.size(file()), SegmentFiles.LIMIT_BYTES), at);
            ByteBuffer grown = ByteBuffer.wrap(Arrays.copyOf(bytes, size)).position(at);
            disk.read(file(), at, grown);
            Place place = cursor.place(number);
            bytes = Arrays.copyOf(grown.array(), grown.position());
            cursor = new RowCursor(bytes, bytes.length, place, chainHash);
        }
    }

    /** Goes back before the first row. */
    void restart() throws IOException {
        bytes = new byte[0];
        cursor = new RowCursor(bytes, 0, NOWHERE, null);
        number = 0;
        base = 0;
        droppedBytes = 0;
        header = null;
        entry = null;
        failure = null;
        countFiles();
    }

    private void openNextFile() throws IOException {
        Path path = SegmentFiles.file(folder, number + 1, SegmentFiles.JOURNAL_SUFFIX);
        if (!disk.isFile(path)) {
            failure = damaged(path, "the file is missing");
            return;
        }
        try {
            bytes = SegmentFiles.read(disk, path, mostBytes);
        } catch (BadDataException e) {
            failure = damaged(path, e.getMessage());
            return;
        }
        number++;
        base = 0;
        switch (SegmentHeader.parse(bytes, bytes.length, SegmentHeader.JOURNAL)) {
            case SegmentHeader.Parsed.Good(SegmentHeader good) -> accept(path, good);
            case SegmentHeader.Parsed.Foreign() ->
                failure = number == 1
                        ? new JournalCheck.NotAJournal(path, "it does not begin like one")
                        : damaged(path, "the file does not begin like a journal");
            case SegmentHeader.Parsed.Version(int found) ->
                failure = new JournalCheck.UnknownVersion(path, found, SegmentHeader.VERSION);
            case SegmentHeader.Parsed.Broken(String reason) -> failure = damaged(path, reason);
        }
    }

    private void accept(Path path, SegmentHeader good) {
        SegmentHeader first = header;
        if (identity != null && !good.identity().equals(identity)) {
            failure = new JournalCheck.OtherIdentity(path, good.identity(), identity);
            return;
        }
        if (good.number() != number || good.first() != cursor.row() + 1) {
            failure = damaged(path, "the file begins with row " + good.first());
            return;
        }
        byte[] chain = first == null ? ChainHash.first(good) : cursor.place(number).chain();
        if (first == null) {
            header = good;
        } else if (!good.continues(first, chain)) {
            failure = damaged(path, "the file does not continue the one before it");
            return;
        }
        cursor = new RowCursor(bytes, bytes.length, Place.before(good, chain, cursor.sequence()), chainHash);
    }

    private JournalCheck.Damaged damaged(Path path, String reason) {
        return new JournalCheck.Damaged(cursor.row() + 1, path, 0, reason);
    }

    /** {@return the row {@link #next} moved to} */
    JournalEntry entry() {
        JournalEntry current = entry;
        if (current == null) {
            throw new IllegalStateException("there is no row yet");
        }
        return current;
    }

    /** {@return what stops the scan, null while nothing does} */
    @Nullable JournalCheck failure() {
        return failure;
    }

    /** {@return the number of the last good row} */
    long row() {
        return cursor.row();
    }

    Path file() {
        return SegmentFiles.file(folder, number, SegmentFiles.JOURNAL_SUFFIX);
    }

    /** {@return where the current row begins} */
    int rowStart() {
        return base + cursor.start();
    }

    /** {@return behind the last good row} */
    Place place() {
        Place place = cursor.place(number);
        return new Place(number, base + place.offset(), place.row(), place.sequence(), place.chain());
    }

    /** {@return the chain hash after the last good row} */
    byte[] chain() {
        return cursor.place(number).chain();
    }
}
