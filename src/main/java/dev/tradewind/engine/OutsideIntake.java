package dev.tradewind.engine;

import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.Inquiries.Inquiry;
import dev.tradewind.oms.EndedFills;
import dev.tradewind.oms.EndedFills.Ended;
import dev.tradewind.oms.InvalidReportException;
import dev.tradewind.oms.Order;
import dev.tradewind.venue.LinePace;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a venue outside this process says about orders: late, twice, out of order or not at all. What is only late or
 * told twice does no harm; an end waits for its fills; a fill after the end waits for the venue's word; what nobody answers
 * for is asked about until it is settled, and never sent again under another id. Engine thread only.
 */
final class OutsideIntake {

    private static final int USER = 0;

    /** Answers that contradict the journal may be old ones: so many are asked for before the session halts. */
    private static final int MOST_CONTRADICTIONS = 6;

    private final OrderDesk desk;
    private final ReportIntake intake;
    private final Inquiries inquiries;
    private final EndedFills ended;
    private final LateFills lateFills;
    private final LinePace pace;
    private final Runnable statementWanted;
    private final VenueReport own = new VenueReport();

    /** @param statementWanted asks for a statement, where a question about one order does not tell enough */
    OutsideIntake(
            OrderDesk desk,
            ReportIntake intake,
            Inquiries inquiries,
            EndedFills ended,
            LateFills lateFills,
            LinePace pace,
            Runnable statementWanted) {
        this.desk = desk;
        this.intake = intake;
        this.inquiries = inquiries;
        this.ended = ended;
        this.lateFills = lateFills;
        this.pace = pace;
        this.statementWanted = statementWanted;
    }

    void take(VenueReport report) {
        long id = report.clientOrderId();
        if (report.kind().isAnswer()) {
            answered(report);
            return;
        }
        Order order = intake.working(id);
        if (report.kind() == VenueReport.Kind.TIMED_OUT) {
            timedOut(order, id);
            return;
        }
        if (order == null) {
            late(report);
            return;
        }
        try {
            heard(order, report);
        } catch (InvalidReportException impossible) {
            doubt(report, String.valueOf(impossible.getMessage()));
        }
        settled(id);
    }

    /** What can be true of a working order is booked; what was told before, or comes too early, is not. */
    private void heard(Order order, VenueReport report) {
        switch (report.kind()) {
            case ACCEPTED -> {
                if (order.state() != OrderState.LIVE) {
                    intake.book(order, report);
                }
            }
            case FILLED -> filled(order, report);
            case CANCELED, EXPIRED -> end(order, report);
            case CANCEL_REJECTED -> {
                if (report.reason() == VenueReport.Reason.UNKNOWN_ORDER) {
                    // it has ended and that is still to be heard, or the cancel overtook the order: then it is sent again
                    inquiries.want(order.venueId(), desk.nowNanos() + pace.retryNanos());
                } else if (order.state() == OrderState.CANCEL_PENDING) {
                    intake.book(order, report);
                }
            }
            case REPLACED -> replaced(order, report);
            case REPLACE_REJECTED -> {
                if (order.amending()) {
                    intake.book(order, report);
                }
            }
            case REJECTED, LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, WORKING, DONE, UNKNOWN, MARGIN_ADJUSTED, TIMED_OUT,
                    LINE_LOST, LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE,
                    STATEMENT_POSITION, STATEMENT_ENDED, STATEMENT_FAILED ->
                intake.book(order, report);
        }
    }

    private void filled(Order order, VenueReport report) {
        Inquiry inquiry = inquiries.find(order.venueId());
        if (inquiry != null
                && order.amending()
                && order.filledLots() + report.quantityLots() > order.request().quantityLots()
                && order.filledLots() + report.quantityLots() <= inquiry.targetLots) {
            // the fill overtook the word that the order is larger now
            intake.book(order, replaced(order, inquiry));
        }
        intake.book(order, report);
        if (inquiry != null && inquiry.end != null && !order.state().isTerminal()) {
            VenueReport.Kind kind = inquiry.end;
            if (order.filledSinceSent() == inquiry.endLots) {
                intake.book(order, own.set(kind, VenueReport.Reason.NONE, order.venueId(), report.timeNanos()));
            }
        }
    }

