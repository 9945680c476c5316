package dev.tradewind.ui.chart;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import java.util.Arrays;

/**
 * Lowest price, highest price and volume of any run of candles in a few dozen reads, however long the run: level
 * {@code k} holds one entry for every complete group of 8^k candles. Candles that are appended extend it; it is never
 * built again while the series is the same one.
 */
final class CandlePyramid {

    private static final int SHIFT = 3;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int LEVELS = 9;

    private CandleColumns columns = CandleColumns.empty(Timeframe.M1);
    private final long[][] lows = new long[LEVELS][];
    private final long[][] highs = new long[LEVELS][];
    private final long[][] volumes = new long[LEVELS][];
    private final int[] sizes = new int[LEVELS];
    private long lowTicks;
    private long highTicks;
    private long volumeLots;

    CandlePyramid() {
        for (int level = 1; level < LEVELS; level++) {
            lows[level] = new long[16];
            highs[level] = new long[16];
            volumes[level] = new long[16];
        }
    }

    /**
     * Takes the newest columns; costs as much as was appended since, or a full build where the series is another one.
     *
     * @return whether the series is another one
     */
    boolean update(CandleColumns next) {
        boolean other = !continues(next);
        if (other) {
            Arrays.fill(sizes, 0);
        }
        columns = next;
        for (int level = 1; level < LEVELS; level++) {
            int complete = next.size() >> (SHIFT * level);
            reserve(level, complete);
            while (sizes[level] < complete) {
                addGroup(level, sizes[level]++);
            }
        }
        return other;
    }

    private boolean continues(CandleColumns next) {
        int size = columns.size();
        return next == columns
                || size > 0
                        && next.timeframe() == columns.timeframe()
                        && next.size() >= size
                        && next.openTimeNanos(0) == columns.openTimeNanos(0)
                        && next.openTimeNanos(size - 1) == columns.openTimeNanos(size - 1)
                        && next.closeTicks(size - 1) == columns.closeTicks(size - 1)
                        && next.volumeLots(size - 1) == columns.volumeLots(size - 1);
    }

    private void reserve(int level, int wanted) {
        if (wanted > lows[level].length) {
            int room = Math.max(wanted, lows[level].length * 2);
            lows[level] = Arrays.copyOf(lows[level], room);
            highs[level] = Arrays.copyOf(highs[level], room);
            volumes[level] = Arrays.copyOf(volumes[level], room);
        }
    }

    private void addGroup(int level, int group) {
        clear();
        int from = group << SHIFT;
        for (int i = from; i < from + (1 << SHIFT); i++) {
            if (level == 1) {
                takeRow(i);
            } else {
                takeGroup(level - 1, i);
            }
        }
        lows[level][group] = lowTicks;
        highs[level][group] = highTicks;
        volumes[level][group] = volumeLots;
    }

    private void clear() {
        lowTicks = Long.MAX_VALUE;
        highTicks = Long.MIN_VALUE;
        volumeLots = 0;
    }

    private void takeRow(int row) {
        lowTicks = Math.min(lowTicks, columns.lowTicks(row));
        highTicks = Math.max(highTicks, columns.highTicks(row));
        volumeLots += columns.volumeLots(row);
    }

    private void takeGroup(int level, int group) {
        lowTicks = Math.min(lowTicks, lows[level][group]);
        highTicks = Math.max(highTicks, highs[level][group]);
        volumeLots += volumes[level][group];
    }

    /** Works out rows {@code from} (included) to {@code to} (excluded), read afterwards with the accessors. */
    void scan(int from, int to) {
        clear();
        int start = from;
        int end = to;
        int level = 0;
        while (start < end) {
            boolean top = level == LEVELS - 1;
            while (start < end && (top || (start & MASK) != 0)) {
                take(level, start++);
            }
            while (start < end && (end & MASK) != 0) {
                take(level, --end);
            }
            start >>= SHIFT;
            end >>= SHIFT;
            level++;
        }
    }

    private void take(int level, int index) {
        if (level == 0) {
            takeRow(index);
        } else {
            takeGroup(level, index);
        }
    }

    /** {@return the lowest price of the last scan; {@code Long.MAX_VALUE} of an empty one} */
    long lowTicks() {
        return lowTicks;
    }

    /** {@return the highest price of the last scan; {@code Long.MIN_VALUE} of an empty one} */
    long highTicks() {
        return highTicks;
    }

    /** {@return the volume of the last scan} */
    long volumeLots() {
        return volumeLots;
    }

    /** {@return the columns last taken} */
    CandleColumns columns() {
        return columns;
    }
}
