package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;

/** One order as we know it. Pooled by {@link OrderTable}: do not keep it past its final state. Engine thread only. */
public final class Order {

    private final OrderRequest request = new OrderRequest();
    private OrderState state = OrderState.PENDING_NEW;
    private long placedNanos;
    private long updatedNanos;
    private long journalRow;
    private long filledLots;
    private long filledNotionalAtoms;
    private long lostLots;
    private long reservedAtoms;
    private long lastFillId;

    /** Where {@link OrderTable} has it. */
    int place;

    Order() {}

    void open(OrderRequest from, long timeNanos, long row) {
        request.set(from);
        state = OrderState.PENDING_NEW;
        placedNanos = timeNanos;
        updatedNanos = timeNanos;
        journalRow = row;
        filledLots = 0;
        filledNotionalAtoms = 0;
        lostLots = 0;
        reservedAtoms = 0;
        lastFillId = 0;
    }

    /**
     * Takes a report in.
     *
     * @param notionalAtoms the fill's notional, 0 unless it is a fill
     * @return whether it changed anything; a fill seen before changes nothing
     * @throws InvalidReportException if it cannot be true: more than ordered, or anything after a final state
     */
    public boolean apply(VenueReport report, long notionalAtoms, long timeNanos) {
        long filled = filledLots;
        if (report.kind() == VenueReport.Kind.FILLED) {
            if (report.fillId() <= lastFillId) {
                return false;
            }
            filled = Math.addExact(filledLots, report.quantityLots());
            checkPrice(report);
            if (report.quantityLots() <= 0 || filled > request.quantityLots()) {
                throw new InvalidReportException("order " + request.clientOrderId() + ": a fill of "
                        + report.quantityLots() + " lots over " + filledLots + " of " + request.quantityLots());
            }
        } else if (report.kind() == VenueReport.Kind.REJECTED && filledLots > 0) {
            throw new InvalidReportException("order " + request.clientOrderId() + ": REJECTED after " + filledLots
                    + " of " + request.quantityLots() + " lots were filled");
        }
        state = OrderTransitions.next(state, report.kind(), filled == request.quantityLots());
        if (report.kind() == VenueReport.Kind.FILLED) {
            lastFillId = report.fillId();
            filledLots = filled;
            filledNotionalAtoms = Math.addExact(filledNotionalAtoms, notionalAtoms);
        } else if (state == OrderState.LIVE && filledLots > 0) {
            state = OrderState.PARTIALLY_FILLED;
        }
        updatedNanos = timeNanos;
        return true;
    }

    private void checkPrice(VenueReport report) {
        long price = report.priceTicks();
        boolean beyondLimit = request.type().hasLimit()
                && (request.side() == Side.BUY ? price > request.priceTicks() : price < request.priceTicks());
        if (price <= 0 || beyondLimit || report.feeAtoms() < 0) {
            throw new InvalidReportException("order " + request.clientOrderId() + ": a fill at " + price
                    + " ticks with a fee of " + report.feeAtoms() + " atoms"
                    + (beyondLimit ? ", beyond its limit of " + request.priceTicks() : ""));
        }
    }

    /** Notes that a cancel is on its way. {@return whether it was worth sending} */
    public boolean cancelRequested(long timeNanos) {
        if (state.isTerminal() || state == OrderState.CANCEL_PENDING) {
            return false;
        }
        state = OrderState.CANCEL_PENDING;
        updatedNanos = timeNanos;
        return true;
    }

    /** Remembers what is set aside for it; {@return the change in quote atoms} */
    public long reserve(long atoms) {
        long change = atoms - reservedAtoms;
        reservedAtoms = atoms;
        return change;
    }

    /** {@return quote atoms set aside for it} */
    public long reservedAtoms() {
        return reservedAtoms;
    }

    /** {@return what was asked for; valid while the order is} */
    public OrderRequest request() {
        return request;
    }

    /** {@return our id} */
    public long clientOrderId() {
        return request.clientOrderId();
    }

    /** {@return where it is in its life} */
    public OrderState state() {
        return state;
    }

    /** {@return buy or sell} */
    public Side side() {
        return request.side();
    }

    /** {@return how it meets the market} */
    public OrderType type() {
        return request.type();
    }

    /** {@return lots filled so far} */
    public long filledLots() {
        return filledLots;
    }

    /** {@return lots not filled yet} */
    public long remainingLots() {
        return request.quantityLots() - filledLots;
    }

    /** A linked order filled: the venue takes as many lots off this one. */
    public void linkedFilled(long lots) {
        lostLots = Math.min(Math.addExact(lostLots, lots), request.quantityLots());
    }

    /** {@return lots that can still fill: not filled yet, and not lost to a linked order} */
    public long workingLots() {
        return Math.max(0, request.quantityLots() - filledLots - lostLots);
    }

    /** {@return price × quantity of its fills in quote atoms} */
    public long filledNotionalAtoms() {
        return filledNotionalAtoms;
    }

    /** {@return when its intent was written} */
    public long placedNanos() {
        return placedNanos;
    }

    /** {@return when it last changed} */
    public long updatedNanos() {
        return updatedNanos;
    }

    /** {@return the journal row of its intent} */
    public long journalRow() {
        return journalRow;
    }
}
