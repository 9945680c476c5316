package dev.tradewind.bot.type;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * One step of the grid: buys at its foot, sells at its head, over and over. It keeps its own holding in base atoms, so that
 * what is less than a lot or less than the exchange's minimum waits for the next round.
 */
final class GridCell extends GridStep {

    /** Where a step is in its round. */
    enum Phase {
        /** Nothing has traded in this round and nothing rests. */
        IDLE,
        /** Its first order rests. */
        OPEN,
        /** Its first order has filled, in full or in part; nothing rests against it yet. */
        FILLED,
        /** The order that ends the round rests. */
        CLOSING,
        /** The round has ended; the next event finds it IDLE. */
        DONE
    }

    long heldAtoms;
    long grossLots;
    long savedAtoms;
    long grownLots;
    @Nullable Side opening;
    long paidAtoms;
    long receivedAtoms;
    long gotAtoms;
    long givenAtoms;
    long openedNanos;
    private boolean done;

    GridCell(int slot, long lowTicks, long highTicks, long lots) {
        super(slot, lowTicks, highTicks, lots);
    }

    @Override
    void save(StateWriter out) {
        super.save(out);
        out.number(heldAtoms).number(grossLots).number(savedAtoms).number(grownLots);
        saveSide(out, opening);
        out.number(paidAtoms).number(receivedAtoms).number(gotAtoms).number(givenAtoms).number(openedNanos).flag(done);
    }

    @Override
    void load(StateReader in) {
        super.load(in);
        heldAtoms = in.number();
        grossLots = in.number();
        savedAtoms = in.number();
        grownLots = in.number();
        opening = side(in);
        paidAtoms = in.number();
        receivedAtoms = in.number();
        gotAtoms = in.number();
        givenAtoms = in.number();
        openedNanos = in.number();
        done = in.flag();
    }

    /** A buy filled. */
    void bought(long filledLots, long paid, long netAtoms, long nowNanos) {
        open(Side.BUY, nowNanos);
        paidAtoms += paid;
        gotAtoms += netAtoms;
        heldAtoms += netAtoms;
        grossLots += filledLots;
        buyLeftLots -= filledLots;
    }

    /** A sell filled. {@return base atoms that leave the step as profit} */
    long sold(long filledLots, long received, long given, long kept, long lotAtoms, long nowNanos) {
        open(Side.SELL, nowNanos);
        long before = heldAtoms;
        receivedAtoms += received;
        givenAtoms += given;
        sellLeftLots -= filledLots;
        long leaving = Math.min(kept, before - given);
        heldAtoms = before - given - leaving;
        grossLots = heldAtoms < lotAtoms ? 0 : Exact.mulDivCeil(grossLots, heldAtoms, before);
        return leaving;
    }

    private void open(Side side, long nowNanos) {
        done = false;
        if (opening == null) {
            opening = side;
            openedNanos = nowNanos;
        }
    }

    /** {@return whether what the round opened with has been undone} */
    boolean roundEnded() {
        return opening == Side.BUY
                ? givenAtoms > 0 && grossLots == 0
                : opening == Side.SELL && gotAtoms > 0 && grossLots >= lots;
    }

    /** The step moves elsewhere: what it bought or sold so far is not one half of a pair any more. */
    void abandonRound() {
        nextRound();
        done = false;
    }

    /** The round's figures have been taken: on to the next. */
    void nextRound() {
        opening = null;
        grownLots = 0;
        paidAtoms = 0;
        receivedAtoms = 0;
        gotAtoms = 0;
        givenAtoms = 0;
        done = true;
    }

    Phase phase() {
        if (opening == null) {
            return alive() > 0 ? Phase.OPEN : done ? Phase.DONE : Phase.IDLE;
        }
        boolean closing = opening == Side.BUY ? sellId != 0 : buyId != 0;
        return closing ? Phase.CLOSING : Phase.FILLED;
    }
}
