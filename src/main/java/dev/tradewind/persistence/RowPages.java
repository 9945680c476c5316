package dev.tradewind.persistence;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads a session's journal from its newest row backwards, some hundred rows at a time, however long it is: one pass over the
 * files remembers where each page begins, and later ones only take in what was written since. Rows' checksums are checked,
 * the chain is not. Timers and closed tape blocks are left out. The session may be running. Owned by one thread at a time.
 */
public final class RowPages {

    /** So many pages at most are looked through for an order. */
    private static final int MOST_LOOKED_AT = 400;

    private static final byte START_BOT = 1;
    private static final byte EDIT_BOT = 5;
    private static final byte SET_RISK_RULES = 19;

    private final Disk disk;
    private final Path session;
    private final Path folder;
    private final PageIndex pages = new PageIndex();
    private final List<JournalEntry> landmarks = new ArrayList<>();
    private int number;
    private int offset;
    private long lastRow;
    private String trouble = "";

    private RowPages(Disk disk, Path session) {
        this.disk = disk;
        this.session = session;
        this.folder = session.resolve(SessionScan.JOURNAL_FOLDER);
    }

    /** {@return the pages of a session's journal; nothing is read before {@link #refresh}} */
    public static RowPages of(Path session) {
        return of(new SystemDisk(), session);
    }

    static RowPages of(Disk disk, Path session) {
        return new RowPages(disk, session);
    }

    /**
     * Takes in what was written since.
     *
     * @throws JournalException if the files cannot be read
     */
    public void refresh(Progress progress) {
        try {
            int files = SegmentFiles.highestNumber(disk, folder, SegmentFiles.JOURNAL_SUFFIX);
            while (trouble.isEmpty() && (takeIn(number == files) && number < files)) {
                progress.at(number, files);
                number++;
                offset = 0;
            }
        } catch (IOException e) {
            throw JournalReader.unreadable(session, e);
        }
    }

    /** {@return whether the file was taken in to its end} */
    private boolean takeIn(boolean last) throws IOException {
        if (number == 0) {
            return true;
        }
        Path file = file(number);
        if (!disk.isFile(file)) {
            return stop(file, 0, "the file is missing");
        }
        if (disk.size(file) <= offset) {
            return true;
        }
        byte[] bytes;
        try {
            bytes = SegmentFiles.read(disk, file);
        } catch (BadDataException e) {
            return stop(file, 0, String.valueOf(e.getMessage()));
        }
        if (offset == 0 && !begin(file, bytes)) {
            return false;
        }
        Place from = new Place(number, offset, lastRow, 0, new byte[SegmentHeader.CHAIN_BYTES]);
        RowCursor cursor = new RowCursor(bytes, bytes.length, from, null);
        while (cursor.next()) {
            if (!take(cursor, file)) {
                return false;
            }
        }
        // the last row of a session that is running may be half there
        return cursor.problem().isEmpty() || last && cursor.torn() || stop(file, cursor.end(), cursor.problem());
    }

    private boolean begin(Path file, byte[] bytes) {
        if (SegmentHeader.parse(bytes, bytes.length, SegmentHeader.JOURNAL)
                        instanceof SegmentHeader.Parsed.Good(SegmentHeader header)
                && header.number() == number
                && header.first() == lastRow + 1) {
            offset = header.encodedBytes();
            pages.beginFile();
            return true;
        }
        return stop(file, 0, "it does not continue the file before it");
    }

    private boolean stop(Path file, long at, String reason) {
        trouble = "The journal is damaged at row " + (lastRow + 1) + " (" + file + ", byte " + at + "): " + reason
                + ". Rows before it are shown.";
        return false;
    }

    private boolean take(RowCursor cursor, Path file) {
        byte kind = cursor.kind();
        pages.row(number, cursor.start(), cursor.row(), cursor.timeNanos());
        lastRow = cursor.row();
        offset = cursor.end();
        try {
            if (kind == JournalCodec.SUBMIT || kind == JournalCodec.AMEND) {
                pages.order(orderOf(cursor.payload()));
            } else if (kind == JournalCodec.SESSION || kind == JournalCodec.COMMAND && isLandmark(cursor.payload())) {
                landmarks.add(entry(cursor));
            }
            return true;
        } catch (BadDataException e) {
            return stop(file, cursor.start(), "its content cannot be read: " + e.getMessage());
        }
    }

    private static long orderOf(ByteBuffer payload) throws BadDataException {
        if (payload.remaining() < 4) {
            throw new BadDataException("an order ends early");
        }
        return Fields.getNumber(payload.position(3));
    }

