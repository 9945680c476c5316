package dev.tradewind.persistence.series;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Holds the candles of a series against those that a finer one makes, wherever the finer one lacks none. Prices are to
 * be alike; volumes to differ by no more than rounding each candle's to a lot explains.
 */
final class Comparison {

    private static final int WIDTH = CandleColumns.WIDTH;

    private final Connection connection;
    private final SeriesRow coarse;
    private final SeriesRow fine;
    private final Timeframe timeframe;
    private final Instrument common;
    private final Findings findings;
    private final long slackLots;

    Comparison(Connection connection, SeriesRow coarse, SeriesRow fine, Findings findings) {
        this.connection = connection;
        this.coarse = coarse;
        this.fine = fine;
        this.findings = findings;
        timeframe = coarse.key().timeframe().orElseThrow();
        Instrument one = coarse.instrument();
        Instrument other = fine.instrument();
        BigDecimal lot = one.lotSize().min(other.lotSize());
        common = Units.finer(one, one.tickSize().min(other.tickSize()), lot);
        long parts = timeframe.nanos() / fine.stepNanos() + 1;
        slackLots = parts
                * one.lotSize().max(other.lotSize()).divide(lot, 0, RoundingMode.UP).longValueExact();
    }

    void run() throws SQLException {
        Units coarseUnits = new Units(coarse.key(), coarse.instrument(), common);
        Units fineUnits = new Units(fine.key(), fine.instrument(), common);
        if (!coarseUnits.exact() || !fineUnits.exact()) {
            // steps of which none divides the other: what is alike may be written in two ways
            return;
        }
        long from = Math.max(coarse.totals().firstNanos(), timeframe.openOf(fine.totals().firstNanos()));
        long to = Math.min(coarse.endNanos(), fine.endNanos());
        if (from >= to) {
            return;
        }
        CandleRows made = new CandleRows(0);
        CandleFold fold = new CandleFold(timeframe, fine.stepNanos(), true, made);
        Blocks fineBlocks = new Blocks(fine);
        each(fine, fineBlocks, fineUnits, from, to, (cells, first, rows) -> fold.candles(cells, first, rows));
        fold.end();
        CandleColumns expected = made.columns(timeframe);
        int[] next = {0};
        each(coarse, new Blocks(coarse), coarseUnits, from, to, (cells, first, rows) -> {
            for (int row = first; row < first + rows; row++) {
                while (next[0] < expected.size() && expected.openTimeNanos(next[0]) < cells[row * WIDTH]) {
                    next[0]++;
                }
                if (next[0] < expected.size() && expected.openTimeNanos(next[0]) == cells[row * WIDTH]) {
                    compare(cells, row * WIDTH, expected, next[0]);
                }
            }
        });
    }

    private interface Rows {
        void take(long[] cells, int first, int rows);
    }

    /** Damaged blocks are passed over: what lacks them is not compared, and they are told of on their own. */
    private void each(SeriesRow series, Blocks blocks, Units units, long from, long to, Rows visitor)
            throws SQLException {
        BlockTable.each(connection, series.id(), from, to, (Block block) -> {
            if (blocks.damage(block).isEmpty()) {
                long[] cells = blocks.decode(block);
                int rows = block.info().rows();
                units.convert(cells, rows, RowKind.CANDLES);
                int first = CandleReader.rowFrom(cells, rows, WIDTH, from);
                visitor.take(cells, first, CandleReader.rowFrom(cells, rows, WIDTH, to) - first);
            }
        });
    }

    private void compare(long[] cells, int at, CandleColumns made, int row) {
        StringBuilder text = new StringBuilder();
        price(text, "open", cells[at + 1], made.openTicks(row));
        price(text, "high", cells[at + 2], made.highTicks(row));
        price(text, "low", cells[at + 3], made.lowTicks(row));
        price(text, "close", cells[at + 4], made.closeTicks(row));
        if (Math.abs(cells[at + 5] - made.volumeLots(row)) > slackLots) {
            differ(text, "volume", common.toQuantity(cells[at + 5]), common.toQuantity(made.volumeLots(row)));
        }
        if (!text.isEmpty()) {
            findings.add(
                    Kind.DISAGREEMENT, cells[at], 1, "the " + timeframe.label() + " candle has " + text + " that its "
                            + fine.key().timeframe().orElseThrow().label() + " candles make");
        }
    }

    private void price(StringBuilder text, String name, long held, long made) {
        if (held != made) {
            differ(text, name, common.toPrice(held), common.toPrice(made));
        }
    }

    private static void differ(StringBuilder text, String name, BigDecimal held, BigDecimal made) {
        text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(held.toPlainString());
        text.append(" instead of the ").append(made.toPlainString());
    }
}
