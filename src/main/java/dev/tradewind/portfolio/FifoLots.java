package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/**
 * What is held, lot by lot in the order it was bought (or sold short), and the profit when the oldest goes first. Bounded:
 * of more than {@value #CAPACITY} lots the two oldest become one. Sizes and values are signed: negative when short.
 */
final class FifoLots {

    private static final int CAPACITY = 4096;

    private long[] sizes = new long[16];
    private long[] values = new long[16];
    private int head;
    private int count;
    private long realisedAtoms;

    /**
     * Trades.
     *
     * @param size  bought, or sold where negative; any unit
     * @param value quote atoms, of the same sign
     */
    void apply(long size, long value) {
        long left = size;
        long worth = value;
        while (left != 0 && count > 0 && sizes[head] > 0 != left > 0) {
            long oldest = sizes[head];
            long closing = Math.min(Math.abs(oldest), Math.abs(left));
            long entry = closing == Math.abs(oldest) ? values[head] : share(values[head], closing, Math.abs(oldest));
            long exit = closing == Math.abs(left) ? worth : share(worth, closing, Math.abs(left));
            realisedAtoms = Math.subtractExact(realisedAtoms, Math.addExact(exit, entry));
            left += oldest > 0 ? closing : -closing;
            worth -= exit;
            if (closing == Math.abs(oldest)) {
                head = (head + 1) & (sizes.length - 1);
                count--;
            } else {
                sizes[head] -= oldest > 0 ? closing : -closing;
                values[head] -= entry;
            }
        }
        if (left != 0) {
            add(left, worth);
        } else {
            // what the rounding of a sale's parts left
            realisedAtoms = Math.subtractExact(realisedAtoms, worth);
        }
    }

    /** Takes a fee or pays funding (negative) outside any lot. */
    void charge(long atoms) {
        realisedAtoms = Math.subtractExact(realisedAtoms, atoms);
    }

    /** Hands the lots, not the profit, to another book. */
    void moveTo(FifoLots other) {
        for (; count > 0; count--) {
            other.apply(sizes[head], values[head]);
            head = (head + 1) & (sizes.length - 1);
        }
    }

    long realisedAtoms() {
        return realisedAtoms;
    }

    void save(StateWriter out) {
        out.section("FifoLots", 1).number(realisedAtoms).number(count);
        for (int i = 0; i < count; i++) {
            int at = (head + i) & (sizes.length - 1);
            out.number(sizes[at]).number(values[at]);
        }
    }

    void load(StateReader in) {
        realisedAtoms = in.section("FifoLots", 1).number();
        int saved = in.count();
        if (saved > CAPACITY) {
            throw in.wrong(saved + " lots are more than the " + CAPACITY + " that are kept");
        }
        for (int i = 0; i < saved; i++) {
            long size = in.number();
            long value = in.number();
            if (size == 0 || i > 0 && size > 0 != sizes[0] > 0) {
                throw in.wrong("a lot of " + size + " stands among others of the other side, or is none");
            }
            add(size, value);
        }
    }

    private void add(long size, long value) {
        if (count == CAPACITY) {
            int second = (head + 1) & (sizes.length - 1);
            sizes[second] += sizes[head];
            values[second] += values[head];
            head = second;
            count--;
        } else if (count == sizes.length) {
            long[] allSizes = Arrays.copyOf(sizes, count * 2);
            long[] allValues = Arrays.copyOf(values, count * 2);
            for (int i = 0; i < count; i++) {
                allSizes[i] = sizes[(head + i) & (count - 1)];
                allValues[i] = values[(head + i) & (count - 1)];
            }
            sizes = allSizes;
            values = allValues;
            head = 0;
        }
        int at = (head + count++) & (sizes.length - 1);
        sizes[at] = size;
        values[at] = value;
    }

    private static long share(long amount, long part, long whole) {
        return amount >= 0 ? Exact.mulDivCeil(amount, part, whole) : -Exact.mulDivFloor(-amount, part, whole);
    }
}
