package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes a series' running checksum by reading every row. */
final class ChainWalk {

    private final SeriesRow series;
    private final Blocks blocks;
    private long chain;

    private ChainWalk(SeriesRow series) {
        this.series = series;
        this.blocks = new Blocks(series);
        this.chain = SeriesChecksum.begin(series.key().timeframe());
    }

    /** {@return the checksum after the last row, empty if a block is damaged} */
    static Optional<Long> of(Connection connection, SeriesRow series) throws SQLException {
        ChainWalk walk = new ChainWalk(series);
        try {
            BlockTable.each(connection, series.id(), Long.MIN_VALUE, Long.MAX_VALUE, walk::add);
            return Optional.of(walk.chain);
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private void add(Block block) {
        chain = add(chain, series.key(), blocks.decode(block), block.info().rows());
    }

    /** {@return a running checksum that takes the rows of a block in} */
    static long add(long chain, SeriesKey key, long[] cells, int rows) {
        Optional<Timeframe> timeframe = key.timeframe();
        if (timeframe.isPresent()) {
            return SeriesChecksum.add(chain, CandleColumns.adopt(timeframe.get(), rows, cells), 0);
        }
        TradeCells trades = new TradeCells(rows);
        trades.add(cells, rows);
        return SeriesChecksum.add(chain, trades.columns(), 0);
    }
}
