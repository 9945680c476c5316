package dev.tradewind.persistence;

import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.Disk;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail in files of the folder {@code audit}, which only ever grow: rows numbered without holes, each with the time
 * and a chain hash over all before it, each forced to the disk before {@link #record} returns. What a crash left of the last
 * row is cut off before the next is written; any other damage is named, nothing is changed and nothing is recorded until
 * somebody has looked at it. Several processes may record, one row at a time each; any may read. Safe on any thread.
 */
public final class AuditLog implements AuditTrail, AutoCloseable {

    /** The folder's name in the data folder. */
    public static final String FOLDER = "audit";

    /** A new file is begun once the last one has this size: opening reads one file. */
    static final long ROLL_BYTES = 1L << 20;

    private static final String IDENTITY = "audit";

    private final Disk disk;
    private final Path folder;
    private final Clock clock;
    private final long rollBytes;
    private final ChainHash chainHash = new ChainHash();
    private final AuditTurn turn;
    private byte[] chain = new byte[SegmentHeader.CHAIN_BYTES];
    private long row;
    private long createdNanos;
    private int number;
    private long size;
    private Disk.@Nullable OpenFile file;
    private String found = "";
    private String damage = "";
    private boolean closed;

    private AuditLog(Disk disk, Path folder, Clock clock, long rollBytes, AuditTurn turn) {
        this.disk = disk;
        this.folder = folder;
        this.clock = clock;
        this.rollBytes = rollBytes;
        this.turn = turn;
    }

    /**
     * Opens the trail of a data folder for writing, and begins it where there is none.
     *
     * @param clock the wall clock
     * @param first the first row of a trail that begins
     * @throws AuditException if it cannot be read or begun
     */
    public static AuditLog open(Path dataFolder, Clock clock, Supplier<AuditEntry> first) {
        Path folder = dataFolder.resolve(FOLDER);
        Disk disk = new SystemDisk();
        try {
            disk.createFolder(folder);
            return opened(new AuditLog(disk, folder, clock, ROLL_BYTES, AuditTurn.in(folder)), first);
        } catch (IOException e) {
            throw unopened(folder, e);
        }
    }

    /** As above, on a disk that is this program's alone. */
    public static AuditLog open(Disk disk, Path dataFolder, Clock clock, Supplier<AuditEntry> first) {
        return open(disk, dataFolder, clock, first, ROLL_BYTES);
    }

    static AuditLog open(Disk disk, Path dataFolder, Clock clock, Supplier<AuditEntry> first, long rollBytes) {
        Path folder = dataFolder.resolve(FOLDER);
        try {
            disk.createFolder(folder);
            return opened(new AuditLog(disk, folder, clock, rollBytes, AuditTurn.alone()), first);
        } catch (IOException e) {
            throw unopened(folder, e);
        }
    }

    private static AuditLog opened(AuditLog log, Supplier<AuditEntry> first) throws IOException {
        try (AuditTurn.Held held = log.turn.take()) {
            log.catchUp();
            if (log.row == 0 && log.damage.isEmpty()) {
                log.append(first.get());
            }
            return log;
        } catch (IOException | RuntimeException e) {
            log.turn.close();
            throw e;
        }
    }

    private static AuditException unopened(Path folder, IOException cause) {
        return new AuditException(
                "The audit trail in " + folder + " cannot be opened (" + cause + "). Nothing was changed. Make the folder"
                        + " readable and writable for you, then start Tradewind again.",
                cause);
    }

    /** Takes in what other processes wrote, and cuts off what a crash left. */
    private void catchUp() throws IOException {
        if (file != null && !disk.isFile(path(number + 1)) && disk.isFile(path(number)) && disk.size(path(number)) == size) {
            return;
        }
        closeFile();
        int last = SegmentFiles.highestNumber(disk, folder, SegmentFiles.AUDIT_SUFFIX);
        if (last == 0) {
            begin();
        } else {
            goOnIn(last);
        }
    }

    private void begin() throws IOException {
        if (row > 0) {
            refuse(0, "its files are gone while it was being written");
            return;
        }
        createdNanos = clock.nowNanos();
        SegmentHeader header = header(1, 1);
        disk.replace(path(1), header.encode());
        number = 1;
        size = header.encodedBytes();
        chain = ChainHash.first(header);
        file = disk.open(path(1));
    }

    private SegmentHeader header(int fileNumber, long firstRow) {
        return new SegmentHeader(SegmentHeader.AUDIT, fileNumber, firstRow, createdNanos, chain.clone(), IDENTITY);
    }

    private Path path(int fileNumber) {
        return SegmentFiles.file(folder, fileNumber, SegmentFiles.AUDIT_SUFFIX);
    }

    private void goOnIn(int last) throws IOException {
        number = last;
        AuditSegment segment = AuditSegment.read(disk, folder, last);
        AuditCursor cursor = segment.cursor();
        if (cursor == null) {
            refuse(0, segment.problem());
            return;
        }
        while (cursor.next()) {
            // to the last whole row
        }
        if (!cursor.problem().isEmpty() && !cursor.torn()) {
            refuse(cursor.end(), "row " + (cursor.row() + 1) + ": " + cursor.problem());
            return;
        }
        if (cursor.row() < row) {
            refuse(cursor.end(), "it ends with row " + cursor.row() + ", but row " + row + " was written");
            return;
        }
        damage = "";
        createdNanos = segment.header().createdNanos();
        row = cursor.row();
        chain = cursor.chain();
        size = cursor.end();
        Disk.OpenFile open = disk.open(path(last));
        file = open;
        if (segment.bytes() > size) {
            open.truncate(size);
            open.force();
            found = "The audit trail's last write was torn: " + row + " rows are whole, " + (segment.bytes() - size)
                    + " bytes behind them were cut off. What they were to record was not done.";
        }
    }

    private void refuse(long offset, String reason) {
        damage = "The audit trail is damaged (" + path(number) + ", byte " + offset + "): " + reason
                + ". Nothing was changed in it, and what has to be recorded is not done until it is whole; sessions already"
                + " running go on. Restore the folder " + FOLDER
                + " from a backup; or move it away, and a new trail begins and says so.";
        found = damage;
    }

    /** {@return what was wrong with the trail when it was opened, in words; empty if nothing was} */
    public synchronized String found() {
        return found;
    }

    /** {@return where the trail stands, as far as this process knows} */
    public synchronized AuditHead head() {
        return new AuditHead(row, HexFormat.of().formatHex(chain));
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        if (closed) {
            throw new AuditException("The audit trail is closed; " + entry.action() + " was not recorded and not done.");
        }
        try (AuditTurn.Held held = turn.take()) {
            catchUp();
            if (!damage.isEmpty()) {
                throw new AuditException(damage);
            }
            append(entry);
        } catch (IOException e) {
            throw new AuditException(
                    "The audit trail in " + folder + " cannot be written (" + e + "), so this was not done: " + entry.action()
                            + (entry.subject().isEmpty() ? "" : ", " + entry.subject())
                            + ". Orders and running sessions are not touched. Free some space or make the folder writable,"
                            + " then try again.",
                    e);
        }
    }

    private Disk.OpenFile rolled(Disk.OpenFile open) throws IOException {
        if (size < rollBytes) {
            return open;
        }
        SegmentHeader header = header(number + 1, row + 1);
        disk.replace(path(number + 1), header.encode());
        Disk.OpenFile next = disk.open(path(number + 1));
        file = next;
        number++;
        size = header.encodedBytes();
        open.close();
        return next;
    }

    private void append(AuditEntry entry) throws IOException {
        Disk.OpenFile open = file;
        if (open == null) {
            throw new IOException("no file is open");
        }
        try {
            open = rolled(open);
            ByteBuffer bytes = AuditCodec.frame(row + 1, clock.nowNanos(), entry);
            byte[] after = chain.clone();
            chainHash.link(bytes.array(), 0, bytes.position(), after);
            bytes.put(after).flip();
            int length = bytes.remaining();
            open.append(bytes);
            open.force();
            size += length;
            row++;
            chain = after;
        } catch (IOException e) {
            withdraw(open, e);
            throw e;
        }
    }

    /** What was refused must not come back as recorded: whatever part of it was written is taken away. */
    private void withdraw(Disk.OpenFile open, IOException cause) {
        try {
            open.truncate(size);
            open.force();
        } catch (IOException again) {
            cause.addSuppressed(again);
        }
        // the next row looks at the file anew
        closeFile();
    }

    private void closeFile() {
        Disk.OpenFile open = file;
        file = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // every row in it was forced; there is nothing left to lose
        }
    }

    /** Takes no more rows. */
    @Override
    public synchronized void close() {
        closed = true;
        closeFile();
        try {
            turn.close();
        } catch (IOException e) {
            throw new AuditException("The audit trail in " + folder + " could not be closed (" + e + ").", e);
        }
    }
}
