package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;

/**
 * Makes the candles of a timeframe from finer candles or from trades that come oldest first. A period without any has
 * no candle; one that lacks some is made from those there are, and counted.
 */
final class CandleFold {

    private final Timeframe timeframe;
    private final long finerNanos;
    private final boolean wholeOnly;
    private final CandleRows into;
    private int incomplete;
    private boolean forming;
    private long openNanos;
    private long closeNanos;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long parts;

    /**
     * @param finerNanos length of the finer candles; 0 for trades, of which nobody knows how many there ought to be
     * @param wholeOnly  whether candles that lack some are left out
     * @param into       takes the candles
     */
    CandleFold(Timeframe timeframe, long finerNanos, boolean wholeOnly, CandleRows into) {
        this.timeframe = timeframe;
        this.finerNanos = finerNanos;
        this.wholeOnly = wholeOnly;
        this.into = into;
    }

    /** Takes in finer candles, {@code rows} rows from row {@code from} on. */
    void candles(long[] cells, int from, int rows) {
        for (int at = from * 6, end = (from + rows) * 6; at < end; at += 6) {
            if (!forming || cells[at] >= closeNanos) {
                begin(cells[at], cells[at + 1]);
            }
            high = Math.max(high, cells[at + 2]);
            low = Math.min(low, cells[at + 3]);
            close = cells[at + 4];
            volume = Math.addExact(volume, cells[at + 5]);
            parts++;
        }
    }

    /** Takes in trades, {@code rows} rows from row {@code from} on. */
    void trades(long[] cells, int from, int rows) {
        int width = RowKind.TRADES.width();
        for (int at = from * width, end = (from + rows) * width; at < end; at += width) {
            if (!forming || cells[at] >= closeNanos) {
                begin(cells[at], cells[at + 1]);
            }
            close = cells[at + 1];
            high = Math.max(high, close);
            low = Math.min(low, close);
            volume = Math.addExact(volume, cells[at + 2]);
        }
    }

    private void begin(long timeNanos, long price) {
        end();
        forming = true;
        openNanos = timeframe.openOf(timeNanos);
        closeNanos = timeframe.closeOf(openNanos);
        open = price;
        high = price;
        low = price;
        volume = 0;
        parts = 0;
    }

    /** Ends the last candle. */
    void end() {
        if (forming) {
            boolean lacks = finerNanos > 0 && parts < (closeNanos - openNanos) / finerNanos;
            if (!lacks || !wholeOnly) {
                into.add(openNanos, open, high, low, close, volume);
            }
            incomplete += lacks ? 1 : 0;
            forming = false;
        }
    }

    /** {@return candles made of fewer finer ones than belong in them} */
    int incomplete() {
        return incomplete;
    }
}
