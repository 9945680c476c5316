package dev.tradewind.hostile;

import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.sim.SimVenue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What really happened at the exchange: the exact books of the simulated venue under a clock of the exchange's own, and a
 * list of every order and fill. It answers at once and in order; who is told what of it, and when, is decided elsewhere.
 * The oracle of the simulation.
 */
final class TrueExchange {

    /** Ids from here on are the exchange's own names for orders that are not ours. */
    static final long FOREIGN = 1L << 61;

    /** Whose orders that are not ours are, in the exchange's books kept here. */
    static final int FOREIGN_OWNER = Integer.MAX_VALUE;

    private final VirtualClock clock;
    private final SimVenue venue;
    private final Map<Long, TrueOrder> orders = new HashMap<>();
    private final Map<Long, TrueOrder> working = new TreeMap<>();
    private final Map<Integer, Long> heldAtoms = new TreeMap<>();
    private final long lotAtoms;
    private final long tickLotAtoms;
    private final boolean perpetual;
    private final Map<Long, TrueFill> fills = new LinkedHashMap<>();
    private Consumer<VenueReport> listener = report -> {};
    private long foreignOrders;
    private boolean questioned;
    private long transfersAtoms;

    /** An order as the exchange has it. */
    static final class TrueOrder {
        final OrderRequest request;
        private VenueReport.@Nullable Kind end;
        private long filledLots;

        private TrueOrder(OrderRequest request) {
            this.request = request;
        }

        boolean isWorking() {
            return end == null;
        }

        long filledLots() {
            return filledLots;
        }

        boolean isForeign() {
            return request.clientOrderId() >= FOREIGN;
        }
    }

    /** A fill as the exchange has it; the report is a copy. */
    record TrueFill(long venueId, Side side, VenueReport report) {
        boolean isForeign() {
            return venueId >= FOREIGN;
        }
    }

    TrueExchange(Scenario scenario, long startNanos) {
        clock = new VirtualClock(startNanos);
        lotAtoms = scenario.instrument().lotAtoms();
        tickLotAtoms = scenario.instrument().tickLotAtoms();
        perpetual = scenario.instrument().isPerpetual();
        venue = new SimVenue(
                scenario.instrument(), scenario.terms(), clock, scenario.capitalAtoms(), scenario.offered(),
                scenario.margin());
    }

    /** Who hears all of it, in order. */
    void listener(Consumer<VenueReport> everything) {
        listener = everything;
    }

    /** {@return the exchange's own time} */
    long nowNanos() {
        return clock.nowNanos();
    }

    /** Moves the exchange's clock; it never goes back. */
    void clock(long nanos) {
        clock.advanceTo(nanos);
        drain();
    }

    /** The market does something, at the exchange's present. */
    void market(MarketEvent event) {
        venue.begin(event);
        drain();
    }

    void submit(OrderRequest request) {
        TrueOrder order = new TrueOrder(request.copy());
        orders.put(request.clientOrderId(), order);
        working.put(request.clientOrderId(), order);
        venue.submit(request);
        drain();
    }

    void cancel(long venueId) {
        venue.cancel(venueId);
        drain();
    }

    void replace(OrderRequest request) {
        venue.replace(request);
        drain();
    }

    /** Answers to the listener: every fill of the order, then what has become of it. */
    void query(long venueId) {
        for (TrueFill fill : fills.values()) {
            if (fill.venueId == venueId) {
                listener.accept(fill.report);
            }
        }
        questioned = true;
        venue.query(venueId);
        drain();
        questioned = false;
    }

    /** Tells the listener all there is: orders at work, fills since a time, balances or the position. */
    void statement(long fillsSinceNanos) {
        say(VenueReport.Kind.STATEMENT_BEGAN, 0, 0, 0, fillsSinceNanos, 0);
        for (TrueOrder order : working.values()) {
            OrderRequest request = order.request;
            long lots = request.side() == Side.BUY ? request.quantityLots() : -request.quantityLots();
            say(
                    VenueReport.Kind.STATEMENT_ORDER, request.clientOrderId(), request.priceTicks(), lots, order.filledLots,
                    request.stopTicks());
        }
        for (TrueFill fill : fills.values()) {
            if (fill.report.timeNanos() >= fillsSinceNanos) {
                VenueReport told = fill.report;
                listener.accept(new VenueReport()
                        .setFill(
                                VenueReport.Kind.STATEMENT_FILL, VenueReport.Reason.NONE, fill.venueId, told.timeNanos(),
                                told.fillId(), told.priceTicks(),
                                fill.side == Side.BUY ? told.quantityLots() : -told.quantityLots(), told.feeAtoms(),
                                told.feeAsset(), told.maker())
                        .with(told.positionSide(), 0, told.feeValueAtoms(), 0));
            }
        }
        holdings();
        say(VenueReport.Kind.STATEMENT_ENDED, 0, 0, 0, 0, 0);
    }

