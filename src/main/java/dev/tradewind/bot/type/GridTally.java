package dev.tradewind.bot.type;

import dev.tradewind.bot.Deal;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the completed pairs came to, to the last atom. A pair is a buy at a level and a sell at the next, in either order; its
 * profit is what the sell brought less what the buy cost, fees included, and the base that was bought and not sold.
 */
final class GridTally {

    /** How many pairs are remembered one by one. */
    static final int REMEMBERED = 200;

    private final long[] opened = new long[REMEMBERED];
    private final long[] closed = new long[REMEMBERED];
    private final long[] invested = new long[REMEMBERED];
    private final long[] result = new long[REMEMBERED];
    private final boolean[] soldFirst = new boolean[REMEMBERED];
    private int pairs;
    private long quoteAtoms;
    private long baseAtoms;
    private long reinvestedAtoms;

    void add(long openedNanos, long closedNanos, long paid, long received, long got, long given, boolean sellFirst) {
        int at = pairs % REMEMBERED;
        opened[at] = openedNanos;
        closed[at] = closedNanos;
        invested[at] = paid;
        result[at] = received - paid;
        soldFirst[at] = sellFirst;
        quoteAtoms = Math.addExact(quoteAtoms, received - paid);
        baseAtoms = Math.addExact(baseAtoms, got - given);
        pairs++;
    }

    void reinvested(long atoms) {
        reinvestedAtoms = Math.addExact(reinvestedAtoms, atoms);
    }

    void save(StateWriter out) {
        out.number(pairs).number(quoteAtoms).number(baseAtoms).number(reinvestedAtoms);
        for (int i = Math.max(0, pairs - REMEMBERED); i < pairs; i++) {
            int at = i % REMEMBERED;
            out.number(opened[at]).number(closed[at]).number(invested[at]).number(result[at]).flag(soldFirst[at]);
        }
    }

    void load(StateReader in) {
        pairs = in.integer();
        quoteAtoms = in.number();
        baseAtoms = in.number();
        reinvestedAtoms = in.number();
        for (int i = Math.max(0, pairs - REMEMBERED); i < pairs; i++) {
            int at = i % REMEMBERED;
            opened[at] = in.number();
            closed[at] = in.number();
            invested[at] = in.number();
            result[at] = in.number();
            soldFirst[at] = in.flag();
        }
    }

    /** {@return pairs completed} */
    int pairs() {
        return pairs;
    }

    /** {@return grid profit in quote atoms} */
    long quoteAtoms() {
        return quoteAtoms;
    }

    /** {@return grid profit in base atoms: with profit in base, and what fees in base leave below a lot} */
    long baseAtoms() {
        return baseAtoms;
    }

    /** {@return quote atoms of profit that made levels larger} */
    long reinvestedAtoms() {
        return reinvestedAtoms;
    }

    List<Deal> newest() {
        List<Deal> deals = new ArrayList<>();
        for (int i = pairs - 1; i >= Math.max(0, pairs - REMEMBERED); i--) {
            int at = i % REMEMBERED;
            deals.add(new Deal(
                    i + 1, opened[at], closed[at], 1, 1, invested[at], result[at],
                    soldFirst[at] ? "bought back" : "sold"));
        }
        return deals;
    }
}
