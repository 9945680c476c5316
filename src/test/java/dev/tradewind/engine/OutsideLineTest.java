package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotDesk;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.portfolio.BotAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line to an outside venue: what is held back while it is lost, and what a statement mends when it is back. */
class OutsideLineTest {

    private static final long USD = OutsideScene.USD;
    private static final long CASH = 1_000 * USD;
    private static final long LOT = OutsideScene.LOT;

    private final OutsideScene scene = new OutsideScene();

    private void lost() {
        scene.hear(Kind.LINE_LOST, 0).sent();
    }

    @Test
    void nothingLeavesBeforeTheFirstComparison() {
        scene.trade(100).place(Side.BUY, 10, 90);
        assertEquals(List.of(), scene.sent());
        assertEquals(
                "the exchange is not reachable; nothing was sent. What works there stays there; try again when the line is"
                        + " back",
                scene.snapshot().lastRefusal());
        scene.hear(Kind.LINE_BACK, 0);
        assertEquals(List.of("statement"), scene.sent());
        assertEquals(LineState.COMPARING, scene.outside().line());
        scene.place(Side.BUY, 10, 90);
        assertEquals(
                "the exchange is reachable again, and what it says is still being compared with what we think; nothing was"
                        + " sent. Try again in a moment",
                scene.snapshot().lastRefusal());
        scene.agree();
        assertEquals(LineState.OPEN, scene.outside().line());
        scene.place(Side.BUY, 10, 90);
        assertEquals(List.of("submit 1 BUY 10@90"), scene.sent());
    }

    @Test
    void aLostLineLeavesWhatIsUnderWayInDoubtAndAsksNothing() {
        scene.open().trade(100).place(Side.BUY, 10, 90);
        lost();
        assertEquals(List.of("0 BUY 10@90 UNRESOLVED"), scene.orders());
        scene.after(600);
        assertEquals(List.of(), scene.sent());
        scene.hear(Kind.LINE_BACK, 0);
        scene.tell(List.of(scene.works(OutsideScene.id(1), 10, 90, 0)), List.of(), CASH, 0);
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
        assertEquals(
                List.of("Accept: order 1 works | nobody knows whether it arrived | it works here too"), scene.rows());
    }

