package dev.tradewind.persistence.series;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeImport;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads trades. */
final class TradeReader {

    private TradeReader() {}

    /** {@return the trades from one time to before another} */
    static TradeImport read(Connection connection, SeriesRow series, long fromNanos, long toNanos) throws SQLException {
        Blocks blocks = new Blocks(series);
        int width = RowKind.TRADES.width();
        TradeCells trades =
                new TradeCells(blocks.rows(BlockTable.infos(connection, series.id(), fromNanos, toNanos)));
        BlockTable.each(connection, series.id(), fromNanos, toNanos, block -> {
            long[] cells = blocks.decode(block);
            int rows = block.info().rows();
            int end = CandleReader.rowFrom(cells, rows, width, toNanos) * width;
            for (int at = CandleReader.rowFrom(cells, rows, width, fromNanos) * width; at < end; at += width) {
                trades.add(cells[at], cells[at + 1], cells[at + 2], cells[at + 3], cells[at + 4]);
            }
        });
        return imported(series.key(), series.instrument(), trades.columns());
    }

    /** {@return trades with their checksum and summary} */
    static TradeImport imported(SeriesKey key, Instrument instrument, TradeColumns columns) {
        int size = columns.size();
        ImportSummary summary = new ImportSummary(
                key.toString(), size, 0, 0, 0, 0, size == 0 ? 0 : columns.timeNanos(0),
                size == 0 ? 0 : columns.timeNanos(size - 1));
        return new TradeImport(instrument, columns, SeriesChecksum.of(columns), summary);
    }
}
