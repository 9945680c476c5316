package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradeEvent;

/**
 * Where our limit orders stand in the market's queue at their price. At acceptance everything the book shows there is ahead,
 * or what the {@link QueueModel} says where there is no book. Trades at the price eat what is ahead, then us. Of an amount
 * that left the queue untraded the share P = f(behind) / (f(behind) + f(ahead)) was behind us (source: {@code trading.md} §5,
 * f is the {@link QueueShare}), so what is ahead shrinks by the rest; rounded against us.
 */
final class Queues {

    private final RestingLine line;
    private final Depth depth;
    private final QueueModel model;
    private final QueueShare share;
    private final RecentVolume recent;
    private final boolean everTurns;

    /** @param everTurns whether the model ever lets a print at the price be ours */
    Queues(
            RestingLine line,
            Depth depth,
            QueueModel model,
            QueueShare share,
            RecentVolume recent,
            boolean everTurns) {
        this.line = line;
        this.depth = depth;
        this.model = model;
        this.share = share;
        this.recent = recent;
        this.everTurns = everTurns;
    }

    /** The order takes its place at the end of the queue. */
    void join(SimOrder order) {
        order.tradedLots = 0;
        order.shownLots = shown(order);
        if (depth.isWhole()) {
            order.levelLots = depth.shownLots(!order.isBuy(), order.request.priceTicks());
            order.aheadLots = order.levelLots;
        } else {
            order.levelLots = 0;
            order.aheadLots = model.aheadLots(recent.usualLots());
        }
    }

    private static long shown(SimOrder order) {
        long display = order.request.isPlain() ? 0 : order.request.terms().displayLots();
        return display == 0 ? order.remainingLots : Math.min(display, order.remainingLots);
    }

    /** Part of the order filled. What it shows is renewed behind everybody once it is used up. */
    void filled(SimOrder order, long lots) {
        order.shownLots -= lots;
        if (order.shownLots <= 0) {
            long traded = order.tradedLots;
            join(order);
            order.tradedLots = traded;
            if (depth.isWhole()) {
                order.aheadLots = Math.max(0, order.levelLots - traded);
            }
        }
    }

    /**
     * Trades at a price eat the queues there, and then our orders in their turn.
     *
     * @param budget what better orders of ours left of it
     */
    void print(Matcher matcher, TradeEvent trade, long budget) {
        if (!everTurns && !depth.isWhole()) {
            return;
        }
        if (trade.aggressor() != Side.BUY) {
            print(matcher, true, trade, budget);
        }
        if (trade.aggressor() != Side.SELL) {
            print(matcher, false, trade, budget);
        }
    }

    private void print(Matcher matcher, boolean buy, TradeEvent trade, long budget) {
        long ticks = trade.priceTicks();
        long left = budget;
        long eaten = 0;
        line.begin();
        for (SimOrder order = line.next(buy, ticks); order != null; order = line.next(buy, ticks)) {
            order.tradedLots += trade.quantityLots();
            if (order.aheadLots == QueueModel.ENDLESS) {
                continue;
            }
            long ahead = Math.max(0, order.aheadLots - eaten);
            long eats = Math.min(left, ahead);
            left -= eats;
            eaten += eats;
            order.aheadLots = ahead - eats;
            if (left > 0) {
                long fills = Math.min(left, Math.min(order.shownLots, order.remainingLots));
                left -= fills;
                matcher.fill(order, fills, ticks, true, trade.timeNanos());
            }
        }
    }

    /** The book's update was taken in: where levels of ours changed, the queues do. */
    void updated(BookEvent event) {
        for (SimOrder order = line.first(); order != null; order = order.after) {
            if (order.waitsForStop()) {
                continue;
            }
            if (order.aheadLots == QueueModel.ENDLESS || event.snapshot()) {
                restart(order);
            } else if (mentions(event, order.isBuy(), order.request.priceTicks())) {
                changed(order, depth.shownLots(!order.isBuy(), order.request.priceTicks()));
            }
        }
    }

    /** A whole book came: nobody knows what happened before it, so the order keeps its place at best. */
    private void restart(SimOrder order) {
        long shown = depth.shownLots(!order.isBuy(), order.request.priceTicks());
        order.aheadLots = Math.min(order.aheadLots, shown);
        order.levelLots = shown;
        order.tradedLots = 0;
    }

    private static boolean mentions(BookEvent event, boolean bid, long ticks) {
        int levels = bid ? event.bids() : event.asks();
        for (int i = 0; i < levels; i++) {
            if ((bid ? event.bidTicks(i) : event.askTicks(i)) == ticks) {
                return true;
            }
        }
        return false;
    }

    private void changed(SimOrder order, long shown) {
        long before = Math.max(0, order.levelLots - order.tradedLots);
        long cancelled = before - shown;
        if (cancelled > 0) {
            long ahead = Math.min(order.aheadLots, before);
            order.aheadLots = ahead - cancelledAhead(cancelled, ahead, before - ahead);
        }
        order.aheadLots = Math.min(order.aheadLots, shown);
        order.levelLots = shown;
        order.tradedLots = 0;
    }

    /** How much of a cancelled amount stood ahead; never more than there is, and all that cannot have been behind. */
    private long cancelledAhead(long cancelled, long ahead, long behind) {
        double weightBehind = share.of(behind);
        double weights = weightBehind + share.of(ahead);
        double fromBehind = weights == 0 ? 0 : weightBehind / weights * cancelled;
        return cancelled - Math.min(behind, (long) StrictMath.ceil(fromBehind));
    }
}
