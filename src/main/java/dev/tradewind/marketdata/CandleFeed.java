package dev.tradewind.marketdata;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Timeframe;

/** Plays closed candles, each at its close. Gives nothing away to the collector. */
public final class CandleFeed implements HistoryFeed {

    private final int instrument;
    private final CandleColumns candles;
    private final boolean months;
    private final long lengthNanos;
    private final int first;
    private final int end;
    private final CandleEvent event = new CandleEvent();
    private int next;

    /** Plays all candles. */
    public CandleFeed(int instrument, CandleColumns candles) {
        this(instrument, candles, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Plays a part.
     *
     * @param instrument the instrument's index in the session
     * @param fromNanos  candles that opened before this are left out
     * @param toNanos    candles that opened at or after this are left out
     * @throws IllegalArgumentException if {@code toNanos} is before {@code fromNanos}
     */
    public CandleFeed(int instrument, CandleColumns candles, long fromNanos, long toNanos) {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("the range ends at " + toNanos + ", before it begins at " + fromNanos);
        }
        this.instrument = instrument;
        this.candles = candles;
        this.months = candles.timeframe() == Timeframe.MN1;
        this.lengthNanos = candles.timeframe().nanos();
        this.first = firstRowFrom(candles, fromNanos);
        this.end = firstRowFrom(candles, toNanos);
        this.next = first;
    }

    private static int firstRowFrom(CandleColumns candles, long timeNanos) {
        int row = candles.rowAt(timeNanos);
        return row >= 0 && candles.openTimeNanos(row) == timeNanos ? row : row + 1;
    }

    @Override
    public boolean advance(long untilNanos) {
        int row = next;
        if (row == end) {
            return false;
        }
        long open = candles.openTimeNanos(row);
        long close = months ? candles.timeframe().closeOf(open) : open + lengthNanos;
        if (close > untilNanos) {
            return false;
        }
        candles.read(row, instrument, close, event);
        next = row + 1;
        return true;
    }

    @Override
    public CandleEvent current() {
        return event;
    }

    @Override
    public boolean coversTime() {
        return true;
    }

    @Override
    public boolean exhausted() {
        return next == end;
    }

    @Override
    public long position() {
        return next - first;
    }

    @Override
    public long total() {
        return end - first;
    }

    @Override
    public long nextTimeNanos() {
        return next == end ? NOTHING : candles.timeframe().closeOf(candles.openTimeNanos(next));
    }

    @Override
    public void seek(long position) {
        if (position < 0 || position > total()) {
            throw new IllegalArgumentException("position " + position + " is outside 0.." + total());
        }
        next = first + (int) position;
    }
}
