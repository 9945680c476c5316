package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.OrderType;

/** What a ticket makes: one order, or an execution algorithm that makes orders. */
sealed interface TicketKind {

    /** One order. */
    record Plain(OrderType type) implements TicketKind {}

    /** An execution algorithm. */
    record Algo(AlgoType type) implements TicketKind {}

    /** A limit order: what a ticket starts with. */
    TicketKind LIMIT = new Plain(OrderType.LIMIT);

    /** A market order. */
    TicketKind MARKET = new Plain(OrderType.MARKET);

    /** {@return what a list shows} */
    default String words() {
        return switch (this) {
            case Plain plain -> words(plain.type());
            case Algo algo -> algo.type().label();
        };
    }

    /** {@return an order type in words} */
    static String words(OrderType type) {
        return switch (type) {
            case MARKET -> "Market";
            case LIMIT -> "Limit";
            case STOP_MARKET -> "Stop";
            case STOP_LIMIT -> "Stop limit";
            case TAKE_PROFIT_MARKET -> "Take profit";
            case TAKE_PROFIT_LIMIT -> "Take profit limit";
        };
    }

    /** {@return whether it is one order of that kind} */
    default boolean is(OrderType type) {
        return this instanceof Plain plain && plain.type() == type;
    }
}
