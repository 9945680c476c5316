package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares out the order slots a venue grants on a symbol: of all orders that rest, the ones nearest the price stand at the
 * venue, the others are held here under their own ids and change places with them in time. It also keeps our own orders
 * from meeting each other: one that would take from another of ours waits until that one is gone or the market has moved.
 *
 * <p>Moving an order away cancels it at the venue; once that is confirmed it is held here and sent again later as the next
 * sending of the same order. Its owner sees one order all along. The last slots stay free for orders the price is about to
 * reach. Engine thread only; costs nothing while no limit is near.
 */
public final class SlotBroker implements Stateful {

    /** What it may ask of whoever sends orders. */
    public interface Outlet {

        /** {@return the last price in ticks, 0 before the first} */
        long lastTicks();

        /** {@return the best price of a side of the market's book in ticks, 0 where no book is known} */
        long touchTicks(Side side);

        /** Writes the intent and sends what is left of an order that was held. */
        void send(Order order);

        /** Cancels an order at the venue that is to be held here. */
        void park(Order order);

        /** Writes down why. */
        void decide(Order order, Reason reason, long first, long second);
    }

    /** Orders moved per event at most, so that a jump of the price does not flood the venue. */
    private static final int MOVES = 8;

    private final OrderTable orders;
    private final Outlet outlet;
    private final int slots;
    private final int stopSlots;
    private Order[] held = new Order[8];
    private int size;
    private int atVenue;
    private int stopsAtVenue;
    private int parking;
    private boolean due;
    private boolean closed;
    private long highestBuy = Long.MIN_VALUE;
    private long lowestSell = Long.MAX_VALUE;

    /**
     * @param orders    every order that is not final
     * @param slots     orders the venue lets rest on the symbol, 0 for no limit
     * @param stopSlots how many of them may wait for a stop price, 0 for no limit of their own
     */
    public SlotBroker(OrderTable orders, Outlet outlet, int slots, int stopSlots) {
        this.orders = orders;
        this.outlet = outlet;
        this.slots = slots;
        this.stopSlots = stopSlots;
    }

    /** {@return whether a new order has to wait here before it is sent} */
    public boolean keeps(OrderRequest request) {
        return closed || request.type() != OrderType.MARKET && (!hasSlot(request.type()) || crosses(request));
    }

    private boolean hasSlot(OrderType type) {
        return (slots == 0 || atVenue < slots) && (stopSlots == 0 || !type.hasTrigger() || stopsAtVenue < stopSlots);
    }

    /** Nothing can leave from now on, or it can again. */
    public void closed(boolean nothingLeaves) {
        closed = nothingLeaves;
        due = !closed && size > 0;
    }

    /** {@return slots in use at the venue, as the venue's own count would be asked about: one is always made free in time} */
    public int used() {
        return slots == 0 ? atVenue : Math.min(atVenue, slots - 1);
    }

    /** {@return stop slots in use at the venue, as {@link #used()}} */
    public int stopsUsed() {
        return stopSlots == 0 ? stopsAtVenue : Math.min(stopsAtVenue, stopSlots - 1);
    }

    /** {@return how many orders are held here for want of a slot or to keep them from orders of ours} */
    public int size() {
        return size;
    }

    /** An order goes to the venue. */
    public void sent(Order order) {
        if (order.type() == OrderType.MARKET) {
            return;
        }
        atVenue++;
        order.slot = true;
        if (order.type().hasTrigger()) {
            order.stopSlot = true;
            stopsAtVenue++;
        }
        if (order.type().hasLimit() && order.side() == Side.BUY) {
            highestBuy = Math.max(highestBuy, order.request().priceTicks());
        } else if (order.type().hasLimit()) {
            lowestSell = Math.min(lowestSell, order.request().priceTicks());
        }
    }

    /** Takes in a new order that {@linkplain #keeps has to wait}. */
    public void hold(Order order) {
        order.hold();
        add(order);
        outlet.decide(order, Reason.ORDER_WAITS, actsAt(order), order.request().quantityLots());
    }

