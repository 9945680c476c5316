package dev.tradewind.sim;

import dev.tradewind.domain.TradeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fill tier T2: a limit order fills at its price when a trade prints <em>through</em> it, up to the trade's quantity; a
 * stop triggers on the print; takers meet the last price.
 */
final class TradeMarket {

    private final Matcher matcher;
    private final RestingOrders resting;
    private final Inbox inbox;
    private @Nullable TradeEvent trade;
    private long lastTicks;

    TradeMarket(Matcher matcher, Inbox inbox) {
        this.matcher = matcher;
        this.resting = matcher.resting();
        this.inbox = inbox;
    }

    void begin(TradeEvent next) {
        trade = next;
    }

    /** {@return whether there is no trade to live through} */
    boolean isIdle() {
        return trade == null;
    }

    /** Lives on to the next thing that happens. {@return whether there was one no later than {@code untilNanos}} */
    boolean progress(long untilNanos) {
        long arrival = inbox.nextArrivalNanos();
        TradeEvent next = trade;
        if (next == null) {
            return arrive(arrival, untilNanos);
        }
        if (arrival <= next.timeNanos()) {
            return arrive(arrival, untilNanos);
        }
        if (next.timeNanos() > untilNanos) {
            return false;
        }
        trade = null;
        lastTicks = next.priceTicks();
        if (lastTicks <= resting.nearestBelow() || lastTicks >= resting.nearestAbove()) {
            print(next);
        }
        return true;
    }

    private boolean arrive(long arrival, long untilNanos) {
        if (arrival > untilNanos) {
            return false;
        }
        SimOrder order = matcher.arrived(arrival, lastTicks);
        if (order != null) {
            matcher.meet(order, lastTicks, arrival);
        }
        return true;
    }

    /** A trade meets the resting orders: stops first, then limits it printed through, best price first. */
    private void print(TradeEvent next) {
        long ticks = next.priceTicks();
        for (SimOrder stop = resting.firstStopAt(ticks); stop != null; stop = resting.firstStopAt(ticks)) {
            matcher.trigger(stop, ticks, next.timeNanos());
        }
        long budget = next.quantityLots();
        while (budget > 0) {
            SimOrder best = resting.bestThrough(ticks);
            if (best == null) {
                return;
            }
            long lots = Math.min(budget, best.remainingLots);
            budget -= lots;
            matcher.fill(best, lots, best.request.priceTicks(), true, next.timeNanos());
        }
    }
}
