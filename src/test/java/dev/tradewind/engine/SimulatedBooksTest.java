package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated venue says of its own books, and that they are the engine's. */
class SimulatedBooksTest {

    private static List<String> told(Scene scene) {
        return scene.venue().told(0).stream()
                .map(report -> report.kind() + " " + OutsideScene.number(report.clientOrderId()) + " " + report.quantityLots()
                        + "@" + report.priceTicks() + " " + report.feeAsset() + " " + report.amountAtoms())
                .toList();
    }

    private static void agree(Scene scene) {
        scene.session.loop().release(scene.now);
        assertTrue(scene.venue().isQuiet());
        assertTrue(BooksCheck.agrees(scene.session, scene.venue().told(0)), () -> scene.snapshot().outside() + "");
    }

    @Test
    void ordersFillsAndBalancesAreTold() {
        Scene scene = new Scene();
        scene.venue().keepFills();
        scene.trades(100).place(Side.BUY, OrderType.LIMIT, 10, 95).place(Side.BUY, OrderType.LIMIT, 4, 80).trade(94, 100);
        scene.place(Side.SELL, OrderType.LIMIT, 6, 130).session.loop().release(scene.now);
        assertEquals(
                List.of(
                        "STATEMENT_BEGAN 0 0@0 QUOTE 0",
                        "STATEMENT_ORDER 2 4@80 QUOTE 0",
                        "STATEMENT_ORDER 3 -6@130 QUOTE 0",
                        "STATEMENT_FILL 1 10@95 QUOTE 0",
                        "STATEMENT_BALANCE 0 0@0 QUOTE 9990500000000",
                        "STATEMENT_BALANCE 0 0@0 BASE 100000000",
                        "STATEMENT_ENDED 0 0@0 QUOTE 0"),
                told(scene));
        agree(scene);
        EngineSnapshot.Outside outside = scene.snapshot().outside();
        assertNotNull(outside);
        ReconciliationReport report = outside.report();
        assertNotNull(report);
        assertEquals(List.of(2, 1, 0), List.of(report.orders(), report.fills(), report.changes()));
        assertEquals(List.of(), report.rows());
    }

    @Test
    void aSessionThatIsNeverComparedTellsNothing() {
        assertNull(new Scene().trades(100).snapshot().outside());
    }

    @Test
    void theBooksOfAPerpetualAreTheEnginesAtEveryStep() {
        for (MarginConfig margin : List.of(MarginConfig.NONE)) {
            Scene scene = new Scene(SimTerms.IDEAL, margin);
            scene.venue().keepFills();
            scene.trades(100).mark(100);
            long[] prices = {95, 105, 99, 101, 90, 110};
            for (int i = 0; i < prices.length; i++) {
                scene.place(i % 3 == 0 ? Side.BUY : Side.SELL, OrderType.MARKET, 3 + i, 0);
                scene.trade(prices[i], 1_000).funding(i % 2 == 0 ? 10_000 : -10_000);
                agree(scene);
            }
        }
    }

    @Test
    void aDifferenceIsShownAndChangesNothing() {
        Scene scene = new Scene();
        scene.trades(100).place(Side.BUY, OrderType.LIMIT, 4, 80).session.loop().release(scene.now);
        List<VenueReport> told = scene.venue().told(0);
        told.removeIf(report -> report.kind() == VenueReport.Kind.STATEMENT_ORDER);
        assertEquals(false, BooksCheck.agrees(scene.session, told));
        assertEquals(List.of("0 BUY 4@80 LIVE"), scene.orders());
        scene.trade(79, 10);
        agree(scene);
    }

    @Test
    void aQuestionIsAnsweredWithEveryFillFirst() {
        Scene scene = new Scene();
        scene.venue().keepFills();
        scene.trades(100).place(Side.BUY, OrderType.LIMIT, 10, 95).trade(94, 100);
        long id = OutsideScene.id(1);
        // an impossible report makes the engine ask
        scene.session.loop().report(scene.now, new VenueReport().set(
                VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, id, scene.now));
        scene.session.loop().release(scene.now);
        assertEquals(10, scene.session.ledger().user().sellableLots(), "the fills told again count once");
        assertTrue(scene.snapshot().quarantine().stream()
                .allMatch(row -> row.state() == EngineSnapshot.QuarantineState.DISCARDED), () -> scene.snapshot().quarantine() + "");
    }
}
