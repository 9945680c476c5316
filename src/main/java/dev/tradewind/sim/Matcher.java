package dev.tradewind.sim;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The life of the orders at the venue: how they arrive, come to rest, are triggered, filled, linked and ended. What the
 * market does to them is the markets' to say, each in its fill tier. Orders are pooled.
 */
final class Matcher {

    private final Fills fills;
    private final Inbox inbox;
    private final ReportQueue reports;
    private final FinishedOrders finished = new FinishedOrders();
    private final RestingOrders resting = new RestingOrders();
    private final RestingLine line = new RestingLine();
    private final Expiries expiries = new Expiries();
    private @Nullable Queues queues;
    private @Nullable MarginWatch watch;
    private SimOrder[] pool = new SimOrder[64];
    private int pooled;

    Matcher(Fills fills, Inbox inbox, ReportQueue reports) {
        this.fills = fills;
        this.inbox = inbox;
        this.reports = reports;
    }

    RestingOrders resting() {
        return resting;
    }

    RestingLine line() {
        return line;
    }

    /** The account is one of margin. */
    void watch(MarginWatch margin) {
        watch = margin;
    }

    /** From now on orders have places in queues. */
    void queue(Queues places) {
        queues = places;
    }

    /** {@return whether nothing arrives or ends by itself} */
    boolean isIdle() {
        return inbox.isEmpty() && expiries.nextNanos() == Long.MAX_VALUE;
    }

    /** {@return whether nothing arrives} */
    boolean isQuiet() {
        return inbox.isEmpty();
    }

    /** {@return when the next order or cancel arrives or the next order ends by itself} */
    long nextArrivalNanos() {
        return Math.min(inbox.nextArrivalNanos(), expiries.nextNanos());
    }

    /** Ends the orders whose time is over. */
    void expireUntil(long timeNanos) {
        while (expiries.nextNanos() <= timeNanos) {
            close(expiries.first(), VenueReport.Kind.EXPIRED, timeNanos);
        }
    }

    /** An order is sent; it arrives later. */
    void submit(OrderRequest request, long arrivalNanos) {
        SimOrder order = pooled == 0 ? new SimOrder() : pool[--pooled];
        order.take(request);
        if (request.linkId() != 0) {
            // what the link filled without the sender knowing is lost to this order too
            order.lose(reports.unheardLots(request.botId(), request.linkId()));
        }
        inbox.submit(arrivalNanos, order);
    }

    /** A change of an order is sent; it arrives later. */
    void replace(OrderRequest request, long arrivalNanos) {
        SimOrder change = pooled == 0 ? new SimOrder() : pool[--pooled];
        change.take(request);
        change.amends = true;
        if (request.linkId() != 0) {
            change.lose(reports.unheardLots(request.botId(), request.linkId(), request.clientOrderId()));
        }
        inbox.submit(arrivalNanos, change);
    }

