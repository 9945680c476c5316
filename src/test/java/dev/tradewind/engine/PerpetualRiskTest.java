package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risk rules over whole sessions on a perpetual: prices whole dollars, lots of 0.001, one thousand dollars. */
class PerpetualRiskTest {

    private static final long USD = Scene.USD;
    private static final MarginConfig ISOLATED = new MarginConfig(10, MarginMode.ISOLATED, PositionMode.ONE_WAY);
    private static final MarginConfig CROSS = new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY);

    private final Script bot = new Script();

    private Scene scene(String rules, MarginConfig margin, SimTerms terms, HashJournal journal) {
        Instrument spot = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                InstrumentFilters.NONE);
        Instrument perpetual = spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
        RiskLimits limits = new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse(rules));
        return new Scene(terms, limits, perpetual, journal, List.of(bot.type("script")), SimVenue.offers(perpetual), margin)
                .trades(20_000);
    }

    private Scene scene(String rules, MarginConfig margin) {
        return scene(rules, margin, SimTerms.IDEAL, new HashJournal());
    }

    private static long lots(Scene scene) {
        return scene.session.ledger().exchange().positionLots(PositionSide.NET);
    }

    private static String refusal(Scene scene) {
        String words = scene.snapshot().lastRefusal();
        return words == null ? "" : words;
    }

    private static List<Reason> decisions(Scene scene) {
        return scene.snapshot().log().reversed().stream().map(EngineSnapshot.DecisionRow::reason).toList();
    }

    private static long count(Scene scene, Reason reason) {
        return decisions(scene).stream().filter(reason::equals).count();
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL", "SELL, BUY"})
    void aPositionsSizeIsBoundedOnBothSides(Side opens, Side closes) {
        Scene scene = scene("account position-size 3000 block-new", CROSS);
        scene.place(opens, OrderType.MARKET, 100, 0).trades(20_000);
        long away = opens == Side.BUY ? 19_000 : 21_000;
        scene.place(opens, OrderType.LIMIT, 40, opens == Side.BUY ? 19_000 : 21_000);
        scene.place(opens, OrderType.LIMIT, 20, away);
        assertTrue(
                refusal(scene).startsWith("POSITION_SIZE: risk rule 'account position-size 3000 block-new': position "),
                refusal(scene));
        assertEquals(1, scene.orders().size());
        scene.place(closes, OrderType.MARKET, 100, 0).trades(20_000);
        assertEquals(0, lots(scene));
    }

    /** An entry rests on the side of the exit: the exchange asks margin for the exit, but what it does is close. */
    @ParameterizedTest
    @CsvSource({"BUY, SELL", "SELL, BUY"})
    void anExitBesideEntriesOfItsSideIsAnExitAllTheSame(Side opens, Side closes) {
        Scene scene = scene("account position-size 4500 block-new", CROSS);
        long away = opens == Side.BUY ? 22_000 : 18_000;
        long near = opens == Side.BUY ? 21_000 : 19_000;
        scene.place(closes, OrderType.LIMIT, 100, away);
        scene.place(opens, OrderType.MARKET, 100, 0).trades(20_000);
        scene.place(closes, OrderType.LIMIT, 100, near);
        assertEquals("", refusal(scene));
        assertEquals(2, scene.orders().size());
        scene.place(closes, OrderType.LIMIT, 100, near);
        assertTrue(refusal(scene).startsWith("POSITION_SIZE: "), refusal(scene));
        scene.session.loop().command(scene.session.loop().clock().nowNanos(), new Command.Reduce("test"));
        scene.trades(20_000);
        assertEquals(1, scene.orders().size());
        scene.trades(near + (opens == Side.BUY ? 1 : -1));
        assertEquals(0, lots(scene));
        assertEquals(0, scene.orders().size());
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL", "SELL, BUY"})
    void leverageIsBoundedOnBothSides(Side opens, Side closes) {
        Scene scene = scene("account leverage 3x block-new", CROSS);
        scene.place(opens, OrderType.MARKET, 150, 0).trades(20_000);
        assertEquals(150, Math.abs(lots(scene)));
        scene.place(opens, OrderType.MARKET, 1, 0);
        assertEquals(
                "LEVERAGE: risk rule 'account leverage 3x block-new': leverage 3.02x against 3x", refusal(scene));
        scene.place(closes, OrderType.MARKET, 150, 0).trades(20_000);
        assertEquals(0, lots(scene));
    }

    @ParameterizedTest
    @CsvSource({"BUY, SELL", "SELL, BUY"})
    void reducingLetsOnlyWhatReducesThrough(Side opens, Side closes) {
        Scene scene = scene("account drawdown 1% reduce-only", CROSS);
        scene.place(opens, OrderType.MARKET, 100, 0).trades(20_000);
        scene.place(opens, OrderType.LIMIT, 10, opens == Side.BUY ? 19_000 : 21_000);
        scene.trades(opens == Side.BUY ? 19_900 : 20_100);
        assertEquals(TradingState.REDUCING, scene.snapshot().trading());
        scene.trades(20_000);
        assertEquals(List.of(), scene.orders());
        scene.place(opens, OrderType.MARKET, 1, 0);
        assertEquals("TRADING_STATE: trading is REDUCING; only what reduces a position passes", refusal(scene));
        scene.place(closes, OrderType.MARKET, 101, 0);
        assertEquals(100, Math.abs(lots(scene)));
        scene.place(closes, OrderType.MARKET, 60, 0).trades(20_000).place(closes, OrderType.MARKET, 40, 0).trades(20_000);
        assertEquals(0, lots(scene));
    }

    @Test
    void aLeveragedLongIsShrunkThenClosedBeforeItIsLiquidated() {
        Scene scene = scene("", ISOLATED).start(1, "script", 500);
        bot.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 100, 0, 0, 1, 0);
        scene.sent().trades(20_000);
        // liquidation at 18,073: 60 % of the way left at 19,229, 45 % at 18,940, 30 % at 18,651, 15 % at 18,362
        scene.trades(19_230);
        assertEquals(0, count(scene, Reason.RISK_LIQUIDATION));
        scene.trades(19_229, 18_941);
        assertEquals(1, count(scene, Reason.RISK_LIQUIDATION));
        scene.place(Side.BUY, OrderType.LIMIT, 1, 18_000);
        assertEquals(1, scene.orders().size(), "not blocked yet");
        scene.trades(18_940).place(Side.BUY, OrderType.LIMIT, 1, 18_000);
        assertTrue(refusal(scene).startsWith("LIQUIDATION_DISTANCE: risk rule "), refusal(scene));
        scene.send(new Command.CancelMine()).trades(18_652);
        assertEquals(100, lots(scene));
        scene.trades(18_651).sent();
        assertEquals(75, lots(scene));
        scene.trades(18_600).sent();
        assertEquals(75, lots(scene), "ten seconds between two steps");
        scene.now += 10 * Scene.SECOND;
        scene.trades(18_600).sent();
        assertEquals(56, lots(scene));
        scene.trades(18_362).sent().trades(18_300, 17_000);
        assertEquals(0, lots(scene));
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals(0, count(scene, Reason.LIQUIDATED));
        assertEquals(
                List.of(
                        Reason.RISK_LIQUIDATION, Reason.RISK_LIQUIDATION, Reason.ENTRIES_BLOCKED, Reason.RISK_LIQUIDATION,
                        Reason.POSITION_CLOSED, Reason.POSITION_SHRUNK, Reason.POSITION_CLOSED, Reason.POSITION_SHRUNK),
                decisions(scene).stream()
                        .filter(reason -> reason != Reason.BOT_STARTED)
                        .limit(8)
                        .toList());
        assertEquals(1, count(scene, Reason.FLATTENED));
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().quoteAtoms());
    }

    @Test
    void aLeveragedShortIsShrunkThenClosedBeforeItIsLiquidatedWithLatency() {
        SimTerms slow = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, Scene.SECOND / 2);
        Scene scene = scene("", ISOLATED, slow, new HashJournal());
        scene.place(Side.SELL, OrderType.MARKET, 100, 0).trades(20_000, 20_000);
        for (long price = 20_000; price <= 22_000; price += 20) {
            scene.trades(price);
        }
        assertEquals(0, lots(scene));
        assertEquals(0, scene.venue().baseAtoms());
        assertTrue(count(scene, Reason.POSITION_SHRUNK) > 0);
        assertEquals(1, count(scene, Reason.FLATTENED));
        assertEquals(0, count(scene, Reason.LIQUIDATED));
        assertTrue(scene.session.ledger().equityAtoms() > 800 * USD);
    }

    @Test
    void whatExitsStandForCanBeShrunkInHedgeModeToo() {
        MarginConfig hedge = new MarginConfig(10, MarginMode.ISOLATED, PositionMode.HEDGE);
        Scene scene = scene("account liquidation-distance 30% shrink", hedge);
        scene.send(new Command.StartAlgo(0, "otoco", Map.of(
                "quantity", "0.1", "takeProfit", "21000", "stop", "18100", "positionSide", "LONG")));
        scene.trades(20_000, 20_000, 18_651, 18_651);
        assertEquals(75, scene.session.ledger().exchange().positionLots(PositionSide.LONG));
        scene.trades(18_100, 18_090);
        assertEquals(0, scene.session.ledger().exchange().positionLots(PositionSide.LONG));
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void marginIsAddedUpToTheRulesCap() {
        Scene scene = scene("account liquidation-distance 45% add-margin 120", ISOLATED);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000);
        assertEquals(800 * USD, scene.session.ledger().user().freeQuoteAtoms());
        scene.trades(18_941);
        assertEquals(0, count(scene, Reason.MARGIN_ADDED));
        scene.trades(18_940).trades(18_940);
        // (250 − 2,000) / (0.1 · (0.004 − 1)) = 17,570.28
        assertEquals(1, count(scene, Reason.MARGIN_ADDED));
        assertEquals(1, count(scene, Reason.MARGIN_ADJUSTED));
        assertEquals(750 * USD, scene.session.ledger().user().freeQuoteAtoms());
        assertEquals(17_571, scene.snapshot().positions().getFirst().liquidationTicks());
        scene.trades(18_600, 18_600, 18_600);
        assertEquals(2, count(scene, Reason.MARGIN_ADDED));
        assertEquals(700 * USD, scene.session.ledger().user().freeQuoteAtoms());
        // the last step is cut to the cap, and there is none after it
        scene.trades(18_250, 18_200, 18_150);
        assertEquals(3, count(scene, Reason.MARGIN_ADDED));
        assertEquals(1, count(scene, Reason.MARGIN_CAP_REACHED));
        assertEquals(680 * USD, scene.session.ledger().user().freeQuoteAtoms());
        assertEquals(100, lots(scene));
        // the usual rules stay in force
        scene.trades(17_700, 17_650, 17_600, 17_560, 17_500, 17_480, 17_400, 17_300, 17_200);
        assertEquals(3, count(scene, Reason.MARGIN_ADDED));
        assertEquals(0, count(scene, Reason.LIQUIDATED));
        assertEquals(1, count(scene, Reason.FLATTENED));
        assertEquals(0, lots(scene));
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().quoteAtoms());
    }

    @Test
    void marginIsAddedForABotFromWhatItHas() {
        Scene scene = scene("bot:* liquidation-distance 45% add-margin 500", ISOLATED).start(1, "script", 230);
        bot.context().submit(Side.SELL, OrderType.MARKET, TimeInForce.GTC, 100, 0, 0, 1, 0);
        scene.sent().trades(20_000).trades(21_060, 21_060, 21_100);
        assertEquals(1, count(scene, Reason.MARGIN_ADDED), decisions(scene).toString());
        assertEquals(0, scene.session.account(1).freeQuoteAtoms(), "30 of the 50 were all it had");
        assertEquals(770 * USD, scene.session.ledger().user().freeQuoteAtoms());
    }

    @Test
    void whereMarginCannotBeMovedTheRuleIsRefused() {
        Scene scene = scene("", CROSS);
        scene.send(new Command.SetRiskRules("account liquidation-distance 45% add-margin 500"));
        assertEquals(
                "risk rule 'account liquidation-distance 45% add-margin 500': margin is added to isolated positions only; "
                        + "this account's margin is cross",
                refusal(scene));
        Scene spot = new Scene().trades(100);
        spot.send(new Command.SetRiskRules("account liquidation-distance 45% add-margin 500"));
        assertEquals(
                "risk rule 'account liquidation-distance 45% add-margin 500': margin is added to isolated positions only; "
                        + "BTCUSD is a spot pair",
                refusal(spot));
    }

    @Test
    void addedMarginReproducesToTheLastBit() {
        assertEquals(run(), new PerpetualRiskTest().run());
    }

    private String run() {
        HashJournal journal = new HashJournal();
        SimTerms slow = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, Scene.SECOND / 2);
        Scene scene = scene("account liquidation-distance 45% add-margin 120", ISOLATED, slow, journal);
        scene.send(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 100, 0, 0, OrderTerms.NONE));
        scene.trades(20_000, 18_940, 18_940, 18_600, 18_600, 18_250, 18_200, 17_700);
        assertEquals(3, count(scene, Reason.MARGIN_ADDED));
        return journal.runHash() + " " + scene.snapshot().risk();
    }
}