    private void add(Order order) {
        if (size == held.length) {
            held = Arrays.copyOf(held, size * 2);
        }
        held[size++] = order;
        due = true;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Order slots", 1).number(atVenue).number(stopsAtVenue).number(parking).flag(due).flag(closed);
        out.number(highestBuy).number(lowestSell).number(size);
        for (int i = 0; i < size; i++) {
            out.number(held[i].clientOrderId());
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Order slots", 1);
        atVenue = in.integer();
        stopsAtVenue = in.integer();
        parking = in.integer();
        boolean sharesNext = in.flag();
        closed = in.flag();
        highestBuy = in.number();
        lowestSell = in.number();
        for (int left = in.count(); left > 0; left--) {
            add(orders.known(in.number(), in));
        }
        due = sharesNext;
    }

    /** The cancel of an order that was moved away is confirmed: it is held here now. */
    public void parked(Order order, long timeNanos) {
        free(order);
        parking--;
        order.parked(timeNanos);
        add(order);
    }

    /** The venue did not cancel an order that was to be moved away; it stays there. */
    public void stays(Order order) {
        if (order.stay()) {
            parking--;
        }
    }

    /** An order came to its end. */
    public void ended(Order order) {
        if (order.parking()) {
            parking--;
        }
        free(order);
        for (int i = 0; i < size; i++) {
            if (held[i] == order) {
                System.arraycopy(held, i + 1, held, i, size - i - 1);
                size--;
                break;
            }
        }
        due = size > 0;
    }

    private void free(Order order) {
        if (order.slot) {
            order.slot = false;
            atVenue--;
        }
        if (order.stopSlot) {
            order.stopSlot = false;
            stopsAtVenue--;
        }
        if (atVenue == 0) {
            highestBuy = Long.MIN_VALUE;
            lowestSell = Long.MAX_VALUE;
        }
    }

    /** The price moved. */
    public void price() {
        if (size > 0 && !closed) {
            share();
        }
    }

    /** After an input: slots that came free are given to who waits. */
    public void settle() {
        if (due && !closed) {
            due = false;
            share();
        }
    }

    private void share() {
        for (int moves = 0; moves < MOVES; moves++) {
            Order nearest = nearestHeld();
            if (nearest == null) {
                break;
            }
            remove(nearest);
            outlet.send(nearest);
            sent(nearest);
        }
        for (int moves = parking; moves < MOVES && size > 0; moves++) {
            Order farthest = farthestAtVenue();
            if (farthest == null || nearerThan(farthest) <= parking) {
                return;
            }
            parking++;
            outlet.park(farthest);
        }
    }

    /** {@return the held order nearest its price of those that may leave now, null if none may} */
    private @Nullable Order nearestHeld() {
        Order nearest = null;
        for (int i = 0; i < size; i++) {
            Order order = held[i];
            if (order.state() == OrderState.HELD
                    && (nearest == null || distance(order) < distance(nearest))
                    && (order.type() == OrderType.MARKET || hasSlot(order.type()))
                    && !crosses(order.request())) {
                nearest = order;
            }
        }
        return nearest;
    }

    private @Nullable Order farthestAtVenue() {
        Order farthest = null;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.slot
                    && order.canPark()
                    && order.request().timeInForce() != TimeInForce.IOC
                    && (farthest == null || distance(order) > distance(farthest))) {
                farthest = order;
            }
        }
        return farthest;
    }

    /** {@return held orders that are clearly nearer their price than an order at the venue whose slot would do for them} */
    private int nearerThan(Order farthest) {
        long far = distance(farthest);
        int count = 0;
        for (int i = 0; i < size; i++) {
            Order order = held[i];
            boolean fits = order.type().hasTrigger() == farthest.type().hasTrigger() || stopSlots == 0;
            long near = distance(order);
            // a tenth and a tick, so that two orders do not change places with every trade
            if (fits && order.state() == OrderState.HELD && near + near / 10 + 1 < far && !crosses(order.request())) {
                count++;
            }
        }
        return count;
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

    private long distance(Order order) {
        return order.type() == OrderType.MARKET ? 0 : Math.abs(actsAt(order) - outlet.lastTicks());
    }

    private static long actsAt(Order order) {
        return order.type().hasTrigger() ? order.request().stopTicks() : order.request().priceTicks();
    }

    /**
     * Whether a limit order would take now, and an order of ours at the venue is among the first it would take from. Told by
     * the market's book: the last price alone may be an old one.
     */
    private boolean crosses(OrderRequest request) {
        if (request.type() != OrderType.LIMIT) {
            return false;
        }
        boolean buy = request.side() == Side.BUY;
        long limit = request.priceTicks();
        if (buy ? limit < lowestSell : limit > highestBuy) {
            return false;
        }
        long touch = outlet.touchTicks(buy ? Side.SELL : Side.BUY);
        if (touch == 0) {
            return false;
        }
        long nearestOwn = buy ? Long.MAX_VALUE : Long.MIN_VALUE;
        for (int i = 0; i < orders.size(); i++) {
            Order own = orders.get(i);
            boolean rests = own.slot && own.type() == OrderType.LIMIT && own.side() != request.side();
            if (rests) {
                long price = own.request().priceTicks();
                nearestOwn = buy ? Math.min(nearestOwn, price) : Math.max(nearestOwn, price);
            }
        }
        if (buy) {
            lowestSell = nearestOwn;
            return limit >= nearestOwn && nearestOwn <= touch;
        }
        highestBuy = nearestOwn;
        return limit <= nearestOwn && nearestOwn >= touch;
    }
}
