package dev.tradewind.marketdata;

import dev.tradewind.domain.TradeEvent;

/** Plays recorded trades in their order. Gives nothing away to the collector. */
public final class TradeFeed implements HistoryFeed {

    private final int instrument;
    private final TradeColumns trades;
    private final int first;
    private final int end;
    private final TradeEvent event = new TradeEvent();
    private int next;

    /** Plays all trades. */
    public TradeFeed(int instrument, TradeColumns trades) {
        this(instrument, trades, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Plays a part.
     *
     * @param instrument the instrument's index in the session
     * @param fromNanos  trades before this are left out
     * @param toNanos    trades at or after this are left out
     * @throws IllegalArgumentException if {@code toNanos} is before {@code fromNanos}
     */
    public TradeFeed(int instrument, TradeColumns trades, long fromNanos, long toNanos) {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("the range ends at " + toNanos + ", before it begins at " + fromNanos);
        }
        this.instrument = instrument;
        this.trades = trades;
        this.first = trades.firstRowFrom(fromNanos);
        this.end = trades.firstRowFrom(toNanos);
        this.next = first;
    }

    @Override
    public boolean advance(long untilNanos) {
        int row = next;
        if (row == end) {
            return false;
        }
        long time = trades.timeNanos(row);
        if (time > untilNanos) {
            return false;
        }
        event.set(
                instrument,
                time,
                trades.priceTicks(row),
                trades.quantityLots(row),
                trades.aggressor(row),
                trades.id(row));
        next = row + 1;
        return true;
    }

    @Override
    public TradeEvent current() {
        return event;
    }

    @Override
    public boolean coversTime() {
        return false;
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
        return next == end ? NOTHING : trades.timeNanos(next);
    }

    @Override
    public void seek(long position) {
        if (position < 0 || position > total()) {
            throw new IllegalArgumentException("position " + position + " is outside 0.." + total());
        }
        next = first + (int) position;
    }
}
