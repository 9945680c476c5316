package dev.tradewind.persistence.series;

import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleStore.Revision;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows as they were before others took their place. */
final class Revisions {

    private Revisions() {}

    static List<Revision> all(Connection connection, SeriesRow series) throws SQLException {
        List<Revision> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select number, min(source), sum(row_count), min(first_nanos), max(last_nanos) from series_revision"
                        + " where series_id = ? group by number order by number")) {
            statement.setLong(1, series.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Revision(
                            rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
                }
            }
        }
        return found;
    }

    /** Shows the rows that the revisions from one number to another replaced, newest revision first. */
    private static void each(Connection connection, SeriesRow series, int from, int to, BlockTable.Visitor visitor)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select start_nanos, first_nanos, last_nanos, row_count, content from series_revision"
                        + " where series_id = ? and number between ? and ? order by number desc, start_nanos")) {
            statement.setLong(1, series.id());
            statement.setInt(2, from);
            statement.setInt(3, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] content = rows.getBytes(5);
                    BlockInfo info = new BlockInfo(
                            rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4), 0, 0, content.length, 0,
                            0);
                    visitor.block(new Block(info, content));
                }
            }
        }
    }

    /** {@return candles with every row that was replaced since a revision, it included, as it was before} */
    static CandleColumns before(Connection connection, SeriesRow series, int number, CandleColumns newest)
            throws SQLException {
        int width = CandleColumns.WIDTH;
        CandleRows rows = new CandleRows(newest.size());
        for (int row = 0; row < newest.size(); row++) {
            rows.add(
                    newest.openTimeNanos(row), newest.openTicks(row), newest.highTicks(row), newest.lowTicks(row),
                    newest.closeTicks(row), newest.volumeLots(row));
        }
        CandleColumns copy = rows.columns(newest.timeframe());
        Blocks blocks = new Blocks(series);
        each(connection, series, number, Integer.MAX_VALUE, block -> {
            long[] cells = blocks.decode(block);
            for (int row = 0; row < block.info().rows(); row++) {
                int at = copy.rowAt(cells[row * width]);
                if (at >= 0 && copy.openTimeNanos(at) == cells[row * width]) {
                    rows.replace(at, cells, row * width);
                }
            }
        });
        return copy;
    }

    /** {@return the trades that a revision replaced, as they were} */
    static TradeColumns trades(Connection connection, SeriesRow series, int number) throws SQLException {
        TradeCells trades = new TradeCells(0);
        Blocks blocks = new Blocks(series);
        each(connection, series, number, number, block -> trades.add(blocks.decode(block), block.info().rows()));
        return trades.columns();
    }
}
