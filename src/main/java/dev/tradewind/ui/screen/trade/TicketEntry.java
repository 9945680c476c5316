package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;

/** What a person typed into the ticket. */
record TicketEntry(Side side, OrderType type, String price, String size, SizeUnit unit) {

    /** What the size is given in. */
    enum SizeUnit {
        BASE,
        QUOTE,
        /** Of the free quote when buying, of the base held when selling. */
        PERCENT
    }
}
