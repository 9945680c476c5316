package dev.tradewind.sim;

import java.util.Arrays;

/**
 * What taking liquidity cost against the market's price, fill by fill: slippage, and on a recorded book the walk beyond the best
 * price. Positive when it cost. Engine thread only.
 */
public final class TakerCosts {

    private long[] atoms = new long[1024];

    /** The market's price when the last taker met it. */
    private long metTicks;

    TakerCosts() {}

    void meets(long ticks) {
        metTicks = ticks;
    }

    long metTicks() {
        return metTicks;
    }

    void add(long fillId, long costAtoms) {
        int at = Math.toIntExact(fillId);
        if (at >= atoms.length) {
            atoms = Arrays.copyOf(atoms, Math.max(atoms.length * 2, at + 1));
        }
        atoms[at] = costAtoms;
    }

    /** {@return what a fill cost in quote atoms; 0 for one that made liquidity} */
    public long atoms(long fillId) {
        return fillId < atoms.length ? atoms[(int) fillId] : 0;
    }
}
