package dev.tradewind.persistence;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Disk;
import dev.tradewind.monitor.AuditException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an audit trail, also while another process writes to it. Changes nothing; a torn tail is left out. Owned by one
 * thread.
 */
public final class AuditReader {

    private final Disk disk;
    private final Path folder;

    private AuditReader(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** {@return a reader of the trail in a data folder; there may be none} */
    public static AuditReader of(Path dataFolder) {
        return of(new SystemDisk(), dataFolder);
    }

    static AuditReader of(Disk disk, Path dataFolder) {
        return new AuditReader(disk, dataFolder.resolve(AuditLog.FOLDER));
    }

    /**
     * What a check of the trail alone found.
     *
     * @param whole   whether every row is as it was written; a torn last write is no damage
     * @param rows    rows that are whole
     * @param head    where it stands behind them
     * @param message in words: what it is, what it means, what to do
     */
    public record Found(boolean whole, long rows, AuditHead head, String message) {}

    /** Hears the rows of a trail in order. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A row.
         *
         * @param head where the trail stands behind it; to be asked for during the call only
         */
        void row(AuditRow row, Supplier<AuditHead> head);
    }

    /** {@return how many files there are} */
    int files() throws IOException {
        return SegmentFiles.highestNumber(disk, folder, SegmentFiles.AUDIT_SUFFIX);
    }

    /**
     * Checks every row: lengths, checksums, numbers, the chain, and what it says.
     *
     * @throws AuditException if the files cannot be read at all
     */
    public Found check(Listener each, Progress progress) {
        try {
            return checked(each, progress);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private AuditException unreadable(IOException cause) {
        return new AuditException(
                "The audit trail in " + folder + " cannot be read (" + cause + "). Make the folder readable for you, then try"
                        + " again.",
                cause);
    }

    private Found checked(Listener each, Progress progress) throws IOException {
        int files = files();
        if (files == 0) {
            return new Found(true, 0, new AuditHead(0, "0".repeat(32)), "There is no audit trail in " + folder + " yet.");
        }
        @Nullable AuditCursor before = null;
        @Nullable SegmentHeader first = null;
        for (int number = 1; number <= files; number++) {
            progress.at(number - 1, files);
            AuditSegment segment = AuditSegment.read(disk, folder, number);
            AuditCursor cursor = segment.cursor();
            if (cursor == null) {
                return damaged(before, segment, 0, segment.problem());
            }
            SegmentHeader header = segment.header();
            long expected = before == null ? 1 : before.row() + 1;
            if (header.first() != expected) {
                return damaged(before, segment, 0, "the file begins with row " + header.first() + ", not " + expected);
            }
            if (first != null && before != null && !header.continues(first, before.chain())) {
                return damaged(before, segment, 0, "the file does not continue the one before it");
            }
            first = first == null ? header : first;
            String unreadable = rows(cursor, each);
            if (!unreadable.isEmpty()) {
                return damaged(cursor, segment, cursor.start(), "row " + cursor.row() + ": " + unreadable);
            }
            if (!cursor.problem().isEmpty()) {
                return number == files && cursor.torn()
                        ? torn(cursor, segment)
                        : damaged(cursor, segment, cursor.end(), "row " + (cursor.row() + 1) + ": " + cursor.problem());
            }
            before = cursor;
        }
        AuditHead head = before == null ? new AuditHead(0, "0".repeat(32)) : before.head();
        return new Found(true, head.row(), head, "Audit trail intact: " + head.row()
                + (head.row() == 1 ? " row in " : " rows in ") + files + (files == 1 ? " file." : " files."));
    }

    private static String rows(AuditCursor cursor, Listener each) {
        try {
            while (cursor.next()) {
                each.row(cursor.read(), cursor::head);
            }
            return "";
        } catch (BadDataException e) {
            return "its content cannot be read: " + e.getMessage();
        }
    }

    private static Found torn(AuditCursor cursor, AuditSegment segment) {
        return new Found(true, cursor.row(), cursor.head(), "The audit trail's last write was torn or is under way: "
                + cursor.row() + " rows are whole, " + (segment.bytes() - cursor.end())
                + " bytes behind them do not count. What they were to record was not done.");
    }

    private static Found damaged(
            @Nullable AuditCursor last, AuditSegment segment, long offset, String reason) {
        AuditHead head = last == null ? new AuditHead(0, "0".repeat(32)) : last.head();
        return new Found(false, head.row(), head, "The audit trail is damaged (" + segment.file() + ", byte " + offset + "): "
                + reason + ". Its first " + head.row() + " rows are as they were written, nothing behind them can be"
                + " trusted. Compare it with the one in your last backup.");
    }

    /**
     * Reads the trail's rows below one, file by file from the newest on.
     *
     * @param belowRow rows before this one; {@link Long#MAX_VALUE} for the newest
     * @return those of one file, the newest first; empty where there are none
     * @throws AuditException if a file cannot be read, or is damaged so that its rows cannot
     */
    public List<AuditRow> block(long belowRow) {
        try {
            for (int number = files(); number >= 1 && belowRow > 1; number--) {
                AuditSegment segment = AuditSegment.read(disk, folder, number);
                AuditCursor cursor = segment.cursor();
                if (cursor == null) {
                    throw new AuditException("The audit trail is damaged (" + segment.file() + "): " + segment.problem()
                            + ". Its older rows are not shown; check it with tradewind audit verify.");
                }
                List<AuditRow> rows = rowsOf(segment, cursor, belowRow);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            return List.of();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static List<AuditRow> rowsOf(AuditSegment segment, AuditCursor cursor, long belowRow) {
        List<AuditRow> rows = new ArrayList<>();
        if (segment.header().first() >= belowRow) {
            return rows;
        }
        String unreadable = rows(cursor, (row, head) -> {
            if (row.row() < belowRow) {
                rows.add(row);
            }
        });
        if (!unreadable.isEmpty()) {
            throw new AuditException("The audit trail is damaged (" + segment.file() + "): row " + cursor.row() + ": "
                    + unreadable + ". Check it with tradewind audit verify.");
        }
        Collections.reverse(rows);
        return rows;
    }
}
