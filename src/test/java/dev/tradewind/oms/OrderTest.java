package dev.tradewind.oms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.domain.VenueReport.Reason;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final Order order = new OrderTable()
            .open(
                    new OrderRequest()
                            .set(7, 1, 0, Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10, 100, 0, 0, 5),
                    1,
                    1);

    private boolean says(Kind kind) {
        return order.apply(new VenueReport().set(kind, Reason.NONE, 7, 2), 0, 2);
    }

    private boolean fills(long fillId, long lots) {
        return order.apply(new VenueReport().filled(7, 2, fillId, 100, lots, 0, FeeAsset.QUOTE, true), 100 * lots, 2);
    }

    @Test
    void fillsInPartsAndIgnoresWhatItHasSeen() {
        assertTrue(says(Kind.ACCEPTED));
        assertTrue(fills(3, 4));
        assertFalse(fills(3, 4));
        assertEquals(OrderState.PARTIALLY_FILLED, order.state());
        assertEquals(6, order.remainingLots());
        assertTrue(fills(4, 6));
        assertEquals(OrderState.FILLED, order.state());
        assertEquals(1_000, order.filledNotionalAtoms());
    }

    @Test
    void aFillThatComesOutOfTurnCountsOnce() {
        assertTrue(fills(5, 3));
        assertTrue(fills(2, 4));
        assertFalse(fills(2, 4));
        assertFalse(fills(5, 3));
        assertEquals(7, order.filledLots());
        assertTrue(fills(4, 3));
        assertEquals(OrderState.FILLED, order.state());
    }

    /** What became of an amendment may be told after the fills it brought, or before fills at the price it had. */
    @Test
    void fillsAtAnyPriceItAskedFor() {
        says(Kind.ACCEPTED);
        order.amendRequested(10, 90, 2);
        assertTrue(fillsAt(1, 90));
        order.apply(new VenueReport().setFill(
                Kind.REPLACED, Reason.NONE, 7, 3, 0, 120, 10, 0, FeeAsset.QUOTE, false), 0, 3);
        assertTrue(fillsAt(2, 100));
        assertTrue(fillsAt(3, 90));
        assertThrows(InvalidReportException.class, () -> fillsAt(4, 89));
    }

    private boolean fillsAt(long fillId, long ticks) {
        return order.apply(new VenueReport().filled(7, 2, fillId, ticks, 1, 0, FeeAsset.QUOTE, true), ticks, 2);
    }

    @Test
    void anAcceptanceToldAgainChangesNothing() {
        assertTrue(says(Kind.ACCEPTED));
        assertFalse(says(Kind.ACCEPTED));
        assertEquals(OrderState.LIVE, order.state());
    }

    @Test
    void whatTimedOutIsUnresolvedUntilTheVenueSpeaks() {
        order.unresolved(2);
        assertEquals(OrderState.UNRESOLVED, order.state());
        assertTrue(says(Kind.ACCEPTED));
        order.unresolved(3);
        assertEquals(OrderState.LIVE, order.state());
    }

    @Test
    void refusesMoreThanWasOrderedAndLeavesTheOrderAsItWas() {
        says(Kind.ACCEPTED);
        fills(1, 4);
        assertEquals(
                "order 7: a fill of 7 lots over 4 of 10",
                assertThrows(InvalidReportException.class, () -> fills(2, 7)).getMessage());
        assertThrows(InvalidReportException.class, () -> fills(2, 0));
        assertEquals(4, order.filledLots());
        assertEquals(OrderState.PARTIALLY_FILLED, order.state());
        assertTrue(fills(2, 6));
    }

    @Test
    void aRejectedCancelGivesThePartlyFilledStateBack() {
        says(Kind.ACCEPTED);
        fills(1, 4);
        assertTrue(order.cancelRequested(3));
        assertFalse(order.cancelRequested(3));
        assertEquals(OrderState.CANCEL_PENDING, order.state());
        says(Kind.CANCEL_REJECTED);
        assertEquals(OrderState.PARTIALLY_FILLED, order.state());
    }

    @Test
    void aRejectionAfterAFillCannotBe() {
        fills(1, 4);
        order.cancelRequested(3);
        assertEquals(
                "order 7: REJECTED after 4 of 10 lots were filled",
                assertThrows(InvalidReportException.class, () -> says(Kind.REJECTED)).getMessage());
    }

    @Test
    void nothingFollowsTheEnd() {
        says(Kind.CANCELED);
        assertThrows(InvalidReportException.class, () -> fills(1, 1));
        assertFalse(order.cancelRequested(3));
    }

    @Test
    void whatALinkedOrderFilledCannotFillHere() {
        order.linkedFilled(3);
        assertEquals(7, order.workingLots());
        fills(1, 5);
        assertEquals(2, order.workingLots());
        assertEquals(5, order.remainingLots());
        order.linkedFilled(Long.MAX_VALUE - 10);
        assertEquals(0, order.workingLots());
    }
}
