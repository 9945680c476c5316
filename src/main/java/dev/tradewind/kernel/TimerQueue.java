package dev.tradewind.kernel;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Timers in order of their due time, ties in the order they were set: a binary heap whose timers are found by id through a
 * hash table, so that setting and dropping one costs the logarithm of their number. Engine thread only; allocates only when
 * it grows.
 */
public final class TimerQueue implements Stateful {

    /** Answer of {@link #nextDueNanos} when no timer is set. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int FREE = -1;

    // by timer: a number that stays its own as long as it is set
    private long[] dueNanos = new long[16];
    private long[] order = new long[16];
    private long[] ids = new long[16];
    private int[] positions = new int[16];

    /** Timers by position in the heap; those from {@link #size} on are free. */
    private int[] heap = new int[16];

    /** Timers by the hash of their ids, {@link #FREE} where there is none; at most half full. */
    private int[] table = new int[32];

    private int size;
    private long lastOrder;
    private long nextDueNanos = NEVER;

    /** An empty queue. */
    public TimerQueue() {
        Arrays.fill(table, FREE);
        for (int i = 0; i < heap.length; i++) {
            heap[i] = i;
        }
    }

    /** Sets a timer, replacing one of the same id. */
    public void start(long id, long due) {
        int found = table[find(id)];
        if (found != FREE) {
            dueNanos[found] = due;
            order[found] = ++lastOrder;
            settle(positions[found]);
        } else {
            add(id, due, ++lastOrder);
        }
        nextDueNanos = dueNanos[heap[0]];
    }

    private void add(long id, long due, long turn) {
        if (size == heap.length) {
            grow();
        }
        int timer = heap[size];
        dueNanos[timer] = due;
        order[timer] = turn;
        ids[timer] = id;
        table[find(id)] = timer;
        positions[timer] = size++;
        settle(size - 1);
    }

    /** Drops a timer; nothing happens if it is not set. */
    public void stop(long id) {
        int slot = find(id);
        if (table[slot] != FREE) {
            remove(positions[table[slot]], slot);
        }
    }

    /** {@return when the next timer is due, {@link #NEVER} if none is set} */
    public long nextDueNanos() {
        return nextDueNanos;
    }

    /** {@return the id of the next timer, which is removed} */
    public long pop() {
        if (size == 0) {
            throw new IllegalStateException("no timer is set");
        }
        long id = ids[heap[0]];
        remove(0, find(id));
        return id;
    }

    @Override
    public void save(StateWriter out) {
        out.section("TimerQueue", 1).number(lastOrder).number(size);
        Comparator<Integer> asDue = Comparator.<Integer>comparingLong(timer -> dueNanos[timer])
                .thenComparingLong(timer -> order[timer]);
        Arrays.stream(heap, 0, size).boxed().sorted(asDue).forEach(timer ->
                out.number(dueNanos[timer]).number(order[timer]).number(ids[timer]));
    }

    @Override
    public void load(StateReader in) {
        lastOrder = in.section("TimerQueue", 1).number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            long due = in.number();
            long turn = in.number();
            long id = in.number();
            if (table[find(id)] != FREE || turn < 1 || turn > lastOrder) {
                throw in.wrong("timer " + id + " is set twice, or its turn " + turn + " is outside 1 to " + lastOrder);
            }
            add(id, due, turn);
        }
        nextDueNanos = size == 0 ? NEVER : dueNanos[heap[0]];
    }

    private void remove(int position, int slot) {
        int timer = heap[position];
        unput(slot);
        size--;
        heap[position] = heap[size];
        heap[size] = timer;
        if (position < size) {
            positions[heap[position]] = position;
            settle(position);
        }
        nextDueNanos = size == 0 ? NEVER : dueNanos[heap[0]];
    }

    private boolean before(int one, int other) {
        return dueNanos[one] < dueNanos[other]
                || dueNanos[one] == dueNanos[other] && order[one] < order[other];
    }

    /** Moves the timer at a position up or down to where it belongs. */
    private void settle(int position) {
        int timer = heap[position];
        int at = position;
        while (at > 0 && before(timer, heap[(at - 1) >>> 1])) {
            move((at - 1) >>> 1, at);
            at = (at - 1) >>> 1;
        }
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], timer)) {
                break;
            }
            move(child, at);
            at = child;
        }
        heap[at] = timer;
        positions[timer] = at;
    }

    private void move(int from, int to) {
        heap[to] = heap[from];
        positions[heap[to]] = to;
    }

    private void grow() {
        int more = size * 2;
        dueNanos = Arrays.copyOf(dueNanos, more);
        order = Arrays.copyOf(order, more);
        ids = Arrays.copyOf(ids, more);
        positions = Arrays.copyOf(positions, more);
        heap = Arrays.copyOf(heap, more);
        for (int i = size; i < more; i++) {
            heap[i] = i;
        }
        table = new int[more * 2];
        Arrays.fill(table, FREE);
        for (int i = 0; i < size; i++) {
            table[find(ids[heap[i]])] = heap[i];
        }
    }

    /** {@return where the id's timer is in the table, or the free place where it would be} */
    private int find(long id) {
        int mask = table.length - 1;
        int slot = home(id, mask);
        while (table[slot] != FREE && ids[table[slot]] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Linear probing with backward shift, so that no tombstones build up. */
    private void unput(int slot) {
        int mask = table.length - 1;
        int hole = slot;
        for (int next = (hole + 1) & mask; table[next] != FREE; next = (next + 1) & mask) {
            int wanted = home(ids[table[next]], mask);
            if (((next - wanted) & mask) >= ((next - hole) & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = FREE;
    }

    private static int home(long id, int mask) {
        return (int) ((id * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }
}
