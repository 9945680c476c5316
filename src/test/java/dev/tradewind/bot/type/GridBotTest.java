package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.Deal;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the grid bot does, on hand-made trades; four levels of one unit from 98 to 102 unless said otherwise. */
class GridBotTest {

    private static BotSession grid(BotSession session, String... pairs) {
        return session.with("lower", "98", "upper", "102", "levels", "4", "sizing", "base", "levelSize", "1").with(pairs);
    }

    private static BotSession running(String... pairs) {
        return grid(new BotSession(), pairs).start("grid", 1_000).trades(100).pass(0);
    }

    private static final List<String> LAID =
            List.of("Buy 2 1.0000 @ 99.00", "Sell 3 1.0000 @ 101.00", "Buy 1 1.0000 @ 98.00", "Sell 4 1.0000 @ 102.00");

    @Test
    void buysWhatItsUpperLevelsSellAndPlacesBothSidesNearestFirst() {
        BotSession session = running();
        assertEquals(List.of("Start 2.0000 @ 100.00"), session.fills());
        assertEquals(LAID, session.orders());
    }

    @Test
    void mirrorsEachFillOneLevelAway() {
        BotSession session = running().trades(98.9).pass(0);
        assertEquals(
                List.of("Sell 3 1.0000 @ 101.00", "Buy 1 1.0000 @ 98.00", "Sell 4 1.0000 @ 102.00", "Sell 2 1.0000 @ 100.00"),
                session.orders());
        session.trades(100.1, 101.1).pass(0);
        assertEquals("Buy 3 1.0000 @ 100.00", session.orders().getLast());
        assertEquals(1, session.bot().dealsClosed());
        session.trades(99.9).pass(0);
        assertEquals(2, session.bot().dealsClosed());
        assertEquals(List.of("bought back", "sold"), session.bot().deals().stream().map(Deal::endedBy).toList());
        assertTrue(session.bot().phase().startsWith("2 pairs: grid profit 2.00, trend "), session.bot().phase());
    }

    @Test
    void mirrorsPartialFillsAsFarAsTheyGo() {
        BotSession session = running().trade(98.5, 0.4).pass(0);
        assertEquals("Buy 2 0.6000 @ 99.00", session.orders().getFirst());
        assertEquals("Sell 2 0.4000 @ 100.00", session.orders().getLast());
        session.trade(98.5, 10).pass(0);
        assertEquals("Sell 2 1.0000 @ 100.00", session.orders().getLast());
    }

    @Test
    void waitsWithAMirrorUntilItPassesTheMinimum() {
        BotSession session = grid(
                        new BotSession(Instruments.strict(), 0, FeeAsset.QUOTE, RiskLimits.NONE, 0))
                .start("grid", 1_000)
                .trades(100)
                .pass(0)
                .trade(98.5, 0.04)
                .pass(0);
        assertEquals(4, session.orders().size(), "0.04 × 100 is below 5");
        session.trade(98.5, 0.02).pass(0);
        assertEquals("Sell 2 0.0600 @ 100.00", session.orders().getLast());
    }

    @Test
    void mirrorsTheNetQuantity() {
        BotSession session = grid(
                        new BotSession(Instruments.of("0.01", "0.0001"), 0.1, FeeAsset.BASE, RiskLimits.NONE, 0))
                .start("grid", 1_000)
                .trades(100, 98.9)
                .pass(0);
        assertEquals("Sell 2 0.9990 @ 100.00", session.orders().getLast());
    }

    @Test
    void keepsProfitInBaseWhereAsked() {
        BotSession session = running("profitIn", "base").trades(98.9).pass(0);
        assertEquals("Sell 2 0.9900 @ 100.00", session.orders().getLast());
        session.trades(100.1).pass(0);
        assertTrue(session.bot().phase().contains("0.01 AAA"), session.bot().phase());
    }