    private static boolean isLandmark(ByteBuffer payload) {
        byte kind = payload.hasRemaining() ? payload.get(0) : 0;
        return kind == START_BOT || kind == EDIT_BOT || kind == SET_RISK_RULES;
    }

    private static JournalEntry entry(RowCursor cursor) throws BadDataException {
        return JournalCodec.get(
                cursor.kind(), cursor.row(), cursor.sequence(), cursor.timeNanos(), cursor.payload());
    }

    private Path file(int fileNumber) {
        return SegmentFiles.file(folder, fileNumber, SegmentFiles.JOURNAL_SUFFIX);
    }

    /** {@return the last row taken in, 0 before the first} */
    public long lastRow() {
        return lastRow;
    }

    /** {@return what is wrong with the journal behind that row, in words; empty if nothing} */
    public String trouble() {
        return trouble;
    }

    /**
     * {@return in the order of their rows what other rows are understood by: the session's start, and the commands that start
     * a bot, edit one or set risk rules}
     */
    public List<JournalEntry> landmarks() {
        return Collections.unmodifiableList(landmarks);
    }

    /** {@return a row at or behind which all rows are at that time or later; every row there is, before a time that is past} */
    public long rowNotBefore(long timeNanos) {
        return pages.rowNotBefore(timeNanos, lastRow);
    }

    /**
     * {@return the rows of a page that are below a row, the newest first, without timers and tape blocks: perhaps none, while
     * there are more below {@link Page#firstRow}}
     *
     * @throws JournalException if they cannot be read
     */
    public Page below(long row) {
        int page = pages.holding(Math.min(row, lastRow + 1) - 1);
        if (page < 0) {
            return new Page(List.of(), 1, Long.MIN_VALUE);
        }
        List<JournalEntry> entries = read(page, row, false);
        Collections.reverse(entries);
        return new Page(entries, pages.firstRow(page), pages.firstNanos(page));
    }

    /**
     * Rows that follow each other.
     *
     * @param entries    the newest first
     * @param firstRow   the row the page begins with; 1 is the journal's beginning
     * @param firstNanos the engine's time of it
     */
    public record Page(List<JournalEntry> entries, long firstRow, long firstNanos) {}

    private List<JournalEntry> read(int page, long belowRow, boolean ordersOnly) {
        try {
            Path file = file(pages.file(page));
            int start = pages.offset(page);
            int end = pages.endsFile(page) ? (int) Math.min(disk.size(file), SegmentFiles.LIMIT_BYTES) : pages.offset(page + 1);
            ByteBuffer part = ByteBuffer.allocate(Math.max(0, end - start));
            disk.read(file, start, part);
            Place from = new Place(0, 0, pages.firstRow(page) - 1, 0, new byte[SegmentHeader.CHAIN_BYTES]);
            RowCursor cursor = new RowCursor(part.array(), part.position(), from, null);
            List<JournalEntry> entries = new ArrayList<>();
            while (cursor.row() < Math.min(belowRow - 1, pages.lastRow(page, lastRow)) && cursor.next()) {
                byte kind = cursor.kind();
                boolean order = kind == JournalCodec.SUBMIT || kind == JournalCodec.AMEND;
                if (order || !ordersOnly && kind != JournalCodec.TIMER && kind != JournalCodec.TAPE_BLOCK) {
                    entries.add(entry(cursor));
                }
            }
            if (!cursor.problem().isEmpty()) {
                throw new BadDataException(cursor.problem());
            }
            return entries;
        } catch (IOException e) {
            throw JournalReader.unreadable(session, e);
        } catch (BadDataException e) {
            throw new JournalException("The journal in " + session + " changed while it was read (" + e.getMessage()
                    + "); read it again.", e);
        }
    }

    /**
     * {@return what an order was last asked to be before a row: as it was sent, or as it was amended; empty where that is too
     * far back to be found}
     *
     * @throws JournalException if the files cannot be read
     */
    public Optional<OrderRequest> request(long clientOrderId, long belowRow) {
        int looked = 0;
        for (int page = pages.holding(belowRow - 1); page >= 0 && looked < MOST_LOOKED_AT; page--) {
            if (!pages.mayHold(page, clientOrderId)) {
                continue;
            }
            looked++;
            for (JournalEntry entry : read(page, belowRow, true).reversed()) {
                OrderRequest request = switch (entry) {
                    case JournalEntry.SubmitIntended submit -> submit.request();
                    case JournalEntry.AmendIntended amend -> amend.request();
                    default -> throw new IllegalStateException("only orders were read");
                };
                if (request.clientOrderId() == clientOrderId) {
                    return Optional.of(request);
                }
            }
        }
        return Optional.empty();
    }
}
