package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import org.jspecify.annotations.Nullable;

/**
 * Fill tier T3, the recorded book: takers walk it level by level and find less where they or printed trades took before;
 * resting orders have their place in the queue ({@link Queues}) and fill when the other side comes to their price. While the
 * book is not whole, the market is one of trades (T2).
 */
final class BookMarket {

    private static final long NO_LIMIT_BUYING = Long.MAX_VALUE;
    private static final long NO_LIMIT_SELLING = Long.MIN_VALUE;

    private final Matcher matcher;
    private final RestingLine line;
    private final Depth depth;
    private final Queues queues;

    BookMarket(Matcher matcher, Depth depth, Queues queues) {
        this.matcher = matcher;
        this.line = matcher.line();
        this.depth = depth;
        this.queues = queues;
    }

    boolean isWhole() {
        return depth.isWhole();
    }

    /** {@return the price to judge an arriving order by: the best ask, else the best bid, else the last trade's} */
    long referenceTicks(long lastTicks) {
        long ask = depth.bestTicks(true);
        long bid = depth.bestTicks(false);
        return ask > 0 ? ask : bid > 0 ? bid : lastTicks;
    }

    /** The book changes. */
    void update(BookEvent event, long timeNanos) {
        if (!depth.apply(event) || !depth.isWhole()) {
            return;
        }
        queues.updated(event);
        for (SimOrder order = bestCrossed(); order != null; order = bestCrossed()) {
            if (walk(order, order.request.priceTicks(), true, timeNanos)) {
                return;
            }
        }
    }

    /** {@return the order with the best price that the other side has come to and still has lots for} */
    private @Nullable SimOrder bestCrossed() {
        long ask = depth.bestTicks(true);
        long bid = depth.bestTicks(false);
        SimOrder best = null;
        for (SimOrder order = line.first(); order != null; order = order.after) {
            long price = order.request.priceTicks();
            boolean buy = order.isBuy();
            boolean crossed = buy ? ask > 0 && ask <= price : bid > 0 && bid >= price;
            if (crossed && !order.waitsForStop()
                    && (best == null
                            || best.isBuy() == buy
                                    && (buy ? price > best.request.priceTicks() : price < best.request.priceTicks()))
                    && depth.leftWithin(buy, price, 1) > 0) {
                best = order;
            }
        }
        return best;
    }

    /** A trade takes from the side it met. */
    void traded(TradeEvent trade) {
        Side aggressor = trade.aggressor();
        // of a level that is not shown no update will come to forget it
        if (aggressor != null && depth.shownLots(aggressor == Side.BUY, trade.priceTicks()) > 0) {
            depth.take(aggressor == Side.BUY, trade.priceTicks(), trade.quantityLots());
        }
    }

    /** A new order meets the book. */
    void meet(SimOrder order, long lastTicks, long timeNanos) {
        OrderRequest request = order.request;
        if (order.waitsForStop()) {
            matcher.rest(order, timeNanos);
            if (order.actsOnRise() ? order.actsAtTicks() <= lastTicks : lastTicks > 0 && order.actsAtTicks() >= lastTicks) {
                trigger(order, timeNanos);
            }
            return;
        }
        boolean limited = request.type().hasLimit();
        long limit = limit(order);
        long there = depth.leftWithin(order.isBuy(), limit, order.remainingLots);
        if (!limited && there == 0) {
            matcher.reject(order, VenueReport.Reason.NO_MARKET, timeNanos);
        } else if (limited && there > 0 && request.terms().postOnly()) {
            matcher.reject(order, VenueReport.Reason.WOULD_TRADE, timeNanos);
        } else if (request.timeInForce() == TimeInForce.FOK && there < order.remainingLots) {
            matcher.expire(order, timeNanos);
        } else if (limited && Matcher.rests(request) && there < order.remainingLots) {
            matcher.rest(order, timeNanos);
            walk(order, limit, false, timeNanos);
        } else {
            takeNew(order, limit, timeNanos);
        }
    }

    /** What the book does not hold of an order that may not rest expires. */
    private void takeNew(SimOrder order, long limitTicks, long timeNanos) {
        boolean asks = order.isBuy();
        matcher.meets(depth.bestTicks(asks));
        for (int i = 0; i < depth.levels(asks) && Depth.isWithin(asks, depth.ticks(asks, i), limitTicks); i++) {
            long lots = Math.min(depth.leftLots(asks, i), order.remainingLots);
            if (lots > 0) {
                depth.take(asks, depth.ticks(asks, i), lots);
                if (!matcher.take(order, lots, depth.ticks(asks, i), timeNanos)) {
                    return;
                }
            }
        }
        matcher.expire(order, timeNanos);
    }

    /** A stop was reached: it walks the book, and a limit order's rest queues. */
    void trigger(SimOrder order, long timeNanos) {
        matcher.triggered(order);
        OrderRequest request = order.request;
        long limit = limit(order);
        long there = depth.leftWithin(order.isBuy(), limit, order.remainingLots);
        boolean never = there > 0 && request.terms().postOnly()
                || request.timeInForce() == TimeInForce.FOK && there < order.remainingLots;
        if (never || walk(order, limit, false, timeNanos)
                        && (!request.type().hasLimit() || !Matcher.rests(request))) {
            matcher.close(order, VenueReport.Kind.EXPIRED, timeNanos);
        }
    }

    private static long limit(SimOrder order) {
        return order.request.type().hasLimit()
                ? order.request.priceTicks()
                : order.isBuy() ? NO_LIMIT_BUYING : NO_LIMIT_SELLING;
    }

    /**
     * A resting order trades with the other side up to a limit: as a taker at each level's price, as a maker at its own.
     *
     * @return whether it goes on resting
     */
    private boolean walk(SimOrder order, long limitTicks, boolean maker, long timeNanos) {
        boolean asks = order.isBuy();
        matcher.meets(depth.bestTicks(asks));
        for (int i = 0; i < depth.levels(asks) && Depth.isWithin(asks, depth.ticks(asks, i), limitTicks); i++) {
            long ticks = depth.ticks(asks, i);
            long lots = Math.min(depth.leftLots(asks, i), order.remainingLots);
            if (lots > 0) {
                depth.take(asks, ticks, lots);
                if (!matcher.fill(order, lots, maker ? order.request.priceTicks() : ticks, maker, timeNanos)) {
                    return false;
                }
            }
        }
        return true;
    }
}
