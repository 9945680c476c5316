package dev.tradewind.app.activity;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import java.util.Locale;
import java.util.Optional;

/** What an exchange reported, for people. */
final class ReportWords {

    private ReportWords() {}

    /** {@return the report in words} */
    static String of(VenueReport report, Optional<OrderRequest> request, OrderWords orders) {
        String order = "order " + report.clientOrderId();
        return switch (report.kind()) {
            case ACCEPTED -> order + " accepted";
            case REJECTED -> order + " rejected" + reason(report);
            case FILLED -> filled(report, request, orders);
            case CANCELED -> order + " cancelled" + done(report, orders);
            case CANCEL_REJECTED -> "cancel of " + order + " refused" + reason(report);
            case EXPIRED -> order + " expired" + done(report, orders);
            case REPLACED -> order + " is now "
                    + orders.terms(report.quantityLots(), report.priceTicks(), report.stopTicks());
            case REPLACE_REJECTED -> "amendment of " + order + " refused" + reason(report);
            case LIQUIDATED -> "closed by force " + orders.size(report.quantityLots()) + " at "
                    + orders.price(report.priceTicks()) + ", fee " + orders.fee(report.feeAtoms(), report.feeAsset());
            case MARGIN_CALL -> "margin is running out at " + orders.price(report.priceTicks());
            case FUNDING -> "funding " + orders.quote(report.amountAtoms());
            case TRANSFER -> "transfer of " + orders.quote(report.amountAtoms());
            case WORKING -> order + " works, filled so far " + orders.size(report.quantityLots());
            case DONE -> order + " has ended, filled " + orders.size(report.quantityLots());
            case UNKNOWN -> order + " is not known there";
            case MARGIN_ADJUSTED -> "position's margin changed by " + orders.quote(report.amountAtoms());
            case TIMED_OUT -> order + " was not answered in time; it is asked about";
            case LINE_LOST -> "cannot be reached";
            case LINE_BACK -> "can be reached again";
            case STATEMENT_BEGAN -> "its statement begins";
            case STATEMENT_ORDER -> "statement, " + order + ": "
                    + orders.terms(report.quantityLots(), report.priceTicks(), report.stopTicks());
            case STATEMENT_FILL -> "statement, fill of " + order + ": "
                    + orders.terms(report.quantityLots(), report.priceTicks(), 0);
            case STATEMENT_BALANCE -> "statement, balance: " + orders.fee(report.amountAtoms(), report.feeAsset());
            case STATEMENT_POSITION -> "statement, position: "
                    + orders.terms(report.quantityLots(), report.priceTicks(), 0);
            case STATEMENT_ENDED -> "its statement is whole";
            case STATEMENT_FAILED -> "its statement could not be had";
        };
    }

    private static String filled(VenueReport report, Optional<OrderRequest> request, OrderWords orders) {
        String what = request.map(order -> order.side() == Side.BUY ? "bought " : "sold ").orElse("filled ");
        return what + orders.size(report.quantityLots()) + " at " + orders.price(report.priceTicks()) + ", order "
                + report.clientOrderId() + ", fee " + orders.fee(report.feeAtoms(), report.feeAsset())
                + (report.maker() ? ", maker" : ", taker");
    }

    private static String done(VenueReport report, OrderWords orders) {
        return report.quantityLots() > 0 ? " after " + orders.size(report.quantityLots()) : "";
    }

    private static String reason(VenueReport report) {
        return report.reason() == VenueReport.Reason.NONE
                ? ""
                : ": " + report.reason().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
