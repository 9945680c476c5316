package dev.tradewind.hostile;

import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.kernel.Rng;

/** A market: trades about once a second around a price that wanders, trends and jumps, held near where it began. */
final class PriceWalk {

    private static final long MILLI = 1_000_000L;
    private static final long FUNDING_EVERY = 300;

    private final Rng rng;
    private final boolean perpetual;
    private final TradeEvent trade = new TradeEvent();
    private final MarkEvent mark = new MarkEvent();
    private final FundingEvent funding = new FundingEvent();
    private long ticks = Scenario.START_TICKS;
    private long trend;
    private long trades;
    private boolean marks;
    private boolean still;

    PriceWalk(long seed, boolean perpetual) {
        rng = new Rng(seed ^ 0x3A1CEL);
        this.perpetual = perpetual;
    }

    /** The price stays where it is. */
    void still() {
        still = true;
    }

    /** {@return how long until the next event} */
    long pauseNanos() {
        return marks ? 0 : (200 + rng.nextInt(1_600)) * MILLI;
    }

    /** {@return how many trades there were} */
    long trades() {
        return trades;
    }

    long ticks() {
        return ticks;
    }

    /** {@return what happens next, at a time; reused} */
    MarketEvent next(long timeNanos) {
        if (marks) {
            marks = false;
            return trades % FUNDING_EVERY == 0
                    ? funding.set(0, timeNanos, rng.nextInt(40_001) - 20_000, ticks)
                    : mark.set(0, timeNanos, ticks + (still ? 0 : rng.nextInt(5) - 2));
        }
        move();
        trades++;
        marks = perpetual && trades % 5 == 0;
        trade.set(0, timeNanos, ticks, 1 + rng.nextInt(400), rng.nextInt(2) == 0 ? Side.BUY : Side.SELL, trades);
        return trade;
    }

    private void move() {
        if (still) {
            return;
        }
        if (rng.nextInt(40) == 0) {
            trend = rng.nextInt(13) - 6;
        }
        long home = (Scenario.START_TICKS - ticks) / 60;
        long jump = rng.nextInt(150) == 0 ? rng.nextInt(401) - 200 : 0;
        ticks = Math.max(Scenario.START_TICKS / 2, ticks + rng.nextInt(13) - 6 + trend + home + jump);
    }
}