    private VenueReport replaced(Order order, Inquiry inquiry) {
        return replaced(order, inquiry.targetLots, inquiry.targetTicks, inquiry.targetStopTicks);
    }

    private VenueReport replaced(Order order, long lots, long priceTicks, long stopTicks) {
        return own.setFill(
                        VenueReport.Kind.REPLACED, VenueReport.Reason.NONE, order.venueId(), desk.nowNanos(), 0, priceTicks,
                        lots, 0, VenueReport.FeeAsset.QUOTE, false)
                .with(order.request().terms().positionSide(), 0, 0, stopTicks);
    }

    /** An end is believed once as many lots as it names have filled here. */
    private void end(Order order, VenueReport report) {
        long said = report.quantityLots();
        if (said > order.filledSinceSent()) {
            Inquiry inquiry = inquiries.open(order.venueId(), desk.nowNanos() + pace.retryNanos());
            if (inquiry.end == null) {
                desk.decide(order.request().botId(), Reason.FILLS_AWAITED, order.clientOrderId(), said);
            }
            inquiry.end = report.kind();
            inquiry.endLots = said;
        } else if (said != 0 && said < order.filledSinceSent()) {
            throw new InvalidReportException("order " + order.clientOrderId() + ": " + report.kind() + " after " + said
                    + " lots, but " + order.filledSinceSent() + " were filled");
        } else {
            intake.book(order, report);
        }
    }

    private void replaced(Order order, VenueReport report) {
        boolean same = report.quantityLots() == order.request().quantityLots()
                && report.priceTicks() == order.request().priceTicks()
                && report.stopTicks() == order.request().stopTicks();
        Inquiry inquiry = inquiries.find(order.venueId());
        if (order.amending()) {
            boolean asked = inquiry == null
                    || report.priceTicks() == inquiry.targetTicks && report.stopTicks() == inquiry.targetStopTicks;
            if (asked || !same) {
                intake.book(order, report);
                full(order, report);
            }
        } else if (!same) {
            // an amendment thought refused happened, or an old one is told again: all there is settles it
            statementWanted.run();
        }
    }

    /** It was made as small as what had filled already: nothing more is to come. */
    private void full(Order order, VenueReport report) {
        if (!order.state().isTerminal() && order.filledLots() == order.request().quantityLots()) {
            intake.book(order, own.set(
                    VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.venueId(), report.timeNanos()));
        }
    }

    private void timedOut(@Nullable Order order, long id) {
        long now = desk.nowNanos();
        if (order == null && inquiries.find(id) == null) {
            return;
        }
        if (order != null && order.state() == OrderState.PENDING_NEW) {
            order.unresolved(now);
            desk.decide(order.request().botId(), Reason.ORDER_UNRESOLVED, order.clientOrderId(), 0);
        }
        Inquiry inquiry = inquiries.find(id);
        if (inquiry != null && inquiry.asked > 0) {
            inquiries.again(inquiry, now);
        } else {
            inquiries.want(id, now + pace.retryNanos());
        }
    }

    /** A report about an order that does not work here: most are told twice, or come too late to matter. */
    private void late(VenueReport report) {
        Ended known = ended.find(report.clientOrderId());
        boolean harmless = switch (report.kind()) {
            case CANCEL_REJECTED, REPLACE_REJECTED -> true;
            case ACCEPTED, REPLACED -> known != null;
            case REJECTED -> known != null && known.filledLots() == 0;
            case CANCELED, EXPIRED -> known != null && report.quantityLots() <= known.filledLots();
            case FILLED -> known != null && known.knows(report.fillId());
            case LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, WORKING, DONE, UNKNOWN, MARGIN_ADJUSTED, TIMED_OUT, LINE_LOST,
                    LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION,
                    STATEMENT_ENDED, STATEMENT_FAILED -> false;
        };
        if (harmless) {
            return;
        }
        Inquiry asked = inquiries.find(report.clientOrderId());
        boolean fill = report.kind() == VenueReport.Kind.FILLED && known != null;
        if (fill && asked != null && !isNew(asked, report)) {
            return;
        }
        Inquiry inquiry = doubt(report, report.kind() + " for an order that is not working");
        if (fill && inquiry != null) {
            inquiry.late.add(report.copy());
        }
    }

