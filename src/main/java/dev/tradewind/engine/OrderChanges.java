package dev.tradewind.engine;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
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
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.HeldOrders;
import dev.tradewind.oms.Order;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.Verdict;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is more to an order than leaving and coming back: its terms, its amendments, and what is made up for where the venue
 * lacks something. An end that came about here is a report as any other, told after the input at hand. Engine thread only.
 */
final class OrderChanges implements HeldOrders.Outlet, Stateful {

    /** Timers of this class have this bit; algorithms' have only the bit above it. */
    static final long EXPIRY_TIMER = 1L << 60;

    private static final long SEQUENCE = (1L << OrderDesk.ORDER_ID_BITS) - 1;

    private final OrderDesk desk;
    private final Capabilities venue;
    private final MarketState market;
    private final Instrument instrument;
    private final HeldOrders held;
    private final TimerQueue timers;
    private final Journal journal;
    /** Tells an amendment in the desk's outbox. */
    private final long amends;
    private final VenueReport told = new VenueReport();
    private VenueReport[] owed = new VenueReport[4];
    private int owedFrom;
    private int owedTo;

    OrderChanges(
            OrderDesk desk,
            Capabilities venue,
            MarketState market,
            Instrument instrument,
            TimerQueue timers,
            Journal journal,
            long amends) {
        this.journal = journal;
        this.amends = amends;
        this.desk = desk;
        this.venue = venue;
        this.market = market;
        this.instrument = instrument;
        this.timers = timers;
        held = new HeldOrders(venue, desk.orders(), this);
    }

