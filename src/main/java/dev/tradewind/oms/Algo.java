package dev.tradewind.oms;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running execution algorithm. A pure function of what it is told, so that replaying a session's inputs rebuilds it with
 * its peak, its legs and its next slice. It listens to one price only outside {@link #wakeBelow} to {@link #wakeAbove}.
 */
abstract class Algo implements Stateful {

    /** In place of an order's place among the {@link #children}: there is none, or it is among them no more. */
    private static final int NO_CHILD = -1;

    private static final int CHILD_OF_ITS_OWN = -2;

    final int id;
    final int owner;
    final int tag;
    final AlgoType type;
    final Params params;
    final AlgoPort port;
    final Side side;
    final long totalLots;
    final List<Child> children = new ArrayList<>();

    /** The last price when it was made, which its parameters were checked against. */
    final long firstTicks;

    Channel channel = Channel.LAST;
    long wakeAbove = Long.MAX_VALUE;
    long wakeBelow = Long.MIN_VALUE;
    final long startedNanos;
    private AlgoState state = AlgoState.WORKING;
    private AlgoState endsAs = AlgoState.CANCELLED;
    private String why = "";

    Algo(Setup setup) {
        id = setup.id();
        owner = setup.owner();
        tag = setup.tag();
        type = setup.type();
        params = setup.params();
        port = setup.port();
        startedNanos = setup.nowNanos();
        firstTicks = setup.lastTicks();
        side = Side.valueOf(params.text("side"));
        totalLots = port.instrument().toLots(params.decimal("quantity"), RoundingMode.DOWN);
        if (totalLots <= 0) {
            throw new IllegalArgumentException("quantity " + params.text("quantity") + " is less than one lot, "
                    + port.instrument().toQuantity(1).toPlainString());
        }
    }

    /**
     * What an algorithm is made from; a saved one is made again from the same.
     *
     * @param seed      differs between algorithms and sessions
     * @param nowNanos  when it is started
     * @param lastTicks the last price then, 0 before the first
     */
    record Setup(
            int id,
            int owner,
            int tag,
            AlgoType type,
            Params params,
            AlgoPort port,
            long seed,
            long nowNanos,
            long lastTicks) {}

    @Override
    public final void save(StateWriter out) {
        out.section(type.id(), 1).constant(state).constant(endsAs).text(why).number(wakeAbove).number(wakeBelow);
        out.number(children.size());
        for (Child child : children) {
            child.save(out);
        }
        saveMore(out);
    }

    @Override
    public final void load(StateReader in) {
        in.section(type.id(), 1);
        state = in.constant(AlgoState.class);
        endsAs = in.constant(AlgoState.class);
        why = in.text();
        wakeAbove = in.number();
        wakeBelow = in.number();
        for (int left = in.count(); left > 0; left--) {
            children.add(Child.load(in));
        }
        loadMore(in);
    }

    /** Writes down what the kind of algorithm has of its own. */
    abstract void saveMore(StateWriter out);

    /** Takes over what {@link #saveMore} wrote. */
    abstract void loadMore(StateReader in);

    /** Writes down one of its orders: as its place among the {@link #children}, or whole where those have let go of it. */
    final void saveChild(@Nullable Child child, StateWriter out) {
        int place = child == null ? NO_CHILD : children.indexOf(child);
        out.number(child != null && place < 0 ? CHILD_OF_ITS_OWN : place);
        if (child != null && place < 0) {
            child.save(out);
        }
    }

    /** {@return what {@link #saveChild} wrote} */
    final @Nullable Child loadChild(StateReader in) {
        int place = in.integer();
        if (place == NO_CHILD) {
            return null;
        }
        if (place == CHILD_OF_ITS_OWN) {
            return Child.load(in);
        }
        if (place < 0 || place >= children.size()) {
            throw in.wrong("order " + place + " of an algorithm that has " + children.size());
        }
        return children.get(place);
    }

    /** @throws IllegalArgumentException if it cannot start, saying why; then nothing of it is in the market */
    abstract void start();

    /** Its price is this, outside the bounds it set. */
    void onPrice(long ticks) {}

    /** The market traded so much. */
    void onVolume(long lots) {}

    void onTimer(int number) {}

    void onCandle(Timeframe timeframe, CandleEvent candle) {}

    /** Something happened to one of its orders; what filled is counted already. */
    abstract void onChild(Child child, VenueReport report);

    /** {@return what it does next, in words; may allocate} */
    abstract String next();

    /** {@return what it has traded of what it is to trade} */
    abstract long doneLots();

    final AlgoState state() {
        return state;
    }

    final void state(AlgoState next) {
        state = next;
    }

    final boolean ended() {
        return state.isTerminal();
    }

    final boolean ending() {
        return state == AlgoState.ENDING || ended();
    }

    /** It does nothing more. */
    final void end(AlgoState as, String reason) {
        if (ended()) {
            return;
        }
        state = as;
        why = reason;
        deaf();
        port.decide(
                owner,
                switch (as) {
                    case DONE -> Reason.ALGO_DONE;
                    case FAILED -> Reason.ALGO_FAILED;
                    case ARMED, WORKING, ENDING, CANCELLED -> Reason.ALGO_CANCELLED;
                },
                id,
                doneLots());
    }

    /** Cancels its orders and ends when the last of them has. */
    final void endAfterCancels(AlgoState as, String reason) {
        if (ending()) {
            return;
        }
        state = AlgoState.ENDING;
        endsAs = as;
        why = reason;
        deaf();
        for (Child child : children) {
            cancel(child);
        }
        endIfNothingWorks();
    }

    private void endIfNothingWorks() {
        if (state == AlgoState.ENDING && !anyWorking()) {
            end(endsAs, why);
        }
    }

    /** No new entries: an algorithm that enters ends, protection stays. */
    void cancelEntry(String reason) {
        if (side == Side.BUY) {
            endAfterCancels(AlgoState.CANCELLED, reason);
        }
    }

    final void deaf() {
        wakeAbove = Long.MAX_VALUE;
        wakeBelow = Long.MIN_VALUE;
    }

    /** {@return the new order, null if it was refused; then {@code port.refusal()} says why} */
    final @Nullable Child place(
            int role, Side way, OrderType orderType, TimeInForce force, long lots, long price, long stop, long link,
            OrderTerms terms) {
        long orderId = port.place(owner, id, tag, way, orderType, force, lots, price, stop, link, terms);
        if (orderId == 0) {
            return null;
        }
        Child child = new Child(role, way, orderId, lots);
        Order order = port.order(orderId);
        if (order != null) {
            // a reduce-only order may have been made smaller
            child.lots = order.request().quantityLots();
        }
        children.removeIf(old -> !old.working && old.role == role);
        children.add(child);
        return child;
    }

    /** Amends one of its orders to so many lots in all. {@return whether that was not refused} */
    final boolean amend(Child child, long lots, long price, long stop) {
        Order order = port.order(child.orderId);
        if (order == null) {
            return false;
        }
        // an order under a later id counts from there
        long before = child.filledLots - order.filledLots();
        long next = port.amend(child.orderId, lots - before, price, stop);
        if (next == 0) {
            return false;
        }
        child.nextId = next == child.orderId ? 0 : next;
        child.lots = lots;
        return true;
    }

    /** {@return whether the order is at rest: accepted, no cancel and no amendment on its way} */
    final boolean settled(Child child) {
        Order order = port.order(child.orderId);
        return child.working
                && child.nextId == 0
                && order != null
                && !order.amending()
                && switch (order.state()) {
                    case LIVE, PARTIALLY_FILLED, HELD -> true;
                    case PENDING_NEW, CANCEL_PENDING, UNRESOLVED, FILLED, CANCELED, REJECTED, REFUSED, EXPIRED -> false;
                };
    }

    final void cancel(Child child) {
        if (child.working) {
            if (child.nextId != 0) {
                port.cancel(child.nextId);
            }
            port.cancel(child.orderId);
        }
    }

    final boolean anyWorking() {
        for (Child child : children) {
            if (child.working) {
                return true;
            }
        }
        return false;
    }

    /** One of its orders was reported on. */
    final void report(Order order, VenueReport report) {
        for (int i = 0; i < children.size(); i++) {
            Child child = children.get(i);
            if (child.orderId == order.clientOrderId() || child.nextId == order.clientOrderId()) {
                take(child, order, report);
                return;
            }
        }
    }

    private void take(Child child, Order order, VenueReport report) {
        if (report.kind() == VenueReport.Kind.FILLED) {
            child.filledLots += report.quantityLots();
        } else if (report.kind() == VenueReport.Kind.REPLACE_REJECTED) {
            child.lots = order.request().quantityLots() + child.filledLots - order.filledLots();
        }
        if (order.state().isTerminal()) {
            if (child.nextId != 0 && child.orderId == order.clientOrderId()) {
                child.orderId = child.nextId;
                child.nextId = 0;
            } else if (child.nextId != 0) {
                child.nextId = 0;
            } else {
                child.working = false;
            }
        }
        boolean rest = ended();
        if (!rest) {
            onChild(child, report);
        }
        if (!child.working && rest) {
            children.remove(child);
        }
        endIfNothingWorks();
    }

    /** {@return whether an order of this size at this price passes the venue's smallest size} */
    final boolean tradeable(long lots, long ticks) {
        return lots > 0 && lots >= smallestLots(ticks);
    }

    /** {@return the smallest order the venue takes at a price} */
    final long smallestLots(long ticks) {
        InstrumentFilters filters = port.instrument().filters();
        long least = Math.max(1, filters.minQuantityLots());
        if (filters.minNotionalAtoms() > 0 && ticks > 0) {
            long lot = port.instrument().notionalAtoms(ticks, 1);
            least = Math.max(least, -Math.floorDiv(-filters.minNotionalAtoms(), lot));
        }
        return least;
    }

    /** {@return the best price of its own side, where an order waits instead of taking; a tick off the last without a book} */
    final long passiveTicks() {
        long touch = port.touchTicks(side);
        return port.hasBook() ? touch : Math.max(1, touch - side.sign());
    }

    /** {@return a price parameter in ticks, 0 for 0} */
    final long ticks(String param, RoundingMode rounding) {
        BigDecimal price = params.decimal(param);
        return price.signum() == 0 ? 0 : port.instrument().toTicks(price, rounding);
    }

    /** {@return a protective price: rounded towards the market, never away from it, for an order on {@code way}} */
    final long protective(String param, Side way) {
        return ticks(param, way == Side.SELL ? RoundingMode.UP : RoundingMode.DOWN);
    }

    /** {@return a price at which no more is paid or less received than asked} */
    final long limit(String param, Side way) {
        return ticks(param, way == Side.SELL ? RoundingMode.UP : RoundingMode.DOWN);
    }

    /** {@return whether its exits may only reduce: as its parameter says, left open on a perpetual} */
    final boolean onlyReduces() {
        String asked = params.text("reduceOnly");
        return asked.equals("auto") ? port.instrument().isPerpetual() : asked.equals("true");
    }

    final OrderTerms terms(boolean postOnly, boolean reduceOnly) {
        PositionSide position = PositionSide.valueOf(params.text("positionSide"));
        OrderTerms terms = new OrderTerms(0, postOnly, reduceOnly, position, 0, 0);
        return terms.equals(OrderTerms.NONE) ? OrderTerms.NONE : terms;
    }

    /** {@return a one-cancels-other link nobody else has} */
    final long link(int number) {
        return 1L << 62 | (long) id << 16 | number;
    }

    final void timer(int number, long dueNanos) {
        port.startTimer(AlgoDesk.timerId(id, number), dueNanos);
    }

    final void stopTimer(int number) {
        port.stopTimer(AlgoDesk.timerId(id, number));
    }

    final void decide(Reason reason, long first, long second) {
        port.decide(owner, reason, first, second);
    }

    final String price(long ticks) {
        return port.instrument().toPrice(ticks).toPlainString();
    }

    final String quantity(long lots) {
        return port.instrument().toQuantity(lots).toPlainString() + " " + port.instrument().base().code();
    }

    final AlgoStatus status() {
        List<Long> orders = new ArrayList<>();
        for (Child child : children) {
            if (child.working) {
                orders.add(child.orderId);
            }
        }
        return new AlgoStatus(
                id,
                owner,
                type.id(),
                type.label(),
                side,
                state,
                ending() ? why : next(),
                startedNanos,
                totalLots,
                doneLots(),
                List.copyOf(orders),
                params.asMap());
    }
}
