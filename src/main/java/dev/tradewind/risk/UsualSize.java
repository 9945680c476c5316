package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * The sizes of an owner's last orders and their median: what is usual for a collar. Allocates nothing after it is made;
 * engine thread only.
 */
public final class UsualSize implements Stateful {

    /** How many orders are remembered. */
    public static final int KEPT = 15;

    /** With fewer orders nothing is usual yet. */
    public static final int FEWEST = 5;

    private final long[] ring = new long[KEPT];
    private final long[] sorted = new long[KEPT];
    private long count;

    /** Remembers an order that left. */
    public void add(long lots) {
        ring[(int) (count++ % KEPT)] = lots;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Sizes", 1).number(count).numbers(ring, (int) Math.min(count, KEPT));
    }

    @Override
    public void load(StateReader in) {
        count = in.section("Sizes", 1).number();
        long[] sizes = in.numbers();
        if (sizes.length != Math.min(count, KEPT)) {
            throw in.wrong(sizes.length + " of " + count + " sizes");
        }
        System.arraycopy(sizes, 0, ring, 0, sizes.length);
    }

    /** {@return the median size in lots, the smaller of two in the middle; 0 while there are too few orders} */
    public long lots() {
        int size = (int) Math.min(count, KEPT);
        if (size < FEWEST) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            long lots = ring[i];
            int at = i;
            while (at > 0 && sorted[at - 1] > lots) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = lots;
        }
        return sorted[(size - 1) / 2];
    }
}