    @Override
    public void save(StateWriter out) {
        out.section("Changes", 1).part(held).number(owedTo - owedFrom);
        for (int i = owedFrom; i < owedTo; i++) {
            owed[i].save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Changes", 1).part(held);
        for (int left = in.count(); left > 0; left--) {
            owe().load(in);
        }
    }

    HeldOrders held() {
        return held;
    }

    Capabilities venue() {
        return venue;
    }

    /** Gives a market order sized in quote its size in lots; what makes no sense is left for the gate to refuse. */
    private Verdict size(OrderRequest request) {
        OrderTerms terms = request.terms();
        if (request.type() != OrderType.MARKET || request.quantityLots() != 0 || market.lastTicks() <= 0) {
            return Verdict.PASS;
        }
        long lots = RiskGate.lotsWorth(request, desk.view(), market.lastTicks());
        if (lots == 0) {
            return Verdict.refuse("LOT_SIZE", instrument.quote().toDecimal(terms.quoteAtoms()).stripTrailingZeros()
                    .toPlainString() + " " + instrument.quote().code() + " is less than one lot with its fee; one lot is "
                    + instrument.toQuantity(1).toPlainString() + " at " + instrument.toPrice(market.lastTicks()));
        }
        request.amend(lots, 0, 0);
        OrderTerms rest = terms.worth(0);
        request.with(rest.equals(OrderTerms.NONE) ? OrderTerms.NONE : rest, request.algoId());
        return Verdict.PASS;
    }

    /** An order was opened that is more than plain. {@code sent} is on its way to the venue; null if the order stays here. */
    void opened(Order order, @Nullable OrderRequest sent) {
        if (sent == null) {
            held.hold(order);
        } else {
            held.translate(sent);
        }
        held.opened(order);
    }

    /**
     * {@return the parameters of the algorithm that does what the venue cannot: show part of a limit order at a time}
     *
     * @throws IllegalArgumentException if it is no limit order that rests
     */
    Map<String, String> asIceberg(Command.PlaceOrder place) {
        if (place.type() != OrderType.LIMIT || place.timeInForce() != TimeInForce.GTC) {
            throw new IllegalArgumentException("only a limit order good till cancelled can be shown in parts, not "
                    + place.type() + " " + place.timeInForce());
        }
        return Map.of(
                "side", place.side().name(),
                "quantity", instrument.toQuantity(place.quantityLots()).toPlainString(),
                "price", instrument.toPrice(place.priceTicks()).toPlainString(),
                "display", instrument.toQuantity(place.terms().displayLots()).toPlainString(),
                "postOnly", Boolean.toString(place.terms().postOnly()),
                "positionSide", place.terms().positionSide().name());
    }

    /** {@return what the order's terms forbid before the gate is asked} */
    Verdict check(Owner owner, OrderRequest request) {
        Verdict shape = RiskGate.shape(request, desk.view());
        if (!shape.passes()) {
            return shape;
        }
        if (request.terms().quoteAtoms() > 0) {
            Verdict sized = size(request);
            if (!sized.passes()) {
                return sized;
            }
        }
        OrderTerms terms = request.terms();
        if (!held.canEnd(request.timeInForce())) {
            return Verdict.refuse("TIME_IN_FORCE", venue.label() + " takes no " + request.timeInForce() + " orders; "
                    + venue.timesInForce() + " pass");
        }
        if (terms.postOnly() && !venue.has(Feature.POST_ONLY) && takes(request)) {
            return Verdict.refuse("WOULD_TRADE", "a post-only order at " + instrument.toPrice(request.priceTicks())
                    + " would take at once; the market is at "
                    + instrument.toPrice(market.touchTicks(request.side().opposite())));
        }
        if (terms.displayLots() > 0 && !venue.has(Feature.ICEBERG)) {
            return Verdict.refuse(
                    "ICEBERG", venue.label() + " shows orders whole; start the algorithm iceberg to show parts");
        }
        return terms.reduceOnly() && !venue.has(Feature.REDUCE_ONLY) ? reduces(owner, request) : Verdict.PASS;
    }

    private boolean takes(OrderRequest request) {
        long touch = market.touchTicks(request.side().opposite());
        return touch > 0
                && (request.side() == Side.BUY ? request.priceTicks() >= touch : request.priceTicks() <= touch);
    }

    /** A reducing order is made no larger than what is held and not on its way out already; the gate judges the rest. */
    private Verdict reduces(Owner owner, OrderRequest request) {
        if (instrument.isPerpetual()) {
            return reducesPosition(owner, request);
        }
        if (request.side() == Side.BUY) {
            return Verdict.PASS;
        }
        long shared = request.linkId() == 0 ? 0 : owner.linkedSellLots(request.linkId());
        long most = owner.ledger().sellableLots() - owner.workingSellLots() + shared;
        if (most <= 0) {
            return Verdict.refuse("REDUCE_ONLY", "nothing is held that is not for sale already");
        }
        request.amend(Math.min(request.quantityLots(), most), request.priceTicks(), request.stopTicks());
        return Verdict.PASS;
    }

    private static Verdict reducesPosition(Owner owner, OrderRequest request) {
        long most = owner.ledger().closableLots(request.side(), request.terms().positionSide()) - owner.closingLots(request);
        if (most <= 0) {
            return Verdict.refuse("REDUCE_ONLY", "nothing is held that other orders do not close already");
        }
        request.amend(Math.min(request.quantityLots(), most), request.priceTicks(), request.stopTicks());
        return Verdict.PASS;
    }

    /**
     * Amends an order, in place or by cancelling it and placing what is left under a new id.
     *
     * @param lots in all, what has filled included
     * @return the id of the order that goes on, 0 if refused; then the desk's verdict says why
     */
    long amend(Owner owner, Order order, long lots, long priceTicks, long stopTicks) {
        String trouble = desk.line().isOpen() || order.state() == OrderState.HELD ? trouble(order, lots) : desk.line().words();
        if (!trouble.isEmpty()) {
            desk.refuse(Verdict.refuse("AMEND", trouble));
            return 0;
        }
        OrderRequest draft = desk.amended(owner, order, lots, priceTicks, stopTicks);
        if (draft == null) {
            return 0;
        }
        if (order.state() == OrderState.HELD) {
            order.amendHeld(lots, priceTicks, stopTicks);
            desk.reserve(owner, order);
            held.changed(order);
            return order.clientOrderId();
        }
        return venue.has(Feature.AMEND) && !order.sentAgain() ? replace(owner, order, draft) : placeAgain(owner, order, draft);
    }

    private static String trouble(Order order, long lots) {
        if (order.amending()) {
            return "an amendment of the order is on its way; wait for its answer";
        }
        if (lots <= order.filledLots()) {
            return "a size of " + lots + " lots is not above the " + order.filledLots() + " filled; cancel the order instead";
        }
        return switch (order.state()) {
            case PENDING_NEW, LIVE, PARTIALLY_FILLED, HELD -> "";
            case CANCEL_PENDING, UNRESOLVED, FILLED, CANCELED, REJECTED, REFUSED, EXPIRED ->
                "the order is " + order.state() + " and cannot be amended";
        };
    }

    private long replace(Owner owner, Order order, OrderRequest target) {
        long now = desk.nowNanos();
        journal.amendIntent(desk.sequence(), now, target);
        order.amendRequested(target.quantityLots(), desk.referenceTicks(target), now);
        desk.countOpening(owner, order, target);
        desk.reserve(owner, order);
        held.translate(desk.queue(amends).set(target));
        return order.clientOrderId();
    }

    private long placeAgain(Owner owner, Order order, OrderRequest target) {
        OrderRequest request = new OrderRequest()
                .set(
                        desk.nextOrderId(),
                        target.botId(),
                        target.instrument(),
                        target.side(),
                        target.type(),
                        target.timeInForce(),
                        target.quantityLots(),
                        target.priceTicks(),
                        target.stopTicks(),
                        target.tag(),
                        target.linkId())
                .with(target.terms(), target.algoId());
        Order next = desk.orders().open(request, desk.nowNanos(), desk.lastRow());
        next.waitsFor(order);
        desk.countOpening(owner, next, request);
        owner.add(next);
        held.hold(next);
        desk.reserve(owner, next);
        desk.decide(owner.id(), Reason.ORDER_REPLACED, order.clientOrderId() & SEQUENCE, next.clientOrderId() & SEQUENCE);
        desk.cancel(order);
        return next.clientOrderId();
    }

    /** A candle closed: its prices are walked through, the extreme nearer its open first, as the simulated venue does. */
    void candle(CandleEvent candle) {
        long up = candle.highTicks() - candle.openTicks();
        long down = candle.openTicks() - candle.lowTicks();
        boolean highFirst = up < down || up == down && candle.closeTicks() < candle.openTicks();
        held.price(candle.openTicks());
        held.price(highFirst ? candle.highTicks() : candle.lowTicks());
        held.price(highFirst ? candle.lowTicks() : candle.highTicks());
        held.price(candle.closeTicks());
    }

    /** {@return the report as the order's owner hears it: a cancel at the end of its time is its expiry} */
    VenueReport told(Order order, VenueReport report) {
        return report.kind() == VenueReport.Kind.CANCELED && order.expiring()
                ? told.set(VenueReport.Kind.EXPIRED, report.reason(), report.clientOrderId(), report.timeNanos())
                : report;
    }

    /** {@return the next report that came about here, null if there is none} */
    @Nullable VenueReport owed() {
        if (owedFrom == owedTo) {
            owedFrom = 0;
            owedTo = 0;
            return null;
        }
        return owed[owedFrom++];
    }

    boolean owes() {
        return owedTo > 0;
    }

    /** A timer of an order's end. {@return whether it was one} */
    boolean timer(long timerId) {
        if ((timerId & EXPIRY_TIMER) == 0) {
            return false;
        }
        Order order = desk.orders().find(desk.orderId(timerId & SEQUENCE));
        if (order != null) {
            order.expire();
            desk.decide(order.request().botId(), Reason.ORDER_TIMED_OUT, timerId & SEQUENCE, 0);
            desk.cancel(order);
        }
        return true;
    }

    @Override
    public long lastTicks() {
        return market.lastTicks();
    }

    @Override
    public boolean reducesThere(OrderRequest request) {
        return request.terms().reduceOnly() && !desk.sharesPosition(desk.owner(request.botId()));
    }

    @Override
    public void leave(Order order) {
        if (!desk.line().isOpen()) {
            desk.slots().hold(order);
            return;
        }
        long now = desk.nowNanos();
        journal.submitIntent(desk.sequence(), now, order.request());
        order.release(now, journal.lastRow());
        desk.slots().sent(order);
        Owner owner = desk.owner(order.request().botId());
        desk.reserve(owner, order);
        held.translate(desk.toVenue(owner, desk.queue(0).set(order.request())));
    }

    @Override
    public boolean cancel(Order order) {
        return desk.cancel(order);
    }

    @Override
    public void drop(Order order) {
        owe().set(VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.venueId(), desk.nowNanos());
    }

    /** {@return a carrier for one more report that came about here} */
    private VenueReport owe() {
        if (owedTo == owed.length) {
            owed = Arrays.copyOf(owed, owedTo * 2);
        }
        VenueReport report = owed[owedTo];
        if (report == null) {
            report = new VenueReport();
            owed[owedTo] = report;
        }
        owedTo++;
        return report;
    }

    @Override
    public void shrink(Order order, long lots) {
        OrderRequest request = order.request();
        amend(desk.owner(request.botId()), order, lots, request.priceTicks(), request.stopTicks());
    }

    @Override
    public void expireAt(Order order, long timeNanos) {
        timers.start(Session.OWN_TIMER | EXPIRY_TIMER | order.clientOrderId() & SEQUENCE, timeNanos);
    }

    @Override
    public void decide(Order order, Reason reason, long first, long second) {
        desk.decide(order.request().botId(), reason, first, second);
    }
}
