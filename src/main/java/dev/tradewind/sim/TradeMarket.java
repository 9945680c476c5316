package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TradeEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fill tier T2: a limit order fills at its price when a trade prints <em>through</em> it, or prints at it once the queue ahead
 * is used up ({@link Queues}), up to the trade's quantity; a stop triggers on the print; takers meet the last price. Where the
 * book is recorded too, takers and queues meet that ({@link BookMarket}, T3).
 */
final class TradeMarket {

    private final Matcher matcher;
    private final RestingOrders resting;
    private final BookMarket book;
    private final Queues queues;
    private final RecentVolume recent;
    private @Nullable MarketEvent pending;
    private long lastTicks;

    TradeMarket(Matcher matcher, BookMarket book, Queues queues, RecentVolume recent) {
        this.matcher = matcher;
        this.resting = matcher.resting();
        this.book = book;
        this.queues = queues;
        this.recent = recent;
    }

    /** A trade, or a change of the book. */
    void begin(MarketEvent next) {
        pending = next;
    }

    /** {@return whether there is nothing to live through} */
    boolean isIdle() {
        return pending == null;
    }

    /** Lives on to the next thing that happens. {@return whether there was one no later than {@code untilNanos}} */
    boolean progress(long untilNanos) {
        long arrival = matcher.nextArrivalNanos();
        MarketEvent next = pending;
        if (next == null || arrival <= next.timeNanos()) {
            return arrive(arrival, untilNanos);
        }
        if (next.timeNanos() > untilNanos) {
            return false;
        }
        pending = null;
        if (next instanceof TradeEvent trade) {
            happen(trade);
        } else if (next instanceof BookEvent change) {
            book.update(change, change.timeNanos());
        }
        return true;
    }

    private boolean arrive(long arrival, long untilNanos) {
        if (arrival > untilNanos) {
            return false;
        }
        boolean walks = book.isWhole();
        SimOrder order = matcher.arrived(arrival, walks ? book.referenceTicks(lastTicks) : lastTicks);
        if (order != null && walks) {
            book.meet(order, lastTicks, arrival);
        } else if (order != null) {
            matcher.meet(order, lastTicks, arrival);
        }
        return true;
    }

    private void happen(TradeEvent trade) {
        lastTicks = trade.priceTicks();
        recent.trade(trade.timeNanos(), lastTicks, trade.quantityLots());
        if (lastTicks <= resting.nearestBelow() || lastTicks >= resting.nearestAbove()) {
            print(trade);
        }
        if (book.isWhole()) {
            book.traded(trade);
        }
        matcher.priced(lastTicks, trade.timeNanos());
    }

    /** A trade meets the resting orders: stops first, then limits it printed through, best price first, then queues. */
    private void print(TradeEvent trade) {
        long ticks = trade.priceTicks();
        long time = trade.timeNanos();
        for (SimOrder stop = resting.firstStopAt(ticks); stop != null; stop = resting.firstStopAt(ticks)) {
            trigger(stop, ticks, time);
        }
        long budget = trade.quantityLots();
        while (budget > 0) {
            SimOrder best = resting.bestThrough(ticks);
            if (best == null) {
                break;
            }
            long lots = Math.min(budget, best.remainingLots);
            budget -= lots;
            matcher.fill(best, lots, best.request.priceTicks(), true, time);
        }
        queues.print(matcher, trade, budget);
    }

    private void trigger(SimOrder order, long ticks, long timeNanos) {
        if (book.isWhole()) {
            book.trigger(order, timeNanos);
        } else {
            matcher.trigger(order, ticks, timeNanos);
        }
    }

    void save(StateWriter out) {
        PendingEvent.save(out.section("TradeMarket", 1).number(lastTicks), pending);
    }

    void load(StateReader in) {
        lastTicks = in.section("TradeMarket", 1).number();
        pending = PendingEvent.load(in);
    }
}
