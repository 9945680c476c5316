package dev.tradewind.oms;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;

/**
 * The fills one order has had, by the venue's ids, so that none counts twice and none is lost for coming out of turn. A fill
 * with a higher id than any before is new without a search. Engine thread only; allocates only when it grows.
 */
final class FillIds implements Stateful {

    private long[] ids = new long[4];
    private int size;
    private long highest = Long.MIN_VALUE;

    void clear() {
        size = 0;
        highest = Long.MIN_VALUE;
    }

    boolean contains(long id) {
        if (id > highest) {
            return false;
        }
        for (int i = size - 1; i >= 0; i--) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    void add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
        highest = Math.max(highest, id);
    }

    /** Takes over another's ids. */
    void set(FillIds other) {
        if (ids.length < other.size) {
            ids = new long[other.ids.length];
        }
        System.arraycopy(other.ids, 0, ids, 0, other.size);
        size = other.size;
        highest = other.highest;
    }

    /** {@return the ids in the order the fills came} */
    long[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    @Override
    public void save(StateWriter out) {
        out.section("FillIds", 1).numbers(ids, size);
    }

    @Override
    public void load(StateReader in) {
        in.section("FillIds", 1);
        clear();
        for (long id : in.numbers()) {
            add(id);
        }
    }
}
