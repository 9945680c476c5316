package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of one order when an outside venue is late, silent, forgetful, or tells things twice and out of turn. */
class OutsideOrderTest {

    private final OutsideScene scene = new OutsideScene();

    @BeforeEach
    void open() {
        scene.open().trade(100).sent();
    }

    /** A buy of ten lots at 90 that has left. */
    private OutsideScene placed() {
        scene.place(Side.BUY, 10, 90);
        assertEquals(List.of("submit 1 BUY 10@90"), scene.sent());
        return scene;
    }

    private long held() {
        return scene.session.ledger().user().sellableLots();
    }

    private void never(String what) {
        assertTrue(scene.sent.stream().noneMatch(sent -> sent.startsWith(what)), scene.sent::toString);
    }

    @Test
    void aTimeOutLeavesTheOrderUnresolvedAndOnlyAQuestionSettlesIt() {
        placed().hear(Kind.TIMED_OUT, 1);
        assertEquals(List.of("0 BUY 10@90 UNRESOLVED"), scene.orders());
        scene.after(2);
        assertEquals(List.of("query 1"), scene.sent());
        scene.hear(Kind.WORKING, 1);
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
        scene.after(600);
        never("submit");
        never("query");
    }

    @Test
    void anOrderNobodyAnswersForIsAskedAboutAgainAndAgainLessAndLessOften() {
        placed().after(4);
        assertEquals(List.of(), scene.sent());
        scene.after(600);
        long asked = scene.sent.stream().filter("query 1"::equals).count();
        assertTrue(asked >= 8 && asked <= 20, "asked " + asked + " times in ten minutes");
        never("submit");
    }

    @Test
    void anOrderThatIsAcknowledgedIsNotAskedAbout() {
        placed().hear(Kind.ACCEPTED, 1).after(30);
        assertEquals(List.of(), scene.sent());
        assertEquals(0, scene.outside().inDoubt());
    }

    @Test
    void notFoundIsBelievedTheSecondTimeAndNotBeforeTheWindowIsOver() {
        placed().hear(Kind.TIMED_OUT, 1).after(2).hear(Kind.UNKNOWN, 1);
        assertEquals(List.of("0 BUY 10@90 UNRESOLVED"), scene.orders());
        scene.after(7);
        assertEquals(List.of("query 1"), scene.sent(), "not asked again within the window and its margin");
        // the first answer told again is no second one
        scene.hear(new VenueReport().answer(Kind.UNKNOWN, OutsideScene.id(1), scene.now - 7 * OutsideScene.SECOND, 0));
        assertEquals(List.of("0 BUY 10@90 UNRESOLVED"), scene.orders());
        scene.after(2);
        assertEquals(List.of("query 1"), scene.sent());
        scene.hear(Kind.UNKNOWN, 1);
        assertEquals(List.of(), scene.orders());
        assertEquals("REJECTED", scene.snapshot().history().getFirst().state().name());
        assertEquals(0, scene.snapshot().account().reservedQuoteAtoms());
    }

    @Test
    void anOrderFoundAfterAFirstNotFoundGoesOn() {
        placed().hear(Kind.TIMED_OUT, 1).after(2).hear(Kind.UNKNOWN, 1).after(9).hear(Kind.WORKING, 1);
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
    }

    @Test
    void aRefusalAfterATimeOutSettlesIt() {
        placed().hear(Kind.TIMED_OUT, 1)
                .hear(new VenueReport()
                        .set(Kind.REJECTED, VenueReport.Reason.INSUFFICIENT_BALANCE, OutsideScene.id(1), scene.now));
        assertEquals(List.of(), scene.orders());
        scene.after(60);
        never("query");
    }

    @Test
    void theAnswerToAQuestionBringsMissedFillsAndTheEnd() {
        placed().hear(Kind.ACCEPTED, 1).filled(1, 5, 2, 90);
        scene.send(new Command.CancelOrder(OutsideScene.id(1)));
        assertEquals(List.of("cancel 1"), scene.sent());
        scene.hear(Kind.TIMED_OUT, 1).after(2);
        assertEquals(List.of("query 1"), scene.sent());
        scene.filled(1, 5, 2, 90).filled(1, 6, 3, 90).hear(Kind.DONE, 1, 5);
        assertEquals(List.of(), scene.orders());
        assertEquals(5, held());
        assertEquals(0, scene.outside().inDoubt());
    }

