package dev.tradewind.backtest;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.marketdata.HistoryFeed;

/** A history that ends at a time: what comes after it is not there. */
public final class CutFeed implements HistoryFeed {

    private final HistoryFeed whole;
    private final long untilNanos;

    /** @param untilNanos the last instant there is */
    public CutFeed(HistoryFeed whole, long untilNanos) {
        this.whole = whole;
        this.untilNanos = untilNanos;
    }

    @Override
    public boolean advance(long until) {
        return whole.nextTimeNanos() <= untilNanos && whole.advance(Math.min(until, untilNanos));
    }

    @Override
    public MarketEvent current() {
        return whole.current();
    }

    @Override
    public boolean coversTime() {
        return whole.coversTime();
    }

    @Override
    public boolean exhausted() {
        return whole.exhausted() || whole.nextTimeNanos() > untilNanos;
    }

    @Override
    public long position() {
        return whole.position();
    }

    /** {@return as many as the whole has at most} */
    @Override
    public long total() {
        return whole.total();
    }

    @Override
    public long nextTimeNanos() {
        long next = whole.nextTimeNanos();
        return next <= untilNanos ? next : NOTHING;
    }

    @Override
    public void seek(long position) {
        whole.seek(position);
    }
}
