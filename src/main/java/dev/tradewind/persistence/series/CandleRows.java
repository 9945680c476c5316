package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.util.Arrays;

/** Candles on their way out of the store, as rows that grow. */
final class CandleRows {

    private static final int WIDTH = CandleColumns.WIDTH;
    private static final int LEAST = 64;

    private long[] cells;
    private int size;

    CandleRows(int capacity) {
        cells = new long[Math.multiplyExact(capacity, WIDTH)];
    }

    int size() {
        return size;
    }

    long openNanos(int row) {
        return cells[row * WIDTH];
    }

    /** {@return when the last one opened, the smallest number if there is none} */
    long lastNanos() {
        return size == 0 ? Long.MIN_VALUE : openNanos(size - 1);
    }

    private int makeRoom(int rows) {
        int at = size * WIDTH;
        int least = Math.multiplyExact(Math.addExact(size, rows), WIDTH);
        if (least > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(least, Math.max(LEAST * WIDTH, Math.multiplyExact(at, 2))));
        }
        return at;
    }

    /** Adds rows that lie one behind the other from cell {@code from} on. */
    void add(long[] rows, int from, int count) {
        int at = makeRoom(count);
        System.arraycopy(rows, from, cells, at, count * WIDTH);
        size += count;
    }

    /** Adds all rows of a block, read to where they belong without a copy. */
    void add(Blocks blocks, Block block) {
        makeRoom(blocks.rows(block.info()));
        blocks.decode(block, cells, size);
        size += block.info().rows();
    }

    void add(long openNanos, long open, long high, long low, long close, long volume) {
        int at = makeRoom(1);
        cells[at] = openNanos;
        cells[at + 1] = open;
        cells[at + 2] = high;
        cells[at + 3] = low;
        cells[at + 4] = close;
        cells[at + 5] = volume;
        size++;
    }

    /** Puts another candle in the place of one. */
    void replace(int row, long[] other, int at) {
        System.arraycopy(other, at, cells, row * WIDTH, WIDTH);
    }

    /** Puts other candles in before row {@code row}. */
    void insert(int row, CandleRows others) {
        makeRoom(others.size);
        System.arraycopy(cells, row * WIDTH, cells, (row + others.size) * WIDTH, (size - row) * WIDTH);
        System.arraycopy(others.cells, 0, cells, row * WIDTH, others.size * WIDTH);
        size += others.size;
    }

    /** {@return the candles; none may be added after} */
    CandleColumns columns(Timeframe timeframe) {
        return CandleColumns.adopt(timeframe, size, cells);
    }
}
