package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.PerpetualAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the futures grid does, on hand-made trades; four levels of one unit from 98 to 102 at 2× isolated. */
class FuturesGridBotTest {

    private static final MarginConfig TWICE = new MarginConfig(2, MarginMode.ISOLATED, PositionMode.ONE_WAY);

    private static BotSession running(String direction, String... pairs) {
        return new BotSession(TWICE)
                .with("lower", "98", "upper", "102", "levels", "4", "sizing", "base", "levelSize", "1", "direction", direction)
                .with(pairs)
                .start("futures-grid", 1_000)
                .trades(100)
                .pass(0);
    }

    private static final List<String> LAID =
            List.of("Buy 2 1.0000 @ 99.00", "Sell 3 1.0000 @ 101.00", "Buy 1 1.0000 @ 98.00", "Sell 4 1.0000 @ 102.00");

    private static long position(BotSession session) {
        return session.session.account(1).positionLots();
    }

    @Test
    void opensWhatItsDirectionHoldsAndPlacesTheSameLevels() {
        assertEquals(List.of(), running("neutral").fills());
        assertEquals(List.of("Start 2.0000 @ 100.00"), running("long").fills());
        assertEquals(20_000, position(running("long")));
        assertEquals(-20_000, position(running("short")));
        for (String direction : List.of("neutral", "long", "short")) {
            assertEquals(LAID, running(direction).orders(), direction);
        }
    }

    @Test
    void aNeutralGridEarnsOnBothSidesOfNothing() {
        BotSession session = running("neutral").trades(101.1).pass(0);
        assertEquals(-10_000, position(session));
        session.trades(99.9).pass(0);
        assertEquals(0, position(session));
        session.trades(98.9, 100.1).pass(0);
        assertEquals(0, position(session));
        assertTrue(session.bot().phase().startsWith("2 pairs: grid profit 2.00, trend 0.00, funding 0.00; 4/4"),
                session.bot().phase());
        assertEquals(20_000_000_000L, session.bot().realisedAtoms());
    }

    @Test
    void aShortGridBuysBackLower() {
        BotSession session = running("short").trades(98.9).pass(0);
        assertEquals(-10_000, position(session));
        session.trades(97.9, 100.1).pass(0);
        assertEquals("2 pairs", session.bot().phase().substring(0, 7), session.bot().phase());
        assertEquals(-20_000, position(session));
    }

    /** Its sizes are its owner's own, and 210 pay the margin of its entries, 200 at 2×, but not that of an exit beside them. */
    @Test
    void givesEntriesUpForAnExitThatLacksMargin() {
        BotSession session = new BotSession(TWICE)
                .with("lower", "98", "upper", "102", "levels", "4", "sizing", "base", "levelSize", "1")
                .start("futures-grid", 210)
                .trades(100)
                .pass(0);
        assertEquals(LAID, session.orders());
        session.trades(101.1).pass(0);
        assertEquals(List.of("Sell 4 1.0000 @ 102.00", "Buy 3 1.0000 @ 100.00"), session.orders());
        assertEquals(BotState.WAITING_FOR_BALANCE, session.bot().state());
        session.trades(99.9).pass(60);
        assertEquals(0, position(session));
        assertEquals(4, session.trades(100).pass(0).orders().size());
        assertEquals(BotState.RUNNING, session.bot().state());
    }

    /** By the exchange's count its exit opens, for other buys rest; by its effect it only closes, and a halt leaves it alone. */
    @Test
    void itsExitsStayWhenOnlyWhatReducesMay() {
        BotSession session = running("neutral").trades(101.1).pass(0);
        assertEquals(
                List.of("Buy 2 1.0000 @ 99.00", "Buy 1 1.0000 @ 98.00", "Sell 4 1.0000 @ 102.00", "Buy 3 1.0000 @ 100.00"),
                session.orders());
        session.command(new Command.Reduce("test"));
        assertEquals(List.of("Buy 3 1.0000 @ 100.00"), session.pass(0).orders());
        session.trades(99.9).pass(0);
        assertEquals(0, position(session));
        assertEquals(List.of(), session.orders());
        assertTrue(session.bot().state() != BotState.ERROR, session.bot().stateReason());
    }

    @Test
    void takesOnlyEntriesBackWhilePaused() {
        BotSession session = running("short");
        session.command(new Command.PauseBot(1));
        assertEquals(List.of("Buy 2 1.0000 @ 99.00", "Buy 1 1.0000 @ 98.00"), session.pass(0).orders());
        session.command(new Command.ResumeBot(1));
        assertEquals(4, session.pass(0).orders().size());
    }

    @Test
    void closesItsPositionAtItsStops() {
        BotSession session = running("short", "stopAbove", "105").trades(105).pass(0);
        assertEquals(BotState.STOPPED, session.bot().state());
        assertEquals("the price reached its stop above", session.bot().stateReason());
        assertEquals("Close 4.0000 @ 105.00", session.fills().getLast());
        assertEquals(0, position(session));
        BotSession stopped = running("long");
        stopped.command(new Command.StopBot(1, StopMode.SELL));
        assertEquals("Close 2.0000 @ 100.00", stopped.trades(100).pass(0).fills().getLast());
    }

    @Test
    void laysItselfAnewWhenItsDirectionIsEdited() {
        BotSession session = running("long");
        session.command(new Command.EditBot(1, Map.of("direction", "short"), EditScope.BOTH));
        session.pass(0).trades(100).pass(0);
        assertEquals(-20_000, position(session));
        assertEquals(LAID, session.orders());
    }

    @Test
    void refusesAnAccountThatTradesOtherwise() {
        BotSession session = running("long", "leverage", "5");
        assertEquals(BotState.ERROR, session.bot().state());
        assertEquals(
                "the account trades at 2× isolated, the grid is planned at 5× isolated; set the grid or the account to the"
                        + " other's",
                session.bot().stateReason());
        BotSession spot = new BotSession().start("futures-grid", 1_000).trades(1_000).pass(0);
        assertEquals("a futures grid needs a perpetual; AAABBB is a spot pair", spot.bot().stateReason());
    }

    /** The worst state of the sheet is the one the engine comes to: up through the grid, then down through all of it. */
    @Test
    void theSheetsLiquidationPriceIsTheWorstStatesOwn() {
        BotSession session = running("long", "lower", "90", "upper", "110", "levels", "10");
        session.trades(105, 111, 100, 89.9).pass(0);
        PerpetualAccount account = (PerpetualAccount) session.session.account(1);
        assertEquals(100_000, account.positionLots());
        FuturesGridPlan plan = new FuturesGridPlan(
                FuturesGridSettings.of(FuturesGridBot.TYPE.params(Map.of(
                        "lower", "90", "upper", "110", "levels", "10", "sizing", "base", "levelSize", "1", "direction",
                        "long"))),
                new PlanTerms(
                        Instruments.perpetual(), 10_000, FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 1_000_0000000000L, 0));
        assertEquals(
                plan.liquidation(plan.worst(true)),
                Instruments.perpetual().toPrice(account.liquidationTicks(PositionSide.NET)));
    }

    @Test
    void endsWhenItsPositionIsNotItsOwnAnyMore() {
        BotSession session = running("neutral").trades(98.9).pass(0);
        session.session.account(1).fill(Side.SELL, 9_900, 5_000, 0, FeeAsset.QUOTE);
        session.trades(100.1).pass(0);
        assertTrue(session.bot().state() == BotState.STOPPED, session.bot().state() + session.bot().stateReason());
        assertTrue(session.bot().stateReason().startsWith("its position was changed by others"), session.bot().stateReason());
    }
}
