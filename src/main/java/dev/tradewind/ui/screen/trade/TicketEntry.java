package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.util.Map;

/**
 * What a person typed into the ticket.
 *
 * @param price        the limit
 * @param stop         the trigger
 * @param ends         when a GTD order ends: a length of time such as {@code 4h}
 * @param positionSide which position of an account in hedge mode; NET elsewhere
 * @param takeProfit   exit in favour beside a limit or market order; empty for none
 * @param stopLoss     exit against it; empty for none
 * @param values       an algorithm's own values by id; empty texts take the default
 */
record TicketEntry(
        Side side,
        TicketKind kind,
        String price,
        String stop,
        String size,
        SizeUnit unit,
        TimeInForce force,
        String ends,
        boolean postOnly,
        boolean reduceOnly,
        PositionSide positionSide,
        String takeProfit,
        String stopLoss,
        Map<String, String> values) {

    /** What the size is given in. */
    enum SizeUnit {
        BASE,
        QUOTE,
        /** Of what is free or held: the largest order that passes is 100. */
        PERCENT
    }

    /** The ticket's fields. */
    enum Field {
        NONE,
        PRICE,
        STOP,
        /** The size, in base. */
        SIZE,
        /** The size, in quote. */
        WORTH,
        ENDS,
        TAKE_PROFIT,
        STOP_LOSS,
        /** A field of an algorithm. */
        VALUE
    }

    /** {@return whether an exit beside the order is asked for} */
    boolean hasExit() {
        return kind instanceof TicketKind.Plain plain && !plain.type().hasTrigger()
                && !(takeProfit.isBlank() && stopLoss.isBlank());
    }
}
