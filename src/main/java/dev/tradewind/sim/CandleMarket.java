package dev.tradewind.sim;

import dev.tradewind.domain.CandleEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fill tiers T0 and T1: the price walks the path of {@link PricePath} through each candle; a limit order fills at its price
 * when the path touches it, a stop at its stop price, both at the open when the candle opens beyond them; an order that
 * arrives between two candles meets the next open.
 */
final class CandleMarket {

    private final Matcher matcher;
    private final RestingOrders resting;
    private final Inbox inbox;
    private final PricePath path = new PricePath();
    private @Nullable CandleEvent lazily;
    private boolean opened = true;
    private boolean quiet = true;

    CandleMarket(Matcher matcher, Inbox inbox) {
        this.matcher = matcher;
        this.resting = matcher.resting();
        this.inbox = inbox;
    }

    void begin(CandleEvent candle) {
        quiet = candle.lowTicks() > resting.nearestBelow() && candle.highTicks() < resting.nearestAbove();
        // a quiet candle's path is only worked out if an order arrives inside it
        lazily = candle;
        opened = false;
    }

    /** {@return whether no resting order acts in this candle} */
    boolean isQuiet() {
        return quiet;
    }

    /** Lives on to the next thing that happens. {@return whether there was one no later than {@code untilNanos}} */
    boolean progress(long untilNanos) {
        if (lazily != null) {
            path.begin(lazily);
            lazily = null;
        }
        if (!opened) {
            if (path.nowNanos() > untilNanos) {
                return false;
            }
            opened = true;
            actAll(path.nowTicks());
            return true;
        }
        while (!path.ended()) {
            long horizon = Math.min(untilNanos, path.targetNanos());
            long arrival = Math.max(inbox.nextArrivalNanos(), path.nowNanos());
            long acts = nextActing();
            long actsNanos = acts == 0 ? Long.MAX_VALUE : path.timeAt(acts);
            if (arrival <= horizon && arrival <= actsNanos && arrival < path.endNanos()) {
                path.moveToTime(arrival);
                take(arrival);
                return true;
            }
            if (actsNanos <= horizon) {
                path.moveToPrice(acts, actsNanos);
                actAll(acts);
                return true;
            }
            if (horizon < path.targetNanos()) {
                return false;
            }
            path.endLeg();
        }
        return false;
    }

    /** {@return the next price on the present leg at which an order acts, 0 if there is none} */
    private long nextActing() {
        long target = path.targetTicks();
        if (target > path.nowTicks()) {
            return resting.nearestAbove() <= target ? resting.nearestAbove() : 0;
        }
        if (target < path.nowTicks()) {
            return resting.nearestBelow() >= target ? resting.nearestBelow() : 0;
        }
        return 0;
    }

    /** Every resting order that acts at a price does so, in the order they came to rest. */
    private void actAll(long ticks) {
        for (SimOrder order = resting.firstActingAt(ticks); order != null; order = resting.firstActingAt(ticks)) {
            if (order.waitsForStop()) {
                matcher.trigger(order, ticks, path.nowNanos());
            } else {
                matcher.fill(order, order.remainingLots, ticks, true, path.nowNanos());
            }
        }
    }

    private void take(long arrival) {
        quiet = false;
        SimOrder order = matcher.arrived(arrival, path.nowTicks());
        if (order != null) {
            matcher.meet(order, path.nowTicks(), arrival);
        }
    }
}
