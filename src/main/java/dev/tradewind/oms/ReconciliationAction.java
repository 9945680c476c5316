package dev.tradewind.oms;

import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport.FeeAsset;

/** Something to do where the venue and we differ, with the words for it. */
public sealed interface ReconciliationAction {

    /** {@return the words for it} */
    Words words();

    /**
     * What is shown of a difference.
     *
     * @param exchangeSays what the exchange says
     * @param weThink      what we think
     * @param weWillDo     what is done about it
     */
    record Words(String exchangeSays, String weThink, String weWillDo) {}

    /** A fill of an order of ours that was never heard of is booked. */
    record BookFill(VenueStatement.SaidFill fill, Words words) implements ReconciliationAction {}

    /** A trade made elsewhere is booked for the user. */
    record BookForeignFill(VenueStatement.SaidFill fill, Words words) implements ReconciliationAction {}

    /** An order nobody had answered for works there. */
    record Accept(long venueId, Words words) implements ReconciliationAction {}

    /** An order has these terms there. */
    record Adopt(long venueId, long lots, long priceTicks, long stopTicks, Words words) implements ReconciliationAction {}

    /** An amendment did not happen. */
    record DropAmendment(long venueId, Words words) implements ReconciliationAction {}

    /** A cancel got lost: it is sent again. */
    record CancelAgain(long venueId, Words words) implements ReconciliationAction {}

    /** An order of ours that has ended here works there: it is cancelled. */
    record CancelStray(long venueId, Words words) implements ReconciliationAction {}

    /** The venue is asked about one order before anything is believed. */
    record Ask(long venueId, Words words) implements ReconciliationAction {}

    /** An order of others: shown, never touched. */
    record Tag(VenueStatement.SaidOrder order, Words words) implements ReconciliationAction {}

    /** A balance differs for the second time: the user's account takes the difference under a number of its own. */
    record AdjustBalance(long entryId, FeeAsset asset, long atoms, Words words) implements ReconciliationAction {}

    /** A position differs for the second time: the user's account takes the difference under a number of its own. */
    record AdjustPosition(long entryId, PositionSide side, long lots, long priceTicks, Words words)
            implements ReconciliationAction {}

    /** Something differs for the first time: compared again before anything is believed. */
    record Recheck(String key, long difference, Words words) implements ReconciliationAction {}

    /** {@return whether it changes what we think or what works at the venue} */
    default boolean changes() {
        return switch (this) {
            case BookFill a -> true;
            case BookForeignFill a -> true;
            case Accept a -> true;
            case Adopt a -> true;
            case DropAmendment a -> true;
            case CancelAgain a -> true;
            case CancelStray a -> true;
            case AdjustBalance a -> true;
            case AdjustPosition a -> true;
            case Ask a -> false;
            case Tag a -> false;
            case Recheck a -> false;
        };
    }
}
