package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;

/**
 * How far candles lie apart.
 *
 * @param gaps    places where candles are missing
 * @param missing candles missing in all of them
 */
record CandleSpacing(int gaps, long missing) {

    private static final Timeframe[] TIMEFRAMES = Timeframe.values();

    /**
     * {@return the timeframe whose spacing is the most common among rising open times}
     *
     * @throws ImportException if no timeframe fits more rows than all that fit none
     */
    static Timeframe timeframeOf(long[] openNanos, int rows, String file) {
        if (rows < 2) {
            throw new ImportException(file, 0, "holds a single candle; its timeframe shows only from two on");
        }
        Timeframe[] all = TIMEFRAMES;
        int[] counts = new int[all.length];
        int none = 0;
        for (int row = 1; row < rows; row++) {
            int found = indexOf(openNanos[row - 1], openNanos[row]);
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
        if (counts[best] == 0 || counts[best] * 2 < none) {
            throw new ImportException(file, 0, unknown(openNanos[1] - openNanos[0]));
        }
        return all[best];
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
     * {@return the gaps between rising open times}
     *
     * @param firstLine the line of row 0
     * @throws ImportException if a candle opens before the one before it closed, or off its timeframe's grid (UTC)
     */
    static CandleSpacing check(Timeframe timeframe, long[] openNanos, int rows, String file, long firstLine) {
        int gaps = 0;
        long missing = 0;
        requireAligned(timeframe, openNanos[0], file, firstLine);
        for (int row = 1; row < rows; row++) {
            long close = timeframe.closeOf(openNanos[row - 1]);
            if (openNanos[row] < close) {
                throw new ImportException(file, firstLine + row, "the candle opens "
                        + seconds(openNanos[row] - openNanos[row - 1]) + " after the one before; the others are "
                        + timeframe.label() + " candles");
            }
            if (openNanos[row] > close) {
                requireAligned(timeframe, openNanos[row], file, firstLine + row);
                gaps++;
                missing += timeframe.candlesBetween(close, openNanos[row]);
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
