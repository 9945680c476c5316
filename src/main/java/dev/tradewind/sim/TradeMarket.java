package dev.tradewind.sim;

import dev.tradewind.domain.TradeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fill tier T2: a limit order fills at its price when a trade prints <em>through</em> it, up to the trade's quantity; a stop
 * triggers on the print; takers meet the last price.
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
        for (int i = 0; i < resting.size(); ) {
            SimOrder order = resting.get(i);
            boolean reached = order.actsOnRise() ? order.actsAtTicks() <= ticks : order.actsAtTicks() >= ticks;
            if (order.waitsForStop() && reached) {
                matcher.trigger(order, ticks, next.timeNanos());
                i = 0;
            } else {
                i++;
            }
        }
        long budget = next.quantityLots();
        while (budget > 0) {
            SimOrder best = bestThrough(ticks);
            if (best == null) {
                return;
            }
            long lots = Math.min(budget, best.remainingLots);
            budget -= lots;
            matcher.fill(best, lots, best.request.priceTicks(), true, next.timeNanos());
        }
    }

    private @Nullable SimOrder bestThrough(long ticks) {
        SimOrder best = null;
        for (int i = 0; i < resting.size(); i++) {
            SimOrder order = resting.get(i);
            long price = order.request.priceTicks();
            boolean through = !order.waitsForStop() && (order.isBuy() ? price > ticks : price < ticks);
            if (through
                    && (best == null
                            || (order.isBuy() ? price > best.request.priceTicks() : price < best.request.priceTicks()))) {
                best = order;
            }
        }
        return best;
    }
}
