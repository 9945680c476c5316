package dev.tradewind.sim;

import org.jspecify.annotations.Nullable;

/**
 * The resting orders in the order they came to rest, to be walked through; an order may leave while others are dealt with.
 * Each dealing is a round: {@link #next} gives every order at most once a round.
 */
final class RestingLine {

    private @Nullable SimOrder first;
    private @Nullable SimOrder last;
    private int stops;
    private long round;

    /** {@return the order that came to rest first} */
    @Nullable SimOrder first() {
        return first;
    }

    /** {@return how many orders wait for a price to move against them} */
    int stops() {
        return stops;
    }

    void join(SimOrder order) {
        order.before = last;
        order.after = null;
        if (last == null) {
            first = order;
        } else {
            last.after = order;
        }
        last = order;
        if (isStop(order)) {
            stops++;
            order.countsAsStop = true;
        }
    }

    /** A stop of the line became a limit order, or trades now. */
    void triggered(SimOrder order) {
        if (order.countsAsStop) {
            stops--;
            order.countsAsStop = false;
        }
    }

    void leave(SimOrder order) {
        triggered(order);
        if (order.before == null) {
            first = order.after;
        } else {
            order.before.after = order.after;
        }
        if (order.after == null) {
            last = order.before;
        } else {
            order.after.before = order.before;
        }
        order.before = null;
        order.after = null;
    }

    /** Begins a round. */
    void begin() {
        round++;
    }

    /** {@return the first order at a price of its own that was not dealt with this round, null if there is none} */
    @Nullable SimOrder next(boolean buy, long priceTicks) {
        for (SimOrder order = first; order != null; order = order.after) {
            if (order.round != round
                    && order.isBuy() == buy
                    && order.request.priceTicks() == priceTicks
                    && !order.waitsForStop()) {
                order.round = round;
                return order;
            }
        }
        return null;
    }

    static boolean isStop(SimOrder order) {
        return order.waitsForStop() && !order.request.type().takesProfit();
    }
}
