package dev.tradewind.engine;

import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.FillModels;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A seeded market and what persons do in it, to be played as often as one likes: prices near 1,000, ticks of 0.01. */
final class StateStory {

    static final long SECOND = 1_000_000_000L;
    private static final long FIRST_TICKS = 100_000;
    private static final int LEVELS = 12;

    /** What the feed tells. */
    enum Feed {
        CANDLES,
        TRADES,
        BOOK
    }

    /**
     * What a session trades and where.
     *
     * @param margin null on spot
     * @param nativ  whether the venue does all it can by itself
     * @param slots  how many orders rest at the venue, 0 for no limit
     */
    record Setting(Feed feed, MarginConfig margin, boolean nativ, int slots) {

        boolean perpetual() {
            return margin != null;
        }
    }

    /** One thing that happens. */
    record Step(Consumer<Session> act) {}

    final Setting setting;
    final SessionConfig config;
    final SimTerms terms;
    final Capabilities offered;
    final List<Step> steps = new ArrayList<>();
    private final Rng rng;
    private final StateDeeds deeds;
    private long now;
    private long price = FIRST_TICKS;
    private long update;

    /** With so many market events, before each of which a person does something by chance. */
    StateStory(long seed, Setting setting, String rules, int events, StateDeeds deeds) {
        this.setting = setting;
        this.rng = new Rng(seed);
        this.deeds = deeds;
        Instrument instrument = instrument(setting);
        terms = terms(setting, rng);
        offered = offered(setting, instrument);
        long usd = instrument.quote().toAtoms(BigDecimal.ONE);
        config = new SessionConfig(
                        7, instrument, 100_000 * usd, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(),
                        new RiskLimits(
                                0, 0, 20_000 * usd, new Collar(0, 0, rng.nextInt(2) * 5_000), RuleText.parse(rules)),
                        BotCatalog.TYPES, List.of(Timeframe.M1, Timeframe.M5), 60 * SECOND)
                .withMargin(setting.perpetual() ? setting.margin() : MarginConfig.NONE)
                .withThird(terms.schedule().third());
        for (int i = 0; i < events; i++) {
            deeds.before(i, now, price, rng, steps);
            event(i);
        }
    }

    private static Instrument instrument(Setting setting) {
        InstrumentFilters filters = setting.slots() == 0
                ? InstrumentFilters.NONE
                : new InstrumentFilters(List.of(
                        new LotSize(false, 1, 1_000_000, 1, 0),
                        new OrderWorth(false, 1, true, Long.MAX_VALUE / 4, true, 5, false),
                        new OrderCount(OrderCount.Kind.ORDERS, false, setting.slots()),
                        new OrderCount(OrderCount.Kind.ALGO_ORDERS, false, setting.slots() / 2)));
        Instrument spot = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.0001"), filters);
        return setting.perpetual() ? spot.withPerpetual(PerpetualTerms.standard(spot.quote())) : spot;
    }

    private static SimTerms terms(Setting setting, Rng rng) {
        FillModels models = new FillModels(
                PathRule.values()[rng.nextInt(PathRule.values().length)],
                rng.nextInt(2) == 0 ? "constant" : "jitter:millis=300",
                rng.nextInt(2) == 0 ? "bps" : "root",
                rng.nextInt(2) == 0 ? "through" : "average",
                rng.nextInt(2) == 0 ? "log" : "linear",
                rng.nextLong());
        FeeRate maker = new FeeRate(20_000);
        FeeRate taker = new FeeRate(50_000);
        boolean third = rng.nextInt(3) == 0;
        boolean base = !setting.perpetual() && !third && rng.nextInt(2) == 0;
        SimTerms terms = new SimTerms(
                taker, maker, base ? FeeAsset.BASE : FeeAsset.QUOTE, 10_000, rng.nextInt(3) * SECOND / 2, models);
        ThirdAsset asset = third ? new ThirdAsset(Asset.of("BNB"), 3_000_000_000L, 30_000_000_000L, 25_000_000) : null;
        return terms.with(new FeeSchedule(
                List.of(
                        new FeeSchedule.Tier(0, 0, maker, taker),
                        new FeeSchedule.Tier(2_000_000_000_000_000L, 0, FeeRate.ZERO, new FeeRate(40_000))),
                asset));
    }

