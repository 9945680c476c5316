package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flatten, halt and reduce, with and without a market. */
class KillSwitchTest {

    private static final SimTerms SLOW =
            new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, Scene.SECOND / 10);

    private final Script bot = new Script();

    private void order(Side side, OrderType type, long lots, long price, long stop) {
        bot.context().submit(side, type, TimeInForce.GTC, lots, price, stop, 1, 0);
    }

    private Scene busy() {
        Scene scene = new Scene(SLOW, RiskLimits.NONE, bot.type("script")).trades(100).start(1, "script", 400);
        order(Side.BUY, OrderType.MARKET, 2_000, 0, 0);
        order(Side.BUY, OrderType.LIMIT, 500, 80, 0);
        scene.sent().place(Side.BUY, OrderType.MARKET, 1_000, 0).trades(100);
        order(Side.SELL, OrderType.STOP_MARKET, 2_000, 0, 50);
        scene.sent().place(Side.BUY, OrderType.LIMIT, 100, 70).place(Side.SELL, OrderType.LIMIT, 1_000, 200).trades(100, 100);
        assertEquals(4, scene.orders().size());
        return scene;
    }

    @Test
    void itClosesEverythingWithoutAnotherWordFromTheMarket() {
        Scene scene = busy();
        scene.send(new Command.Flatten("fire"));
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals("fire", scene.snapshot().haltReason());
        // time passes, the market says nothing
        scene.now += Scene.SECOND;
        scene.session.loop().release(scene.now);
        assertEquals(List.of(), scene.orders());
        assertEquals(0, scene.session.ledger().baseAtoms());
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals("flattened: fire", scene.session.botStateReason(1));
        assertEquals(1_000 * Scene.USD, scene.session.ledger().user().freeQuoteAtoms());
        List<Reason> log = scene.snapshot().log().stream().map(EngineSnapshot.DecisionRow::reason).toList();
        assertEquals(
                List.of(
                        Reason.BOT_STOPPED, Reason.POSITION_CLOSED, Reason.POSITION_CLOSED, Reason.BOT_ENDED,
                        Reason.FLATTENED, Reason.BOT_STARTED),
                log);
        scene.send(new Command.LeaveHalt());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void aBotThatIsBeingStoppedHearsNothingAndPlacesNothing() {
        Scene scene = busy();
        bot.onOrder = (context, update) -> order(Side.SELL, OrderType.LIMIT, 1, 500, 0);
        int heard = bot.heard.size();
        scene.send(new Command.Flatten("fire"));
        scene.now += Scene.SECOND;
        scene.session.loop().release(scene.now);
        assertEquals(heard, bot.heard.size());
        assertEquals(0, scene.session.ledger().baseAtoms());
    }

    @Test
    void withoutAnyPriceItCancelsEverythingAndSaysWhatItCouldNotDo() {
        Scene scene = new Scene(SLOW, RiskLimits.NONE, bot.type("script")).start(1, "script", 400);
        scene.place(Side.BUY, OrderType.LIMIT, 100, 70).send(new Command.Flatten("no feed"));
        scene.now += Scene.SECOND;
        scene.session.loop().release(scene.now);
        assertEquals(List.of(), scene.orders());
        assertEquals(
                "no feed; no price is known, so what is held could not be closed yet", scene.snapshot().haltReason());
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        scene.trades(100);
        assertEquals("no feed", scene.snapshot().haltReason());
    }

    @Test
    void reducingNeverLetsAPositionGrow() {
        for (long seed = 1; seed <= 40; seed++) {
            Scene scene = new Scene(bot.type("script")).trades(100).start(1, "script", 400);
            Rng rng = new Rng(seed);
            order(Side.BUY, OrderType.MARKET, 1_000, 0, 0);
            order(Side.BUY, OrderType.LIMIT, 500, 99, 0);
            scene.sent().place(Side.BUY, OrderType.MARKET, 500, 0).trades(100);
            scene.send(new Command.Reduce("careful")).sent();
            assertEquals(List.of(), scene.orders());
            long held = scene.session.ledger().baseAtoms();
            for (int step = 0; step < 60; step++) {
                Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
                OrderType type = OrderType.values()[rng.nextInt(OrderType.values().length)];
                long price = type.hasLimit() ? 90 + rng.nextInt(20) : 0;
                long stop = type.hasTrigger() ? 90 + rng.nextInt(20) : 0;
                long lots = 1 + rng.nextInt(400);
                if (rng.nextInt(2) == 0) {
                    scene.send(new Command.PlaceOrder(0, side, type, TimeInForce.GTC, lots, price, stop));
                } else {
                    order(side, type, lots, price, stop);
                    scene.sent();
                }
                scene.trades(90 + rng.nextInt(20));
                long now = scene.session.ledger().baseAtoms();
                assertTrue(now <= held && now >= 0, "seed " + seed + " step " + step + ": " + held + " became " + now);
                held = now;
            }
        }
    }

    @Test
    void rulesAndSwitchesReproduceToTheLastBit() {
        assertEquals(run(), run());
    }

    private static String run() {
        Script script = new Script();
        HashJournal journal = new HashJournal();
        Scene scene = new Scene(
                SLOW,
                new RiskLimits(
                        0, 0, 0, Collar.NONE,
                        RuleText.parse(
                                "symbol volatility 4% over 30s block-new for 10s\naccount drawdown 3% over 2m flatten")),
                InstrumentFilters.NONE,
                journal,
                List.of(script.type("script")));
        scene.trades(100).start(1, "script", 900);
        script.onPrice = (context, ticks) -> {
            context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 100, 0, 0, 1, 0);
        };
        Rng rng = new Rng(5);
        long price = 100;
        for (int i = 0; i < 500; i++) {
            price = Math.max(50, price + rng.nextInt(5) - 2);
            scene.trades(price);
        }
        assertTrue(scene.snapshot().risk().violations() > 0);
        return journal.runHash() + " " + scene.snapshot().risk();
    }
}