    @Test
    void anOrderTheStatementDoesNotNameIsAskedAboutBeforeItIsClosed() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).after(1);
        lost();
        scene.open();
        assertEquals(
                List.of("Ask: order 1 does not work | it is LIVE with 0.000 BTC filled | ask for its fate"), scene.rows());
        scene.sent();
        scene.after(0);
        assertEquals(List.of("query 1"), scene.sent());
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
        scene.hear(Kind.DONE, 1, 0);
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void aVanishedOrderIsClosedAfterTwoAnswers() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).after(1);
        lost();
        scene.open().after(1).hear(Kind.UNKNOWN, 1).after(9).hear(Kind.UNKNOWN, 1);
        assertEquals(List.of(), scene.orders());
        assertEquals("CANCELED", scene.snapshot().history().getFirst().state().name());
    }

    @Test
    void fillsMissedWhileTheLineWasLostAreBookedOnce() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).filled(1, 3, 4, 90).after(1);
        lost();
        scene.hear(Kind.LINE_BACK, 0);
        List<VenueReport> fills = List.of(
                scene.traded(OutsideScene.id(1), 3, 4, 90), scene.traded(OutsideScene.id(1), 4, 6, 89));
        scene.tell(List.of(), fills, CASH - (4 * 90 + 6 * 89) * USD / 1_000, 10 * LOT);
        assertEquals(
                List.of("BookFill: order 1 bought 0.006 BTC at 89 | 0.004 BTC filled, this fill never heard of | book the"
                        + " missed fill"),
                scene.rows());
        assertEquals(List.of(), scene.orders());
        assertEquals(10, scene.session.ledger().user().sellableLots());
        // something was booked, so the balances are compared once more before anything leaves
        assertEquals(LineState.COMPARING, scene.outside().line());
        scene.sent();
        scene.after(2);
        assertEquals(List.of("statement"), scene.sent());
        scene.tell(List.of(), fills, CASH - (4 * 90 + 6 * 89) * USD / 1_000, 10 * LOT);
        assertEquals(List.of(), scene.rows());
        assertEquals(LineState.OPEN, scene.outside().line());
        scene.filled(1, 4, 6, 89);
        assertEquals(10, scene.session.ledger().user().sellableLots());
    }

    @Test
    void aCancelAskedForWhileTheLineIsLostIsRememberedAndSentAfterTheComparison() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).after(1);
        lost();
        scene.send(new Command.CancelOrder(OutsideScene.id(1)));
        assertEquals(List.of(), scene.sent());
        assertEquals(List.of("0 BUY 10@90 CANCEL_PENDING"), scene.orders());
        scene.after(1).hear(Kind.LINE_BACK, 0).sent();
        scene.tell(List.of(scene.works(OutsideScene.id(1), 10, 90, 0)), List.of(), CASH, 0);
        assertEquals(List.of("cancel 1"), scene.sent());
        scene.hear(Kind.CANCELED, 1);
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void anOrderThatHasEndedHereAndWorksThereIsCancelled() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).hear(Kind.CANCELED, 1).after(1);
        lost();
        scene.hear(Kind.LINE_BACK, 0).sent();
        scene.tell(List.of(scene.works(OutsideScene.id(1), 10, 90, 0)), List.of(), CASH, 0);
        assertEquals(
                List.of("CancelStray: order 1 works: buy 0.010 BTC at 90 | it has ended: CANCELED | cancel it there"),
                scene.rows());
        assertEquals(List.of("cancel 1"), scene.sent());
    }

    @Test
    void anOrderOfOthersIsShownAndNeverTouched() {
        scene.hear(Kind.LINE_BACK, 0).sent();
        scene.tell(List.of(scene.works(-77, -5, 130, 0)), List.of(), CASH, 0);
        assertEquals(
                List.of("Tag: an order of others works: sell 0.005 BTC at 130 | not known here | show it, never touch it"),
                scene.rows());
        assertEquals(List.of(), scene.sent());
        assertEquals(LineState.OPEN, scene.outside().line());
    }

    @Test
    void aTradeMadeElsewhereIsBookedForTheUser() {
        scene.open().trade(100).after(1);
        lost();
        scene.hear(Kind.LINE_BACK, 0);
        List<VenueReport> fills = List.of(scene.traded(-9, 50, 3, 100));
        scene.tell(List.of(), fills, CASH - 300 * USD / 1_000, 3 * LOT);
        assertEquals(3, scene.session.ledger().user().sellableLots());
        scene.after(2).tell(List.of(), fills, CASH - 300 * USD / 1_000, 3 * LOT);
        assertEquals(List.of(), scene.rows());
        assertEquals(3, scene.session.ledger().user().sellableLots());
        assertEquals(LineState.OPEN, scene.outside().line());
    }

    @Test
    void aBalanceThatDiffersIsAdjustedOnlyWhenItDiffersTwice() {
        scene.open().trade(100).after(1);
        lost();
        scene.hear(Kind.LINE_BACK, 0).tell(List.of(), List.of(), CASH + 50 * USD, 700);
        assertEquals(
                List.of(
                        "Recheck: 1050 USD | 1000 USD | compare again before anything is believed",
                        "Recheck: 0.00000007 BTC | 0 BTC | compare again before anything is believed"),
                scene.rows());
        assertEquals(CASH, scene.session.ledger().quoteAtoms());
        scene.after(2).tell(List.of(), List.of(), CASH + 50 * USD, 700);
        assertEquals(CASH + 50 * USD, scene.session.ledger().quoteAtoms());
        assertEquals(700, scene.session.ledger().baseAtoms());
        assertEquals(50 * USD + 700 * 100 * USD / (1_000 * LOT), scene.session.ledger().transfersAtoms());
        scene.after(601).tell(List.of(), List.of(), CASH + 50 * USD, 700);
        assertEquals(List.of(), scene.rows());
        assertEquals(LineState.OPEN, scene.outside().line());
        // money that came is no profit
        assertEquals(
                scene.snapshot().account().startEquityAtoms(), scene.snapshot().account().equityAtoms());
    }

    @Test
    void whatIsTakenFromABotHaltsTheSession() {
        Script bot = new Script();
        OutsideScene with = new OutsideScene(bot.type("script"));
        bot.onStart = context -> context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10, 0, 0, 1, 0);
        with.open().trade(100).start(1, "script", 500).filled(1, 1, 10, 100).after(1);
        with.hear(Kind.LINE_LOST, 0).hear(Kind.LINE_BACK, 0);
        long quote = CASH - USD;
        with.tell(List.of(), List.of(), quote, 4 * LOT).after(2).tell(List.of(), List.of(), quote, 4 * LOT);
        assertEquals(TradingState.HALTED, with.snapshot().trading());
        assertEquals(10, with.session.account(1).sellableLots(), "a bot's account is never adjusted");
        assertEquals(-6 * LOT, with.session.ledger().user().baseAtoms(), "the user owes what was taken");
        assertEquals(4 * LOT, with.session.ledger().baseAtoms(), "all in all there is what the exchange has");
        // what comes back repays it
        with.after(601).tell(List.of(), List.of(), quote, 13 * LOT).after(2).tell(List.of(), List.of(), quote, 13 * LOT);
        assertEquals(3 * LOT, with.session.ledger().user().baseAtoms());
        BotAccount user = with.session.ledger().user();
        assertEquals(user.quoteAtoms() + user.costAtoms(), user.capitalAtoms() + user.realisedAtoms());
    }

    @Test
    void aStatementThatCannotBeHadIsAskedForAgain() {
        scene.hear(Kind.LINE_BACK, 0).sent();
        for (int i = 0; i < 3; i++) {
            scene.hear(new VenueReport().set(Kind.STATEMENT_FAILED, VenueReport.Reason.NONE, 0, scene.now)).after(10);
            assertTrue(scene.sent().contains("statement"));
        }
        assertEquals(LineState.COMPARING, scene.outside().line());
        scene.agree();
        assertEquals(LineState.OPEN, scene.outside().line());
    }

    @Test
    void aStatementThatNeverEndsIsAskedForAgain() {
        scene.hear(Kind.LINE_BACK, 0).sent();
        scene.hear(new VenueReport().set(Kind.STATEMENT_BEGAN, VenueReport.Reason.NONE, 0, scene.now)).after(8);
        assertEquals(List.of("statement"), scene.sent());
    }

    @Test
    void whatIsHeardWithinAStatementIsNotComparedWithIt() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).after(61);
        assertTrue(scene.sent().contains("statement"));
        scene.hear(new VenueReport().set(Kind.STATEMENT_BEGAN, VenueReport.Reason.NONE, 0, scene.now))
                .hear(scene.works(OutsideScene.id(1), 10, 90, 0))
                .filled(1, 5, 10, 90)
                .hear(scene.balance(FeeAsset.QUOTE, CASH))
                .hear(scene.balance(FeeAsset.BASE, 0))
                .hear(new VenueReport().set(Kind.STATEMENT_ENDED, VenueReport.Reason.NONE, 0, scene.now));
        assertEquals(List.of(), scene.rows());
        scene.after(2);
        assertEquals(List.of("statement"), scene.sent());
    }

    @Test
    void openOrdersAreComparedEverySoOften() {
        scene.open().trade(100).place(Side.BUY, 10, 90).hear(Kind.ACCEPTED, 1).sent();
        scene.after(61);
        assertEquals(List.of("statement"), scene.sent());
        scene.tell(List.of(scene.works(OutsideScene.id(1), 10, 90, 0)), List.of(), CASH, 0).after(61);
        assertEquals(List.of("statement"), scene.sent());
    }

    @Test
    void anExitAskedForWhileTheLineIsLostLeavesWhenItIsOpenAgain() {
        Script bot = new Script();
        OutsideScene with = new OutsideScene(bot.type("script"));
        bot.onStart = context -> context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10, 0, 0, 1, 0);
        with.open().trade(100).start(1, "script", 500).filled(1, 1, 10, 100).after(1);
        with.hear(Kind.LINE_LOST, 0).sent();
        bot.onPrice = (context, ticks) -> {
            if (ticks < 95 && context.account().sellableLots() > 0 && !context.isWorking(OutsideScene.id(2))) {
                context.submit(Side.SELL, OrderType.MARKET, TimeInForce.GTC, 10, 0, 0, 2, 0);
            }
        };
        with.trade(90).trade(89);
        assertEquals(List.of(), with.sent());
        assertEquals(List.of("1 SELL 10@0 HELD"), with.orders());
        with.hear(Kind.LINE_BACK, 0).agree();
        assertEquals(List.of("statement", "submit 2 SELL 10@0"), with.sent());
    }

    @Test
    void aBotsEntryIsHeldBackAsByARuleAndTheBotIsWokenWhenTheLineIsOpen() {
        Script bot = new Script();
        BotDesk desk = new BotDesk();
        OutsideScene with = new OutsideScene(bot.type("script"));
        bot.onPrice = (context, ticks) -> {
            if (ticks == 95) {
                desk.place(context, Side.BUY, OrderType.LIMIT, 10, 90, 0, 1, 0);
            }
        };
        bot.onTimer = (context, timer) -> {
            if (timer == BotDesk.RETRY) {
                desk.retry(context, false);
                desk.place(context, Side.BUY, OrderType.LIMIT, 10, 90, 0, 1, 0);
            }
        };
        with.open().trade(100).start(1, "script", 500);
        with.hear(Kind.LINE_LOST, 0).trade(95).sent();
        assertTrue(desk.waitsForRules());
        assertEquals("RUNNING", with.session.botState(1).name());
        with.hear(Kind.LINE_BACK, 0).agree().after(0);
        assertEquals(List.of("statement", "submit 1 BUY 10@90"), with.sent());
    }

    @Test
    void aStopKeptHereThatIsReachedWhileTheLineIsLostLeavesWhenItIsOpenAgain() {
        scene.open().trade(100);
        lost();
        scene.send(new Command.Flatten("test")).after(5);
        assertEquals(List.of(), scene.sent());
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
    }
}
