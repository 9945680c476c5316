package dev.tradewind.bot.type;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A session with one bot on a market of hand-made trades, a second apart, tick 0.01, lot 0.0001. */
final class BotSession {

    static final long SECOND = 1_000_000_000L;

    final Session session;
    private final Instrument instrument;
    private final TradeEvent trade = new TradeEvent();
    private final Map<String, String> params = new LinkedHashMap<>();
    private long now = SECOND;

    BotSession(Instrument instrument, double feePercent, FeeAsset feeAsset, RiskLimits limits, long latencySeconds) {
        this(instrument, feePercent, feeAsset, limits, latencySeconds, MarginConfig.NONE);
    }

    /** On a perpetual without fees. */
    BotSession(MarginConfig margin) {
        this(Instruments.perpetual(), 0, FeeAsset.QUOTE, RiskLimits.NONE, 0, margin);
    }

    private BotSession(
            Instrument instrument, double feePercent, FeeAsset feeAsset, RiskLimits limits, long latencySeconds,
            MarginConfig margin) {
        this.instrument = instrument;
        FeeRate rate = FeeRate.ofBps(BigDecimal.valueOf(feePercent * 100));
        SimTerms terms = new SimTerms(rate, rate, feeAsset, 0, latencySeconds * SECOND);
        long capital = 10_000_0000000000L;
        SessionConfig config = new SessionConfig(
                1, instrument, capital, rate, rate, feeAsset, limits, BotCatalog.TYPES, List.of(), 0)
                .withMargin(margin);
        session = new Session(
                config, new VirtualClock(now), new HashJournal(),
                clock -> {
                    SimVenue venue = new SimVenue(instrument, terms, clock, capital, margin);
                    return new Session.Exchange(venue, venue);
                },
                new Recorder() {}, true);
        params.put("cooldown", "0");
    }

    BotSession() {
        this(Instruments.of("0.01", "0.0001"), 0, FeeAsset.QUOTE, RiskLimits.NONE, 0);
    }

    BotSession with(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            params.put(pairs[i], pairs[i + 1]);
        }
        return this;
    }

    BotSession start() {
        return start(10_000);
    }

    BotSession start(long capital) {
        return start("dca", capital);
    }

    BotSession start(String type, long capital) {
        if (!type.equals("dca")) {
            params.remove("cooldown");
        }
        command(new Command.StartBot(1, type, "test", 0, capital * 10_000_000_000L, params));
        return this;
    }

    void command(Command command) {
        session.loop().command(now, command);
    }

    void act(String action, String amount) {
        command(new Command.ActOnBot(1, action, amount));
    }

    /** Trades of 1,000 base each at these prices, one a second. */
    BotSession trades(double... prices) {
        for (double price : prices) {
            trade(price, 1000);
        }
        return this;
    }

    BotSession trade(double price, double quantity) {
        now += SECOND;
        trade.set(
                0, now, instrument.toTicks(BigDecimal.valueOf(price), RoundingMode.HALF_UP),
                instrument.toLots(BigDecimal.valueOf(quantity), RoundingMode.HALF_UP), null, 0);
        session.loop().market(trade);
        return this;
    }

    BotSession pass(long seconds) {
        now += seconds * SECOND;
        session.loop().release(now);
        return this;
    }

    EngineSnapshot snapshot() {
        session.publish();
        return session.view().snapshot();
    }

    BotRow bot() {
        return snapshot().bots().getFirst();
    }

    /** {@return open orders as text, oldest first} */
    List<String> orders() {
        return snapshot().openOrders().stream().map(this::text).toList();
    }

    private String text(OrderRow order) {
        long price = order.type() == OrderType.STOP_MARKET ? order.stopTicks() : order.priceTicks();
        return order.label() + " " + instrument.toQuantity(order.quantityLots() - order.filledLots()).toPlainString() + " @ "
                + instrument.toPrice(price).toPlainString();
    }

    /** {@return fills as text, oldest first} */
    List<String> fills() {
        return snapshot().fills().reversed().stream().map(this::text).toList();
    }

    private String text(FillRow fill) {
        return fill.label() + " " + instrument.toQuantity(fill.quantityLots()).toPlainString() + " @ "
                + instrument.toPrice(fill.priceTicks()).toPlainString();
    }

    List<String> levels() {
        return bot().levels().stream().map(l -> l.label() + " " + kind(l)).toList();
    }

    private static String kind(BotLevel level) {
        return level.kind().name().toLowerCase(Locale.ROOT);
    }

    String ended() {
        return bot().deals().getFirst().endedBy();
    }
}
