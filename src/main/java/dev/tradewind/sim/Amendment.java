package dev.tradewind.sim;

import dev.tradewind.domain.VenueReport;
import org.jspecify.annotations.Nullable;

/** What the venue says to a change of a resting order, and the change itself. */
final class Amendment {

    private Amendment() {}

    /** {@return why the change is refused, {@link VenueReport.Reason#NONE} if it is not} */
    static VenueReport.Reason trouble(
            @Nullable SimOrder order, SimOrder change, long marketTicks, Fills fills, RestingOrders resting) {
        if (order == null) {
            return VenueReport.Reason.UNKNOWN_ORDER;
        }
        if (change.request.quantityLots() <= order.filledLots()) {
            return VenueReport.Reason.FILTER;
        }
        // the carrier now is the order as it would be
        change.triggered = order.triggered;
        change.remainingLots = Math.max(0, change.request.quantityLots() - order.filledLots() - change.shrunkLots);
        fills.cutToPosition(order, change);
        if (order.request.terms().postOnly() && !change.waitsForStop() && change.actsAt(marketTicks)) {
            return VenueReport.Reason.WOULD_TRADE;
        }
        boolean affordable = order.isBuy() || fills.hasMargin() ? fills.affords(order, change) : covered(order, change, fills, resting);
        return affordable ? VenueReport.Reason.NONE : VenueReport.Reason.INSUFFICIENT_BALANCE;
    }

    private static boolean covered(SimOrder order, SimOrder change, Fills fills, RestingOrders resting) {
        long before = order.remainingLots;
        order.remainingLots = change.remainingLots;
        boolean covered = fills.covers(resting.reservedSellLots());
        order.remainingLots = before;
        return covered;
    }

    /** {@return whether the order keeps its place in the queue: same prices, not larger} */
    static boolean keepsPlace(SimOrder order, SimOrder change) {
        return order.request.priceTicks() == change.request.priceTicks()
                && order.request.stopTicks() == change.request.stopTicks()
                && change.remainingLots <= order.remainingLots;
    }

    /** Makes the order what the change asks for. */
    static void apply(SimOrder order, SimOrder change, Fills fills) {
        order.request.amend(
                change.request.quantityLots(), change.request.priceTicks(), change.request.stopTicks());
        order.remainingLots = change.remainingLots;
        order.shrunkLots = change.shrunkLots;
        fills.amended(order, change.openingLots);
    }
}