    @Test
    void aCancelThatGotLostIsSentAgain() {
        placed().hear(Kind.ACCEPTED, 1).send(new Command.CancelOrder(OutsideScene.id(1)));
        scene.sent();
        scene.after(6);
        assertEquals(List.of("query 1"), scene.sent());
        scene.hear(Kind.WORKING, 1);
        assertEquals(List.of("cancel 1"), scene.sent());
        scene.hear(Kind.CANCELED, 1);
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void anAnswerOfAMomentAgoTakesNothingBack() {
        placed().hear(Kind.TIMED_OUT, 1).filled(1, 5, 4, 90).hear(Kind.WORKING, 1, 0);
        assertEquals(List.of("0 BUY 6@90 PARTIALLY_FILLED"), scene.orders());
        assertEquals(4, held());
    }

    @Test
    void anEndBeforeItsFillsWaitsForThem() {
        placed().hear(Kind.ACCEPTED, 1).hear(Kind.CANCELED, 1, 7);
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
        scene.after(2);
        assertEquals(List.of("query 1"), scene.sent(), "asked for the missing fills");
        scene.filled(1, 9, 4, 90);
        assertEquals(1, scene.orders().size());
        scene.filled(1, 8, 3, 90);
        assertEquals(List.of(), scene.orders());
        assertEquals(7, held());
        assertEquals("CANCELED", scene.snapshot().history().getFirst().state().name());
    }

    @Test
    void fillsOutOfTurnAndTwiceCountOnce() {
        placed().hear(Kind.ACCEPTED, 1).filled(1, 9, 4, 90).filled(1, 7, 2, 90).filled(1, 7, 2, 90).filled(1, 9, 4, 90);
        assertEquals(6, held());
        assertEquals(List.of("0 BUY 4@90 PARTIALLY_FILLED"), scene.orders());
    }

    @Test
    void anAcknowledgementLateOrTwiceDoesNoHarm() {
        placed().filled(1, 3, 10, 90).hear(Kind.ACCEPTED, 1).hear(Kind.ACCEPTED, 1);
        assertEquals(10, held());
        scene.place(Side.BUY, 5, 80).hear(Kind.ACCEPTED, 2).hear(Kind.ACCEPTED, 2);
        scene.hear(Kind.CANCELED, 2).hear(Kind.ACCEPTED, 2).hear(Kind.CANCELED, 2);
        assertEquals(List.of(), scene.orders());
        assertEquals(List.of(), scene.snapshot().quarantine());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void aFillAfterTheEndIsBookedOnceTheVenueConfirmsItAndNeverTwice() {
        placed().hear(Kind.ACCEPTED, 1).filled(1, 4, 3, 90).hear(Kind.CANCELED, 1).filled(1, 4, 3, 90);
        assertEquals(List.of(), scene.sent(), "told twice, and known");
        scene.filled(1, 5, 2, 90).filled(1, 5, 2, 90);
        assertEquals(3, held());
        assertEquals(List.of("query 1"), scene.sent());
        scene.filled(1, 4, 3, 90).filled(1, 5, 2, 90).hear(Kind.DONE, 1, 5);
        assertEquals(5, held());
        scene.filled(1, 5, 2, 90).after(60);
        assertEquals(5, held());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void aFillAfterTheEndThatTheVenueDoesNotCountIsDropped() {
        placed().hear(Kind.ACCEPTED, 1).hear(Kind.CANCELED, 1).filled(1, 5, 2, 90).hear(Kind.DONE, 1, 0);
        assertEquals(0, held());
        assertEquals(EngineSnapshot.QuarantineState.DISCARDED, scene.snapshot().quarantine().getFirst().state());
    }

    @Test
    void aVenueThatContradictsTheJournalOnAndOnHaltsTheSession() {
        placed().hear(Kind.ACCEPTED, 1).filled(1, 4, 3, 90).hear(Kind.CANCELED, 1).filled(1, 5, 2, 90);
        for (int i = 0; i < 5; i++) {
            scene.hear(Kind.DONE, 1, 9).after(120);
            assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
        }
        scene.hear(Kind.DONE, 1, 9);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals(3, held());
    }

    @Test
    void anOrderThatNeverArrivedAndTradesAfterAllIsBooked() {
        placed().hear(Kind.TIMED_OUT, 1).after(2).hear(Kind.UNKNOWN, 1).after(9).hear(Kind.UNKNOWN, 1);
        assertEquals(List.of(), scene.orders());
        scene.filled(1, 5, 10, 90).hear(Kind.DONE, 1, 10);
        assertEquals(10, held());
    }

    @Test
    void anAmendmentInDoubtIsSettledByTheStatement() {
        placed().hear(Kind.ACCEPTED, 1).send(new Command.AmendOrder(OutsideScene.id(1), 10, 91, 0));
        assertEquals(List.of("replace 1 10@91"), scene.sent());
        scene.hear(Kind.TIMED_OUT, 1).after(3);
        assertEquals(List.of("query 1", "statement"), scene.sent());
        scene.tell(List.of(scene.works(OutsideScene.id(1), 10, 91, 0)), List.of(), 1_000 * OutsideScene.USD, 0);
        assertEquals(List.of("0 BUY 10@91 LIVE"), scene.orders());
    }

    @Test
    void aFillThatOvertakesItsAmendmentIsBooked() {
        placed().hear(Kind.ACCEPTED, 1).send(new Command.AmendOrder(OutsideScene.id(1), 20, 90, 0));
        scene.filled(1, 5, 15, 90);
        assertEquals(List.of("0 BUY 5@90 PARTIALLY_FILLED"), scene.orders());
        assertEquals(15, held());
    }

    @Test
    void anOrderMadeAsSmallAsWhatHadFilledHasEnded() {
        placed().hear(Kind.ACCEPTED, 1).send(new Command.AmendOrder(OutsideScene.id(1), 9, 90, 0)).filled(1, 5, 9, 90);
        scene.hear(new VenueReport()
                .setFill(
                        Kind.REPLACED, VenueReport.Reason.NONE, OutsideScene.id(1), scene.now, 0, 90, 9, 0,
                        VenueReport.FeeAsset.QUOTE, false));
        assertEquals(List.of(), scene.orders());
        assertEquals(9, held());
    }

    @Test
    void aCancelThatOvertookItsOrderIsSentAgainWhenThatWorks() {
        placed().send(new Command.CancelOrder(OutsideScene.id(1)));
        scene.hear(new VenueReport().set(Kind.CANCEL_REJECTED, VenueReport.Reason.UNKNOWN_ORDER, OutsideScene.id(1), scene.now));
        scene.hear(Kind.ACCEPTED, 1);
        assertEquals(List.of("0 BUY 10@90 CANCEL_PENDING"), scene.orders());
        scene.sent();
        scene.after(2).hear(Kind.WORKING, 1);
        assertEquals(List.of("query 1", "cancel 1"), scene.sent());
        scene.hear(Kind.CANCELED, 1);
        assertEquals(List.of(), scene.orders());
    }

    @Test
    void aCancelThatOvertookItsOrderIsAskedAbout() {
        placed().send(new Command.CancelOrder(OutsideScene.id(1)));
        scene.sent();
        scene.hear(new VenueReport().set(Kind.CANCEL_REJECTED, VenueReport.Reason.UNKNOWN_ORDER, OutsideScene.id(1), scene.now));
        scene.after(2);
        assertEquals(List.of("query 1"), scene.sent());
        scene.hear(Kind.DONE, 1, 0);
        assertEquals(List.of(), scene.orders());
    }

    /** Found by seed 34 of the simulation: a bot that exchanged its exits was left with the old one and without its stop. */
    @Test
    void anOrderThatWorksAfterAllIsCancelledOnceMore() {
        placed().send(new Command.CancelOrder(OutsideScene.id(1)));
        scene.sent();
        scene.hear(new VenueReport().set(Kind.CANCEL_REJECTED, VenueReport.Reason.UNKNOWN_ORDER, OutsideScene.id(1), scene.now));
        scene.hear(Kind.ACCEPTED, 1);
        assertEquals(List.of("0 BUY 10@90 CANCEL_PENDING"), scene.orders());
        scene.after(2).hear(Kind.WORKING, 1);
        assertEquals(List.of("query 1", "cancel 1"), scene.sent());
        scene.hear(Kind.CANCELED, 1);
        assertEquals(List.of(), scene.orders());
    }
}