    /** Takes what arrives next. {@return the order that now meets the market; null for a cancel, a question or a refused order} */
    @Nullable SimOrder arrived(long arrival, long priceTicks) {
        if (expiries.nextNanos() <= inbox.nextArrivalNanos()) {
            expireUntil(arrival);
            return null;
        }
        long cancelId = inbox.nextCancelId();
        SimOrder order = inbox.nextOrder();
        inbox.drop();
        if (cancelId < 0) {
            queryArrived(-cancelId, arrival);
            return null;
        }
        if (cancelId > 0) {
            cancelArrived(cancelId, arrival);
            return null;
        }
        if (order.amends) {
            SimOrder amended = amend(order, priceTicks, arrival);
            pool(order);
            return amended;
        }
        if (order.remainingLots == 0) {
            fills.report(VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), arrival);
            release(order);
            return null;
        }
        if (fills.refuses(order, priceTicks, resting, line, arrival)) {
            release(order);
            return null;
        }
        return order;
    }

    private void queryArrived(long clientOrderId, long timeNanos) {
        SimOrder order = resting.find(clientOrderId);
        if (order != null) {
            fills.answer(VenueReport.Kind.WORKING, clientOrderId, order.filledLots(), timeNanos);
            return;
        }
        long filled = finished.filledLots(clientOrderId);
        fills.answer(
                filled < 0 ? VenueReport.Kind.UNKNOWN : VenueReport.Kind.DONE, clientOrderId, Math.max(0, filled), timeNanos);
    }

    private void cancelArrived(long clientOrderId, long timeNanos) {
        SimOrder order = resting.find(clientOrderId);
        if (order == null) {
            fills.report(
                    VenueReport.Kind.CANCEL_REJECTED, VenueReport.Reason.UNKNOWN_ORDER, clientOrderId, timeNanos);
        } else {
            close(order, VenueReport.Kind.CANCELED, timeNanos);
        }
    }

    /** A resting order changes. {@return the order if it lost its place and now meets the market anew, else null} */
    private @Nullable SimOrder amend(SimOrder change, long priceTicks, long timeNanos) {
        SimOrder order = resting.find(change.request.clientOrderId());
        VenueReport.Reason trouble = Amendment.trouble(order, change, priceTicks, fills, resting);
        if (order == null || trouble != VenueReport.Reason.NONE) {
            fills.report(VenueReport.Kind.REPLACE_REJECTED, trouble, change.request.clientOrderId(), timeNanos);
            return null;
        }
        if (Amendment.keepsPlace(order, change)) {
            Amendment.apply(order, change, fills);
            fills.replaced(order, timeNanos);
            if (order.remainingLots == 0) {
                close(order, VenueReport.Kind.CANCELED, timeNanos);
            } else {
                resting.resized(order);
            }
            return null;
        }
        stopResting(order);
        Amendment.apply(order, change, fills);
        fills.replaced(order, timeNanos);
        if (order.remainingLots == 0) {
            fills.report(VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
            fills.unreserve(order);
            release(order);
            return null;
        }
        return order;
    }

    /** A new order meets the market at its price. */
    void meet(SimOrder order, long priceTicks, long timeNanos) {
        OrderRequest request = order.request;
        if (request.type() == OrderType.MARKET) {
            fillNew(order, fills.slipped(order, priceTicks), timeNanos);
            return;
        }
        boolean acts = order.actsAt(priceTicks);
        if (acts && !order.waitsForStop()) {
            if (request.terms().postOnly()) {
                reject(order, VenueReport.Reason.WOULD_TRADE, timeNanos);
                return;
            }
            fillNew(order, fills.slippedToLimit(order, priceTicks), timeNanos);
            return;
        }
        if (request.type() == OrderType.LIMIT && !rests(request)) {
            expire(order, timeNanos);
            return;
        }
        rest(order, timeNanos);
        if (acts) {
            trigger(order, priceTicks, timeNanos);
        }
    }

    /** The order comes to rest, and is said to. */
    void rest(SimOrder order, long timeNanos) {
        if (!order.accepted) {
            order.accepted = true;
            fills.accept(order, timeNanos);
        }
        stand(order);
        if (queues != null && !order.waitsForStop()) {
            queues.join(order);
        }
    }

    private void stand(SimOrder order) {
        resting.add(order);
        line.join(order);
        if (order.request.timeInForce() == TimeInForce.GTD) {
            expiries.join(order);
        }
    }

    /** Writes the resting orders in the order they came to rest, which is all their indexes know. */
    void save(StateWriter out) {
        finished.save(out.section("Matcher", 1));
        out.flag(resting.many()).number(resting.size());
        for (SimOrder order = line.first(); order != null; order = order.after) {
            order.save(out);
            if (queues != null && !order.waitsForStop()) {
                order.savePlace(out);
            }
        }
    }

    /** To be called when it is known whether there are queues. */
    void load(StateReader in) {
        finished.load(in.section("Matcher", 1));
        boolean many = in.flag();
        int count = in.count();
        if (many && count == 0 || !many && count > RestingOrders.FEW) {
            throw in.wrong(count + " resting orders are " + (many ? "not many" : "many"));
        }
        if (many) {
            resting.expectMany();
        }
        for (int i = 0; i < count; i++) {
            SimOrder order = new SimOrder().load(in);
            if (queues != null && !order.waitsForStop()) {
                order.loadPlace(in);
            }
            stand(order);
        }
    }

    /** {@return whether what does not fill at once stays} */
    static boolean rests(OrderRequest request) {
        return request.timeInForce() == TimeInForce.GTC || request.timeInForce() == TimeInForce.GTD;
    }

    private void leave(SimOrder order) {
        stopResting(order);
        release(order);
    }

    private void stopResting(SimOrder order) {
        resting.remove(order);
        line.leave(order);
        if (order.request.timeInForce() == TimeInForce.GTD) {
            expiries.leave(order);
        }
    }

    /** An order that never rested is refused. */
    void reject(SimOrder order, VenueReport.Reason reason, long timeNanos) {
        fills.report(VenueReport.Kind.REJECTED, reason, order.request.clientOrderId(), timeNanos);
        release(order);
    }

    /** A stop was reached: from now on it is a market or a limit order. */
    void triggered(SimOrder order) {
        order.triggered = true;
        line.triggered(order);
        if (order.request.type().hasLimit()) {
            resting.changed(order);
            if (queues != null) {
                queues.join(order);
            }
        }
    }

    /** An order that never rested ends. */
    void expire(SimOrder order, long timeNanos) {
        fills.report(
                VenueReport.Kind.EXPIRED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
        release(order);
    }

    /** A stop was reached: a market order fills, a limit order rests or fills. */
    void trigger(SimOrder order, long priceTicks, long timeNanos) {
        triggered(order);
        if (!order.request.type().hasLimit()) {
            fill(order, order.remainingLots, fills.slipped(order, priceTicks), false, timeNanos);
            return;
        }
        long limit = order.request.priceTicks();
        if (order.isBuy() ? limit >= priceTicks : limit <= priceTicks) {
            if (order.request.terms().postOnly()) {
                close(order, VenueReport.Kind.EXPIRED, timeNanos);
                return;
            }
            fill(order, order.remainingLots, fills.slippedToLimit(order, priceTicks), false, timeNanos);
        } else if (!rests(order.request)) {
            close(order, VenueReport.Kind.EXPIRED, timeNanos);
        }
    }

    /** A taker meets the book at its best price. */
    void meets(long bestTicks) {
        fills.meets(bestTicks);
    }

    private void fillNew(SimOrder order, long priceTicks, long timeNanos) {
        take(order, order.remainingLots, priceTicks, timeNanos);
    }

    /** A new order takes lots. {@return whether it wants more; if not, it is over} */
    boolean take(SimOrder order, long lots, long priceTicks, long timeNanos) {
        if (fills.fill(order, lots, priceTicks, false, timeNanos)) {
            traded(order, lots, timeNanos);
            if (order.remainingLots > 0) {
                return true;
            }
            if (order.shrunkLots > 0) {
                fills.report(
                        VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
            }
        }
        release(order);
        return false;
    }

    /** A resting order fills. {@return whether it goes on resting} */
    boolean fill(SimOrder order, long lots, long priceTicks, boolean maker, long timeNanos) {
        if (!fills.fill(order, lots, priceTicks, maker, timeNanos)) {
            leave(order);
            return false;
        }
        traded(order, lots, timeNanos);
        if (order.remainingLots == 0) {
            if (order.shrunkLots > 0) {
                fills.report(
                        VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
            }
            fills.unreserve(order);
            leave(order);
            return false;
        }
        resting.resized(order);
        if (queues != null) {
            queues.filled(order, lots);
        }
        return true;
    }

    private void traded(SimOrder order, long lots, long timeNanos) {
        shrinkLinked(order, lots, timeNanos);
        if (watch != null) {
            watch.traded(order, timeNanos);
        }
    }

    /** The market traded at a price, after the orders it met. */
    void priced(long ticks, long timeNanos) {
        if (watch != null) {
            watch.price(ticks, timeNanos);
        }
    }

    /** {@return whether the exchange closes a position by force between two prices} */
    boolean forces(long lowTicks, long highTicks) {
        return watch != null && (lowTicks <= watch.below() || highTicks >= watch.above());
    }

    /** {@return the highest price below at which the exchange closes a position by force} */
    long forcedBelow() {
        return watch == null ? MarginWatch.NONE_BELOW : watch.below();
    }

    /** {@return the lowest price above at which the exchange closes a position by force} */
    long forcedAbove() {
        return watch == null ? MarginWatch.NONE_ABOVE : watch.above();
    }

    /** A resting order loses lots; what has none left ends. */
    void shrink(SimOrder order, long lots, long timeNanos) {
        order.lose(lots);
        if (order.remainingLots == 0) {
            close(order, VenueReport.Kind.CANCELED, timeNanos);
        } else {
            resting.resized(order);
            fills.reserveAgain(order);
        }
    }

    /** Ends every resting order. */
    void closeAll(long timeNanos) {
        for (SimOrder order = line.first(); order != null; order = line.first()) {
            close(order, VenueReport.Kind.CANCELED, timeNanos);
        }
    }

    private void shrinkLinked(SimOrder filled, long lots, long timeNanos) {
        if (filled.request.linkId() == 0) {
            return;
        }
        inbox.linkedFilled(filled, lots);
        SimOrder before;
        for (SimOrder other = resting.lastLinked(filled); other != null; other = before) {
            before = resting.linkedBefore(other);
            if (other != filled) {
                shrink(other, lots, timeNanos);
            }
        }
    }

    void close(SimOrder order, VenueReport.Kind kind, long timeNanos) {
        fills.report(kind, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
        fills.unreserve(order);
        leave(order);
    }

    private void release(SimOrder order) {
        finished.add(order.request.clientOrderId(), order.filledLots());
        pool(order);
    }

    private void pool(SimOrder order) {
        if (pooled == pool.length) {
            pool = Arrays.copyOf(pool, pooled * 2);
        }
        pool[pooled++] = order;
    }
}