    @Test
    void keepsOnlyTheNearestLevelsLive() {
        BotSession session = running("liveLevels", "2");
        assertEquals(LAID.subList(0, 2), session.orders());
        session.trades(98.9).pass(0);
        assertEquals(List.of("Buy 1 1.0000 @ 98.00", "Sell 2 1.0000 @ 100.00"), session.orders());
        assertEquals(4, session.bot().levels().size());
    }

    @Test
    void followsThePriceUpAndDownByOneStep() {
        BotSession up = running("trailingUp", "true").trades(101.5, 102.5, 103).pass(0).trades(103).pass(0);
        assertTrue(up.orders().contains("Buy 1 1.0000 @ 102.00"), () -> up.orders().toString());
        assertEquals(4, up.orders().size());
        BotSession down = running("trailingDown", "true").trades(98.5, 97.5, 97).pass(0).trades(97).pass(0);
        assertTrue(down.orders().contains("Sell 4 1.0000 @ 98.00"), () -> down.orders().toString());
        assertEquals(4, down.orders().size());
    }

    @Test
    void expandsUpToAPriceAndNoFurther() {
        BotSession session = running("expandDown", "96").trades(98.5, 97.5, 96.5, 95, 94).pass(0);
        assertEquals(6, session.bot().levels().size());
        session.trades(93).pass(0);
        assertEquals(6, session.bot().levels().size());
    }

    @Test
    void waitsForItsTrigger() {
        BotSession session = grid(new BotSession(), "trigger", "100").start("grid", 1_000).trades(103, 101).pass(0);
        assertEquals(BotState.ARMED, session.bot().state());
        session.trades(99.9).pass(0);
        assertEquals(BotState.RUNNING, session.bot().state());
    }

    @Test
    void endsAtItsStops() {
        BotSession sold = running("stopBelow", "97").trades(96.9).pass(0);
        assertEquals(BotState.STOPPED, sold.bot().state());
        assertEquals("Close 4.0000 @ 96.90", sold.fills().getLast());
        BotSession kept = running("stopBelow", "97", "stopBelowAction", "keep").trades(96.9).pass(0);
        assertEquals(BotState.STOPPED, kept.bot().state());
        assertEquals(5 - 2, kept.fills().size());
        BotSession above = running("stopAbove", "105").trades(105).pass(0);
        assertEquals(BotState.STOPPED, above.bot().state());
    }

    @Test
    void takesItsBuysBackWhilePausedAndPlacesThemAgain() {
        BotSession session = running();
        session.command(new Command.PauseBot(1));
        assertEquals(List.of(LAID.get(1), LAID.get(3)), session.pass(0).orders());
        session.command(new Command.ResumeBot(1));
        assertEquals(4, session.pass(0).orders().size());
        session.command(new Command.StopBot(1, StopMode.KEEP));
        assertEquals(List.of(), session.pass(0).orders());
    }

    @Test
    void laysItselfAnewWhenItsRangeIsEdited() {
        BotSession session = running();
        session.command(new Command.EditBot(1, Map.of("upper", "106", "lower", "94"), EditScope.BOTH));
        session.pass(0).trades(100).pass(0);
        assertEquals(
                List.of("Buy 2 1.0000 @ 97.00", "Sell 3 1.0000 @ 103.00", "Buy 1 1.0000 @ 94.00", "Sell 4 1.0000 @ 106.00"),
                session.orders());
        assertEquals(1, session.fills().size(), "what was held covers the new sells");
    }

    @Test
    void refusesToRunWithoutProfit() {
        BotSession session = grid(
                        new BotSession(Instruments.of("0.01", "0.0001"), 0.6, FeeAsset.QUOTE, RiskLimits.NONE, 0))
                .start("grid", 1_000)
                .trades(100)
                .pass(0);
        assertEquals(BotState.ERROR, session.bot().state());
        assertTrue(session.bot().stateReason().contains("fewer levels"), session.bot().stateReason());
    }

