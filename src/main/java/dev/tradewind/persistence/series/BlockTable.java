package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES_BLOCK;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** The rows of the blocks, in the order of time. Reading goes without jOOQ, as in {@link SeriesTable}. */
final class BlockTable {

    private static final String INFO =
            "start_nanos, first_nanos, last_nanos, row_count, gaps, missing, length(content), least_id, most_id";
    private static final String RANGE =
            " from series_block where series_id = ? and last_nanos >= ? and first_nanos < ? order by start_nanos";

    private BlockTable() {}

    /** A block as it is stored. */
    record Block(BlockInfo info, byte[] content) {}

    /** Takes block after block. */
    @FunctionalInterface
    interface Visitor {
        void block(Block block) throws SQLException;
    }

    /** {@return the blocks with rows from one time to before another, without their bytes} */
    static List<BlockInfo> infos(Connection connection, long series, long fromNanos, long toNanos) throws SQLException {
        List<BlockInfo> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select " + INFO + RANGE)) {
            bind(statement, series, fromNanos, toNanos);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(info(rows));
                }
            }
        }
        return found;
    }

    /** {@return every block of a series, without its bytes} */
    static List<BlockInfo> infos(Connection connection, long series) throws SQLException {
        return infos(connection, series, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Shows the blocks with rows from one time to before another. */
    static void each(Connection connection, long series, long fromNanos, long toNanos, Visitor visitor)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + INFO + ", content" + RANGE)) {
            bind(statement, series, fromNanos, toNanos);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.block(new Block(info(rows), rows.getBytes(10)));
                }
            }
        }
    }

    /** {@return the bytes of one block} */
    static byte[] content(Connection connection, long series, long start) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select content from series_block where series_id = ? and start_nanos = ?")) {
            statement.setLong(1, series);
            statement.setLong(2, start);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : new byte[0];
            }
        }
    }

    private static void bind(PreparedStatement statement, long series, long fromNanos, long toNanos)
            throws SQLException {
        statement.setLong(1, series);
        statement.setLong(2, fromNanos);
        statement.setLong(3, toNanos);
    }

    private static BlockInfo info(ResultSet rows) throws SQLException {
        return new BlockInfo(
                rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4), rows.getInt(5), rows.getLong(6),
                rows.getLong(7), rows.getLong(8), rows.getLong(9));
    }

    /** Puts a block in the place of the one that starts where it does, if there is one. */
    static void put(DSLContext sql, long series, Block block) {
        remove(sql, series, block.info().start());
        BlockInfo info = block.info();
        sql.insertInto(SERIES_BLOCK)
                .set(SERIES_BLOCK.SERIES_ID, series)
                .set(SERIES_BLOCK.START_NANOS, info.start())
                .set(SERIES_BLOCK.FIRST_NANOS, info.firstNanos())
                .set(SERIES_BLOCK.LAST_NANOS, info.lastNanos())
                .set(SERIES_BLOCK.ROW_COUNT, (long) info.rows())
                .set(SERIES_BLOCK.GAPS, (long) info.gaps())
                .set(SERIES_BLOCK.MISSING, info.missing())
                .set(SERIES_BLOCK.LEAST_ID, info.leastId())
                .set(SERIES_BLOCK.MOST_ID, info.mostId())
                .set(SERIES_BLOCK.CONTENT, block.content())
                .execute();
    }

    static void remove(DSLContext sql, long series, long start) {
        sql.deleteFrom(SERIES_BLOCK)
                .where(SERIES_BLOCK.SERIES_ID.eq(series), SERIES_BLOCK.START_NANOS.eq(start))
                .execute();
    }
}
