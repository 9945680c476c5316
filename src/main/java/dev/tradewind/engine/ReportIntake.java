package dev.tradewind.engine;

import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.oms.EndedOrders;
import dev.tradewind.oms.InvalidReportException;
import dev.tradewind.oms.Order;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the venue says about orders: books what can be true and sets aside what cannot. A report set aside changes
 * nothing; the exchange is asked about its order, and only if the answer contradicts the journal does the session halt.
 * Engine thread only.
 */
final class ReportIntake {

    private static final int USER = 0;

    private final OrderDesk desk;
    private final Fleet fleet;
    private final Owner user;
    private final RiskDesk risk;
    private final Quarantine quarantine = new Quarantine();
    private final VenueReport settling = new VenueReport();
    private @Nullable OutsideIntake outside;

    /** @param risk halts the session, and hears of what was booked */
    ReportIntake(OrderDesk desk, Fleet fleet, Owner user, RiskDesk risk) {
        this.desk = desk;
        this.fleet = fleet;
        this.user = user;
        this.risk = risk;
    }

    /** The venue is outside this process: what it says is heard with more patience. */
    void join(OutsideIntake intake) {
        outside = intake;
    }

    void take(VenueReport report) {
        OutsideIntake patient = outside;
        if (patient != null) {
            patient.take(report);
            return;
        }
        if (report.kind().isAnswer()) {
            answered(report);
            return;
        }
        Order order = working(report.clientOrderId());
        if (order == null) {
            // a cancel or an amendment that came too late needs no answer
            if (report.kind() != VenueReport.Kind.CANCEL_REJECTED
                    && report.kind() != VenueReport.Kind.REPLACE_REJECTED) {
                setAside(report, report.kind() + " for an order that is not working");
            }
            return;
        }
        try {
            book(order, report);
        } catch (InvalidReportException impossible) {
            setAside(report, String.valueOf(impossible.getMessage()));
        }
    }

    /** {@return the working order a venue's id is about, null also where it is about an earlier sending of one} */
    @Nullable Order working(long venueId) {
        Order order = desk.orders().find(Order.orderId(venueId));
        return order == null || order.venueId() != venueId ? null : order;
    }

    void book(Order order, VenueReport report) {
        if (order.parking() && report.kind() == VenueReport.Kind.CANCELED) {
            desk.parked(order);
            return;
        }
        if (report.kind() == VenueReport.Kind.CANCEL_REJECTED) {
            desk.slots().stays(order);
        }
        int botId = order.request().botId();
        BotSlot slot = botId == USER ? null : fleet.require(botId);
        VenueReport told = desk.changes().told(order, report);
        if (desk.apply(order, told, slot == null ? user : slot)) {
            if (order.request().algoId() != 0) {
                fleet.algos().order(order, told);
            }
            // that an order came to rest is told once, however often it is sent
            if (slot != null && !(report.kind() == VenueReport.Kind.ACCEPTED && order.sentAgain())) {
                fleet.order(slot, order, told);
            }
            risk.reported(slot == null ? user : slot, order, report.kind() == VenueReport.Kind.FILLED);
        }
        desk.forget(order);
    }

    void setAside(VenueReport report, String trouble) {
        if (quarantine.add(report, trouble, desk.nowNanos(), desk.lastRow())) {
            desk.query(report.clientOrderId());
        }
        desk.decide(USER, Reason.REPORT_QUARANTINED, report.clientOrderId(), report.kind().ordinal());
        if (report.clientOrderId() <= 0) {
            quarantine.settle(
                    report.clientOrderId(), EngineSnapshot.QuarantineState.DISCARDED, "names no order one could ask about");
        }
    }

    private void answered(VenueReport answer) {
        long id = answer.clientOrderId();
        if (!quarantine.isAsked(id)) {
            return;
        }
        Order order = working(id);
        long ours = order != null ? order.filledSinceSent() : desk.ended().filledLots(id);
        boolean unknownHere = order == null && ours == EndedOrders.UNKNOWN;
        boolean unknownThere = answer.kind() == VenueReport.Kind.UNKNOWN;
        boolean agrees = unknownHere ? unknownThere : !unknownThere && ours == answer.quantityLots();
        boolean working = answer.kind() == VenueReport.Kind.WORKING;
        if (agrees && (order != null) == working) {
            discard(answer);
        } else if (agrees && order != null) {
            settle(order, answer, VenueReport.Kind.CANCELED);
        } else {
            contradicted(answer, ours);
        }
    }

    /** The exchange agrees with the journal: what was set aside about the order is dropped. */
    void discard(VenueReport answer) {
        long id = answer.clientOrderId();
        if (quarantine.isAsked(id)) {
            quarantine.settle(id, EngineSnapshot.QuarantineState.DISCARDED, words(answer));
            desk.decide(USER, Reason.REPORT_DISCARDED, id, answer.quantityLots());
        }
    }

    /** What was set aside about the order was true after all and is booked. */
    void booked(VenueReport answer) {
        quarantine.settle(
                answer.clientOrderId(), EngineSnapshot.QuarantineState.SETTLED, words(answer) + "; booked");
    }

    /** The exchange contradicts the journal: a person has to look. {@code ours} is what is known to have filled. */
    void contradicted(VenueReport answer, long ours) {
        long id = answer.clientOrderId();
        quarantine.settle(id, EngineSnapshot.QuarantineState.CONTRADICTED, words(answer));
        desk.decide(USER, Reason.REPORT_CONTRADICTED, id, answer.quantityLots());
        risk.killSwitch().halt("the exchange " + words(answer) + " of order " + id + ", the journal "
                + (ours == EndedOrders.UNKNOWN ? "knows no such order" : "counts " + ours + " lots filled")
                + ". Entries were cancelled, protective orders stay at the exchange. Compare the balances here with the"
                + " exchange's before you end the halt");
    }

    /** The order ended and its last report was lost or was the impossible one: it ends here as well, with what had filled. */
    void settle(Order order, VenueReport answer, VenueReport.Kind end) {
        quarantine.settle(order.venueId(), EngineSnapshot.QuarantineState.SETTLED, words(answer));
        desk.decide(USER, Reason.ORDER_SETTLED, order.clientOrderId(), answer.quantityLots());
        book(
                order,
                settling.set(end, VenueReport.Reason.NONE, order.venueId(), answer.timeNanos()));
    }

    private static String words(VenueReport answer) {
        return answer.kind() == VenueReport.Kind.UNKNOWN
                ? "knows nothing"
                : (answer.kind() == VenueReport.Kind.WORKING ? "says it works with " : "says it ended with ")
                        + answer.quantityLots() + " lots filled";
    }

    Quarantine quarantine() {
        return quarantine;
    }
}