    private static boolean isNew(Inquiry inquiry, VenueReport fill) {
        for (VenueReport other : inquiry.late) {
            if (other.fillId() == fill.fillId()) {
                return false;
            }
        }
        return true;
    }

    /** Sets a report aside and asks about its order, soon and until it is answered. {@return the inquiry, null if none can be} */
    private @Nullable Inquiry doubt(VenueReport report, String trouble) {
        intake.setAside(report, trouble);
        long id = report.clientOrderId();
        if (id <= 0) {
            return null;
        }
        Inquiry inquiry = inquiries.open(id, desk.nowNanos() + pace.silentNanos());
        inquiry.asked = Math.max(1, inquiry.asked);
        return inquiry;
    }

    /** Nothing is open about the order any more. */
    private void settled(long venueId) {
        Inquiry inquiry = inquiries.find(venueId);
        Order order = intake.working(venueId);
        if (inquiry != null && order != null && !isOpen(order, inquiry)) {
            inquiries.close(venueId);
        }
    }

    private boolean isOpen(Order order, Inquiry inquiry) {
        return switch (order.state()) {
            case PENDING_NEW, UNRESOLVED, CANCEL_PENDING -> true;
            case LIVE, PARTIALLY_FILLED, HELD, FILLED, CANCELED, REJECTED, REFUSED, EXPIRED ->
                order.amending() || inquiry.wanted || inquiry.end != null || intake.quarantine().isAsked(inquiry.venueId);
        };
    }

    private void answered(VenueReport answer) {
        Inquiry inquiry = inquiries.find(answer.clientOrderId());
        if (inquiry == null) {
            // told twice
            return;
        }
        Order order = intake.working(answer.clientOrderId());
        switch (answer.kind()) {
            case WORKING -> works(order, inquiry, answer);
            case DONE -> ended(order, inquiry, answer);
            case UNKNOWN -> unknown(order, inquiry, answer);
            case ACCEPTED, REJECTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED, REPLACED, REPLACE_REJECTED, LIQUIDATED,
                    MARGIN_CALL, FUNDING, TRANSFER, MARGIN_ADJUSTED, TIMED_OUT, LINE_LOST, LINE_BACK, STATEMENT_BEGAN,
                    STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION, STATEMENT_ENDED,
                    STATEMENT_FAILED ->
                throw new IllegalStateException(answer.kind() + " is no answer");
        }
    }

    private void works(@Nullable Order order, Inquiry inquiry, VenueReport answer) {
        long now = desk.nowNanos();
        inquiry.unknownNanos = Long.MAX_VALUE;
        if (order == null) {
            if (ended.find(inquiry.venueId) == null) {
                intake.discard(answer);
                inquiries.close(inquiry.venueId);
            } else {
                cancelStray(inquiry.venueId);
                inquiries.again(inquiry, now);
            }
            return;
        }
        if (answer.quantityLots() > order.filledSinceSent() || inquiry.end != null) {
            // its fills, or its end, are still on their way
            inquiries.again(inquiry, now);
            return;
        }
        // fewer lots than we know of: the answer of a moment ago
        inquiry.wanted = false;
        intake.discard(answer);
        if (order.state() == OrderState.PENDING_NEW || order.state() == OrderState.UNRESOLVED) {
            desk.decide(order.request().botId(), Reason.ORDER_FOUND, order.clientOrderId(), answer.quantityLots());
            intake.book(order, own.set(
                    VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, order.venueId(), answer.timeNanos()));
        } else if (order.state() == OrderState.CANCEL_PENDING) {
            cancelAgain(order);
        }
        if (order.amending()) {
            statementWanted.run();
        }
        inquiries.again(inquiry, now);
        settled(inquiry.venueId);
    }

    private void ended(@Nullable Order order, Inquiry inquiry, VenueReport answer) {
        long said = answer.quantityLots();
        if (order == null) {
            endedBefore(inquiry, answer);
            return;
        }
        if (said > order.filledSinceSent()) {
            inquiry.end = inquiry.end == null ? VenueReport.Kind.CANCELED : inquiry.end;
            inquiry.endLots = said;
            inquiries.again(inquiry, desk.nowNanos());
        } else if (said < order.filledSinceSent()) {
            contradicts(inquiry, answer, order.filledSinceSent());
        } else {
            intake.settle(order, answer, inquiry.end == null ? VenueReport.Kind.CANCELED : inquiry.end);
            inquiries.close(inquiry.venueId);
        }
    }