    private void holdings() {
        say(VenueReport.Kind.STATEMENT_BALANCE, 0, 0, 0, venue.quoteAtoms(), 0);
        if (!perpetual) {
            listener.accept(new VenueReport()
                    .setFill(
                            VenueReport.Kind.STATEMENT_BALANCE, VenueReport.Reason.NONE, 0, clock.nowNanos(), 0, 0, 0, 0,
                            VenueReport.FeeAsset.BASE, false)
                    .with(PositionSide.NET, venue.baseAtoms(), 0, 0));
        } else if (venue.baseAtoms() != 0) {
            long lots = venue.baseAtoms() / lotAtoms;
            long price = Math.max(1, venue.entryAtoms(PositionSide.NET) / (lots * tickLotAtoms));
            say(VenueReport.Kind.STATEMENT_POSITION, 0, price, lots, 0, 0);
        }
    }

    private void say(VenueReport.Kind kind, long id, long ticks, long lots, long amount, long stopTicks) {
        listener.accept(new VenueReport()
                .setFill(
                        kind, VenueReport.Reason.NONE, id, clock.nowNanos(), 0, ticks, lots, 0, VenueReport.FeeAsset.QUOTE,
                        false)
                .with(PositionSide.NET, amount, 0, stopTicks));
    }

    void transfer(long quoteAtoms) {
        venue.transfer(quoteAtoms);
        drain();
    }

    void adjustMargin(PositionSide side, long quoteAtoms) {
        venue.adjustMargin(side, quoteAtoms);
        drain();
    }

    /** {@return an id for an order that is not ours} */
    long foreignId() {
        return FOREIGN + ++foreignOrders;
    }

    private void drain() {
        while (venue.advance(clock.nowNanos()) <= clock.nowNanos()) {
            VenueReport report = venue.report();
            note(report);
            if (!questioned || report.kind().isAnswer()) {
                listener.accept(report);
            }
        }
    }

    private void note(VenueReport report) {
        TrueOrder order = orders.get(report.clientOrderId());
        if (order == null) {
            transfersAtoms += report.kind() == VenueReport.Kind.TRANSFER ? report.amountAtoms() : 0;
            return;
        }
        switch (report.kind()) {
            case FILLED -> filled(order, report);
            case CANCELED, REJECTED, EXPIRED -> end(order, report.kind());
            case REPLACED -> order.request.amend(report.quantityLots(), report.priceTicks(), report.stopTicks());
            case ACCEPTED, CANCEL_REJECTED, REPLACE_REJECTED, LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, WORKING, DONE,
                    UNKNOWN, MARGIN_ADJUSTED, TIMED_OUT, LINE_LOST, LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER,
                    STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION, STATEMENT_ENDED, STATEMENT_FAILED -> {}
        }
    }

    private void end(TrueOrder order, VenueReport.Kind kind) {
        order.end = kind;
        working.remove(order.request.clientOrderId());
    }

    private void filled(TrueOrder order, VenueReport report) {
        OrderRequest request = order.request;
        TrueFill fill = new TrueFill(report.clientOrderId(), request.side(), report.copy());
        if (fills.putIfAbsent(report.fillId(), fill) != null) {
            return;
        }
        order.filledLots += report.quantityLots();
        long coins = report.quantityLots() * lotAtoms;
        long fee = report.feeAsset() == VenueReport.FeeAsset.BASE ? report.feeAtoms() : 0;
        heldAtoms.merge(request.botId(), (request.side() == Side.BUY ? coins : -coins) - fee, Long::sum);
        if (order.filledLots >= request.quantityLots()) {
            end(order, VenueReport.Kind.FILLED);
        }
    }

    /** {@return the order of an id, null if it never arrived} */
    @Nullable TrueOrder order(long venueId) {
        return orders.get(venueId);
    }

    /** {@return every fill, by the exchange's id of it, in order} */
    Map<Long, TrueFill> fills() {
        return fills;
    }

    /** {@return whole lots an owner really holds: its orders' fills, less fees in coins} */
    long heldLots(int botId) {
        return Math.floorDiv(heldAtoms.getOrDefault(botId, 0L), lotAtoms);
    }

    /** {@return lots of an owner's sell orders at work that are stops, or close at market} */
    long stopLots(int botId) {
        long lots = 0;
        for (TrueOrder order : working.values()) {
            OrderRequest request = order.request;
            if (request.botId() == botId
                    && request.side() == Side.SELL
                    && (request.type().hasTrigger() || request.type() == OrderType.MARKET)) {
                lots += request.quantityLots() - order.filledLots;
            }
        }
        return lots;
    }

    /** {@return orders at work, by id} */
    Iterable<TrueOrder> working() {
        return working.values();
    }

    /** {@return the simulated venue's own books} */
    SimVenue books() {
        return venue;
    }

    /** {@return deposits less withdrawals} */
    long transfersAtoms() {
        return transfersAtoms;
    }
}