    /** Of a profit of 1 a level keeps half to grow by: 0.5 buys 0.005 more at 99, down to the lot. */
    @Test
    void reinvestsAShareOfALevelsProfitInThatLevel() {
        BotSession session = running("reinvest", "50").trades(98.9, 100.1).pass(0);
        assertTrue(session.orders().contains("Buy 2 1.0050 @ 99.00"), () -> session.orders().toString());
        assertTrue(session.bot().phase().contains("grid profit 1.00, trend "), session.bot().phase());
        assertTrue(session.bot().phase().contains(", reinvested 0.49;"), session.bot().phase());
        session.trades(98.9).pass(0);
        assertTrue(session.orders().contains("Sell 2 1.0050 @ 100.00"), () -> session.orders().toString());
        session.trades(100.1).pass(0);
        // 1.005 × (100 − 99)
        assertEquals(10_050_000_000L, session.bot().deals().getFirst().resultAtoms());
    }

    /** What a step sold before it moved is no half of a pair: its purchase at the other end begins a new one. */
    @Test
    void aMovedStepBeginsANewPair() {
        BotSession session = running("trailingUp", "true").trades(101.5, 102.5, 103, 103, 104, 104, 105, 105, 106, 106).pass(0);
        session.trades(104.9, 106.1).pass(0);
        assertTrue(session.bot().phase().startsWith("1 pairs: grid profit 1.00, "), session.bot().phase());
    }

    @Test
    void saysWhyItEnded() {
        assertEquals("the price reached its stop below", running("stopBelow", "97").trades(96.9).pass(0).bot().stateReason());
        assertEquals("the price reached its stop above", running("stopAbove", "105").trades(105).pass(0).bot().stateReason());
    }

    /** No level goes missing, and the pairs the bot reports are those its fills make, to the last atom. */
    @Test
    void accountsForEveryLevelAndEveryAtomOfProfit() {
        for (long seed = 1; seed <= 20; seed++) {
            Rng rng = new Rng(seed);
            BotSession session = running("upper", "104", "lower", "96", "levels", "16", "levelSize", "0.5");
            double price = 100;
            for (int i = 0; i < 150; i++) {
                price = Math.max(97, Math.min(103, price + 0.4 * rng.nextGaussian()));
                session.trade(Math.round(price * 100) / 100.0, 0.2 + rng.nextInt(20) / 10.0).pass(0);
                long live = session.bot().levels().stream().filter(l -> l.clientOrderId() != 0).count();
                String what = "seed " + seed + " trade " + i;
                assertTrue(session.bot().phase().endsWith("; 16/16 levels accounted for"), session.bot().phase());
                assertTrue(live >= 16, what + ": " + live + " orders for 16 levels");
                assertEquals(session.bot().levels().size(), live, what);
            }
            BotRow bot = session.bot();
            long pairs = bot.deals().stream().mapToLong(Deal::resultAtoms).sum();
            assertTrue(bot.dealsClosed() < 200 && bot.dealsClosed() > 0, "seed " + seed);
            assertEquals(earnedByHand(session), List.of((long) bot.dealsClosed(), pairs), "seed " + seed);
            String profit = BigDecimal.valueOf(pairs, 10).setScale(2, RoundingMode.FLOOR).toPlainString();
            assertTrue(bot.phase().contains("grid profit " + profit + ","), bot.phase());
        }
    }

    /** Rounds and their profit by hand: a round opens with one side and ends when the other has undone all of it. */
    private static List<Long> earnedByHand(BotSession session) {
        long[] net = new long[16];
        long[] cash = new long[16];
        long closed = 0;
        long earned = 0;
        for (FillRow fill : session.snapshot().fills().reversed()) {
            if (!fill.label().equals("Start")) {
                int level = Integer.parseInt(fill.label().split(" ")[1]) - 1;
                long sign = fill.side() == Side.BUY ? 1 : -1;
                net[level] += sign * fill.quantityLots();
                // tick 0.01 × lot 0.0001 is 10,000 atoms
                cash[level] -= sign * fill.quantityLots() * fill.priceTicks() * 10_000;
                if (net[level] == 0) {
                    closed++;
                    earned += cash[level];
                    cash[level] = 0;
                }
            }
        }
        return List.of(closed, earned);
    }
}
