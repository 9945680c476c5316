package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session with scripted bots on a market of hand-made events; whole prices, lots of 0.001, time in seconds. */
final class Scene {

    static final long SECOND = 1_000_000_000L;
    static final long USD = 10_000_000_000L;

    final Instrument instrument;
    final Session session;
    final List<SimVenue> venues = new ArrayList<>();
    long now;
    private final TradeEvent trade = new TradeEvent();
    private final CandleEvent candle = new CandleEvent();

    Scene(SimTerms terms, RiskLimits limits, InstrumentFilters filters, Journal journal, List<BotType> types) {
        this(terms, limits, spot(filters), journal, types, SimVenue.offers(), MarginConfig.NONE);
    }

    /** A perpetual; leverage and modes as given. */
    Scene(SimTerms terms, MarginConfig margin, BotType... types) {
        this(terms, RiskLimits.NONE, perpetual(), new HashJournal(), List.of(types), SimVenue.offers(perpetual()), margin);
    }

    /** At a venue that offers no more than this. */
    Scene(
            SimTerms terms,
            RiskLimits limits,
            InstrumentFilters filters,
            Journal journal,
            List<BotType> types,
            Capabilities offered) {
        this(terms, limits, spot(filters), journal, types, offered, MarginConfig.NONE);
    }

    private static Instrument spot(InstrumentFilters filters) {
        return new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"), filters);
    }

    private static Instrument perpetual() {
        Instrument spot = spot(InstrumentFilters.NONE);
        return spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
    }

    Scene(
            SimTerms terms,
            RiskLimits limits,
            Instrument instrument,
            Journal journal,
            List<BotType> types,
            Capabilities offered,
            MarginConfig margin) {
        this.instrument = instrument;
        SessionConfig config = new SessionConfig(
                1, instrument, 1_000 * USD, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), limits, types,
                List.of(), 0).withMargin(margin).withThird(terms.schedule().third());
        session = new Session(
                config,
                new VirtualClock(0),
                journal,
                clock -> {
                    SimVenue venue = new SimVenue(instrument, terms, clock, 1_000 * USD, offered, margin);
                    venues.add(venue);
                    return new Session.Exchange(venue, venue);
                },
                Recorder.NONE,
                true);
    }

    Scene(SimTerms terms, RiskLimits limits, BotType... types) {
        this(terms, limits, InstrumentFilters.NONE, new HashJournal(), List.of(types));
    }

    Scene(BotType... types) {
        this(SimTerms.IDEAL, RiskLimits.NONE, types);
    }

    /** Without bots, at a venue that offers no more than this. */
    Scene(SimTerms terms, Capabilities offered, BotType... types) {
        this(terms, RiskLimits.NONE, InstrumentFilters.NONE, new HashJournal(), List.of(types), offered);
    }

    SimVenue venue() {
        return venues.getFirst();
    }

    Scene trade(long price, long lots) {
        now += SECOND;
        trade.set(0, now, price, lots, null, 0);
        session.loop().market(trade);
        return this;
    }

    Scene trades(long... prices) {
        for (long price : prices) {
            trade(price, 1_000_000);
        }
        return this;
    }

    Scene minute(long open, long high, long low, long close) {
        long from = now;
        now += 60 * SECOND;
        candle.set(0, from, now, open, high, low, close, 1_000);
        session.loop().market(candle);
        return this;
    }

    Scene mark(long price) {
        session.loop().market(new MarkEvent().set(0, now, price));
        return this;
    }

    Scene funding(long rateE8) {
        session.loop().market(new FundingEvent().set(0, now, rateE8, 0));
        return this;
    }

    /** Sends what a bot asked for outside its callbacks, and hears what is due by now. */
    Scene sent() {
        session.afterStep();
        session.loop().release(now);
        return this;
    }

    Scene send(Command command) {
        session.loop().command(now, command);
        return this;
    }

    Scene start(int botId, String type, long usd) {
        return send(new Command.StartBot(botId, type, "bot " + botId, 0, usd * USD, Map.of()));
    }

    Scene place(Side side, OrderType type, long lots, long price) {
        return send(new Command.PlaceOrder(0, side, type, TimeInForce.GTC, lots, price, 0));
    }

    EngineSnapshot snapshot() {
        session.publish();
        return session.view().snapshot();
    }

    /** {@return open orders as owner, side, lots left and price} */
    List<String> orders() {
        return snapshot().openOrders().stream()
                .map(order -> order.botId() + " " + order.side() + " " + (order.quantityLots() - order.filledLots()) + "@"
                        + (order.priceTicks() == 0 ? order.stopTicks() : order.priceTicks()) + " " + order.state())
                .toList();
    }

    static long minutes(long count) {
        return count * Timeframe.M1.nanos();
    }
}
