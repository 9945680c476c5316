package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * What a venue lacks, made up for order by order; the owner of an order sees no difference but in time.
 *
 * <ul>
 *   <li>A stop or take-profit the venue does not know is held here until the last price reaches it, then sent as a market or
 *       limit order under the same id.
 *   <li>Linked orders (one-cancels-other) at a venue without links: a leg with a stop price is held here, so that no coins
 *       are promised twice; once its price comes the other leg is cancelled, and only when that is confirmed the rest of the
 *       held one leaves. Reduce-only legs rest both; what one fills is taken off the other.
 *   <li>An amendment at a venue without amendments: the order is cancelled, and when that is confirmed what is left of it is
 *       placed under a new id. Never both live.
 *   <li>A time in force the venue does not know: a timer cancels.
 * </ul>
 *
 * <p>Engine thread only; allocates only when it grows. Costs nothing where the venue lacks nothing.
 */
public final class HeldOrders implements Stateful {

    /** What it may ask of whoever sends orders. */
    public interface Outlet {

        /** {@return the last price in ticks, 0 before the first} */
        long lastTicks();

        /** {@return whether the venue itself keeps the order from doing more than reduce its owner's position} */
        boolean reducesThere(OrderRequest request);

        /** Writes the intent and sends an order that was held. */
        void leave(Order order);

        /** Cancels an order, wherever it is. */
        boolean cancel(Order order);

        /** Ends an order that never left; its owner is told. */
        void drop(Order order);

        /** Makes a working order smaller: {@code lots} in all, filled ones included. */
        void shrink(Order order, long lots);

        /** Sets the timer that ends an order. */
        void expireAt(Order order, long timeNanos);

        /** Writes down why. */
        void decide(Order order, Reason reason, long first, long second);
    }

    private final Capabilities venue;
    private final OrderTable orders;
    private final Outlet outlet;
    private final boolean links;

    /** The venue takes every type and every time in force, so that no order has to be asked for its own. */
    private final boolean takesAll;

    private Order[] held = new Order[8];
    private int size;
    private long nearestAbove = Long.MAX_VALUE;
    private long nearestBelow = Long.MIN_VALUE;

    /** For the orders of a table that go to a venue. */
    public HeldOrders(Capabilities venue, OrderTable orders, Outlet outlet) {
        this.venue = venue;
        this.orders = orders;
        this.outlet = outlet;
        links = venue.has(Feature.LINKED_ORDERS);
        takesAll = venue.orderTypes().containsAll(EnumSet.allOf(OrderType.class))
                && venue.timesInForce().containsAll(EnumSet.allOf(TimeInForce.class));
    }

    /** {@return whether an order is nothing to the venue but what it says: no type, link or time has to be made up for} */
    public boolean passes(OrderRequest request) {
        return request.terms() == OrderTerms.NONE
                && (links || request.linkId() == 0)
                && (takesAll
                        || venue.orderTypes().contains(request.type())
                                && venue.timesInForce().contains(request.timeInForce()));
    }

    /** {@return whether an order has to stay here until its price comes, or until another leg of its link has ended} */
    public boolean keeps(OrderRequest request) {
        boolean leg = !links && request.linkId() != 0 && !outlet.reducesThere(request);
        return request.type().hasTrigger()
                ? leg || !venue.orderTypes().contains(request.type())
                : leg && request.side() == Side.SELL && anyAtVenue(request);
    }

    /** {@return whether the venue's lack of the order's time in force can be made up for} */
    public boolean canEnd(TimeInForce force) {
        return force != TimeInForce.FOK || venue.timesInForce().contains(TimeInForce.FOK);
    }

    /** Makes a copy on its way to the venue what the venue understands. */
    public void translate(OrderRequest sent) {
        TimeInForce force = venue.timesInForce().contains(sent.timeInForce()) ? sent.timeInForce() : TimeInForce.GTC;
        OrderTerms terms = understood(sent.terms(), force);
        int algoId = sent.algoId();
        sent.set(
                        sent.clientOrderId(),
                        sent.botId(),
                        sent.instrument(),
                        sent.side(),
                        sent.type(),
                        force,
                        sent.quantityLots(),
                        sent.priceTicks(),
                        sent.stopTicks(),
                        sent.tag(),
                        links ? sent.linkId() : 0)
                .with(terms, algoId);
    }

