package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.oms.AlgoCatalog;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Execution algorithms on hand-made prices: what they place, when, and how they end. */
class AlgoTest {

    private static final Capabilities ALL = SimVenue.offers();
    private static final Capabilities LEAST = ALL.without(Feature.values())
            .without(OrderType.STOP_MARKET, OrderType.STOP_LIMIT, OrderType.TAKE_PROFIT_MARKET);

    private final Script bot = new Script();

    private static Map<String, String> with(String... pairs) {
        Map<String, String> params = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            params.put(pairs[i], pairs[i + 1]);
        }
        return params;
    }

    /** The user holds 2 BTC bought at 100. */
    private static Scene holding(Capabilities offered) {
        Scene scene = new Scene(SimTerms.IDEAL, offered).trades(100);
        return scene.place(Side.BUY, OrderType.MARKET, 2_000, 0).sent().trades(100);
    }

    private static Scene flat(Capabilities offered) {
        return new Scene(SimTerms.IDEAL, offered).trades(100);
    }

    private static Scene algo(Scene scene, String type, String... params) {
        return scene.send(new Command.StartAlgo(0, type, with(params))).sent();
    }

    private static AlgoRow row(Scene scene) {
        return scene.snapshot().algos().getFirst();
    }

    private static String state(Scene scene) {
        AlgoRow row = row(scene);
        return row.state() + " " + row.doneLots() + "/" + row.totalLots() + ": " + row.next();
    }

    /** {@return fills oldest first} */
    private static List<String> fills(Scene scene) {
        return scene.snapshot().fills().reversed().stream()
                .map(fill -> fill.side() + " " + fill.quantityLots() + "@" + fill.priceTicks())
                .toList();
    }

    private static List<String> decisions(Scene scene) {
        return scene.snapshot().log().reversed().stream()
                .filter(row -> row.reason().name().startsWith("ALGO_"))
                .map(row -> row.reason() + " " + row.first() + " " + row.second())
                .toList();
    }

    @Test
    void aTrailingStopFollowsThePeakAndSellsWhenThePriceComesBackByItsDistance() {
        Scene scene = holding(ALL);
        algo(scene, "trailing-stop", "quantity", "1", "offset", "10");
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 90 or below, peak 100", state(scene));
        scene.trades(95, 110, 100);
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 99 or below, peak 110", state(scene));
        scene.trades(121);
        // 121 × 0.9 = 108.9, rounded up: never further from the market than asked
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 109 or below, peak 121", state(scene));
        scene.trades(110).trades(108, 107);
        assertEquals("DONE 1000/1000: sold 1.000 BTC", state(scene));
        assertEquals(List.of("BUY 2000@100", "SELL 1000@108"), fills(scene));
        assertEquals(
                List.of(
                        "ALGO_ARMED 100 0", "ALGO_STOP_MOVED 90 1000", "ALGO_STARTED 1 1000", "ALGO_STOP_MOVED 99 1000",
                        "ALGO_STOP_MOVED 109 1000", "ALGO_TRIGGERED 108 1000", "ALGO_DONE 1 1000"),
                decisions(scene));
    }

    @Test
    void itWaitsForItsActivationPrice() {
        Scene scene = holding(ALL);
        algo(scene, "trailing-stop", "quantity", "1", "offsetKind", "price", "offset", "5", "activation", "110");
        scene.trades(90, 109);
        assertEquals("ARMED 0/1000: begins at 110 or above", state(scene));
        scene.trades(112, 108);
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 107 or below, peak 112", state(scene));
        scene.trades(107, 100);
        assertEquals("SELL 1000@107", fills(scene).getLast());
    }

    @Test
    void aTrailingBuyFollowsTheTrough() {
        Scene scene = flat(ALL);
        algo(scene, "trailing-stop", "side", "BUY", "quantity", "1", "offset", "10", "activation", "90");
        scene.trades(95, 90, 80, 85);
        assertEquals("WORKING 0/1000: buys 1.000 BTC at 88 or above, trough 80", state(scene));
        scene.trades(88, 88);
        assertEquals(List.of("BUY 1000@88"), fills(scene));
    }

    @Test
    void twoTicksConfirmATrigger() {
        Scene scene = holding(ALL);
        algo(scene, "trailing-stop", "quantity", "1", "offsetKind", "price", "offset", "5", "confirm", "true");
        scene.trades(94, 96, 95);
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 95 or below, peak 100; one more price there", state(scene));
        scene.trades(93, 93);
        assertEquals("SELL 1000@93", fills(scene).getLast());
    }

    @Test
    void itCanFollowTheBookOrTheMark() {
        Scene scene = holding(ALL);
        BookEvent book = new BookEvent();
        scene.session.loop().market(book.begin(0, scene.now, true, 1, 1).bid(99, 5_000).ask(101, 5_000));
        algo(scene, "trailing-stop", "quantity", "1", "offsetKind", "price", "offset", "5", "source", "bid-ask");
        algo(scene, "trailing-stop", "quantity", "1", "offsetKind", "price", "offset", "5", "source", "mark");
        scene.session.loop().market(book.begin(0, scene.now, false, 2, 2).bid(99, 0).bid(97, 5_000));
        MarkEvent mark = new MarkEvent();
        scene.session.loop().market(mark.set(0, scene.now, 104));
        scene.trades(90);
        List<AlgoRow> rows = scene.snapshot().algos();
        assertEquals("sells 1.000 BTC at 94 or below, peak 99", rows.get(0).next());
        assertEquals("sells 1.000 BTC at 99 or below, peak 104", rows.get(1).next());
        scene.session.loop().market(book.begin(0, scene.now, false, 3, 3).bid(97, 0).bid(94, 5_000));
        scene.session.loop().market(mark.set(0, scene.now, 99));
        scene.trades(90);
        assertEquals(List.of("BUY 2000@100", "SELL 1000@94", "SELL 1000@94"), fills(scene));
    }

    @Test
    void anAtrStopWaitsForItsCandlesAndTakesTheirRangeIn() {
        Scene scene = holding(ALL);
        algo(scene, "trailing-stop", "quantity", "1", "offsetKind", "atr", "offset", "2", "atrPeriod", "2");
        assertEquals("WORKING 0/1000: waits for 2 more candles of 1m", state(scene));
        scene.now = 60 * Scene.SECOND;
        scene.minute(100, 104, 100, 104).minute(104, 106, 102, 104);
        // true ranges 4 and 4: the distance is 8 from the peak of 106
        assertEquals("WORKING 0/1000: sells 1.000 BTC at 98 or below, peak 106", state(scene));
        scene.minute(104, 104, 97, 103);
        scene.minute(102, 103, 101, 102);
        assertEquals("DONE 1000/1000: sold 1.000 BTC", state(scene));
    }

    @Test
    void aTriggerThatIsRefusedSaysThatNothingProtects() {
        Scene scene = flat(ALL);
        algo(scene, "trailing-stop", "quantity", "1", "offset", "5");
        scene.trades(90);
        assertEquals(
                "FAILED 0/1000: triggered at 90, but its order was refused: REDUCE_ONLY: there is no long"
                        + " position to reduce; nothing protects the position",
                state(scene));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOcoTradesItsSizeOnce(boolean nativ) {
        Scene scene = holding(nativ ? ALL : LEAST);
        algo(scene, "oco", "quantity", "1", "limit", "110", "stop", "95");
        assertEquals("WORKING 0/1000: waits with 1.000 BTC: take profit 110 or stop 95", state(scene));
        scene.trade(111, 300).trades(105);
        assertEquals("WORKING 300/1000: waits with 0.700 BTC: take profit 110 or stop 95", state(scene));
        scene.trades(94, 94, 94);
        assertEquals("DONE 1000/1000: the stop filled", state(scene));
        assertEquals(List.of("BUY 2000@100", "SELL 300@110", "SELL 700@94"), fills(scene));
        assertEquals(List.of(), scene.orders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOcoThatMadeItsProfitTakesItsStopAway(boolean nativ) {
        Scene scene = holding(nativ ? ALL : LEAST);
        algo(scene, "oco", "quantity", "1", "limit", "110", "stop", "95");
        scene.trades(111, 90);
        assertEquals("DONE 1000/1000: the limit order filled", state(scene));
        assertEquals(List.of("BUY 2000@100", "SELL 1000@110"), fills(scene));
    }

    @Test
    void anOcoWhoseStopIsRefusedDoesNotStart() {
        Scene scene = flat(ALL);
        algo(scene, "oco", "quantity", "1", "limit", "110", "stop", "95");
        assertEquals(
                "the stop at 95 was refused: BALANCE: sells 1.000 BTC, but only 0.000 is free to sell",
                scene.snapshot().lastRefusal());
        assertEquals(List.of(), scene.snapshot().algos());
        algo(scene, "oco", "quantity", "1", "limit", "90", "stop", "95");
        assertEquals(
                "the market at 100 is not between the limit 90 and the stop 95; to sell, the limit is above and the stop below"
                        + " it",
                scene.snapshot().lastRefusal());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exitsAreThereForWhatTheEntryFilledAndGrowWithIt(boolean nativ) {
        Scene scene = flat(nativ ? ALL : LEAST);
        algo(scene, "otoco", "quantity", "1", "entryPrice", "98", "takeProfit", "110", "stop", "90");
        assertEquals("WORKING 0/1000: enters 1.000 BTC at 98", state(scene));
        scene.trade(97, 300).trades(99);
        assertEquals(
                "WORKING 300/1000: enters 0.700 BTC at 98; exits 0.300 BTC: take profit 110 or stop 90", state(scene));
        scene.trade(97, 200).trades(99, 99);
        assertEquals(
                "WORKING 500/1000: enters 0.500 BTC at 98; exits 0.500 BTC: take profit 110 or stop 90", state(scene));
        scene.trades(97, 99, 111, 111);
        assertEquals("DONE 1000/1000: entered and exited 1.000 BTC", state(scene));
        assertEquals(List.of(), scene.orders());
        assertEquals(0, scene.session.ledger().user().baseAtoms());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBracketTakesProfitInStepsAndStopsTheRest(boolean nativ) {
        Scene scene = flat(nativ ? ALL : LEAST);
        algo(scene, "bracket", "quantity", "1", "takeProfits", "110:30,120:70", "stop", "90");
        scene.trades(100);
        assertEquals(
                "WORKING 1000/1000: exits 0.300 BTC: take profit 110 or stop 90; exits 0.700 BTC: take profit 120 or stop 90",
                state(scene));
        scene.trades(111, 111);
        assertEquals("WORKING 1000/1000: exits 0.700 BTC: take profit 120 or stop 90", state(scene));
        scene.trades(89, 89, 89);
        assertEquals("DONE 1000/1000: entered and exited 1.000 BTC", state(scene));
        assertEquals(List.of("BUY 1000@100", "SELL 300@110", "SELL 700@89"), fills(scene));
    }

    @Test
    void exitsAreAsLargeAsWhatIsLeftAfterAFeeInBase() {
        SimTerms fees = new SimTerms(new FeeRate(1_000_000), new FeeRate(1_000_000), FeeAsset.BASE, 0, 0);
        Scene scene = new Scene(fees, ALL).trades(100);
        algo(scene, "otoco", "quantity", "1", "takeProfit", "110", "stop", "90");
        scene.trades(100);
        assertEquals("WORKING 1000/1000: exits 0.990 BTC: take profit 110 or stop 90", state(scene));
    }

    @Test
    void anEntryThatEndsWithoutAFillEndsItAll() {
        Scene scene = flat(ALL);
        algo(scene, "oto", "quantity", "1", "entryPrice", "90", "entrySeconds", "3", "stop", "80");
        scene.trades(100, 100, 100, 100);
        assertEquals("CANCELLED 0/1000: the entry ended without a fill", state(scene));
    }

    @Test
    void whatFilledBeforeTheEntryEndedKeepsItsExit() {
        Scene scene = flat(ALL);
        algo(scene, "oto", "quantity", "1", "entryPrice", "98", "entrySeconds", "3", "stop", "80");
        scene.trade(97, 250).trades(100, 100, 100);
        assertEquals("WORKING 250/1000: exits 0.250 BTC: stop 80", state(scene));
        scene.trades(79, 79);
        assertEquals("DONE 250/1000: entered and exited 0.250 BTC", state(scene));
    }

    @Test
    void lessThanTheSmallestOrderWaitsForMoreAndIsReportedWhereNoneComes() {
        InstrumentFilters filters = new InstrumentFilters(1, 0, 0, 20 * Scene.USD, 1, 0, 0);
        Scene scene = new Scene(SimTerms.IDEAL, RiskLimits.NONE, filters, new HashJournal(), List.of()).trades(100);
        algo(scene, "oto", "quantity", "1", "entryPrice", "98", "entrySeconds", "5", "stop", "80");
        scene.trade(97, 100).trades(100);
        assertEquals("WORKING 100/1000: enters 0.900 BTC at 98", state(scene));
        scene.trades(100, 100, 100, 100);
        assertEquals("FAILED 100/1000: 0.100 BTC is below the smallest order; nothing protects it", state(scene));
        assertTrue(decisions(scene).contains("ALGO_LEGS_SMALL 0 100"), decisions(scene).toString());
    }

    @Test
    void anIcebergShowsAPartAtATime() {
        Scene scene = flat(ALL);
        algo(scene, "iceberg", "quantity", "1", "display", "0.4", "price", "95");
        assertEquals(List.of("0 BUY 400@95 LIVE"), scene.orders());
        scene.trade(94, 150).trades(100);
        assertEquals("WORKING 150/1000: shows 0.250 BTC of 0.850 BTC left at 95", state(scene));
        scene.trade(94, 1_000).trade(94, 1_000).trade(94, 1_000).trades(100);
        assertEquals("DONE 1000/1000: traded 1.000 BTC", state(scene));
        assertEquals(List.of("BUY 150@95", "BUY 250@95", "BUY 400@94", "BUY 200@94"), fills(scene));
    }

    @Test
    void aDisplaySizeIsAnIcebergWhereTheVenueHasNone() {
        Scene scene = flat(ALL.without(Feature.ICEBERG));
        scene.send(new Command.PlaceOrder(
                        0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 95, 0,
                        new OrderTerms(0, false, false, PositionSide.NET, 0, 400)))
                .sent();
        assertEquals("WORKING 0/1000: shows 0.400 BTC of 1.000 BTC left at 95", state(scene));
    }

    @Test
    void aPeggedIcebergFollowsTheBestPriceOfItsSideUpToItsLimit() {
        Scene scene = flat(ALL);
        BookEvent book = new BookEvent();
        scene.session.loop().market(book.begin(0, scene.now, true, 1, 1).bid(97, 5).ask(101, 5));
        algo(scene, "iceberg", "quantity", "1", "display", "0.4", "pricing", "pegged", "price", "98");
        assertEquals(List.of("0 BUY 400@97 LIVE"), scene.orders());
        scene.session.loop().market(book.begin(0, scene.now, false, 2, 2).bid(99, 5));
        scene.sent();
        assertEquals(List.of("0 BUY 400@98 LIVE"), scene.orders());
        scene.session.loop().market(book.begin(0, scene.now, false, 3, 3).bid(99, 0).bid(97, 0).bid(96, 5));
        scene.sent();
        assertEquals(List.of("0 BUY 400@96 LIVE"), scene.orders());
    }

    @Test
    void anIcebergRefreshesAPartThatDoesNotFill() {
        Scene scene = flat(ALL);
        algo(scene, "iceberg", "quantity", "1", "display", "0.4", "price", "95", "refreshSeconds", "10", "variance", "50");
        String before = scene.orders().getFirst();
        for (int i = 0; i < 12; i++) {
            scene.trades(100);
        }
        assertEquals(1, scene.orders().size());
        assertTrue(!scene.orders().getFirst().equals(before), before + " was replaced by a part of another size");
        assertEquals(AlgoState.WORKING, row(scene).state());
    }

    @Test
    void aTwapTradesEvenlyTheFirstSliceAtOnceTheLastTheRest() {
        Scene scene = flat(ALL);
        algo(scene, "twap", "quantity", "0.010", "duration", "30", "slices", "3");
        assertEquals("WORKING 3/10: slice 2 of 3 in 10 s, 0.007 BTC left", state(scene));
        for (int i = 0; i < 9; i++) {
            scene.trades(101);
        }
        assertEquals(List.of("BUY 3@100"), fills(scene));
        scene.trades(102, 102);
        assertEquals(List.of("BUY 3@100", "BUY 3@102"), fills(scene));
        for (int i = 0; i < 12; i++) {
            scene.trades(103);
        }
        assertEquals("DONE 10/10: traded 0.010 BTC", state(scene));
        assertEquals(List.of("BUY 3@100", "BUY 3@102", "BUY 4@103"), fills(scene));
    }

    @Test
    void aTwapHasNoMoreSlicesThanTheSmallestOrderAllows() {
        InstrumentFilters filters = new InstrumentFilters(1, 0, 0, 20 * Scene.USD, 1, 0, 0);
        Scene scene = new Scene(SimTerms.IDEAL, RiskLimits.NONE, filters, new HashJournal(), List.of()).trades(100);
        algo(scene, "twap", "quantity", "0.5", "duration", "60", "slices", "10");
        assertEquals("WORKING 250/500: slice 2 of 2 in 30 s, 0.250 BTC left", state(scene));
    }

    @Test
    void beyondItsLimitATwapWaitsAndCatchesUpAsAsked() {
        assertEquals(List.of("BUY 3@100", "BUY 7@100"), limited("next"));
        assertEquals(List.of("BUY 3@100", "BUY 4@100"), limited("none"));
        assertEquals(List.of("BUY 3@100", "BUY 3@100", "BUY 4@100"), limited("aggressive"));
    }

    private static List<String> limited(String catchUp) {
        Scene scene = flat(ALL);
        algo(scene, "twap", "quantity", "0.010", "duration", "30", "slices", "3", "limit", "100", "catchUp", catchUp);
        for (int i = 0; i < 15; i++) {
            scene.trades(105);
        }
        for (int i = 0; i < 20; i++) {
            scene.trades(100);
        }
        assertEquals(AlgoState.DONE, row(scene).state());
        if (catchUp.equals("none")) {
            assertEquals("its time is over, 0.003 BTC left", row(scene).next());
        }
        return fills(scene);
    }

    @Test
    void aMakerTwapWaitsAtItsSideOfTheBookAndCarriesWhatDoesNotFill() {
        Scene scene = flat(ALL);
        algo(scene, "twap", "quantity", "0.010", "duration", "30", "slices", "3", "style", "maker");
        assertEquals(List.of("0 BUY 3@99 LIVE"), scene.orders());
        for (int i = 0; i < 10; i++) {
            scene.trades(100);
        }
        assertEquals(List.of("0 BUY 6@99 LIVE"), scene.orders());
        scene.trade(98, 2);
        for (int i = 0; i < 10; i++) {
            scene.trades(100);
        }
        assertEquals(List.of("0 BUY 8@99 LIVE"), scene.orders());
        for (int i = 0; i < 10; i++) {
            scene.trades(100);
        }
        assertEquals("DONE 2/10: its time is over, 0.008 BTC left", state(scene));
    }

    @Test
    void aTwapTakesNoMoreThanItsShareOfTheVolume() {
        Scene scene = flat(ALL);
        algo(scene, "twap", "quantity", "0.100", "duration", "40", "slices", "4", "maxShare", "10");
        for (int i = 0; i < 10; i++) {
            scene.trade(100, 10);
        }
        scene.trades(100);
        // the slice's time came before the tenth trade
        assertEquals(List.of("BUY 25@100", "BUY 9@100"), fills(scene));
    }

    @Test
    void aTwapWhoseOrderIsRefusedSaysWhy() {
        Scene scene = flat(ALL);
        algo(scene, "twap", "quantity", "1", "duration", "30", "slices", "3");
        scene.send(new Command.Halt("by hand"));
        assertEquals("CANCELLED 333/1000: the session was halted", state(scene));
        scene.send(new Command.LeaveHalt());
        algo(scene, "twap", "quantity", "12", "duration", "30", "slices", "3");
        for (int i = 0; i < 40; i++) {
            scene.trades(100);
        }
        assertEquals(
                "FAILED 8000/12000: a slice was refused: BALANCE: needs 400.00 USD, free 166.70 USD; 4.000 BTC left",
                state(scene));
    }

    @Test
    void anAlgorithmIsCancelledWithItsOrders() {
        Scene scene = holding(ALL);
        algo(scene, "oco", "quantity", "1", "limit", "110", "stop", "95");
        scene.send(new Command.CancelAlgo(1)).sent();
        assertEquals("CANCELLED 0/1000: by you", state(scene));
        assertEquals(List.of(), scene.orders());
        scene.send(new Command.CancelAlgo(1));
        assertEquals("algorithm 1 is not active", scene.snapshot().lastRefusal());
        scene.send(new Command.StartAlgo(0, "vwap", Map.of()));
        assertEquals(
                "algorithm 'vwap' is not one of trailing-stop, oco, oto, otoco, bracket, iceberg, twap",
                scene.snapshot().lastRefusal());
    }

    @Test
    void aBotHearsTheFillsOfItsAlgorithmWhichEndsWithIt() {
        Scene scene = new Scene(SimTerms.IDEAL, ALL, bot.type("script")).trades(100).start(1, "script", 800);
        int id = bot.context().startAlgo("twap", with("quantity", "0.010", "duration", "30", "slices", "3"), 42);
        scene.sent();
        assertEquals(List.of("FILLED 42 FILLED 3@100"), bot.heard);
        assertTrue(bot.context().algoActive(id));
        assertEquals(0, bot.context().startAlgo("twap", with("quantity", "0"), 42));
        assertEquals("quantity 0 is less than one lot, 0.001", bot.context().refusal().message());
        scene.send(new Command.StopBot(1, Command.StopMode.KEEP));
        assertEquals("CANCELLED 3/10: its bot stopped", state(scene));
        assertEquals(1, row(scene).ownerId());
    }

    @Test
    void everyTypeStatesItsParametersAndTakesItsOwnDefaults() {
        assertEquals(
                List.of("trailing-stop", "oco", "oto", "otoco", "bracket", "iceberg", "twap"),
                AlgoCatalog.types().stream().map(type -> type.id()).toList());
        AlgoCatalog.types().forEach(type -> assertEquals(
                type.params().size(), type.params(Map.of()).asMap().size(), type.id()));
    }
}
