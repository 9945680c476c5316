package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each order type at a venue that knows it and at one that does not: the owner sees the same. */
class OrderTypesTest {

    private static final Capabilities ALL = SimVenue.offers();
    private static final Capabilities LEAST = ALL.without(Feature.values())
            .without(
                    OrderType.STOP_MARKET,
                    OrderType.STOP_LIMIT,
                    OrderType.TAKE_PROFIT_MARKET,
                    OrderType.TAKE_PROFIT_LIMIT)
            .without(TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTD);

    private final Script bot = new Script();

    private Scene scene(boolean nativ) {
        Scene scene = new Scene(SimTerms.IDEAL, nativ ? ALL : LEAST, bot.type("script"))
                .trades(100)
                .start(1, "script", 800);
        return scene;
    }

    private Scene holding(boolean nativ, long lots) {
        Scene scene = scene(nativ);
        bot.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0, 1, 0);
        scene.sent().trades(100);
        bot.heard.clear();
        return scene;
    }

    private long sell(OrderType type, long lots, long limit, long stop, int tag, long link) {
        return bot.context().submit(Side.SELL, type, TimeInForce.GTC, lots, limit, stop, tag, link);
    }

    private static List<String> withoutAcceptance(List<String> heard) {
        return heard.stream().filter(line -> !line.startsWith("ACCEPTED")).toList();
    }

    private static OrderTerms until(long nanos) {
        return OrderTerms.NONE.until(nanos);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopMarketSellsWhenThePriceFallsToIt(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        sell(OrderType.STOP_MARKET, 1_000, 0, 95, 2, 0);
        scene.sent().trades(96, 97);
        assertEquals(List.of(), withoutAcceptance(bot.heard));
        scene.trades(95, 95);
        assertEquals(List.of("FILLED 2 FILLED 1000@95"), withoutAcceptance(bot.heard));
        assertEquals(List.of(), scene.orders());
        assertEquals(0, scene.session.desk().changes().held().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTakeProfitLimitRestsOnceThePriceRoseToIt(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        sell(OrderType.TAKE_PROFIT_LIMIT, 1_000, 112, 110, 2, 0);
        scene.sent().trades(109, 110, 111);
        assertEquals(List.of(), withoutAcceptance(bot.heard));
        scene.trades(113);
        assertEquals(List.of("FILLED 2 FILLED 1000@112"), withoutAcceptance(bot.heard));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopWhosePriceIsReachedAlreadyActsAtOnce(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        sell(OrderType.STOP_MARKET, 1_000, 0, 105, 2, 0);
        scene.sent();
        assertEquals(List.of("FILLED 2 FILLED 1000@100"), withoutAcceptance(bot.heard));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHeldStopCanBeCancelledAndGivesItsCoinsBack(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        long stop = sell(OrderType.STOP_MARKET, 1_000, 0, 95, 2, 0);
        scene.sent();
        assertEquals(0, sell(OrderType.LIMIT, 1, 120, 0, 3, 0), "its coins are spoken for");
        bot.context().cancel(stop);
        scene.sent();
        assertEquals(List.of("CANCELED 2 CANCELED"), withoutAcceptance(bot.heard));
        assertTrue(sell(OrderType.LIMIT, 1_000, 120, 0, 3, 0) != 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linkedOrdersNeverSellMoreThanTheirSize(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        sell(OrderType.LIMIT, 1_000, 110, 0, 2, 7);
        sell(OrderType.STOP_MARKET, 1_000, 0, 95, 3, 7);
        scene.sent().trade(111, 400).trades(94, 94);
        assertEquals(
                List.of("FILLED 2 PARTIALLY_FILLED 400@110", "CANCELED 2 CANCELED", "FILLED 3 FILLED 600@94")
                        .stream().sorted().toList(),
                withoutAcceptance(bot.heard).stream()
                        .map(line -> line.replace("PARTIALLY_FILLED 600", "FILLED 600"))
                        .filter(line -> !line.equals("CANCELED 3 CANCELED"))
                        .sorted()
                        .toList());
        assertEquals(0, bot.context().account().sellableLots());
        assertEquals(List.of(), scene.orders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOtherLegGoesWhenOneFilled(boolean nativ) {
        Scene scene = holding(nativ, 1_000);
        sell(OrderType.LIMIT, 1_000, 110, 0, 2, 7);
        sell(OrderType.STOP_MARKET, 1_000, 0, 95, 3, 7);
        scene.sent().trades(111);
        assertEquals(List.of("FILLED 2 FILLED 1000@110", "CANCELED 3 CANCELED"), withoutAcceptance(bot.heard));
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void reduceOnlyLegsRestBothAtAVenueWithoutLinksAndOneShrinksByWhatTheOtherFills() {
        Scene scene = new Scene(SimTerms.IDEAL, ALL.without(Feature.LINKED_ORDERS), bot.type("script"))
                .trades(100)
                .start(1, "script", 800);
        bot.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 2_000, 0, 0, 1, 0);
        scene.sent().trades(100);
        bot.heard.clear();
        BotContext context = bot.context();
        context.submit(
                Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 1_000, 110, 0, 2, 7, OrderTerms.REDUCE_ONLY);
        context.submit(
                Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, 1_000, 0, 95, 3, 7, OrderTerms.REDUCE_ONLY);
        scene.sent().trade(111, 400);
        assertEquals(2, scene.venue().restingOrders());
        assertEquals(
                List.of("ACCEPTED 2 LIVE", "ACCEPTED 3 LIVE", "FILLED 2 PARTIALLY_FILLED 400@110", "REPLACED 3 LIVE"),
                bot.heard);
        scene.trades(95, 95);
        assertEquals(1_000, context.account().sellableLots(), "400 by one leg, 600 by the other, never more");
        assertEquals(List.of(), scene.orders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAmendedOrderTradesAtItsNewPriceAndSize(boolean nativ) {
        Scene scene = scene(nativ);
        long id = bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 1, 0);
        scene.sent();
        long next = bot.context().amend(id, 2_000, 92, 0);
        assertEquals(nativ, next == id);
        scene.sent();
        assertEquals(List.of("1 BUY 2000@92 LIVE"), scene.orders());
        assertEquals(184 * Scene.USD, bot.context().account().reservedAtoms());
        scene.trades(91);
        assertEquals("FILLED 1 FILLED 2000@92", bot.heard.getLast());
        assertEquals(0, bot.context().account().reservedAtoms());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFilledCountsInAnAmendedSize(boolean nativ) {
        Scene scene = scene(nativ);
        long id = bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 1, 0);
        scene.sent().trade(89, 300);
        assertEquals(0, bot.context().amend(id, 300, 90, 0));
        assertEquals(
                "a size of 300 lots is not above the 300 filled; cancel the order instead",
                bot.context().refusal().message());
        assertTrue(bot.context().amend(id, 500, 91, 0) != 0);
        scene.sent().trades(88);
        assertEquals(500, bot.context().account().sellableLots());
        assertEquals(List.of(), scene.orders());
        assertEquals(0, bot.context().account().reservedAtoms());
    }

    @Test
    void aSmallerOrderKeepsItsPlaceInTheQueue() {
        Scene scene = scene(true);
        BotContext context = bot.context();
        long first = context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 1, 0);
        long second = context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 2, 0);
        scene.sent();
        context.amend(first, 600, 90, 0);
        scene.sent().trade(89, 100);
        assertEquals("FILLED 1 PARTIALLY_FILLED 100@90", bot.heard.getLast());
        context.amend(first, 900, 90, 0);
        scene.sent().trade(89, 100);
        assertEquals("FILLED 2 PARTIALLY_FILLED 100@90", bot.heard.getLast(), "a larger one goes to the end, " + second);
    }

    @Test
    void fillsThatArriveBeforeTheCancelAreTakenOffWhatIsPlacedAgain() {
        SimTerms slow = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, 3 * Scene.SECOND);
        Scene scene = new Scene(slow, LEAST, bot.type("script")).trades(100).start(1, "script", 800);
        long id = bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 1, 0);
        scene.sent().trades(100, 100, 100, 100, 100, 100);
        long next = bot.context().amend(id, 1_000, 91, 0);
        assertTrue(next != 0 && next != id);
        scene.sent().trade(89, 400).trades(100, 100, 100);
        assertTrue(scene.orders().stream().noneMatch(line -> line.contains("91 LIVE")), "never both: " + scene.orders());
        scene.trades(100, 100, 100, 100, 100, 100, 100, 100, 100);
        assertEquals(List.of("1 BUY 600@91 LIVE"), scene.orders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPostOnlyOrderThatWouldTakeIsNotTaken(boolean nativ) {
        Scene scene = scene(nativ);
        long id = bot.context()
                .submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 101, 0, 1, 0, OrderTerms.POST_ONLY);
        scene.sent();
        if (nativ) {
            assertEquals(List.of("REJECTED 1 REJECTED"), bot.heard);
        } else {
            assertEquals(0, id);
            assertEquals(
                    "a post-only order at 101 would take at once; the market is at 100",
                    bot.context().refusal().message());
        }
        bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 99, 0, 2, 0, OrderTerms.POST_ONLY);
        scene.sent();
        assertEquals("ACCEPTED 2 LIVE", bot.heard.getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOrderGoodTillADateExpiresThere(boolean nativ) {
        Scene scene = scene(nativ);
        bot.context().submit(
                Side.BUY, OrderType.LIMIT, TimeInForce.GTD, 1_000, 90, 0, 1, 0, until(scene.now + 3 * Scene.SECOND));
        scene.sent().trades(100, 100);
        assertEquals(List.of("1 BUY 1000@90 LIVE"), scene.orders());
        scene.trades(100, 100);
        assertEquals(List.of("ACCEPTED 1 LIVE", "EXPIRED 1 EXPIRED"), bot.heard);
        assertEquals(0, bot.context().account().reservedAtoms());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void immediateOrCancelLeavesNothingResting(boolean nativ) {
        Scene scene = scene(nativ);
        bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1_000, 90, 0, 1, 0);
        scene.sent();
        assertEquals(List.of("EXPIRED 1 EXPIRED"), withoutAcceptance(bot.heard));
        bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1_000, 100, 0, 2, 0);
        scene.sent();
        assertEquals("FILLED 2 FILLED 1000@100", bot.heard.getLast());
    }

    @Test
    void fillOrKillIsRefusedWhereItCannotBeMadeUpFor() {
        scene(false);
        assertEquals(0, bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 1_000, 90, 0, 1, 0));
        assertEquals("TIME_IN_FORCE", bot.context().refusal().rule());
    }

    @Test
    void aMarketOrderSizedInQuoteCostsNoMoreThanThatFeeIncluded() {
        FeeRate percent = new FeeRate(1_000_000);
        SimTerms fees = new SimTerms(percent, percent, FeeAsset.QUOTE, 0, 0);
        Scene scene = new Scene(fees, ALL).trades(100);
        scene.send(new Command.PlaceOrder(
                0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 0, 0, 0, OrderTerms.NONE.worth(100 * Scene.USD)));
        scene.sent();
        // 100 / (100 × 1.01) = 0.990 lots of 0.001, rounded down
        assertEquals(990, scene.session.ledger().user().sellableLots());
        scene.send(new Command.PlaceOrder(
                0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 0, 0, 0, OrderTerms.NONE.worth(Scene.USD / 10)));
        assertTrue(scene.snapshot().lastRefusal().startsWith("LOT_SIZE: 0.1"), scene.snapshot().lastRefusal());
    }

    @Test
    void aReduceOnlyOrderSellsNoMoreThanIsHeld() {
        Scene scene = holding(true, 1_000);
        BotContext context = bot.context();
        context.submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 400, 120, 0, 1, 0);
        context.submit(Side.SELL, OrderType.MARKET, TimeInForce.GTC, 5_000, 0, 0, 2, 0, OrderTerms.REDUCE_ONLY);
        scene.sent();
        assertEquals("FILLED 2 FILLED 600@100", bot.heard.getLast());
        assertEquals(0, context.submit(
                Side.SELL, OrderType.MARKET, TimeInForce.GTC, 1, 0, 0, 2, 0, OrderTerms.REDUCE_ONLY));
        assertEquals("nothing is held that is not for sale already", context.refusal().message());
    }

    @Test
    void theUserAmendsAnybodysOrderAndItsOwnerHears() {
        Scene scene = scene(true);
        long id = bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000, 90, 0, 1, 0);
        scene.sent().send(new Command.AmendOrder(id, 800, 89, 0)).sent();
        assertEquals(List.of("ACCEPTED 1 LIVE", "REPLACED 1 LIVE"), bot.heard);
        assertEquals(List.of("1 BUY 800@89 LIVE"), scene.orders());
        scene.send(new Command.AmendOrder(id, 100_000, 89, 0));
        assertEquals("BALANCE: needs 8900.00 USD, free 800.00 USD", scene.snapshot().lastRefusal());
        assertEquals(new ArrayList<>(List.of("1 BUY 800@89 LIVE")), scene.orders());
    }
}
