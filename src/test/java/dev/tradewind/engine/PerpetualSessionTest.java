package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session on a perpetual: prices whole dollars, lots of 0.001, one thousand dollars. */
class PerpetualSessionTest {

    private static final long USD = Scene.USD;
    private static final MarginConfig TEN_ISOLATED = new MarginConfig(10, MarginMode.ISOLATED, PositionMode.ONE_WAY);
    private static final MarginConfig TEN_CROSS = new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY);
    private static final MarginConfig TEN_HEDGE = new MarginConfig(10, MarginMode.CROSS, PositionMode.HEDGE);
    private static final SimTerms FEES =
            new SimTerms(new FeeRate(40_000), new FeeRate(20_000), FeeAsset.QUOTE, 0, 0);

    private static EngineSnapshot.PositionRow position(Scene scene, int owner) {
        return scene.snapshot().positions().stream()
                .filter(row -> row.botId() == owner)
                .findFirst()
                .orElseThrow();
    }

    private static Script buyer(Side side, long lots) {
        Script script = new Script();
        script.onStart = context -> context.submit(
                side, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0, 1, 0);
        return script;
    }

    private static Command.PlaceOrder order(Side side, OrderType type, long lots, long price, OrderTerms terms) {
        return new Command.PlaceOrder(0, side, type, TimeInForce.GTC, lots, price, 0, terms);
    }

    @Test
    void aShortEarnsWhenThePriceFallsAndBindsMargin() {
        Scene scene = new Scene(FEES, TEN_ISOLATED).trades(20_000);
        scene.place(Side.SELL, OrderType.MARKET, 100, 0).trades(20_000);
        EngineSnapshot.Account account = scene.snapshot().account();
        // 0.1 at 20,000: fee 0.8, margin 200
        assertEquals(1_000 * USD - 8 * USD / 10, account.more().walletAtoms());
        assertEquals(200 * USD, account.more().marginAtoms());
        assertEquals(800 * USD - 8 * USD / 10, account.freeQuoteAtoms());
        scene.trades(19_000);
        EngineSnapshot.PositionRow row = position(scene, 0);
        assertEquals(-100, row.lots());
        assertEquals(100 * USD, row.unrealisedAtoms());
        // (200 + 2,000) / (0.1 · 1.004) = 21,912.35: closed by force there or above
        assertEquals(21_912, row.liquidationTicks());
        // (20,000 · (1 − 0.0004)) / 1.0004 = 19,984.006
        assertEquals(19_984, row.breakEvenTicks());
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(19_000);
        account = scene.snapshot().account();
        assertEquals(List.of(), scene.snapshot().positions());
        assertEquals(100 * USD - 8 * USD / 10 - 76 * USD / 100, account.realisedAtoms());
        assertEquals(account.realisedAtoms(), account.equityAtoms() - account.startEquityAtoms());
    }

    @Test
    void anOrderThatTurnsThePositionNeedsMarginForWhatItOpensOnly() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 450, 0).trades(20_000);
        assertEquals(100 * USD, scene.snapshot().account().freeQuoteAtoms());
        scene.place(Side.SELL, OrderType.MARKET, 900, 0);
        assertTrue(
                scene.snapshot().lastRefusal().startsWith("BALANCE: needs 900.00 USD margin with fee, free 100.00 USD"),
                scene.snapshot().lastRefusal());
        scene.place(Side.SELL, OrderType.MARKET, 500, 0).trades(20_000);
        assertEquals(-50, position(scene, 0).lots());
    }

    @Test
    void turningWithinTheFreeMarginIsOneOrder() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000);
        scene.place(Side.SELL, OrderType.MARKET, 300, 0).trades(21_000);
        assertEquals(-200, position(scene, 0).lots());
        assertEquals(-200 * USD, position(scene, 0).unrealisedAtoms());
        assertEquals(scene.venue().entryAtoms(PositionSide.NET), position(scene, 0).entryAtoms());
    }

    @Test
    void twoBotsOnOneSymbolNetAtTheExchange() {
        Script a = buyer(Side.BUY, 3);
        Script b = buyer(Side.SELL, 2);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS, a.type("a"), b.type("b")).trades(20_000);
        scene.start(1, "a", 400).trades(20_000).start(2, "b", 400).trades(21_000);
        assertEquals(1, position(scene, EngineSnapshot.PositionRow.EXCHANGE).lots());
        assertEquals(3, position(scene, 1).lots());
        assertEquals(-2, position(scene, 2).lots());
        assertEquals(3 * USD, position(scene, 1).unrealisedAtoms());
        assertEquals(scene.venue().baseAtoms(), scene.session.ledger().baseAtoms());
        // what one has bound the other does not miss
        assertEquals(394 * USD, scene.session.account(1).freeQuoteAtoms());
        scene.trades(19_000);
        assertEquals(2 * USD, position(scene, 2).unrealisedAtoms());
        assertEquals(999 * USD, scene.session.ledger().equityAtoms());
    }

    @Test
    void aBotsReducingOrderIsMeasuredByItsOwnPosition() {
        Script a = buyer(Side.BUY, 3);
        Script b = buyer(Side.SELL, 3);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS, a.type("a"), b.type("b")).trades(20_000);
        scene.start(1, "a", 400).trades(20_000).start(2, "b", 400).trades(20_000);
        assertEquals(0, scene.venue().baseAtoms());
        a.context().submit(
                Side.SELL, OrderType.MARKET, TimeInForce.GTC, 3, 0, 0, 2, 0, OrderTerms.REDUCE_ONLY);
        scene.sent().trades(20_000);
        assertEquals(0, scene.session.account(1).positionLots());
        assertEquals(-3, scene.session.ledger().exchange().positionLots());
    }

    @Test
    void fundingIsPaidByEachOwnersOwnPosition() {
        Script a = buyer(Side.BUY, 3);
        Script b = buyer(Side.SELL, 2);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS, a.type("a"), b.type("b")).trades(20_000);
        scene.start(1, "a", 400).trades(20_000).start(2, "b", 400).trades(20_000);
        scene.funding(10_000);
        scene.trades(20_000);
        // 0.01 % of 60, 40 and net 20
        assertEquals(-USD * 6 / 1_000, scene.session.account(1).fundingAtoms());
        assertEquals(USD * 4 / 1_000, scene.session.account(2).fundingAtoms());
        assertEquals(-USD * 2 / 1_000, scene.snapshot().account().more().fundingAtoms());
        assertEquals(1_000 * USD - USD * 2 / 1_000, scene.venue().quoteAtoms());
    }

    @Test
    void ownersWhoCancelOutPayFundingToEachOther() {
        Script a = buyer(Side.BUY, 3);
        Script b = buyer(Side.SELL, 3);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS, a.type("a"), b.type("b")).trades(20_000);
        scene.start(1, "a", 400).trades(20_000).start(2, "b", 400).trades(20_000);
        scene.funding(-10_000).trades(20_000);
        assertEquals(USD * 6 / 1_000, scene.session.account(1).fundingAtoms());
        assertEquals(-USD * 6 / 1_000, scene.session.account(2).fundingAtoms());
        assertEquals(1_000 * USD, scene.venue().quoteAtoms());
    }

    @Test
    void anIsolatedPositionIsLiquidatedAtItsPriceAndLosesItsMarginOnly() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000);
        scene.send(order(Side.SELL, OrderType.LIMIT, 100, 25_000, OrderTerms.REDUCE_ONLY)).trades(20_000);
        assertEquals(18_073, position(scene, 0).liquidationTicks());
        scene.trades(18_073).trades(17_000);
        assertEquals(List.of(), scene.snapshot().positions());
        assertEquals(List.of(), scene.orders());
        assertTrue(scene.snapshot().log().stream().anyMatch(row -> row.reason() == Reason.LIQUIDATED));
        // 0.1 · (20,000 − 18,073) = 192.7; the fee of 1.25 % is more than the 7.3 left of the margin of 200
        assertEquals(800 * USD, scene.session.ledger().equityAtoms());
        assertEquals(800 * USD, scene.venue().quoteAtoms());
    }

    @Test
    void theExchangeCallsForMarginAtFourFifthsOfIt() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000).trades(18_092);
        assertTrue(scene.snapshot().log().stream().noneMatch(row -> row.reason() == Reason.MARGIN_CALL));
        Scene nearer = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000);
        // 0.1 · 18,090 · 0.004 = 7.236 of the 9 left
        nearer.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000).trades(18_090);
        assertTrue(nearer.snapshot().log().stream().anyMatch(row -> row.reason() == Reason.MARGIN_CALL));
    }

    @Test
    void aGapBeyondTheBankruptcyPriceCostsNoMoreThanTheMargin() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000);
        scene.place(Side.SELL, OrderType.MARKET, 100, 0).trades(20_000).trades(30_000).trades(30_000);
        assertEquals(800 * USD, scene.session.ledger().equityAtoms());
    }

    @Test
    void insideACandleTheLiquidationComesBeforeTheProfitOnTheOtherSide() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).minute(20_000, 20_000, 20_000, 20_000);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).minute(20_000, 20_000, 20_000, 20_000);
        scene.send(order(Side.SELL, OrderType.LIMIT, 100, 23_000, OrderTerms.REDUCE_ONLY));
        scene.minute(20_000, 23_500, 18_000, 23_000);
        assertEquals(800 * USD, scene.venue().quoteAtoms());
        assertEquals(800 * USD, scene.session.ledger().equityAtoms());
    }

    @Test
    void whereThereIsAMarkPriceTheLastPriceLiquidatesNobody() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000).mark(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000).trades(17_000);
        assertEquals(100, position(scene, 0).lots());
        assertEquals(0, position(scene, 0).unrealisedAtoms());
        scene.mark(18_073);
        assertEquals(List.of(), scene.snapshot().positions());
    }

    @Test
    void aLiquidationIsSharedByThoseWhoMadeTheNetPosition() {
        Script a = buyer(Side.BUY, 300);
        Script b = buyer(Side.SELL, 100);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED, a.type("a"), b.type("b")).trades(20_000);
        scene.start(1, "a", 700).trades(20_000).start(2, "b", 300).trades(20_000).trades(18_000);
        assertEquals(100, scene.session.account(1).positionLots(), "200 of 300 were closed");
        assertEquals(-100, scene.session.account(2).positionLots());
        assertEquals(BotState.ERROR, scene.session.botState(1));
        assertEquals(BotState.RUNNING, scene.session.botState(2));
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().exchange().quoteAtoms());
    }

    @Test
    void anOwnerWhoseOwnMarginIsGoneIsClosedBeforeItSpendsOthers() {
        Script a = buyer(Side.BUY, 100);
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS, a.type("a")).trades(20_000);
        scene.start(1, "a", 220).trades(20_000).trades(17_872).trades(17_872);
        assertEquals(BotState.ERROR, scene.session.botState(1));
        assertEquals(0, scene.session.account(1).positionLots());
        assertTrue(scene.session.botStateReason(1).startsWith("its own margin was used up at 17872"));
        assertTrue(scene.session.account(1).quoteAtoms() >= 0);
        assertEquals(780 * USD, scene.session.ledger().user().quoteAtoms());
    }

    @Test
    void aReducingOrderIsCutToThePositionAndRefusedWithoutOne() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.send(order(Side.SELL, OrderType.MARKET, 5, 0, OrderTerms.REDUCE_ONLY));
        assertEquals("REDUCE_ONLY: there is no long position to reduce", scene.snapshot().lastRefusal());
        scene.place(Side.BUY, OrderType.MARKET, 3, 0).trades(20_000);
        scene.send(order(Side.SELL, OrderType.MARKET, 5, 0, OrderTerms.REDUCE_ONLY)).trades(20_000);
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(List.of(), scene.snapshot().positions());
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void reducingOrdersShrinkWithTheirPosition() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 10, 0).trades(20_000);
        scene.send(order(Side.SELL, OrderType.LIMIT, 10, 21_000, OrderTerms.REDUCE_ONLY));
        scene.place(Side.SELL, OrderType.MARKET, 6, 0).trades(20_000);
        scene.trades(21_001, 21_001);
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(0, scene.session.ledger().baseAtoms());
        assertEquals(0, scene.session.ledger().reservedAtoms());
    }

    @Test
    void hedgeModeKeepsLongAndShortApart() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_HEDGE).trades(20_000);
        OrderTerms longSide = OrderTerms.NONE.on(PositionSide.LONG);
        OrderTerms shortSide = OrderTerms.NONE.on(PositionSide.SHORT);
        scene.send(order(Side.BUY, OrderType.MARKET, 10, 0, OrderTerms.NONE));
        assertEquals(
                "POSITION_SIDE: this account keeps long and short apart; say LONG or SHORT", scene.snapshot().lastRefusal());
        scene.send(order(Side.BUY, OrderType.MARKET, 10, 0, longSide));
        scene.send(order(Side.SELL, OrderType.MARKET, 4, 0, shortSide)).trades(20_000, 21_000);
        assertEquals(
                List.of("10 100000000000", "-4 -40000000000"),
                scene.snapshot().positions().stream()
                        .filter(row -> row.botId() == 0)
                        .map(row -> row.lots() + " " + row.unrealisedAtoms())
                        .toList());
        scene.send(order(Side.SELL, OrderType.MARKET, 11, 0, longSide));
        assertTrue(
                scene.snapshot().lastRefusal().contains("closes 0.011 of the LONG position, of which 0.010 is free to close"),
                scene.snapshot().lastRefusal());
        scene.send(order(Side.SELL, OrderType.MARKET, 10, 0, longSide)).trades(21_000);
        assertEquals(-4, scene.session.ledger().user().positionLots());
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().exchange().quoteAtoms());
    }

    @Test
    void leverageOutOfItsBracketIsRefused() {
        MarginConfig high = new MarginConfig(125, MarginMode.CROSS, PositionMode.ONE_WAY);
        Scene scene = new Scene(SimTerms.IDEAL, high).trades(20_000);
        scene.place(Side.BUY, OrderType.MARKET, 2_600, 0);
        assertEquals(
                "LEVERAGE: a position worth 52000 USD allows at most 100×, the account uses 125×, which ends at 49999.9999999999 USD",
                scene.snapshot().lastRefusal());
    }

    @Test
    void whatIsMissingOfTheMarginIsNamed() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.place(Side.SELL, OrderType.LIMIT, 600, 20_000);
        assertTrue(
                scene.snapshot().lastRefusal().startsWith("BALANCE: needs 1200.00 USD margin with fee, free 1000.00 USD"),
                scene.snapshot().lastRefusal());
        scene.place(Side.SELL, OrderType.LIMIT, 500, 20_000);
        assertEquals(1_000 * USD, scene.session.ledger().reservedAtoms());
    }

    @Test
    void transfersAreNoProfit() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_CROSS).trades(20_000);
        scene.send(new Command.Transfer(500 * USD)).trades(20_000);
        EngineSnapshot.Account account = scene.snapshot().account();
        assertEquals(1_500 * USD, account.equityAtoms());
        assertEquals(1_500 * USD, account.startEquityAtoms());
        assertEquals(1_500 * USD, account.dayStartEquityAtoms());
        assertEquals(0, scene.session.equity().maxDrawdownAtoms());
        scene.place(Side.BUY, OrderType.MARKET, 500, 0).trades(20_000);
        scene.send(new Command.Transfer(-501 * USD));
        assertEquals(
                "withdrawing 501 USD is more than your free 500 USD; what bots were given and orders set aside stays",
                scene.snapshot().lastRefusal());
        scene.send(new Command.Transfer(-500 * USD)).trades(20_000);
        assertEquals(1_000 * USD, scene.venue().quoteAtoms());
        assertEquals(1_000 * USD, scene.session.ledger().equityAtoms());
        assertEquals(0, scene.session.ledger().reservedAtoms());
        assertEquals(0, scene.session.equity().maxDrawdownAtoms());
    }

    @Test
    void marginOfAnIsolatedPositionCanBeMoved() {
        Scene scene = new Scene(SimTerms.IDEAL, TEN_ISOLATED).trades(20_000);
        scene.send(new Command.AdjustMargin(0, PositionSide.NET, USD));
        assertEquals("there is no NET position to move margin to or from", scene.snapshot().lastRefusal());
        scene.place(Side.BUY, OrderType.MARKET, 100, 0).trades(20_000);
        scene.send(new Command.AdjustMargin(0, PositionSide.NET, 100 * USD)).trades(20_000);
        // (300 − 2,000) / (0.1 · (0.004 − 1)) = 17,068.27
        assertEquals(17_069, position(scene, 0).liquidationTicks());
        assertEquals(17_069, position(scene, EngineSnapshot.PositionRow.EXCHANGE).liquidationTicks());
        assertEquals(700 * USD, scene.session.ledger().user().freeQuoteAtoms());
        scene.send(new Command.AdjustMargin(0, PositionSide.NET, -101 * USD));
        assertEquals(
                "margin of 101 USD to take out is more than the 100 USD above what the position must keep",
                scene.snapshot().lastRefusal());
    }
}
