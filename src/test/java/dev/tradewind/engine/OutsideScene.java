package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A session at a venue outside this process whose every word a test writes down. Whole prices, lots of 0.001, no fees. */
final class OutsideScene {

    static final long SECOND = Scene.SECOND;
    static final long USD = Scene.USD;
    static final long LOT = 10_000_000L;

    final Instrument instrument;
    final Session session;

    /** What was sent, in order. */
    final List<String> sent = new ArrayList<>();

    long now = 1_000 * SECOND;
    private final TradeEvent trade = new TradeEvent();

    OutsideScene(BotType... types) {
        this(spot(), new HashJournal(), venue -> venue, types);
    }

    OutsideScene(Instrument instrument, Journal journal, UnaryOperator<Venue> gate, BotType... types) {
        this.instrument = instrument;
        SessionConfig config = new SessionConfig(
                1, instrument, 1_000 * USD, FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, RiskLimits.NONE, List.of(types),
                List.of(), 0);
        session = new Session(
                config,
                new VirtualClock(now),
                journal,
                clock -> new Session.Exchange(gate.apply(new Spoken()), World.OUTSIDE),
                Recorder.NONE,
                true);
    }

    static Instrument spot() {
        return new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                InstrumentFilters.NONE);
    }

    static Instrument perpetual() {
        Instrument spot = spot();
        return spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
    }

    private final class Spoken implements Venue {

        @Override
        public Capabilities capabilities() {
            return SimVenue.offers(instrument);
        }

        @Override
        public void submit(OrderRequest request) {
            sent.add("submit " + number(request.clientOrderId()) + " " + request.side() + " " + request.quantityLots() + "@"
                    + request.priceTicks());
        }

        @Override
        public void query(long clientOrderId) {
            sent.add("query " + number(clientOrderId));
        }

        @Override
        public void statement(long fillsSinceNanos) {
            sent.add("statement");
        }

        @Override
        public void transfer(long quoteAtoms) {
            sent.add("transfer " + quoteAtoms);
        }

        @Override
        public void adjustMargin(PositionSide side, long quoteAtoms) {
            sent.add("margin " + quoteAtoms);
        }

        @Override
        public void replace(OrderRequest request) {
            sent.add("replace " + number(request.clientOrderId()) + " " + request.quantityLots() + "@" + request.priceTicks());
        }

        @Override
        public void cancel(long clientOrderId) {
            sent.add("cancel " + number(clientOrderId));
        }
    }

    /** {@return the full id of the session's order of that number} */
    static long id(long number) {
        return 1L << 40 | number;
    }

    static long number(long id) {
        return id & ((1L << 34) - 1);
    }

    /** {@return what was sent since the last time} */
    List<String> sent() {
        List<String> said = List.copyOf(sent);
        sent.clear();
        return said;
    }

    OutsideScene after(long seconds) {
        now += seconds * SECOND;
        session.loop().release(now);
        return this;
    }

    OutsideScene trade(long price) {
        now += SECOND;
        trade.set(0, now, price, 1_000, null, 0);
        session.loop().market(trade);
        return this;
    }

    OutsideScene send(Command command) {
        session.loop().command(now, command);
        return this;
    }

    OutsideScene place(Side side, long lots, long price) {
        return send(new Command.PlaceOrder(0, side, OrderType.LIMIT, TimeInForce.GTC, lots, price, 0));
    }

    OutsideScene start(int botId, String type, long usd) {
        return send(new Command.StartBot(botId, type, "bot " + botId, 0, usd * USD, Map.of()));
    }

    OutsideScene hear(VenueReport report) {
        session.loop().report(now, report);
        return this;
    }

    OutsideScene hear(Kind kind, long number) {
        return hear(kind, number, 0);
    }

    OutsideScene hear(Kind kind, long number, long lots) {
        return hear(new VenueReport().answer(kind, number == 0 ? 0 : id(number), now, lots));
    }

    VenueReport fill(long number, long fillId, long lots, long price) {
        return new VenueReport().filled(id(number), now, fillId, price, lots, 0, FeeAsset.QUOTE, true);
    }

    OutsideScene filled(long number, long fillId, long lots, long price) {
        return hear(fill(number, fillId, lots, price));
    }

    /** The line comes up and a statement agrees with what the session thinks, so that it is open. */
    OutsideScene open() {
        hear(Kind.LINE_BACK, 0);
        return agree();
    }

    /** Tells a statement that agrees on all balances and has no orders. */
    OutsideScene agree() {
        return tell(List.of(), List.of(), session.ledger().quoteAtoms(), session.ledger().baseAtoms());
    }

    OutsideScene tell(List<VenueReport> orders, List<VenueReport> fills, long quoteAtoms, long baseAtoms) {
        hear(new VenueReport().set(Kind.STATEMENT_BEGAN, VenueReport.Reason.NONE, 0, now));
        orders.forEach(this::hear);
        fills.forEach(this::hear);
        hear(balance(FeeAsset.QUOTE, quoteAtoms));
        if (!instrument.isPerpetual()) {
            hear(balance(FeeAsset.BASE, baseAtoms));
        }
        return hear(new VenueReport().set(Kind.STATEMENT_ENDED, VenueReport.Reason.NONE, 0, now));
    }

    VenueReport balance(FeeAsset asset, long atoms) {
        return new VenueReport()
                .setFill(Kind.STATEMENT_BALANCE, VenueReport.Reason.NONE, 0, now, 0, 0, 0, 0, asset, false)
                .with(PositionSide.NET, atoms, 0, 0);
    }

    VenueReport works(long id, long signedLots, long price, long filled) {
        return new VenueReport()
                .setFill(
                        Kind.STATEMENT_ORDER, VenueReport.Reason.NONE, id, now, 0, price, signedLots, 0, FeeAsset.QUOTE, false)
                .with(PositionSide.NET, filled, 0, 0);
    }

    VenueReport traded(long id, long fillId, long signedLots, long price) {
        return new VenueReport()
                .setFill(
                        Kind.STATEMENT_FILL, VenueReport.Reason.NONE, id, now, fillId, price, signedLots, 0, FeeAsset.QUOTE,
                        false);
    }

    EngineSnapshot snapshot() {
        session.publish();
        return session.view().snapshot();
    }

    EngineSnapshot.Outside outside() {
        EngineSnapshot.Outside outside = snapshot().outside();
        if (outside == null) {
            throw new AssertionError("nothing is told of the line");
        }
        return outside;
    }

    /** {@return rows of the last comparison} */
    List<String> rows() {
        ReconciliationReport report = outside().report();
        if (report == null) {
            return List.of();
        }
        return report.rows().stream()
                .map(row -> row.action() + ": " + row.exchangeSays() + " | " + row.weThink() + " | " + row.weWillDo())
                .toList();
    }

    /** {@return open orders as owner, side, lots left and price} */
    List<String> orders() {
        return snapshot().openOrders().stream()
                .map(order -> order.botId() + " " + order.side() + " " + (order.quantityLots() - order.filledLots()) + "@"
                        + order.priceTicks() + " " + order.state())
                .toList();
    }

    /** {@return the newest decisions, newest first} */
    List<String> decisions(int most) {
        return snapshot().log().stream().limit(most).map(row -> row.reason() + "").toList();
    }
}
