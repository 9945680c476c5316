package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.domain.VenueReport.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that cannot be true, and what the session makes of them. */
class QuarantineTest {

    private final Scene scene = new Scene().trades(100);

    private long place(Side side, long lots, long price) {
        scene.place(side, OrderType.LIMIT, lots, price);
        scene.session.loop().release(scene.now);
        return scene.snapshot().openOrders().getLast().clientOrderId();
    }

    private QuarantineTest hear(VenueReport report) {
        scene.session.loop().report(scene.now, report);
        scene.session.loop().release(scene.now);
        return this;
    }

    private static VenueReport says(Kind kind, long id) {
        return new VenueReport().set(kind, Reason.NONE, id, 0);
    }

    private VenueReport fill(long id, long fillId, long price, long lots, long fee) {
        return new VenueReport().filled(id, scene.now, fillId, price, lots, fee, FeeAsset.QUOTE, true);
    }

    private List<String> quarantine() {
        return scene.snapshot().quarantine().stream()
                .map(row -> row.kind() + " " + row.state() + ": " + row.trouble() + " | " + row.outcome())
                .toList();
    }

    @Test
    void aReportAboutAnUnknownOrderIsDroppedOnceTheExchangeKnowsNothingEither() {
        hear(says(Kind.CANCELED, 4_711));
        assertEquals(
                List.of("CANCELED DISCARDED: CANCELED for an order that is not working | knows nothing"), quarantine());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void aCancelThatCameTooLateIsNoTrouble() {
        hear(new VenueReport().set(Kind.CANCEL_REJECTED, Reason.UNKNOWN_ORDER, 4_711, 0));
        assertEquals(List.of(), quarantine());
    }

    @ParameterizedTest
    @CsvSource({"90, 11, 0", "0, 1, 0", "-5, 1, 0", "91, 1, 0", "90, 0, 0", "90, -3, 0", "90, 1, -1"})
    void aFillThatCannotBeChangesNothingAndTheOrderGoesOn(long price, long lots, long fee) {
        long id = place(Side.BUY, 10, 90);
        long equity = scene.session.ledger().equityAtoms();
        hear(fill(id, 1_000, price, lots, fee));
        EngineSnapshot after = scene.snapshot();
        assertEquals(0, after.account().baseAtoms());
        assertEquals(equity, after.account().equityAtoms());
        assertEquals(List.of("0 BUY 10@90 LIVE"), scene.orders());
        assertEquals(EngineSnapshot.QuarantineState.DISCARDED, after.quarantine().getFirst().state());
        assertTrue(after.quarantine().getFirst().outcome().contains("works with 0 lots"), quarantine().toString());
        // the order is as good as before
        scene.trade(89, 10);
        assertEquals(10, scene.session.ledger().user().sellableLots());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void aFillAfterTheCancelIsSetAsideAndDroppedWhenTheExchangeCountsNone() {
        long id = place(Side.BUY, 10, 90);
        scene.send(new Command.CancelOrder(id));
        scene.session.loop().release(scene.now);
        assertEquals(List.of(), scene.orders());
        hear(fill(id, 1_000, 90, 10, 0));
        assertEquals(
                List.of("FILLED DISCARDED: FILLED for an order that is not working | says it ended with 0 lots filled"),
                quarantine());
        assertEquals(0, scene.session.ledger().baseAtoms());
    }

    @Test
    void aContradictionHaltsEntriesGoProtectionStays() {
        long bought = place(Side.BUY, 10, 95);
        scene.trade(94, 10).trade(100, 1);
        assertEquals(10, scene.session.ledger().user().sellableLots());
        long entry = place(Side.BUY, 5, 80);
        scene.place(Side.SELL, OrderType.LIMIT, 10, 130);
        scene.session.loop().release(scene.now);
        // the report is impossible, and the answer, as if from an exchange that counts otherwise, contradicts the journal
        scene.session.onReport(fill(bought, 2_000, 95, 3, 0));
        scene.session.onReport(new VenueReport().answer(Kind.DONE, bought, scene.now, 13));
        scene.sent();
        EngineSnapshot after = scene.snapshot();
        assertEquals(TradingState.HALTED, after.trading());
        assertEquals(
                "the exchange says it ended with 13 lots filled of order " + bought + ", the journal counts 10 lots filled."
                        + " Entries were cancelled, protective orders stay at the exchange. Compare the balances here with"
                        + " the exchange's before you end the halt",
                after.haltReason());
        assertEquals(List.of("0 SELL 10@130 LIVE"), scene.orders(), "entry " + entry + " is cancelled");
    }

    @Test
    void anOrderTheExchangeHasEndedEndsHereToo() {
        long id = place(Side.BUY, 10, 90);
        scene.session.onReport(fill(id, 1_000, 95, 1, 0));
        scene.session.onReport(new VenueReport().answer(Kind.DONE, id, scene.now, 0));
        assertEquals(List.of(), scene.orders());
        assertEquals(0, scene.snapshot().account().reservedQuoteAtoms());
        assertEquals(EngineSnapshot.QuarantineState.SETTLED, scene.snapshot().quarantine().getFirst().state());
    }

    @Test
    void manyImpossibleReportsOfOneOrderAskOnce() {
        long id = place(Side.BUY, 10, 90);
        for (int i = 0; i < 5; i++) {
            scene.session.onReport(fill(id, 1_000 + i, 95, 1, 0));
        }
        scene.sent();
        assertEquals(5, scene.snapshot().quarantine().size());
        assertTrue(scene.snapshot().quarantine().stream()
                .allMatch(row -> row.state() == EngineSnapshot.QuarantineState.DISCARDED));
    }
}
