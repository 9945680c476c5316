package dev.tradewind.domain;

/** Where an order is in its life. Outcome classes as the journal knows them; see {@code oms.OrderTransitions}. */
public enum OrderState {
    /** The intent is durable and on its way; the venue has not answered. */
    PENDING_NEW,
    /** The venue holds it. */
    LIVE,
    /** The venue holds what is left of it. */
    PARTIALLY_FILLED,
    /** A cancel is on its way; fills may still come. */
    CANCEL_PENDING,
    /** Nobody knows (time-out, disconnect): settled only by a query for its id. */
    UNRESOLVED,
    /** Done: filled in full. */
    FILLED,
    /** Done: cancelled, perhaps after partial fills. */
    CANCELED,
    /** Done: the venue said no. */
    REJECTED,
    /** Done: refused here by risk or a filter; never left the process. */
    REFUSED,
    /** Done: its time in force ended it. */
    EXPIRED,
    /** Held back here, out of the exchange's order slots or because it would meet an order of our own; not sent yet. */
    HELD;

    /** {@return whether nothing more can happen to the order} */
    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELED, REJECTED, REFUSED, EXPIRED -> true;
            case PENDING_NEW, LIVE, PARTIALLY_FILLED, CANCEL_PENDING, UNRESOLVED, HELD -> false;
        };
    }
}