    private static Capabilities offered(Setting setting, Instrument instrument) {
        Capabilities all = SimVenue.offers(instrument);
        return setting.nativ()
                ? all
                : all.without(Feature.values())
                        .without(
                                OrderType.STOP_MARKET, OrderType.STOP_LIMIT, OrderType.TAKE_PROFIT_LIMIT,
                                OrderType.TAKE_PROFIT_MARKET)
                        .without(TimeInForce.GTD, TimeInForce.IOC);
    }

    private void market(MarketEvent event) {
        steps.add(new Step(session -> session.loop().market(event)));
    }

    private void event(int number) {
        long before = price;
        double move = rng.nextGaussian() * 0.003 + (rng.nextInt(60) == 0 ? rng.nextGaussian() * 0.02 : 0);
        price = Math.clamp(Math.round(price * (1 + move)), 50_000, 200_000);
        switch (setting.feed()) {
            case CANDLES -> candle(before);
            case TRADES -> trade(price, null);
            case BOOK -> book();
        }
        if (setting.perpetual()) {
            market(new MarkEvent().set(0, now, Math.max(1, price + rng.nextInt(41) - 20)));
            if (number % 97 == 96) {
                market(new FundingEvent().set(0, now, rng.nextInt(60_001) - 30_000, rng.nextInt(2) * price));
            }
        }
    }

    private void candle(long open) {
        long from = now;
        now += 60 * SECOND;
        long high = Math.max(open, price) + rng.nextInt(400);
        long low = Math.min(open, price) - rng.nextInt(400);
        CandleEvent candle = new CandleEvent();
        candle.set(0, from, now, open, high, low, price, 1 + rng.nextInt(2_000_000));
        market(candle);
    }

    private void trade(long ticks, Side aggressor) {
        now += (1 + rng.nextInt(20)) * SECOND;
        TradeEvent trade = new TradeEvent();
        trade.set(0, now, ticks, 1 + rng.nextInt(3_000), aggressor, ++update);
        market(trade);
    }

    private void book() {
        now += SECOND;
        BookEvent book = new BookEvent().begin(0, now, true, ++update, update);
        for (int i = 0; i < LEVELS; i++) {
            book.bid(price - 2 - 7L * i, 1 + rng.nextInt(1_500));
            book.ask(price + 2 + 7L * i, 1 + rng.nextInt(1_500));
        }
        market(book);
        now += SECOND;
        BookEvent change = new BookEvent().begin(0, now, false, ++update, update);
        change.bid(price - 2 - 7L * rng.nextInt(LEVELS), rng.nextInt(1_500));
        change.ask(price + 2 + 7L * rng.nextInt(LEVELS), rng.nextInt(1_500));
        market(change);
        Side aggressor = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        trade(aggressor == Side.BUY ? price + 2 : price - 2, aggressor);
    }

    /** {@return a setting by its number, so that numbers from 0 on go through all that differ} */
    static Setting setting(int number) {
        Feed feed = Feed.values()[number % 3];
        int rest = number / 3;
        boolean nativ = rest % 2 == 0;
        MarginConfig margin = switch (rest / 2 % 5) {
            case 1 -> new MarginConfig(2, MarginMode.ISOLATED, PositionMode.ONE_WAY);
            case 2 -> new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY);
            case 3 -> new MarginConfig(2, MarginMode.CROSS, PositionMode.HEDGE);
            case 4 -> new MarginConfig(20, MarginMode.ISOLATED, PositionMode.HEDGE);
            default -> null;
        };
        return new Setting(feed, margin, nativ, rest % 3 == 2 ? 6 : 0);
    }

    /** {@return how many settings differ} */
    static int settings() {
        return 30;
    }
}