    private void endedBefore(Inquiry inquiry, VenueReport answer) {
        Ended known = ended.find(inquiry.venueId);
        long said = answer.quantityLots();
        long late = 0;
        for (VenueReport fill : inquiry.late) {
            late += fill.quantityLots();
        }
        if (known == null || said != known.filledLots() && said != known.filledLots() + late) {
            if (known == null && said == 0) {
                intake.discard(answer);
                inquiries.close(inquiry.venueId);
            } else {
                contradicts(inquiry, answer, known == null ? 0 : known.filledLots());
            }
            return;
        }
        if (said > known.filledLots()) {
            inquiry.late.forEach(fill -> lateFills.book(known, fill));
            intake.booked(answer);
        } else {
            intake.discard(answer);
        }
        inquiries.close(inquiry.venueId);
    }

    /** "Not found" is believed the second time, when the window for a request of ours to arrive is over. */
    private void unknown(@Nullable Order order, Inquiry inquiry, VenueReport answer) {
        long now = desk.nowNanos();
        if (order == null) {
            Ended known = ended.find(inquiry.venueId);
            if (known == null || known.filledLots() == 0 && inquiry.late.isEmpty()) {
                intake.discard(answer);
                inquiries.close(inquiry.venueId);
            } else {
                contradicts(inquiry, answer, known.filledLots());
            }
            return;
        }
        if (inquiry.unknownNanos == Long.MAX_VALUE) {
            inquiry.unknownNanos = answer.timeNanos();
            inquiry.believedNanos = now + pace.arrivedByNanos();
            inquiries.later(inquiry, inquiry.believedNanos);
            return;
        }
        if (answer.timeNanos() == inquiry.unknownNanos || inquiry.askedNanos < inquiry.believedNanos) {
            // the first answer told again
            return;
        }
        boolean arrived = order.filledLots() > 0
                || order.state() != OrderState.PENDING_NEW && order.state() != OrderState.UNRESOLVED;
        desk.decide(
                order.request().botId(),
                arrived ? Reason.ORDER_VANISHED : Reason.ORDER_NEVER_ARRIVED,
                order.clientOrderId(),
                order.filledLots());
        intake.discard(answer);
        intake.book(order, own.set(
                arrived ? VenueReport.Kind.CANCELED : VenueReport.Kind.REJECTED,
                arrived ? VenueReport.Reason.NONE : VenueReport.Reason.UNKNOWN_ORDER,
                order.venueId(),
                answer.timeNanos()));
        inquiries.close(inquiry.venueId);
    }

    private void contradicts(Inquiry inquiry, VenueReport answer, long ours) {
        inquiry.contradictions++;
        if (inquiry.contradictions < MOST_CONTRADICTIONS) {
            inquiries.again(inquiry, desk.nowNanos());
            return;
        }
        intake.contradicted(answer, ours);
        inquiries.close(inquiry.venueId);
    }

    /** Cancels an order once more, whose cancel got lost. */
    void cancelAgain(Order order) {
        desk.decide(order.request().botId(), Reason.ORDER_CANCELLED_AGAIN, order.clientOrderId(), 0);
        desk.cancelAtVenue(order.venueId());
    }

    /** Cancels an order that works at the venue but not here. */
    void cancelStray(long venueId) {
        desk.decide(USER, Reason.ORDER_STRAY, Order.orderId(venueId), 0);
        desk.cancelAtVenue(venueId);
    }

    /** Takes the terms an order has at the venue. */
    void adopt(Order order, long lots, long priceTicks, long stopTicks) {
        desk.decide(USER, Reason.ORDER_ADOPTED, order.clientOrderId(), lots);
        intake.book(order, replaced(order, lots, priceTicks, stopTicks));
        settled(order.venueId());
    }

    /** An amendment did not happen. */
    void dropAmendment(Order order) {
        intake.book(order, own.set(
                VenueReport.Kind.REPLACE_REJECTED, VenueReport.Reason.NONE, order.venueId(), desk.nowNanos()));
        settled(order.venueId());
    }

    /** An order nobody had answered for works there. */
    void accept(Order order) {
        intake.book(order, own.set(
                VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, order.venueId(), desk.nowNanos()));
        settled(order.venueId());
    }
}
