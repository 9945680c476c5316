package dev.tradewind.hostile;

import dev.tradewind.domain.OrderState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which faults cannot meet an order in which state, and why. Every other cell of the table must have been seen, and an
 * impossible one must be empty.
 */
final class ImpossibleCells {

    /** Such an order never left: it was refused here before it had an id at the exchange. */
    private static final Set<OrderState> NEVER_LEFT = EnumSet.of(OrderState.REFUSED);

    private static final Set<OrderState> ENDED =
            EnumSet.of(OrderState.FILLED, OrderState.CANCELED, OrderState.REJECTED, OrderState.EXPIRED);

    private ImpossibleCells() {}

    /** {@return what is empty and should not be} */
    static List<String> wrong(Coverage coverage) {
        List<String> wrong = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (OrderState state : OrderState.values()) {
                String why = why(fault, state);
                long count = coverage.count(fault, state);
                if (count == 0 && why.isEmpty()) {
                    wrong.add(fault + " never met an order that is " + state);
                } else if (count > 0 && !why.isEmpty()) {
                    wrong.add(fault + " met an order that is " + state + ", which was thought impossible: " + why);
                }
            }
        }
        return wrong;
    }

    /** {@return the states a fault meets in one world of many, against the rule for what it strikes} */
    private static Set<OrderState> metAllTheSame(Fault fault) {
        return switch (fault) {
            case ANSWER_LOST -> EnumSet.of(OrderState.PARTIALLY_FILLED, OrderState.FILLED, OrderState.HELD);
            case FALSE_NOT_FOUND -> EnumSet.of(
                    OrderState.PARTIALLY_FILLED, OrderState.FILLED, OrderState.CANCELED, OrderState.REJECTED,
                    OrderState.EXPIRED);
            case LINE_LOST -> EnumSet.of(OrderState.FILLED, OrderState.CANCELED);
            case RATE_LIMITED -> EnumSet.of(OrderState.CANCEL_PENDING);
            case REJECTED -> EnumSet.of(OrderState.CANCEL_PENDING);
            case REPORT_DOUBLED -> EnumSet.of(
                    OrderState.UNRESOLVED, OrderState.REJECTED, OrderState.EXPIRED, OrderState.HELD);
            case REPORT_LATE -> EnumSet.of(
                    OrderState.UNRESOLVED, OrderState.REJECTED, OrderState.EXPIRED, OrderState.HELD);
            case REPORT_LOST -> EnumSet.of(
                    OrderState.UNRESOLVED, OrderState.FILLED, OrderState.CANCELED, OrderState.REJECTED,
                    OrderState.HELD);
            case REPORT_REORDERED -> EnumSet.of(OrderState.UNRESOLVED, OrderState.REJECTED, OrderState.HELD);
            case REQUEST_SLOW -> EnumSet.of(OrderState.PARTIALLY_FILLED, OrderState.FILLED);
            case STALE_ANSWER -> EnumSet.of(
                    OrderState.PARTIALLY_FILLED, OrderState.FILLED, OrderState.CANCELED, OrderState.REJECTED,
                    OrderState.EXPIRED, OrderState.HELD);
            case TIMED_OUT_AFTER -> EnumSet.of(OrderState.PARTIALLY_FILLED, OrderState.FILLED);
            case TIMED_OUT_BEFORE -> EnumSet.of(OrderState.PARTIALLY_FILLED, OrderState.FILLED, OrderState.CANCELED);
            default -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** {@return why a fault cannot meet an order in a state, empty if it can} */
    static String why(Fault fault, OrderState state) {
        if (NEVER_LEFT.contains(state)) {
            return "it never left and is not kept";
        }
        if (metAllTheSame(fault).contains(state)) {
            return "";
        }
        return switch (fault) {
            case REJECTED, RATE_LIMITED ->
                state == OrderState.PENDING_NEW ? "" : "only an order that arrives is refused";
            case TIMED_OUT_BEFORE, TIMED_OUT_AFTER, REQUEST_SLOW -> asked(state);
            case REPORT_LATE, REPORT_REORDERED, REPORT_DOUBLED -> told(state);
            case REPORT_LOST ->
                ENDED.contains(state) ? "what is lost is news: here the order has not ended yet" : told(state);
            case STALE_ANSWER, ANSWER_LOST, FALSE_NOT_FOUND -> questioned(fault, state);
            case MANUAL_CANCEL -> ENDED.contains(state) ? "what has ended cannot be cancelled" : "";
            case LINE_LOST, STALE_STATEMENT, BALANCE_LATE, STATEMENT_FAILED, FOREIGN_ORDER, MANUAL_TRADE, MANUAL_TRANSFER,
                    VENUE_CLOCK_JUMP, OWN_CLOCK_JUMP, FEED_GAP, CRASH_IDLE, CRASH_WRITING, CRASH_SENDING, CRASH_RECOVERING,
                    POWER_CUT, DISK_FULL, WRITE_ERROR, SYNC_ERROR ->
                ENDED.contains(state) ? "it strikes the orders that are open" : "";
        };
    }

    /** Orders are sent, amended and cancelled. */
    private static String asked(OrderState state) {
        return switch (state) {
            case PENDING_NEW, CANCEL_PENDING, LIVE -> "";
            case PARTIALLY_FILLED -> "a person amends a handful of these in a thousand worlds";
            case UNRESOLVED -> "nothing is sent about it before it is settled, but a cancel, which makes it CANCEL_PENDING";
            case HELD -> "it is not at the exchange";
            case FILLED, CANCELED, REJECTED, EXPIRED, REFUSED -> "nothing is asked of an order that ended";
        };
    }

    /** The exchange tells of orders it has or had. */
    private static String told(OrderState state) {
        return switch (state) {
            case PENDING_NEW, LIVE, PARTIALLY_FILLED, CANCEL_PENDING, FILLED, CANCELED -> "";
            case UNRESOLVED -> "an answer settles it first, but for a few";
            case REJECTED -> "a refusal is the only thing told of such an order";
            case EXPIRED -> "its end is the last thing told of such an order";
            case HELD -> "it is not at the exchange";
            case REFUSED -> "it never left";
        };
    }

    /** Orders whose fate is open are asked about. */
    private static String questioned(Fault fault, OrderState state) {
        return switch (state) {
            case PENDING_NEW, LIVE, CANCEL_PENDING, UNRESOLVED -> "";
            case PARTIALLY_FILLED -> "what has filled in part is known to have arrived";
            case FILLED, CANCELED -> "what has ended is asked about only where a report contradicts it";
            case REJECTED, EXPIRED -> "what has ended is asked about only where a report contradicts it";
            case HELD -> "it is not at the exchange";
            case REFUSED -> fault + " needs an order that left";
        };
    }
}
