package dev.tradewind.bot.type;

import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * One step of a futures grid. What it holds counts from 0 to its size whichever way it opens: one that opens by buying has
 * nothing open at 0, one that opens by selling has nothing open while it holds its whole size.
 */
final class FuturesCell extends GridStep {

    boolean opensBySelling;
    long heldLots;
    /** It began with a part of its size: what trades until it is full or empty is no half of a pair. */
    boolean partial;
    @Nullable Side opening;
    long boughtLots;
    long soldLots;
    long paidAtoms;
    long receivedAtoms;
    long openedNanos;

    FuturesCell(int slot, long lowTicks, long highTicks, long lots, boolean opensBySelling) {
        super(slot, lowTicks, highTicks, lots);
        this.opensBySelling = opensBySelling;
        heldLots = opensBySelling ? lots : 0;
    }

    @Override
    void save(StateWriter out) {
        super.save(out);
        out.flag(opensBySelling).number(heldLots).flag(partial);
        saveSide(out, opening);
        out.number(boughtLots).number(soldLots).number(paidAtoms).number(receivedAtoms).number(openedNanos);
    }

    @Override
    void load(StateReader in) {
        super.load(in);
        opensBySelling = in.flag();
        heldLots = in.number();
        partial = in.flag();
        opening = side(in);
        boughtLots = in.number();
        soldLots = in.number();
        paidAtoms = in.number();
        receivedAtoms = in.number();
        openedNanos = in.number();
    }

    boolean isFlat() {
        return opensBySelling ? heldLots >= lots : heldLots == 0;
    }

    /** {@return lots that will open and do not rest yet} */
    long waitingLots() {
        return opensBySelling ? heldLots - sellLeftLots : lots - heldLots - buyLeftLots;
    }

    /** A fill. {@return whether it completes a pair; its figures stand until {@link #nextRound}} */
    boolean filled(Side side, long filledLots, long notional, long fee, long nowNanos) {
        if (side == Side.BUY) {
            heldLots += filledLots;
            buyLeftLots -= filledLots;
        } else {
            heldLots -= filledLots;
            sellLeftLots -= filledLots;
        }
        if (partial) {
            partial = heldLots > 0 && heldLots < lots;
            return false;
        }
        if (opening == null) {
            opening = side;
            openedNanos = nowNanos;
        }
        if (side == Side.BUY) {
            boughtLots += filledLots;
            paidAtoms += notional + fee;
        } else {
            soldLots += filledLots;
            receivedAtoms += notional - fee;
        }
        return boughtLots == soldLots;
    }

    void nextRound() {
        opening = null;
        boughtLots = 0;
        soldLots = 0;
        paidAtoms = 0;
        receivedAtoms = 0;
    }
}
