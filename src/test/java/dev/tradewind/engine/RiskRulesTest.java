package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules through a whole session: what they refuse, what they do, and when they let go. */
class RiskRulesTest {

    private final Script bot = new Script();

    private Scene with(String rules) {
        RiskLimits limits = new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse(rules));
        return new Scene(SimTerms.IDEAL, limits, bot.type("script")).trades(100).start(1, "script", 400);
    }

    private long buy(long lots, long limit) {
        OrderType type = limit == 0 ? OrderType.MARKET : OrderType.LIMIT;
        return bot.context().submit(Side.BUY, type, TimeInForce.GTC, lots, limit, 0, 1, 0);
    }

    private long sell(OrderType type, long lots, long stop) {
        return bot.context().submit(Side.SELL, type, TimeInForce.GTC, lots, 0, stop, 2, 0);
    }

    private String refusal() {
        BotContext context = bot.context();
        return context.refusal().rule() + ": " + context.refusal().message();
    }

    private static List<Reason> decisions(Scene scene) {
        return scene.snapshot().log().reversed().stream()
                .map(EngineSnapshot.DecisionRow::reason)
                .filter(reason -> reason != Reason.BOT_STARTED)
                .toList();
    }

    @Test
    void anOrderThatWouldBreakARuleIsRefusedWithValueAndLimitAndWrittenDown() {
        Scene scene = with("account position-size 150 block-new");
        assertNotEquals(0, buy(1_000, 0));
        scene.sent();
        assertEquals(0, buy(600, 95));
        assertEquals(
                "POSITION_SIZE: risk rule 'account position-size 150 block-new': "
                        + "position 157 USD against 150 USD; up to 0.526 passes",
                refusal());
        assertNotEquals(0, buy(500, 95));
        assertEquals(List.of(Reason.RISK_POSITION), decisions(scene));
        EngineSnapshot.Risk risk = scene.sent().snapshot().risk();
        assertEquals(1, risk.violations());
        assertEquals(
                new RiskLog.Row(
                        Scene.SECOND, 1, "account position-size 150 block-new", RiskLog.Kind.REFUSED, 1, "157 USD", "150 USD"),
                risk.log().getFirst());
    }

    @Test
    void whatReducesAlwaysPasses() {
        Scene scene = with("account order-rate 1 over 1m block-new\naccount order-size 10 block-new");
        buy(100, 0);
        scene.sent();
        assertEquals(0, buy(50, 0));
        assertEquals(
                "ORDER_RATE: risk rule 'account order-rate 1 over 1m block-new': orders placed 2 against 1", refusal());
        assertNotEquals(0, sell(OrderType.MARKET, 100, 0));
        scene.sent();
        scene.now += 61 * Scene.SECOND;
        scene.trades(100);
        assertEquals(0, buy(101, 0));
        assertEquals(
                "ORDER_SIZE: risk rule 'account order-size 10 block-new': "
                        + "order 10.1 USD against 10 USD; up to 0.100 passes", refusal());
        assertNotEquals(0, buy(100, 0));
    }

    @Test
    void theCircuitBreakerBlocksEntriesUntilItHasCooledOff() {
        Scene scene = with("symbol volatility 5% over 5m block-new for 30m");
        scene.trades(104);
        assertNotEquals(0, buy(10, 90));
        scene.trades(98);
        assertEquals(0, buy(10, 90));
        assertEquals(
                "VOLATILITY: risk rule 'symbol volatility 5% over 5m block-new for 30m': price move 5.77% against 5%; "
                        + "entries pass again when it is back",
                refusal());
        scene.now += 6 * 60 * Scene.SECOND;
        scene.trades(98);
        assertEquals(0, buy(10, 90));
        assertEquals(
                "VOLATILITY: risk rule 'symbol volatility 5% over 5m block-new for 30m': price move 0% against 5%; "
                        + "entries pass again from 1970-01-01T00:36:04Z",
                refusal());
        scene.now += 30 * 60 * Scene.SECOND;
        scene.trades(98);
        assertNotEquals(0, buy(10, 90));
        assertEquals(
                List.of(Reason.RISK_VOLATILITY, Reason.ENTRIES_BLOCKED, Reason.RISK_CLEARED), decisions(scene));
    }

    @Test
    void aCandlesOwnRangeIsAMove() {
        Scene scene = with("symbol volatility 5% over 5m block-new");
        scene.minute(100, 106, 100, 100);
        assertEquals(0, buy(10, 90));
    }

    @Test
    void cancelEntriesCancelsThoseInScopeOnly() {
        Scene scene = with("bot:1 drawdown 5% cancel-entries");
        buy(2_000, 0);
        scene.sent();
        sell(OrderType.STOP_MARKET, 2_000, 50);
        buy(100, 70);
        scene.sent().place(Side.BUY, OrderType.LIMIT, 100, 70).trades(100, 90).sent();
        assertEquals(List.of("1 SELL 2000@50 LIVE", "0 BUY 100@70 LIVE"), scene.orders());
        assertEquals(0, buy(100, 70));
        scene.place(Side.BUY, OrderType.LIMIT, 100, 71).trades(90);
        assertEquals(3, scene.orders().size());
    }

    @Test
    void reduceOnlyHoldsTheSessionUntilAPersonEndsIt() {
        Scene scene = with("account daily-loss 20 reduce-only");
        buy(2_000, 0);
        scene.sent();
        buy(100, 70);
        scene.sent().trades(100, 90).sent();
        assertEquals(TradingState.REDUCING, scene.snapshot().trading());
        assertEquals("daily loss reached 20 USD", scene.snapshot().haltReason());
        assertEquals(List.of(), scene.orders());
        assertEquals(0, buy(100, 0));
        assertNotEquals(0, sell(OrderType.MARKET, 500, 0));
        scene.sent().trades(98);
        assertEquals(TradingState.REDUCING, scene.snapshot().trading());
        scene.send(new Command.LeaveHalt());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
        assertNotEquals(0, buy(100, 0));
    }

    @Test
    void aHaltLeftOnTheSameDayComesBackAQuarterFurtherDown() {
        Scene scene = with("account daily-loss 20 halt");
        buy(2_000, 0);
        scene.sent().trades(100, 90);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        scene.send(new Command.LeaveHalt()).trades(90, 89, 88);
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
        scene.trades(87);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals(2, scene.snapshot().risk().violations());
    }

    @Test
    void stopBotsStopsThoseInScopeAndKeepsWhatTheyBought() {
        Scene scene = with("bot:* drawdown 5% stop-bots");
        buy(2_000, 0);
        scene.sent();
        buy(100, 70);
        scene.sent().trades(100, 90, 90);
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals("drawdown reached 5%", scene.session.botStateReason(1));
        assertEquals(2_000, scene.session.ledger().user().sellableLots());
        assertEquals(List.of(), scene.orders());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void flattenOfABotSellsWhatItHoldsInItsOwnBook() {
        Scene scene = with("tag:wild drawdown 5% flatten");
        Script wild = new Script();
        Scene two = new Scene(
                        SimTerms.IDEAL,
                        new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse("tag:wild drawdown 5% flatten")),
                        bot.type("script"),
                        wild.type("wild"))
                .trades(100);
        two.start(1, "script", 300)
                .send(new Command.StartBot(2, "wild", "a #wild one", 0, 300 * Scene.USD, Map.of()));
        buy(1_000, 0);
        wild.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 1_000, 0, 0, 1, 0);
        two.sent().trades(100, 80, 80);
        assertEquals(BotState.RUNNING, two.session.botState(1));
        assertEquals(BotState.STOPPED, two.session.botState(2));
        assertEquals(0, two.session.ledger().user().baseAtoms());
        assertEquals(-20 * Scene.USD, two.session.account(2).realisedAtoms());
        assertEquals(BotState.RUNNING, scene.session.botState(1));
    }

    @Test
    void shrinkClosesAQuarterAtATimeUntilTheRuleIsKept() {
        Scene scene = with("account exposure 50% shrink");
        scene.place(Side.BUY, OrderType.MARKET, 4_000, 0).trades(100, 200, 200);
        // 800 of 1400: a quarter of 4 goes, and of the 3 that are left 600 of 1400 is within the rule
        assertEquals(3_000, scene.session.ledger().user().sellableLots());
        scene.trades(200, 200);
        assertEquals(3_000, scene.session.ledger().user().sellableLots());
    }

    @Test
    void losingStreaksAndStopsMakeEntriesWait() {
        Scene scene = with("account losing-streak 2 block-new for 10m\nbot:1 cooldown-after-stop 1m block-new");
        for (int i = 0; i < 2; i++) {
            buy(100, 0);
            scene.sent();
            sell(OrderType.MARKET, 100, 0);
            scene.trades(90).sent().trades(100);
        }
        assertEquals(0, buy(100, 0));
        scene.now += 601 * Scene.SECOND;
        scene.trades(100);
        assertNotEquals(0, buy(100, 0));
        scene.sent();
        sell(OrderType.STOP_MARKET, 100, 95);
        scene.sent().trades(95, 95);
        assertEquals(0, buy(100, 0));
        scene.now += 57 * Scene.SECOND;
        scene.trades(95);
        assertEquals(0, buy(100, 0));
        scene.trades(95, 95);
        assertNotEquals(0, buy(100, 0));
    }

    @Test
    void lowProfitAndCorrelationAreMeasuredOverTheirWindows() {
        Script other = new Script();
        RiskLimits limits = new RiskLimits(
                0, 0, 0, Collar.NONE,
                RuleText.parse("account low-profit 0 over 1h warn\naccount correlation 90% over 64s warn"));
        Scene scene = new Scene(SimTerms.IDEAL, limits, bot.type("script"), other.type("other"))
                .trades(100)
                .start(1, "script", 300)
                .start(2, "other", 300);
        buy(1_000, 0);
        other.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 500, 0, 0, 1, 0);
        scene.sent().trades(100, 101, 99, 103, 100, 98, 104, 107, 103, 100, 101, 102);
        assertEquals(List.of(Reason.RISK_CORRELATION), decisions(scene));
        sell(OrderType.MARKET, 500, 0);
        scene.sent().trades(90, 95);
        sell(OrderType.MARKET, 500, 0);
        scene.sent().trades(90);
        assertEquals(List.of(Reason.RISK_CORRELATION, Reason.RISK_LOW_PROFIT), decisions(scene));
    }

    @Test
    void rulesAreSetWhileTheSessionRunsAndOneThatStaysKeepsWhatItSaw() {
        Scene scene = with("account daily-loss 20 halt");
        buy(2_000, 0);
        scene.sent().trades(100, 95);
        scene.send(new Command.SetRiskRules("account daily-loss 20 halt\naccount leverage 9x warn\nbot:1 drawdown 9% warn"));
        EngineSnapshot.Risk risk = scene.snapshot().risk();
        assertEquals("account daily-loss 20 halt\naccount leverage 9x warn\nbot:1 drawdown 9% warn", risk.text());
        assertEquals("10 USD", risk.rules().getFirst().value());
        assertEquals(5_000, risk.rules().getFirst().usedBps());
        assertEquals("-", risk.rules().get(1).value());
        scene.send(new Command.SetRiskRules("account daily-loss 20 explode"));
        assertEquals(
                "risk rule in line 1, 'explode': an action is one of warn, block-new, cancel-entries, reduce-only, shrink, "
                        + "flatten, stop-bots, halt",
                scene.snapshot().lastRefusal());
        assertEquals(3, scene.snapshot().risk().rules().size());
        scene.trades(90);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
    }

    @Test
    void openPositionsCountOwners() {
        Scene scene = with("account open-positions 1 block-new");
        buy(1_000, 0);
        scene.sent().place(Side.BUY, OrderType.LIMIT, 100, 90);
        assertEquals(
                "OPEN_POSITIONS: risk rule 'account open-positions 1 block-new': open positions 2 against 1",
                scene.snapshot().lastRefusal());
        assertNotEquals(0, buy(100, 90));
    }

    @Test
    void aTicketIsToldWhatTheRulesWouldSayWithoutSendingIt() {
        Scene scene = with("account position-size 150 block-new\naccount daily-loss 20 halt\nbot:1 leverage 1x block-new");
        scene.place(Side.BUY, OrderType.MARKET, 1_000, 0).sent();
        assertEquals(
                "POSITION_SIZE: risk rule 'account position-size 150 block-new': now 100 USD of 150 USD; up to 0.500 passes",
                preview(scene, 501));
        assertEquals("passes", preview(scene, 500));
        assertEquals(2, scene.snapshot().risk().rules().stream().filter(rule -> rule.roomAtoms() == Long.MAX_VALUE).count());
        scene.place(Side.BUY, OrderType.MARKET, 501, 0);
        assertEquals(
                "POSITION_SIZE: risk rule 'account position-size 150 block-new': position 150.1 USD against 150 USD; "
                        + "up to 0.500 passes",
                scene.snapshot().lastRefusal());
    }

    private static String preview(Scene scene, long lots) {
        scene.snapshot();
        return scene.session
                .view()
                .preview(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0))
                .verdicts()
                .stream()
                .filter(verdict -> !verdict.passes())
                .map(verdict -> verdict.rule() + ": " + verdict.message())
                .findFirst()
                .orElse("passes");
    }
}
