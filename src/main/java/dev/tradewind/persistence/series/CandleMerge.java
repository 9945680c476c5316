package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays candles over those that are stored, block by block, and says what is to be written. A block holds the candles of
 * a fixed span of time, so the blocks depend on the candles alone and not on the order in which they came.
 */
final class CandleMerge {

    private static final int WIDTH = CandleColumns.WIDTH;

    private final Connection connection;
    private final SeriesRow series;
    private final Timeframe timeframe;
    private final CandleColumns candles;
    private final Blocks blocks;
    private final Change change = new Change();
    private long[] merged = new long[0];
    private long[] earlier = new long[0];
    private final long[] row = new long[WIDTH];

    /** @param candles in the units of the series */
    CandleMerge(Connection connection, SeriesRow series, CandleColumns candles) {
        this.connection = connection;
        this.series = series;
        this.timeframe = candles.timeframe();
        this.candles = candles;
        this.blocks = new Blocks(series);
    }

    /** {@return what is to be written} */
    Change run(Steps steps) throws SQLException {
        int size = candles.size();
        checkTimes();
        Map<Long, BlockInfo> held = new TreeMap<>();
        long firstStart = Blocks.startOf(timeframe, candles.openTimeNanos(0));
        for (BlockInfo info : BlockTable.infos(connection, series.id(), firstStart, Long.MAX_VALUE)) {
            held.put(info.start(), info);
        }
        int from = 0;
        while (from < size) {
            long start = Blocks.startOf(timeframe, candles.openTimeNanos(from));
            long end = start + Blocks.span(timeframe);
            int to = from + 1;
            while (to < size && candles.openTimeNanos(to) < end) {
                to++;
            }
            BlockInfo info = held.get(start);
            if (info == null) {
                copy(start, from, to);
            } else {
                merge(new Block(info, BlockTable.content(connection, series.id(), start)), from, to);
            }
            steps.add(to - from);
            from = to;
        }
        int behind = series.totals().rows() == 0 ? 0 : candles.rowAt(series.totals().lastNanos()) + 1;
        change.appendFrom = change.revised == 0 && change.added == size - behind ? behind : -1;
        return change;
    }

    private void checkTimes() {
        long before = Long.MIN_VALUE;
        long expected = Long.MIN_VALUE;
        for (int i = 0; i < candles.size(); i++) {
            long time = candles.openTimeNanos(i);
            if (time != expected) {
                if (time <= before) {
                    throw new IllegalArgumentException("The candle at " + Blocks.show(time) + " for " + series.key()
                            + " comes after the one at " + Blocks.show(before) 
                            + "; candles are put oldest first, each once.");
                }
                if (timeframe.openOf(time) != time) {
                    throw new IllegalArgumentException("The candle at " + Blocks.show(time) + " for " + series.key()
                            + " opens where no " + timeframe.label() + " candle does; one opens at "
                            + Blocks.show(timeframe.openOf(time)) + ".");
                }
            }
            before = time;
            expected = timeframe == Timeframe.MN1 ? Long.MIN_VALUE : time + timeframe.nanos();
        }
    }

    private void copy(long start, int from, int to) {
        int rows = to - from;
        merged = room(merged, rows);
        for (int i = 0; i < rows; i++) {
            read(from + i, merged, i * WIDTH);
        }
        change.added += rows;
        change.put.add(blocks.encode(start, merged, 0, rows));
    }

    private void merge(Block block, int from, int to) {
        long[] held = blocks.decode(block);
        int heldRows = block.info().rows();
        merged = room(merged, heldRows + to - from);
        earlier = room(earlier, heldRows);
        int out = 0;
        int replaced = 0;
        int same = 0;
        int i = 0;
        for (int next = from; next < to; next++) {
            read(next, row, 0);
            while (i < heldRows && held[i * WIDTH] < row[0]) {
                System.arraycopy(held, i++ * WIDTH, merged, out++ * WIDTH, WIDTH);
            }
            if (i < heldRows && held[i * WIDTH] == row[0]) {
                if (Arrays.equals(held, i * WIDTH, (i + 1) * WIDTH, row, 0, WIDTH)) {
                    same++;
                } else {
                    System.arraycopy(held, i * WIDTH, earlier, replaced++ * WIDTH, WIDTH);
                }
                i++;
            }
            System.arraycopy(row, 0, merged, out++ * WIDTH, WIDTH);
        }
        System.arraycopy(held, i * WIDTH, merged, out * WIDTH, (heldRows - i) * WIDTH);
        out += heldRows - i;
        change.same += same;
        change.revised += replaced;
        change.added += to - from - same - replaced;
        if (same < to - from) {
            change.put.add(blocks.encode(block.info().start(), merged, 0, out));
        }
        if (replaced > 0) {
            change.superseded.add(blocks.encode(block.info().start(), earlier, 0, replaced));
        }
    }

    private static long[] room(long[] cells, int rows) {
        return cells.length >= rows * WIDTH ? cells : new long[Math.max(rows, Blocks.ROWS) * WIDTH];
    }

    private void read(int from, long[] into, int at) {
        into[at] = candles.openTimeNanos(from);
        into[at + 1] = candles.openTicks(from);
        into[at + 2] = candles.highTicks(from);
        into[at + 3] = candles.lowTicks(from);
        into[at + 4] = candles.closeTicks(from);
        into[at + 5] = candles.volumeLots(from);
    }
}
