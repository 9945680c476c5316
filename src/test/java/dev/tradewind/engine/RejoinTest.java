package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A session at an outside venue that is taken up again after a crash at any row of its journal. */
class RejoinTest {

    private static final long CASH = 1_000 * OutsideScene.USD;

    private final KeptJournal journal = new KeptJournal();

    /** Buys after a low trade, and an exit once that has filled. */
    private static Script buyer() {
        Script bot = new Script();
        bot.onPrice = (context, ticks) -> {
            if (ticks == 95) {
                context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 95, 0, 1, 0);
                context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 90, 0, 2, 0);
                context.submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10, 85, 0, 3, 0);
            }
        };
        bot.onOrder = (context, update) -> {
            if (update.kind() == Kind.FILLED && update.side() == Side.BUY) {
                context.submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, update.filledLots(), 120, 0, 9, 0);
            }
        };
        return bot;
    }

    private OutsideScene lived() {
        Script bot = buyer();
        OutsideScene scene = new OutsideScene(OutsideScene.spot(), journal, venue -> venue, bot.type("buyer"));
        scene.open().trade(100).start(1, "buyer", 500).trade(95);
        scene.hear(Kind.ACCEPTED, 1).hear(Kind.ACCEPTED, 2).filled(1, 7, 4, 95).filled(1, 8, 6, 95).after(7);
        scene.send(new Command.CancelOrder(OutsideScene.id(2))).hear(Kind.CANCELED, 2).trade(96);
        return scene;
    }

    private record Rejoined(OutsideScene scene, KeptJournal journal) {}

    private static Rejoined rejoin(KeptJournal left) {
        KeptJournal goesOn = new KeptJournal();
        goesOn.rows.addAll(left.rows);
        Iterator<JournalEntry> rows = left.rows.iterator();
        Rejoin rejoin = new Rejoin(() -> rows.hasNext() ? rows.next() : null, goesOn, left.lastSequence());
        Script bot = buyer();
        OutsideScene scene = new OutsideScene(OutsideScene.spot(), rejoin.journal(), rejoin::gate, bot.type("buyer"));
        rejoin.takeAgain(left.inputs.iterator(), scene.session);
        scene.now = scene.session.loop().clock().nowNanos();
        return new Rejoined(scene, goesOn);
    }

    private static List<String> submits(List<String> sent) {
        return sent.stream().filter(what -> what.startsWith("submit")).toList();
    }

    @Test
    void nothingThatWasSentIsSentAgainAndWhatIsUnansweredIsInDoubt() {
        OutsideScene before = lived();
        Rejoined after = rejoin(journal);
        assertEquals(List.of(), after.scene().sent());
        assertEquals(LineState.LOST, after.scene().outside().line());
        assertEquals(
                List.of("1 BUY 10@85 UNRESOLVED", "1 SELL 4@120 UNRESOLVED", "1 SELL 6@120 UNRESOLVED"),
                after.scene().orders());
        assertEquals(before.session.ledger().quoteAtoms(), after.scene().session.ledger().quoteAtoms());
    }

    @Test
    void whatIsInDoubtIsSettledByStatementAndQuestion() {
        lived();
        OutsideScene scene = rejoin(journal).scene();
        long quote = scene.session.ledger().quoteAtoms();
        long base = scene.session.ledger().baseAtoms();
        scene.hear(Kind.LINE_BACK, 0);
        assertEquals(List.of("statement"), scene.sent());
        scene.tell(
                List.of(scene.works(OutsideScene.id(4), -4, 120, 0), scene.works(OutsideScene.id(5), -6, 120, 0)),
                List.of(scene.traded(OutsideScene.id(1), 7, 4, 95), scene.traded(OutsideScene.id(1), 8, 6, 95)),
                quote,
                base);
        assertEquals(List.of("1 BUY 10@85 UNRESOLVED", "1 SELL 4@120 LIVE", "1 SELL 6@120 LIVE"), scene.orders());
        scene.after(1);
        assertEquals(List.of("query 3"), scene.sent());
        scene.hear(Kind.UNKNOWN, 3).after(9).hear(Kind.UNKNOWN, 3);
        assertEquals(List.of("1 SELL 4@120 LIVE", "1 SELL 6@120 LIVE"), scene.orders());
        assertEquals(List.of(), submits(scene.sent()));
    }

    @Test
    void afterACrashAtAnyRowNoOrderIsSentTwiceAndNoneIsLost() {
        OutsideScene before = lived();
        Set<String> all = new HashSet<>(submits(before.sent));
        for (int kept = 0; kept <= journal.rows.size(); kept++) {
            KeptJournal left = new KeptJournal(journal, kept);
            Set<Long> recorded = new HashSet<>();
            for (JournalEntry row : left.rows) {
                if (row instanceof JournalEntry.SubmitIntended intent) {
                    recorded.add(OutsideScene.number(intent.request().clientOrderId()));
                }
            }
            Rejoined after = rejoin(left);
            List<String> again = new ArrayList<>(submits(after.scene().sent()));
            for (String sent : again) {
                long number = Long.parseLong(sent.split(" ")[1]);
                assertTrue(!recorded.contains(number), "cut after row " + kept + ": " + sent + " was recorded before");
                assertTrue(all.contains(sent), "cut after row " + kept + ": " + sent);
            }
            Set<Long> intended = new HashSet<>();
            for (JournalEntry row : after.journal().rows) {
                if (row instanceof JournalEntry.SubmitIntended intent) {
                    assertTrue(
                            intended.add(intent.request().clientOrderId()),
                            "cut after row " + kept + ": two intents for one order");
                }
            }
            assertEquals(recorded.size() + again.size(), intended.size(), "cut after row " + kept);
            assertTrue(
                    after.scene().orders().stream().noneMatch(order -> order.endsWith("PENDING_NEW")),
                    "cut after row " + kept + ": " + after.scene().orders());
        }
    }

    @Test
    void aSessionThatRejoinedCanRejoinAgain() {
        lived();
        Rejoined once = rejoin(journal);
        once.scene().hear(Kind.LINE_BACK, 0).agree();
        KeptJournal left = new KeptJournal();
        left.rows.addAll(once.journal().rows);
        left.inputs.addAll(journal.inputs);
        left.inputs.addAll(once.journal().inputs);
        Rejoined twice = rejoin(left);
        assertEquals(List.of(), twice.scene().sent());
        assertEquals(once.scene().session.ledger().quoteAtoms(), twice.scene().session.ledger().quoteAtoms());
        assertEquals(LineState.LOST, twice.scene().outside().line());
    }

    @Test
    void whatComesDueWhileTheProgramWasDownSendsNothing() {
        lived();
        OutsideScene scene = rejoin(journal).scene();
        scene.after(3_600);
        assertEquals(List.of(), scene.sent());
        scene.hear(new VenueReport().set(Kind.LINE_BACK, VenueReport.Reason.NONE, 0, scene.now));
        assertEquals(List.of("statement"), scene.sent());
        assertEquals(CASH / OutsideScene.USD, 1_000);
    }

    @Test
    void aJournalTheEngineDoesNotReproduceIsRefused() {
        lived();
        KeptJournal left = new KeptJournal(journal, journal.rows.size());
        left.inputs.removeLast();
        left.inputs.removeIf(input -> input.sequence() > 12);
        assertThrows(JournalException.class, () -> rejoin(left));
    }
}
