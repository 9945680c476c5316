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
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.sim.SimTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flatten and reduce where positions can be short, shared and side by side. */
class PerpetualKillSwitchTest {

    private static final SimTerms SLOW = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, Scene.SECOND / 10);
    private static final MarginConfig ONE_WAY = new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY);
    private static final MarginConfig HEDGE = new MarginConfig(10, MarginMode.CROSS, PositionMode.HEDGE);
    private static final OrderTerms LONG = OrderTerms.NONE.on(PositionSide.LONG);
    private static final OrderTerms SHORT = OrderTerms.NONE.on(PositionSide.SHORT);

    private final Script a = new Script();
    private final Script b = new Script();

    private static void order(Script bot, Side side, OrderType type, long lots, long price, OrderTerms terms) {
        bot.context().submit(side, type, TimeInForce.GTC, lots, type.hasLimit() ? price : 0, type.hasTrigger() ? price : 0, 1, 0,
                terms);
    }

    private static Command.PlaceOrder mine(Side side, OrderType type, long lots, long price, OrderTerms terms) {
        return new Command.PlaceOrder(0, side, type, TimeInForce.GTC, lots, price, 0, terms);
    }

    /** Time passes, the market says nothing. */
    private static void silence(Scene scene) {
        scene.now += 2 * Scene.SECOND;
        scene.session.loop().release(scene.now);
    }

    private static void flat(Scene scene) {
        assertEquals(List.of(), scene.orders());
        assertEquals(List.of(), scene.snapshot().positions());
        assertEquals(0, scene.session.ledger().baseAtoms());
        assertEquals(0, scene.session.ledger().reservedAtoms());
        for (PositionSide side : PositionSide.values()) {
            assertEquals(0, scene.session.ledger().exchange().positionLots(side));
            assertEquals(0, scene.venue().entryAtoms(side));
        }
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(0, scene.venue().restingOrders());
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().quoteAtoms());
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().exchange().quoteAtoms());
        assertEquals(List.of(), scene.snapshot().quarantine());
    }

    private Scene bots(MarginConfig margin) {
        return new Scene(SLOW, margin, a.type("a"), b.type("b"))
                .trades(100).start(1, "a", 300).start(2, "b", 300).trades(100);
    }

    @Test
    void botsThatNetAtTheExchangeEachCloseTheirOwn() {
        Scene scene = bots(ONE_WAY);
        order(a, Side.BUY, OrderType.MARKET, 3, 0, OrderTerms.NONE);
        order(b, Side.SELL, OrderType.MARKET, 2, 0, OrderTerms.NONE);
        scene.sent().trades(100);
        order(a, Side.SELL, OrderType.STOP_MARKET, 3, 90, OrderTerms.REDUCE_ONLY);
        order(b, Side.BUY, OrderType.STOP_MARKET, 2, 110, OrderTerms.REDUCE_ONLY);
        scene.sent().send(mine(Side.SELL, OrderType.LIMIT, 5, 120, OrderTerms.NONE)).trades(100, 100);
        assertEquals(1, scene.session.ledger().exchange().positionLots(PositionSide.NET));
        assertEquals(3, scene.orders().size(), scene.orders().toString());
        scene.send(new Command.Flatten("fire"));
        silence(scene);
        flat(scene);
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals(BotState.STOPPED, scene.session.botState(2));
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals(1_000 * Scene.USD, scene.session.ledger().user().freeQuoteAtoms());
    }

    @Test
    void ownersWhoCancelOutAtTheExchangeAreClosedToo() {
        Scene scene = bots(ONE_WAY);
        order(a, Side.BUY, OrderType.MARKET, 300, 0, OrderTerms.NONE);
        order(b, Side.SELL, OrderType.MARKET, 500, 0, OrderTerms.NONE);
        scene.sent().send(mine(Side.BUY, OrderType.MARKET, 200, 0, OrderTerms.NONE)).trades(100, 104);
        assertEquals(0, scene.venue().baseAtoms());
        scene.send(new Command.Flatten("fire"));
        silence(scene);
        flat(scene);
        assertEquals(1_000 * Scene.USD, scene.session.ledger().equityAtoms());
    }

    @Test
    void inHedgeModeBothPositionsOfEachOwnerAreClosed() {
        Scene scene = bots(HEDGE);
        order(a, Side.BUY, OrderType.MARKET, 300, 0, LONG);
        order(a, Side.SELL, OrderType.MARKET, 100, 0, SHORT);
        order(b, Side.SELL, OrderType.MARKET, 200, 0, SHORT);
        scene.sent().send(mine(Side.BUY, OrderType.MARKET, 50, 0, LONG));
        scene.send(mine(Side.SELL, OrderType.MARKET, 70, 0, SHORT)).trades(100, 100);
        scene.send(mine(Side.SELL, OrderType.LIMIT, 50, 130, LONG)).trades(100, 100);
        assertEquals(350, scene.session.ledger().exchange().positionLots(PositionSide.LONG));
        assertEquals(-370, scene.session.ledger().exchange().positionLots(PositionSide.SHORT));
        scene.send(new Command.Flatten("fire"));
        silence(scene);
        flat(scene);
    }

    @Test
    void exitsOfAlgorithmsMakeWayForIt() {
        Scene scene = new Scene(SLOW, HEDGE).trades(100);
        scene.send(new Command.StartAlgo(0, "bracket", Map.of(
                "quantity", "1", "takeProfits", "110:50,120:50", "stop", "95", "positionSide", "LONG")));
        scene.send(new Command.StartAlgo(0, "otoco", Map.of(
                "side", "SELL", "quantity", "2", "takeProfit", "90", "stop", "115", "positionSide", "SHORT")));
        scene.trades(100, 100, 100);
        assertEquals(6, scene.orders().size(), scene.orders().toString());
        scene.send(new Command.Flatten("fire"));
        silence(scene);
        flat(scene);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOnItsWayIsClosedToo(PositionMode mode) {
        boolean hedge = mode == PositionMode.HEDGE;
        for (long seed = 1; seed <= 40; seed++) {
            Rng rng = new Rng(seed);
            Script one = new Script();
            Script two = new Script();
            Scene scene = new Scene(SLOW, hedge ? HEDGE : ONE_WAY, one.type("a"), two.type("b"))
                    .trades(100).start(1, "a", 300).start(2, "b", 300).trades(100);
            for (int i = 0; i < 30; i++) {
                Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
                OrderTerms terms = !hedge ? OrderTerms.NONE : rng.nextInt(2) == 0 ? LONG : SHORT;
                OrderType type = rng.nextInt(2) == 0 ? OrderType.MARKET : OrderType.LIMIT;
                long price = 97 + rng.nextInt(7);
                long lots = 1 + rng.nextInt(400);
                if (rng.nextInt(3) == 0) {
                    scene.send(mine(side, type, lots, type.hasLimit() ? price : 0, terms));
                } else {
                    order(rng.nextInt(2) == 0 ? one : two, side, type, lots, price, terms);
                    scene.sent();
                }
                if (rng.nextInt(3) > 0) {
                    scene.trade(97 + rng.nextInt(7), 1 + rng.nextInt(600));
                }
            }
            scene.send(new Command.Flatten("seed " + seed));
            silence(scene);
            assertEquals(0, scene.venue().baseAtoms(), "seed " + seed);
            flat(scene);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reducingNeverLetsAPositionGrow(PositionMode mode) {
        boolean hedge = mode == PositionMode.HEDGE;
        for (long seed = 1; seed <= 40; seed++) {
            Rng rng = new Rng(seed);
            Script one = new Script();
            Script two = new Script();
            Scene scene = new Scene(SLOW, hedge ? HEDGE : ONE_WAY, one.type("a"), two.type("b"))
                    .trades(100).start(1, "a", 300).start(2, "b", 300).trades(100);
            order(one, Side.BUY, OrderType.MARKET, 1_000, 0, hedge ? LONG : OrderTerms.NONE);
            order(two, Side.SELL, OrderType.MARKET, 700, 0, hedge ? SHORT : OrderTerms.NONE);
            order(two, Side.SELL, OrderType.LIMIT, 200, 101, hedge ? SHORT : OrderTerms.NONE);
            scene.sent().send(mine(Side.SELL, OrderType.MARKET, 600, 0, hedge ? SHORT : OrderTerms.NONE));
            scene.trades(100, 100).send(new Command.Reduce("careful")).sent();
            silence(scene);
            assertEquals(List.of(), scene.orders());
            long[] held = held(scene);
            assertEquals(3, Arrays.stream(held).filter(lots -> lots != 0).count());
            for (int step = 0; step < 60; step++) {
                Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
                OrderType type = OrderType.values()[rng.nextInt(OrderType.values().length)];
                OrderTerms terms = !hedge ? OrderTerms.NONE : rng.nextInt(2) == 0 ? LONG : SHORT;
                if (rng.nextInt(3) == 0) {
                    terms = hedge ? OrderTerms.REDUCE_ONLY.on(terms.positionSide()) : OrderTerms.REDUCE_ONLY;
                }
                long price = 90 + rng.nextInt(20);
                long lots = 1 + rng.nextInt(400);
                int who = rng.nextInt(3);
                if (who == 0) {
                    scene.send(new Command.PlaceOrder(
                            0, side, type, TimeInForce.GTC, lots, type.hasLimit() ? price : 0,
                            type.hasTrigger() ? price : 0, terms));
                } else {
                    order(who == 1 ? one : two, side, type, lots, price, terms);
                    scene.sent();
                }
                scene.trade(90 + rng.nextInt(20), 1 + rng.nextInt(900));
                long[] now = held(scene);
                for (int i = 0; i < now.length; i++) {
                    boolean less = now[i] == 0 || now[i] > 0 == held[i] > 0 && Math.abs(now[i]) <= Math.abs(held[i]);
                    assertTrue(less, mode + " seed " + seed + " step " + step + ": " + held[i] + " became " + now[i]);
                }
                held = now;
            }
        }
    }

    /** Every owner's positions. */
    private static long[] held(Scene scene) {
        long[] lots = new long[9];
        for (PositionSide side : PositionSide.values()) {
            lots[side.ordinal()] = scene.session.ledger().user().positionLots(side);
            lots[3 + side.ordinal()] = scene.session.account(1).positionLots(side);
            lots[6 + side.ordinal()] = scene.session.account(2).positionLots(side);
        }
        return lots;
    }
}
