package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/**
 * One trigger each of any number of bots, the lowest key first: a binary heap on primitive arrays that knows where each
 * bot's trigger is. Setting, moving and dropping cost the logarithm of how many are set; looking at the lowest costs
 * nothing. Engine thread only; allocates only when it grows.
 */
final class TriggerHeap {

    /** Answer of {@link #lowest} when nothing is set. */
    static final long NONE = Long.MAX_VALUE;

    private static final int ABSENT = -1;

    private long[] keys = new long[16];
    private int[] owners = new int[16];
    private int[] positions = new int[0];
    private int size;

    /** {@return the lowest key, {@link #NONE} if nothing is set} */
    long lowest() {
        return size == 0 ? NONE : keys[0];
    }

    int size() {
        return size;
    }

    /** {@return whether the bot at that place has a trigger} */
    boolean has(int place) {
        return place < positions.length && positions[place] != ABSENT;
    }

    /** {@return the key of a bot that has one} */
    long key(int place) {
        return keys[positions[place]];
    }

    /** Sets or moves the trigger of the bot at that place. */
    void set(int place, long key) {
        if (place >= positions.length) {
            int length = positions.length;
            positions = Arrays.copyOf(positions, Math.max(16, Integer.highestOneBit(place) * 2));
            Arrays.fill(positions, length, positions.length, ABSENT);
        }
        int at = positions[place];
        if (at == ABSENT) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                owners = Arrays.copyOf(owners, size * 2);
            }
            rise(size++, place, key);
        } else if (key < keys[at]) {
            rise(at, place, key);
        } else {
            sink(at, place, key);
        }
    }

    /** Drops the trigger of the bot at that place; nothing happens if it has none. */
    void remove(int place) {
        if (!has(place)) {
            return;
        }
        int at = positions[place];
        positions[place] = ABSENT;
        size--;
        if (at < size) {
            long key = keys[size];
            if (at > 0 && key < keys[(at - 1) >>> 1]) {
                rise(at, owners[size], key);
            } else {
                sink(at, owners[size], key);
            }
        }
    }

    /** Writes the heap down as it lies, as part of its index. */
    void save(StateWriter out) {
        out.number(size);
        for (int i = 0; i < size; i++) {
            out.number(owners[i]).number(keys[i]);
        }
    }

    /** Takes over the triggers of bots whose places are below {@code places}; each lies where it lay. */
    void load(StateReader in, int places) {
        for (int left = in.count(); left > 0; left--) {
            set(in.place(places), in.number());
        }
    }

    /** Marks the place of every bot whose key is {@code upTo} or lower, in {@code places}, a bit each. */
    void mark(long upTo, long[] places) {
        mark(0, upTo, places);
    }

    private void mark(int at, long upTo, long[] places) {
        if (at < size && keys[at] <= upTo) {
            places[owners[at] >>> 6] |= 1L << owners[at];
            mark(2 * at + 1, upTo, places);
            mark(2 * at + 2, upTo, places);
        }
    }

    private void rise(int from, int place, long key) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (keys[parent] <= key) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, place, key);
    }

    private void sink(int from, int place, long key) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, place, key);
    }

    private void move(int from, int to) {
        put(to, owners[from], keys[from]);
    }

    private void put(int at, int place, long key) {
        keys[at] = key;
        owners[at] = place;
        positions[place] = at;
    }
}
