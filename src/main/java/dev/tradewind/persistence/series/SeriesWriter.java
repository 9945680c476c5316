package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES_QUARANTINE;
import static dev.tradewind.persistence.schema.Tables.SERIES_REVISION;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Writes a change of a series and the summary that follows from it, in the transaction of the caller. */
final class SeriesWriter {

    private static final String REVISED = "select coalesce(sum(row_count), 0), coalesce(sum(length(content)), 0)"
            + " from series_revision where series_id = ?";

    private SeriesWriter() {}

    static DSLContext sql(Connection connection) {
        return DSL.using(connection, SQLDialect.SQLITE);
    }

    /**
     * {@return the series as it is after the change}
     *
     * @param series with the checksum and the source it is to have
     */
    static SeriesRow write(Connection connection, SeriesRow series, Change change, Steps steps) throws SQLException {
        DSLContext sql = sql(connection);
        SeriesRow stored = series.id() == 0 ? SeriesTable.insert(sql, series) : series;
        long id = stored.id();
        change.removed.forEach(start -> BlockTable.remove(sql, id, start));
        for (Block block : change.put) {
            BlockTable.put(sql, id, block);
            steps.add(block.info().rows());
        }
        keepEarlier(sql, stored, change);
        for (Change.Quarantined out : change.quarantined) {
            sql.insertInto(SERIES_QUARANTINE)
                    .set(SERIES_QUARANTINE.SERIES_ID, id)
                    .set(SERIES_QUARANTINE.REASON, out.reason())
                    .set(SERIES_QUARANTINE.FIRST_NANOS, out.block().info().firstNanos())
                    .set(SERIES_QUARANTINE.LAST_NANOS, out.block().info().lastNanos())
                    .set(SERIES_QUARANTINE.ROW_COUNT, (long) out.block().info().rows())
                    .set(SERIES_QUARANTINE.CONTENT, out.block().content())
                    .execute();
        }
        SeriesRow written = new SeriesRow(
                id, stored.key(), stored.instrument(), totals(connection, stored), stored.chain(), stored.chainTrue(),
                stored.source());
        SeriesTable.update(sql, written);
        return written;
    }

    private static void keepEarlier(DSLContext sql, SeriesRow series, Change change) {
        if (change.superseded.isEmpty()) {
            return;
        }
        Long last = sql.select(DSL.max(SERIES_REVISION.NUMBER))
                .from(SERIES_REVISION)
                .where(SERIES_REVISION.SERIES_ID.eq(series.id()))
                .fetchOne(0, Long.class);
        for (Block block : change.superseded) {
            sql.insertInto(SERIES_REVISION)
                    .set(SERIES_REVISION.SERIES_ID, series.id())
                    .set(SERIES_REVISION.NUMBER, last == null ? 1L : last + 1)
                    .set(SERIES_REVISION.START_NANOS, block.info().start())
                    .set(SERIES_REVISION.SOURCE, series.source())
                    .set(SERIES_REVISION.FIRST_NANOS, block.info().firstNanos())
                    .set(SERIES_REVISION.LAST_NANOS, block.info().lastNanos())
                    .set(SERIES_REVISION.ROW_COUNT, (long) block.info().rows())
                    .set(SERIES_REVISION.CONTENT, block.content())
                    .execute();
        }
    }

    private static SeriesRow.Totals totals(Connection connection, SeriesRow series) throws SQLException {
        Optional<Timeframe> timeframe = series.key().timeframe();
        long rows = 0;
        long first = 0;
        long last = 0;
        int gaps = 0;
        long missing = 0;
        long bytes = 0;
        for (BlockInfo info : BlockTable.infos(connection, series.id())) {
            if (rows == 0) {
                first = info.firstNanos();
            } else if (timeframe.isPresent()) {
                long between = Blocks.missing(timeframe.get(), last, info.firstNanos());
                gaps += between > 0 ? 1 : 0;
                missing += between;
            }
            last = info.lastNanos();
            rows += info.rows();
            gaps += info.gaps();
            missing += info.missing();
            bytes += info.bytes();
        }
        try (PreparedStatement statement = connection.prepareStatement(REVISED)) {
            statement.setLong(1, series.id());
            try (ResultSet earlier = statement.executeQuery()) {
                earlier.next();
                return new SeriesRow.Totals(
                        rows, first, last, gaps, missing, earlier.getLong(1), bytes + earlier.getLong(2));
            }
        }
    }
}
