package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether positions have the stops their bots say they need, and what is done where they have not. */
class StopWatchdogTest {

    private final Script bot = new Script();

    private Scene with(String rules) {
        RiskLimits limits = new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse(rules));
        return new Scene(SimTerms.IDEAL, limits, bot.type("script")).trades(100).start(1, "script", 400);
    }

    private long submit(Side side, OrderType type, long lots, long stop) {
        return bot.context().submit(side, type, TimeInForce.GTC, lots, 0, stop, 1, 0);
    }

    private static String stops(Scene scene) {
        EngineSnapshot.StopRow row = scene.snapshot().risk().stops().getFirst();
        return row.level() + " held " + row.netLots() + " exchange " + row.exchangeLots() + " here " + row.hereLots()
                + " uncovered " + row.uncoveredLots();
    }

    private static List<Reason> decisions(Scene scene) {
        return scene.snapshot().log().reversed().stream().map(EngineSnapshot.DecisionRow::reason).toList();
    }

    private Scene held(String rules, StopPolicy policy) {
        Scene scene = with(rules);
        bot.context().protect(policy, 80);
        submit(Side.BUY, OrderType.MARKET, 1_000, 0);
        return scene.sent();
    }

    @Test
    void aStopAtTheExchangeTurnsItGreen() {
        Scene scene = held("", StopPolicy.EXCHANGE);
        assertEquals("RED held 1000 exchange 0 here 0 uncovered 1000", stops(scene));
        submit(Side.SELL, OrderType.STOP_MARKET, 600, 80);
        assertEquals("RED held 1000 exchange 0 here 0 uncovered 1000", stops(scene));
        submit(Side.SELL, OrderType.STOP_MARKET, 400, 80);
        assertEquals("AMBER held 1000 exchange 0 here 0 uncovered 1000", stops(scene));
        scene.sent();
        assertEquals("GREEN held 1000 exchange 1000 here 0 uncovered 0", stops(scene));
        scene.now += 60 * Scene.SECOND;
        scene.trades(100);
        assertEquals(List.of(Reason.BOT_STARTED), decisions(scene));
    }

    @Test
    void whatTheBotWatchesHereIsCalledSoAndEndsWithTheBot() {
        Scene scene = held("", StopPolicy.HERE);
        assertEquals("GREEN held 1000 exchange 0 here 1000 uncovered 0", stops(scene));
        bot.onPrice = (context, ticks) -> {
            throw new IllegalStateException("lost its way");
        };
        scene.trades(99);
        assertEquals("RED held 1000 exchange 0 here 0 uncovered 1000", stops(scene));
        scene.trades(99, 99, 99, 99);
        assertEquals(List.of(Reason.BOT_STARTED, Reason.BOT_FAILED), decisions(scene));
        scene.trades(99, 99);
        assertEquals(
                List.of(Reason.BOT_STARTED, Reason.BOT_FAILED, Reason.RISK_UNPROTECTED), decisions(scene));
        assertEquals("5s", scene.snapshot().risk().log().getFirst().value());
    }

    @Test
    void theProtectiveStopIsPlacedForWhatIsNotCovered() {
        Scene scene = held("account unprotected 3s protect", StopPolicy.EXCHANGE);
        submit(Side.SELL, OrderType.STOP_MARKET, 400, 80);
        scene.sent().trades(100, 100, 100, 100);
        assertEquals("GREEN held 1000 exchange 1000 here 0 uncovered 0", stops(scene));
        assertEquals(List.of("1 SELL 400@80 LIVE", "1 SELL 600@80 LIVE"), scene.orders());
        assertEquals(BotState.ERROR, scene.session.botState(1));
        assertEquals(
                "its position had no stop; the engine placed one. Look at it before you retry",
                scene.session.botStateReason(1));
    }

    @Test
    void belowItsStopThePositionIsSoldAtOnce() {
        Scene scene = held("account unprotected 3s protect", StopPolicy.EXCHANGE);
        scene.trades(79, 79, 79, 79, 79);
        assertEquals(0, scene.session.ledger().baseAtoms());
    }

    @Test
    void itCanStopOrFlattenTheBotInstead() {
        Scene kept = held("account unprotected 3s stop-bots", StopPolicy.EXCHANGE).trades(100, 100, 100, 100);
        assertEquals(BotState.STOPPED, kept.session.botState(1));
        assertEquals(1_000, kept.session.ledger().user().sellableLots());
    }

    @Test
    void noTimerRunsWhereNothingIsMissing() {
        Scene scene = with("account daily-loss 50 halt\nsymbol volatility 5% over 5m block-new for 30m");
        long before = scene.session.loop().sequence();
        scene.now += 3_600 * Scene.SECOND;
        scene.trades(100);
        assertEquals(before + 1, scene.session.loop().sequence());
    }
}