    private OrderTerms understood(OrderTerms asked, TimeInForce force) {
        boolean postOnly = asked.postOnly() && venue.has(Feature.POST_ONLY);
        long expiry = force == TimeInForce.GTD ? asked.expireNanos() : 0;
        if (postOnly == asked.postOnly() && expiry == asked.expireNanos()) {
            return asked;
        }
        OrderTerms terms = new OrderTerms(
                asked.quoteAtoms(), postOnly, asked.reduceOnly(), asked.positionSide(), expiry, asked.displayLots());
        return terms.equals(OrderTerms.NONE) ? OrderTerms.NONE : terms;
    }

    /** An order was opened, here or at the venue: its end is seen to. */
    public void opened(Order order) {
        if (order.request().timeInForce() == TimeInForce.GTD && !venue.timesInForce().contains(TimeInForce.GTD)) {
            outlet.expireAt(order, order.request().terms().expireNanos());
        }
    }

    /** Takes in an order that waits for its price, or for the end of the one before it. */
    public void hold(Order order) {
        order.hold();
        add(order);
        if (order.ahead() == null && order.type().hasTrigger()) {
            outlet.decide(order, Reason.ORDER_KEPT, order.request().stopTicks(), order.request().quantityLots());
            watch(order);
        }
    }

    private void add(Order order) {
        if (size == held.length) {
            held = Arrays.copyOf(held, size * 2);
        }
        held[size++] = order;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Held orders", 1).number(nearestAbove).number(nearestBelow).number(size);
        for (int i = 0; i < size; i++) {
            out.number(held[i].clientOrderId());
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Held orders", 1);
        nearestAbove = in.number();
        nearestBelow = in.number();
        for (int left = in.count(); left > 0; left--) {
            add(orders.known(in.number(), in));
        }
    }

    /** A held order has other prices now. */
    public void changed(Order order) {
        if (order.ahead() == null && order.type().hasTrigger()) {
            watch(order);
        }
        nearest();
    }

    private void watch(Order order) {
        long last = outlet.lastTicks();
        if (last > 0 && reached(order, last)) {
            fire(order);
        }
        nearest();
    }

    /** {@return how many orders are held} */
    public int size() {
        return size;
    }

    /** {@return whether a price reaches any held order} */
    public boolean reaches(long lowTicks, long highTicks) {
        return highTicks >= nearestAbove || lowTicks <= nearestBelow;
    }

    /** The last price is this. */
    public void price(long ticks) {
        if (!reaches(ticks, ticks)) {
            return;
        }
        for (int i = 0; i < size; ) {
            Order order = held[i];
            if (waitsForPrice(order) && reached(order, ticks)) {
                fire(order);
            }
            if (i < size && held[i] == order) {
                i++;
            }
        }
        nearest();
    }

    private static boolean waitsForPrice(Order order) {
        return order.ahead() == null && order.type().hasTrigger() && order.state() == OrderState.HELD;
    }

    private static boolean reached(Order order, long ticks) {
        return risesTo(order) ? ticks >= order.request().stopTicks() : ticks <= order.request().stopTicks();
    }

    private static boolean risesTo(Order order) {
        return (order.side().sign() > 0) != order.type().takesProfit();
    }

    private void nearest() {
        nearestAbove = Long.MAX_VALUE;
        nearestBelow = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            Order order = held[i];
            if (waitsForPrice(order) && risesTo(order)) {
                nearestAbove = Math.min(nearestAbove, order.request().stopTicks());
            } else if (waitsForPrice(order)) {
                nearestBelow = Math.max(nearestBelow, order.request().stopTicks());
            }
        }
    }

