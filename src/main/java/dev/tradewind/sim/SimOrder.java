package dev.tradewind.sim;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import org.jspecify.annotations.Nullable;

/** An order as the venue holds it. Pooled. */
final class SimOrder {

    final OrderRequest request = new OrderRequest();
    /** Lots still to fill; a linked order's fill takes some away. */
    long remainingLots;
    /** Lots a linked order's fill took away. */
    long shrunkLots;
    long reservedQuoteAtoms;
    /** Of a perpetual's order: lots that open or enlarge a position, as counted when it arrived. */
    long openingLots;
    /** While it rests: its place and queue, the lots it counts for, and its neighbours among the orders of its link. */
    int place;
    @Nullable BookSide queue;
    long countedLots;
    RestingLinks.@Nullable Group group;
    @Nullable SimOrder linkedBefore;
    @Nullable SimOrder linkedAfter;
    /** Whether a stop has been reached, so that the order now is a limit order. */
    boolean triggered;

    /** Neighbours in the {@link RestingLine}, the last round it was dealt with in, and whether it counts as a stop there. */
    @Nullable SimOrder before;

    @Nullable SimOrder after;
    long round;
    boolean countsAsStop;
    /** Of its queue: lots ahead, lots the level showed when last told, lots traded there since, lots of ours in sight. */
    long aheadLots;

    long levelLots;
    long tradedLots;
    long shownLots;

    /** Whether this is no order but the amendment of one. */
    boolean amends;
    /** Whether it was said to rest. */
    boolean accepted;

    void take(OrderRequest from) {
        request.set(from);
        remainingLots = from.quantityLots();
        shrunkLots = 0;
        reservedQuoteAtoms = 0;
        openingLots = 0;
        triggered = false;
        amends = false;
        accepted = false;
        round = 0;
        countsAsStop = false;
        aheadLots = 0;
        levelLots = 0;
        tradedLots = 0;
        shownLots = 0;
    }

    /** Writes it; its place among others is theirs to write. */
    void save(StateWriter out) {
        request.save(out);
        out.number(remainingLots).number(shrunkLots).number(reservedQuoteAtoms).number(openingLots);
        out.flag(triggered).flag(amends).flag(accepted);
    }

    /** To be called on a new order. */
    SimOrder load(StateReader in) {
        request.load(in);
        remainingLots = in.number();
        shrunkLots = in.number();
        reservedQuoteAtoms = in.number();
        openingLots = in.number();
        triggered = in.flag();
        amends = in.flag();
        accepted = in.flag();
        if (request.clientOrderId() <= 0 || remainingLots < 0 || shrunkLots < 0 || filledLots() < 0) {
            throw in.wrong("order " + request.clientOrderId() + " of " + request.quantityLots() + " lots cannot have "
                    + remainingLots + " left and " + shrunkLots + " taken away");
        }
        return this;
    }

    /** Writes where it stands in its price's queue. */
    void savePlace(StateWriter out) {
        out.number(aheadLots).number(levelLots).number(tradedLots).number(shownLots);
    }

    void loadPlace(StateReader in) {
        aheadLots = in.number();
        levelLots = in.number();
        tradedLots = in.number();
        shownLots = in.number();
    }

    /** An order of the same link filled: this one loses as many lots, or all it has. */
    void lose(long lots) {
        long taken = Math.min(lots, remainingLots);
        remainingLots -= taken;
        shrunkLots += taken;
    }

    /** {@return lots filled so far} */
    long filledLots() {
        return request.quantityLots() - remainingLots - shrunkLots;
    }

    /** {@return whether it acts at a price} */
    boolean actsAt(long ticks) {
        return actsOnRise() ? actsAtTicks() <= ticks : actsAtTicks() >= ticks;
    }

    boolean isBuy() {
        return request.side() == Side.BUY;
    }

    boolean waitsForStop() {
        return !triggered && request.type().hasTrigger();
    }

    /** {@return the price whose touch makes the order act} */
    long actsAtTicks() {
        return waitsForStop() ? request.stopTicks() : request.priceTicks();
    }

    /** {@return whether it acts when the price rises to {@link #actsAtTicks()}, else when it falls to it} */
    boolean actsOnRise() {
        return isBuy() == (waitsForStop() && !request.type().takesProfit());
    }
}
