package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far candles lie apart.
 *
 * @param gaps    places where candles are missing
 * @param missing candles missing in all of them
 */
record CandleSpacing(int gaps, long missing) {

    /** No rows, no gaps. */
    static final CandleSpacing NONE = new CandleSpacing(0, 0);

    private static final Timeframe[] TIMEFRAMES = Timeframe.values();
    private static final int WIDTH = CandleColumns.WIDTH;

    /** {@return this and what follows it} */
    CandleSpacing and(CandleSpacing next) {
        return new CandleSpacing(gaps + next.gaps, missing + next.missing);
    }

    /**
     * {@return the timeframe whose spacing is the most common among rising open times}
     *
     * @throws ImportException if no timeframe fits more rows than all that fit none
     */
    static Timeframe timeframeOf(long[] cells, int rows, String file) {
        if (rows < 2) {
            throw new ImportException(file, 0, "holds a single candle; its timeframe shows only from two on");
        }
        return mostCommon(cells, rows)
                .orElseThrow(() -> new ImportException(file, 0, unknown(cells[WIDTH] - cells[0])));
    }

    /**
     * Refuses candles that are closer together than they are said to be. Farther apart they may be: some sources leave
     * candles without a trade out.
     */
    static void requireNoFiner(Timeframe said, long[] cells, int rows, String file) {
        Optional<Timeframe> found = mostCommon(cells, rows);
        if (found.isPresent() && found.get().ordinal() < said.ordinal()) {
            throw new ImportException(file, 0, "is taken for " + said.label() + " candles, but they lie "
                    + found.get().label() + " apart; --as venue:symbol:" + found.get().label() + " would take them");
        }
    }

    private static Optional<Timeframe> mostCommon(long[] cells, int rows) {
        Timeframe[] all = TIMEFRAMES;
        int[] counts = new int[all.length];
        int none = 0;
        for (int row = 1; row < rows; row++) {
            int found = indexOf(cells[(row - 1) * WIDTH], cells[row * WIDTH]);
            if (found < 0) {
                none++;
            } else {
                counts[found]++;
            }
        }
        int best = 0;
        for (int i = 1; i < all.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 || counts[best] * 2 < none ? Optional.empty() : Optional.of(all[best]);
    }

    private static String unknown(long firstNanos) {
        StringBuilder labels = new StringBuilder();
        for (Timeframe timeframe : TIMEFRAMES) {
            labels.append(labels.isEmpty() ? "" : ", ").append(timeframe.label());
        }
        return "the candles are not spaced by a timeframe (the first two lie " + seconds(firstNanos)
                + " apart); there are " + labels + ", with open times in milliseconds";
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }

    private static int indexOf(long open, long next) {
        long apart = next - open;
        for (Timeframe timeframe : TIMEFRAMES) {
            if (timeframe != Timeframe.MN1 && timeframe.nanos() == apart) {
                return timeframe.ordinal();
            }
        }
        boolean monthLong = apart >= 28 * Timeframe.D1.nanos() && apart <= Timeframe.MN1.nanos();
        return monthLong && Timeframe.MN1.closeOf(open) == next ? Timeframe.MN1.ordinal() : -1;
    }

    /**
     * {@return the gaps between rising open times, from the row before {@code first} on}
     *
     * @param cells     rows as {@link CandleColumns} lays them out
     * @param first     row to begin with
     * @param firstLine its line
     * @throws ImportException if a candle opens before the one before it closed, or off its timeframe's grid (UTC)
     */
    static CandleSpacing check(
            Timeframe timeframe, long[] cells, int first, int rows, String file, long firstLine) {
        int gaps = 0;
        long missing = 0;
        requireAligned(timeframe, cells[first * WIDTH], file, firstLine);
        for (int row = Math.max(1, first); row < rows; row++) {
            long open = cells[row * WIDTH];
            long before = cells[(row - 1) * WIDTH];
            long close = timeframe.closeOf(before);
            if (open < close) {
                throw new ImportException(file, firstLine + row - first, "the candle opens " + seconds(open - before)
                        + " after the one before; the others are " + timeframe.label() + " candles");
            }
            if (open > close) {
                requireAligned(timeframe, open, file, firstLine + row - first);
                gaps++;
                missing += timeframe.candlesBetween(close, open);
            }
        }
        return new CandleSpacing(gaps, missing);
    }

    private static void requireAligned(Timeframe timeframe, long openNanos, String file, long line) {
        if (timeframe.openOf(openNanos) != openNanos) {
            throw new ImportException(file, line, "the candle opens at " + TimeColumn.show(openNanos) + "; a "
                    + timeframe.label() + " candle there opens at " + TimeColumn.show(timeframe.openOf(openNanos)));
        }
    }
}
