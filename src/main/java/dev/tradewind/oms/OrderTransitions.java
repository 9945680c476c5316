package dev.tradewind.oms;

import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.VenueReport;

/** Which state follows which, as a pure function. */
final class OrderTransitions {

    private OrderTransitions() {}

    /**
     * {@return the state after a report}
     *
     * @param complete whether the order is filled in full after the report
     * @throws InvalidReportException if the report cannot follow the state
     */
    static OrderState next(OrderState state, VenueReport.Kind kind, boolean complete) {
        if (state.isTerminal()) {
            throw new InvalidReportException(kind + " after " + state + ": nothing may follow a final state");
        }
        if (state == OrderState.HELD && kind != VenueReport.Kind.CANCELED && kind != VenueReport.Kind.EXPIRED) {
            throw new InvalidReportException(kind + " although the order is held back here");
        }
        return switch (kind) {
            case ACCEPTED -> switch (state) {
                case PENDING_NEW, UNRESOLVED -> OrderState.LIVE;
                // the cancel overtook the acknowledgement, or a fill did
                case CANCEL_PENDING, PARTIALLY_FILLED -> state;
                // told twice
                case LIVE -> state;
                case FILLED, CANCELED, REJECTED, REFUSED, EXPIRED, HELD -> throw unreachable(state);
            };
            case FILLED -> complete
                    ? OrderState.FILLED
                    : state == OrderState.CANCEL_PENDING ? OrderState.CANCEL_PENDING : OrderState.PARTIALLY_FILLED;
            case CANCELED -> OrderState.CANCELED;
            case EXPIRED -> OrderState.EXPIRED;
            case REJECTED -> {
                if (state == OrderState.LIVE || state == OrderState.PARTIALLY_FILLED) {
                    throw new InvalidReportException("REJECTED after " + state);
                }
                yield OrderState.REJECTED;
            }
            case REPLACED, REPLACE_REJECTED -> state == OrderState.PENDING_NEW ? OrderState.LIVE : state;
            case LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, MARGIN_ADJUSTED, WORKING, DONE, UNKNOWN, TIMED_OUT, LINE_LOST,
                    LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION,
                    STATEMENT_ENDED, STATEMENT_FAILED ->
                throw new InvalidReportException(kind + " does not change an order");
            case CANCEL_REJECTED -> state == OrderState.CANCEL_PENDING ? OrderState.LIVE : state;
        };
    }

    private static IllegalStateException unreachable(OrderState state) {
        return new IllegalStateException("state " + state + " was ruled out before");
    }
}
