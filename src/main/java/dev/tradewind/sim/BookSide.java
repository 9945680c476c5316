package dev.tradewind.sim;

import java.util.Arrays;

/**
 * One side of a book: a queue of orders per price, first come first. A price's key is the greater the better
 * it is for who takes: the price itself for bids, its negative for asks.
 */
final class BookSide {

    /** The best key of an empty side: no limit reaches it. */
    static final long EMPTY = Long.MIN_VALUE;

    private static final int WIDTH = 3;
    private static final int KEY = 0;
    private static final int LOTS = 1;
    private static final int HEAD = 2;
    private static final int TAIL = 3;
    private static final int COUNT = 4;

    private final BookOrders orders;
    private final int sign;
    private final PriceLevels levels = new PriceLevels();
    private long[] cells = new long[64 << WIDTH];
    private int used = 1;
    private int free;
    private int best;
    private long bestKey = EMPTY;

    BookSide(BookOrders orders, boolean bids) {
        this.orders = orders;
        this.sign = bids ? 1 : -1;
    }

    long key(long ticks) {
        return sign * ticks;
    }

    long bestKey() {
        return bestKey;
    }

    /** {@return the best level, 0 if the side is empty} */
    int best() {
        return best;
    }

    /** {@return the next worse level, 0 at the end} */
    int nextWorse(int level) {
        return levels.nextWorse(cells[level << WIDTH | KEY]);
    }

    /** {@return the level at a price, 0 if there is none} */
    int at(long ticks) {
        return levels.get(sign * ticks);
    }

    long ticks(int level) {
        return sign * cells[level << WIDTH | KEY];
    }

    long levelKey(int level) {
        return cells[level << WIDTH | KEY];
    }

    long lots(int level) {
        return cells[level << WIDTH | LOTS];
    }

    int count(int level) {
        return (int) cells[level << WIDTH | COUNT];
    }

    int head(int level) {
        return (int) cells[level << WIDTH | HEAD];
    }

    int tail(int level) {
        return (int) cells[level << WIDTH | TAIL];
    }

    /** An order joins the end of its price's queue. */
    void append(int order) {
        int level = level(sign * orders.ticks(order));
        insert(order, level, (int) cells[level << WIDTH | TAIL]);
    }

    /**
     * An order joins its price's queue behind those whose owner's number is less: their turn, where nobody owns them.
     */
    void appendInTurn(int order) {
        int level = level(sign * orders.ticks(order));
        int previous = (int) cells[level << WIDTH | TAIL];
        while (previous != 0 && orders.owner(previous) > orders.owner(order)) {
            previous = orders.previous(previous);
        }
        insert(order, level, previous);
    }

    private int level(long key) {
        int level = key == bestKey ? best : levels.get(key);
        return level == 0 ? open(key) : level;
    }

    private void insert(int order, int level, int previous) {
        int at = level << WIDTH;
        int next = previous == 0 ? (int) cells[at | HEAD] : orders.next(previous);
        if (previous == 0) {
            cells[at | HEAD] = order;
        } else {
            orders.next(previous, order);
        }
        if (next == 0) {
            cells[at | TAIL] = order;
        } else {
            orders.previous(next, order);
        }
        cells[at | LOTS] += orders.lots(order);
        cells[at | COUNT]++;
        orders.previous(order, previous);
        orders.next(order, next);
        orders.level(order, level);
    }

    /** An order leaves its queue, wherever in it. */
    void remove(int order) {
        int level = orders.level(order);
        int at = level << WIDTH;
        if (--cells[at | COUNT] == 0) {
            close(level);
            return;
        }
        int previous = orders.previous(order);
        int next = orders.next(order);
        if (previous == 0) {
            cells[at | HEAD] = next;
        } else {
            orders.next(previous, next);
        }
        if (next == 0) {
            cells[at | TAIL] = previous;
        } else {
            orders.previous(next, previous);
        }
        cells[at | LOTS] -= orders.lots(order);
    }

    /** An order loses lots and keeps its place. */
    void reduce(int order, long byLots) {
        orders.lots(order, orders.lots(order) - byLots);
        cells[orders.level(order) << WIDTH | LOTS] -= byLots;
    }

    private int open(long key) {
        int level = free;
        if (level != 0) {
            free = (int) cells[level << WIDTH | HEAD];
        } else {
            level = used++;
            if (used << WIDTH > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
        }
        int at = level << WIDTH;
        cells[at | KEY] = key;
        cells[at | LOTS] = 0;
        cells[at | HEAD] = 0;
        cells[at | TAIL] = 0;
        cells[at | COUNT] = 0;
        levels.put(key, level);
        if (key > bestKey) {
            best = level;
            bestKey = key;
        }
        return level;
    }

    private void close(int level) {
        long key = cells[level << WIDTH | KEY];
        levels.remove(key);
        cells[level << WIDTH | HEAD] = free;
        free = level;
        if (level == best) {
            best = levels.nextWorse(key);
            bestKey = best == 0 ? EMPTY : cells[best << WIDTH | KEY];
        }
    }
}
