package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import org.jspecify.annotations.Nullable;

/** One order as we know it. Pooled by {@link OrderTable}: do not keep it past its final state. Engine thread only. */
public final class Order {

    /** The upper bits of the counter in an order's id number its sendings to the venue. */
    private static final int SENDING_SHIFT = 34;

    private static final long MOST_SENDINGS = 63;

    private final OrderRequest request = new OrderRequest();
    private OrderState state = OrderState.PENDING_NEW;
    private long placedNanos;
    private long updatedNanos;
    private long journalRow;
    private long filledLots;
    private long filledNotionalAtoms;
    private long lostLots;
    private long reservedAtoms;
    private long openingLots;
    private long enteringLots;
    private final FillIds fills = new FillIds();
    private long amendedLots;
    private long amendedTicks;
    private long lostBeforeAmend;

    /** The limit farthest into the market that it had or was asked to have: a fill may be told after it changed. */
    private long farthestTicks;
    private boolean expiring;
    private @Nullable Order ahead;

    private int sending;
    private long sentBeforeLots;
    private boolean parking;

    /** Where {@link OrderTable} has it. */
    int place;

    /** Whether it takes one of the venue's order slots, and one of those for stops; {@link SlotBroker}'s. */
    boolean slot;

    boolean stopSlot;

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
        openingLots = 0;
        enteringLots = 0;
        fills.clear();
        amendedLots = 0;
        amendedTicks = 0;
        lostBeforeAmend = 0;
        farthestTicks = from.priceTicks();
        expiring = false;
        ahead = null;
        sending = 0;
        sentBeforeLots = 0;
        parking = false;
        slot = false;
        stopSlot = false;
    }

    /** Writes the order down, as a part of its table's state. */
    void save(StateWriter out) {
        request.save(out);
        out.constant(state).number(placedNanos).number(updatedNanos).number(journalRow);
        out.number(filledLots).number(filledNotionalAtoms).number(lostLots).number(reservedAtoms);
        out.number(openingLots).number(enteringLots);
        out.part(fills).number(amendedLots).number(amendedTicks).number(lostBeforeAmend);
        out.number(farthestTicks).flag(expiring);
        out.number(ahead == null ? 0 : ahead.clientOrderId());
        out.number(sending).number(sentBeforeLots).flag(parking).flag(slot).flag(stopSlot);
    }

    /** Takes over an order that was written down. {@return the id of the order it waits for, 0 if there is none} */
    long load(StateReader in) {
        request.load(in);
        state = in.constant(OrderState.class);
        placedNanos = in.number();
        updatedNanos = in.number();
        journalRow = in.number();
        filledLots = in.number();
        filledNotionalAtoms = in.number();
        lostLots = in.number();
        reservedAtoms = in.number();
        openingLots = in.number();
        enteringLots = in.number();
        in.part(fills);
        amendedLots = in.number();
        amendedTicks = in.number();
        lostBeforeAmend = in.number();
        farthestTicks = in.number();
        expiring = in.flag();
        long waitsFor = in.number();
        sending = in.integer();
        sentBeforeLots = in.number();
        parking = in.flag();
        slot = in.flag();
        stopSlot = in.flag();
        return waitsFor;
    }

    /** {@return the id of the order a venue's id is about: the venue knows each sending of an order by an id of its own} */
    public static long orderId(long venueId) {
        return venueId & ~(MOST_SENDINGS << SENDING_SHIFT);
    }

    /** {@return the id the venue knows the order by: our id with the number of times it was sent again} */
    public long venueId() {
        return request.clientOrderId() | (long) sending << SENDING_SHIFT;
    }

    /** {@return lots filled since it was last sent} */
    public long filledSinceSent() {
        return filledLots - sentBeforeLots;
    }

    /** {@return whether it was sent before and is, or will be, at the venue once more} */
    public boolean sentAgain() {
        return sending > 0;
    }

    /** {@return whether it may be moved away from the venue now} */
    public boolean canPark() {
        return (state == OrderState.LIVE || state == OrderState.PARTIALLY_FILLED)
                && !amending()
                && !expiring
                && ahead == null
                && sending < MOST_SENDINGS;
    }

    /** It is to be moved away from the venue: a cancel is on its way. */
    public void park(long timeNanos) {
        parking = true;
        state = OrderState.CANCEL_PENDING;
        updatedNanos = timeNanos;
    }

    /** {@return whether the cancel on its way is to move it away, not to end it} */
    public boolean parking() {
        return parking;
    }

    /** It is to end, or to stay at the venue, after all. {@return whether it was being moved away} */
    public boolean stay() {
        boolean was = parking;
        parking = false;
        return was;
    }

    /** It was moved away: it is held here until it is sent again. */
    void parked(long timeNanos) {
        parking = false;
        sending++;
        sentBeforeLots = filledLots;
        state = OrderState.HELD;
        updatedNanos = timeNanos;
    }

    /** Keeps it here instead of sending it. */
    public void hold() {
        state = OrderState.HELD;
    }

    /** It leaves now, under an intent of its own. */
    public void release(long timeNanos, long row) {
        state = OrderState.PENDING_NEW;
        updatedNanos = timeNanos;
        journalRow = row;
    }

    /** Changes it while it is held here: what it now asks for is all it asks for. */
    public void amendHeld(long lots, long priceTicks, long stopTicks) {
        request.amend(lots, priceTicks, stopTicks);
        farthestTicks = priceTicks;
        lostLots = 0;
    }

    /** Its stop price was reached here: from now on it is a market or a limit order. */
    public void trigger() {
        OrderTerms terms = request.terms();
        int algoId = request.algoId();
        request.set(
                        request.clientOrderId(),
                        request.botId(),
                        request.instrument(),
                        request.side(),
                        request.type().hasLimit() ? OrderType.LIMIT : OrderType.MARKET,
                        request.timeInForce(),
                        request.quantityLots(),
                        request.priceTicks(),
                        0,
                        request.tag(),
                        request.linkId())
                .with(terms, algoId);
    }

    /** It waits for another order's end and then takes its place. */
    public void waitsFor(@Nullable Order other) {
        ahead = other;
    }

    /** {@return the order whose end it waits for, null if there is none} */
    public @Nullable Order ahead() {
        return ahead;
    }

    /** The order before it ended: what that one filled is taken off. {@return lots left to place} */
    public long takesPlace() {
        Order before = ahead;
        ahead = null;
        long lots = request.quantityLots() - (before == null ? 0 : before.filledLots) - lostLots;
        request.amend(Math.max(0, lots), request.priceTicks(), request.stopTicks());
        lostLots = 0;
        return request.quantityLots();
    }

    /** Notes that an amendment is on its way. */
    public void amendRequested(long lots, long priceTicks, long timeNanos) {
        amendedLots = lots;
        amendedTicks = priceTicks;
        reaches(priceTicks);
        lostBeforeAmend = lostLots;
        updatedNanos = timeNanos;
    }

    /** {@return whether an amendment is on its way} */
    public boolean amending() {
        return amendedLots != 0;
    }

    /** {@return the limit it is amended to, 0 while no amendment is on its way} */
    public long amendedTicks() {
        return amendedTicks;
    }

    /** Its time is over: a cancel that is confirmed from now on counts as its expiry. */
    public void expire() {
        expiring = true;
    }

    /** {@return whether its time is over} */
    public boolean expiring() {
        return expiring;
    }

    /**
     * Takes a report in.
     *
     * @param notionalAtoms the fill's notional, 0 unless it is a fill
     * @return whether it changed anything; a fill seen before changes nothing, in whatever order fills come
     * @throws InvalidReportException if it cannot be true: more than ordered, or anything after a final state
     */
    public boolean apply(VenueReport report, long notionalAtoms, long timeNanos) {
        long filled = filledLots;
        if (report.kind() == VenueReport.Kind.FILLED) {
            if (fills.contains(report.fillId())) {
                return false;
            }
            filled = Math.addExact(filledLots, report.quantityLots());
            checkPrice(report);
            if (report.quantityLots() <= 0 || filled > request.quantityLots()) {
                throw new InvalidReportException("order " + request.clientOrderId() + ": a fill of "
                        + report.quantityLots() + " lots over " + filledLots + " of " + request.quantityLots());
            }
        } else if (report.kind() == VenueReport.Kind.ACCEPTED && state == OrderState.LIVE) {
            return false;
        } else if (report.kind() == VenueReport.Kind.REPLACED && report.quantityLots() < filledLots) {
            throw new InvalidReportException("order " + request.clientOrderId() + ": REPLACED by " + report.quantityLots()
                    + " lots after " + filledLots + " were filled");
        } else if (report.kind() == VenueReport.Kind.REJECTED && filledLots > 0) {
            throw new InvalidReportException("order " + request.clientOrderId() + ": REJECTED after " + filledLots
                    + " of " + request.quantityLots() + " lots were filled");
        }
        state = OrderTransitions.next(state, report.kind(), filled == request.quantityLots());
        if (report.kind() == VenueReport.Kind.FILLED) {
            fills.add(report.fillId());
            filledLots = filled;
            filledNotionalAtoms = Math.addExact(filledNotionalAtoms, notionalAtoms);
        } else if (report.kind() == VenueReport.Kind.REPLACED || report.kind() == VenueReport.Kind.REPLACE_REJECTED) {
            amended(report);
        }
        if (state == OrderState.LIVE && filledLots > 0) {
            state = OrderState.PARTIALLY_FILLED;
        }
        updatedNanos = timeNanos;
        return true;
    }

    private void checkPrice(VenueReport report) {
        long price = report.priceTicks();
        boolean beyondLimit = request.type().hasLimit()
                && (request.side() == Side.BUY ? price > farthestTicks : price < farthestTicks);
        if (price <= 0 || beyondLimit || report.feeAtoms() < 0) {
            throw new InvalidReportException("order " + request.clientOrderId() + ": a fill at " + price
                    + " ticks with a fee of " + report.feeAtoms() + " atoms"
                    + (beyondLimit ? ", beyond its limit of " + farthestTicks : ""));
        }
    }

    private void reaches(long ticks) {
        farthestTicks = request.side() == Side.BUY ? Math.max(farthestTicks, ticks) : Math.min(farthestTicks, ticks);
    }

    private void amended(VenueReport report) {
        if (report.kind() == VenueReport.Kind.REPLACED) {
            request.amend(report.quantityLots(), report.priceTicks(), report.stopTicks());
            reaches(report.priceTicks());
            lostLots = Math.max(0, lostLots - lostBeforeAmend);
        }
        amendedLots = 0;
        amendedTicks = 0;
        lostBeforeAmend = 0;
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

    /** Nobody knows whether it arrived. */
    public void unresolved(long timeNanos) {
        if (state == OrderState.PENDING_NEW) {
            state = OrderState.UNRESOLVED;
            updatedNanos = timeNanos;
        }
    }

    /** {@return the fills it has had} */
    FillIds fills() {
        return fills;
    }

    /** {@return the venue's ids of the fills it has had, in the order they came} */
    public long[] fillIds() {
        return fills.toArray();
    }

    /** Remembers what is set aside for it; {@return the change in quote atoms} */
    public long reserve(long atoms) {
        long change = atoms - reservedAtoms;
        reservedAtoms = atoms;
        return change;
    }

    /**
     * Remembers what it does to a position of a perpetual.
     *
     * @param opening  lots that open or enlarge one by the exchange's count, and need margin
     * @param entering lots that do so by their effect, at most as many
     */
    public void opens(long opening, long entering) {
        openingLots = opening;
        enteringLots = entering;
    }

    /** {@return how many of its working lots open or enlarge a position of a perpetual} */
    public long openingLots() {
        return Math.min(openingLots, workingLots());
    }

    /** {@return how many of its working lots open or enlarge a position by their effect: what halts and rules are about} */
    public long enteringLots() {
        return Math.min(enteringLots, workingLots());
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

    /** {@return lots a linked order has taken away} */
    public long lostLots() {
        return lostLots;
    }

    /** {@return lots that can still fill: not filled yet, and not lost to a linked order} */
    public long workingLots() {
        long amended = amendedLots == 0 ? 0 : amendedLots - (lostLots - lostBeforeAmend);
        long most = Math.max(0, Math.max(amended, request.quantityLots() - lostLots) - filledLots);
        Order before = ahead;
        if (before == null) {
            return most;
        }
        // unlinked orders are added up, of linked ones the largest counts
        long places = request.linkId() != 0 ? 0 : before.workingLots();
        return Math.max(0, most - before.filledLots - places);
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
