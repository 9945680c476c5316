package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.SESSION;

import dev.tradewind.kernel.Disk;
import dev.tradewind.persistence.schema.tables.records.SessionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HexFormat;
import org.jooq.DSLContext;

/**
 * Brings one session's tables up to its journal, a transaction at a time. Goes on behind the last row taken over if the
 * journal still has it; otherwise (the tail was cut, the folder was restored) reads everything again. Owned by one thread.
 */
final class SessionProjector {

    /** Rows in one transaction. */
    private static final int BATCH_ROWS = 2_000;

    private final Path journal;
    private final String session;
    private final DSLContext sql;
    private final JournalScan scan;
    private boolean placed;

    SessionProjector(Connection connection, Path folder) throws IOException {
        this.journal = folder.resolve(SessionScan.JOURNAL_FOLDER);
        this.session = folder.getFileName().toString();
        this.sql = Database.sql(connection);
        this.scan = new JournalScan(new SystemDisk(), journal, null);
    }

    /**
     * Takes over everything there is.
     *
     * @return rows taken over
     * @throws StorageException if the journal is damaged
     */
    long catchUp() throws IOException {
        if (!placed) {
            place();
        }
        scan.refresh();
        long total = 0;
        for (int taken = BATCH_ROWS; taken == BATCH_ROWS; total += taken) {
            taken = sql.transactionResult(all -> takeBatch(all.dsl()));
        }
        JournalCheck failure = scan.failure();
        if (failure != null) {
            throw new StorageException(failure.message());
        }
        return total;
    }

    private int takeBatch(DSLContext transaction) throws IOException {
        Projection projection = new Projection(transaction, session);
        int taken = 0;
        while (taken < BATCH_ROWS && scan.next()) {
            projection.apply(scan.entry());
            taken++;
        }
        if (taken > 0) {
            transaction
                    .update(SESSION)
                    .set(SESSION.LAST_ROW, scan.row())
                    .set(SESSION.LAST_SEQUENCE, scan.entry().sequence())
                    .set(SESSION.LAST_CHAIN, HexFormat.of().formatHex(scan.chain()))
                    .where(SESSION.ID.eq(session))
                    .execute();
        }
        return taken;
    }

    /** Moves the scan behind the last row taken over, or empties the tables. */
    private void place() throws IOException {
        SessionRecord known = sql.selectFrom(SESSION).where(SESSION.ID.eq(session)).fetchOne();
        if (known != null) {
            while (scan.row() < known.getLastRow() && scan.next()) {
                // the row is in the tables
            }
            placed = scan.row() == known.getLastRow()
                    && HexFormat.of().formatHex(scan.chain()).equals(known.getLastChain());
        }
        if (!placed) {
            sql.transaction(all -> {
                all.dsl().deleteFrom(SESSION).where(SESSION.ID.eq(session)).execute();
                all.dsl().insertInto(SESSION)
                        .set(SESSION.ID, session)
                        .set(SESSION.STARTED_AT_NANOS, 0L)
                        .set(SESSION.LAST_ROW, 0L)
                        .set(SESSION.LAST_SEQUENCE, 0L)
                        .set(SESSION.LAST_CHAIN, "")
                        .execute();
            });
            scan.restart();
            placed = true;
        }
    }
}