    /** The price came: the order leaves, once the other legs of its link are gone. */
    private void fire(Order order) {
        order.trigger();
        outlet.decide(order, Reason.ORDER_LEFT, sequence(order), 0);
        boolean alone = true;
        for (int i = 0; i < orders.size(); i++) {
            Order other = orders.get(i);
            if (!linked(order, other)) {
                continue;
            }
            if (atVenue(other)) {
                outlet.cancel(other);
                alone = false;
            } else if (other.ahead() != null) {
                // it was to take the place of one that is being cancelled
                outlet.cancel(other);
            }
        }
        if (alone) {
            leave(order);
        }
    }

    private boolean linked(Order one, Order other) {
        return linked(one.request(), other.request());
    }

    private boolean linked(OrderRequest one, OrderRequest other) {
        return !links
                && one.clientOrderId() != other.clientOrderId()
                && one.linkId() != 0
                && one.linkId() == other.linkId()
                && one.botId() == other.botId();
    }

    private static boolean atVenue(Order order) {
        return order.state() != OrderState.HELD && !order.state().isTerminal();
    }

    private void leave(Order order) {
        remove(order);
        if (order.takesPlace() == 0) {
            outlet.drop(order);
        } else {
            outlet.leave(order);
        }
    }

    private void remove(Order order) {
        for (int i = 0; i < size; i++) {
            if (held[i] == order) {
                System.arraycopy(held, i + 1, held, i, size - i - 1);
                size--;
                return;
            }
        }
    }

    /** An order came to its end: what waited for that goes on. */
    public void ended(Order order) {
        if (size == 0) {
            return;
        }
        remove(order);
        for (int i = 0; i < size; ) {
            Order waiting = held[i];
            if (waiting.ahead() == order) {
                takePlace(waiting);
            } else if (waiting.ahead() == null
                    && !waiting.type().hasTrigger()
                    && waiting.state() == OrderState.HELD
                    && linked(waiting, order)
                    && !anyAtVenue(waiting.request())) {
                leave(waiting);
            }
            if (i < size && held[i] == waiting) {
                i++;
            }
        }
        nearest();
    }

    private void takePlace(Order waiting) {
        if (waiting.state() != OrderState.HELD) {
            waiting.waitsFor(null);
        } else if (!keeps(waiting.request())) {
            leave(waiting);
        } else if (waiting.takesPlace() == 0) {
            remove(waiting);
            outlet.drop(waiting);
        } else {
            watch(waiting);
        }
    }

    private boolean anyAtVenue(OrderRequest request) {
        for (int i = 0; i < orders.size(); i++) {
            if (atVenue(orders.get(i)) && linked(request, orders.get(i).request())) {
                return true;
            }
        }
        return false;
    }

    /** An order filled; its owner's linked orders know already. */
    public void filled(Order filled) {
        if (links || filled.request().linkId() == 0) {
            return;
        }
        long over = filled.filledLots() + filled.lostLots() - filled.request().quantityLots();
        if (over > 0) {
            outlet.decide(filled, Reason.LINK_OVERFILLED, sequence(filled), over);
        }
        for (int i = 0; i < orders.size(); i++) {
            if (linked(filled, orders.get(i)) && orders.get(i).ahead() != filled) {
                shrink(orders.get(i));
            }
        }
    }

    /** An order was reported on: what could not be sent before is sent now. */
    public void heard(Order order, VenueReport.Kind kind) {
        if (!links && order.lostLots() > 0) {
            shrink(order);
        }
        if (kind == VenueReport.Kind.ACCEPTED
                && order.request().timeInForce() == TimeInForce.IOC
                && !venue.timesInForce().contains(TimeInForce.IOC)) {
            order.expire();
            outlet.cancel(order);
        }
    }

    private void shrink(Order order) {
        if (order.workingLots() == 0 && order.ahead() == null) {
            outlet.cancel(order);
        } else if ((order.state() == OrderState.LIVE || order.state() == OrderState.PARTIALLY_FILLED)
                && !order.amending()) {
            outlet.shrink(order, order.filledLots() + order.workingLots());
        }
    }

    private static long sequence(Order order) {
        return order.clientOrderId() & 0xFF_FFFF_FFFFL;
    }
}
