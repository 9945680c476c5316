package dev.tradewind.sim;

import java.util.Arrays;

/**
 * The orders of a {@link MatchingBook} by number, from 1: eight {@code long}s each, one line of the cache, so that an
 * order is one trip to memory, moving one in a queue costs the garbage collector nothing, and its place is used again.
 */
final class BookOrders {

    private static final int WIDTH = 3;
    private static final int ID = 0;
    private static final int OWNER = 1;
    private static final int TICKS = 2;
    private static final int LOTS = 3;
    private static final int PREVIOUS = 4;
    private static final int NEXT = 5;
    private static final int LEVEL = 6;
    private static final int FLAGS = 7;
    private static final int BUY = 1;
    private static final int POST_ONLY = 2;

    private long[] cells;
    private int used = 1;
    private int free;

    BookOrders(int expected) {
        cells = new long[expected + 1 << WIDTH];
    }

    /** {@return a new order's number; it is in no queue yet} */
    int add(long id, long owner, long ticks, long lots, boolean buy, boolean postOnly) {
        int order = free;
        if (order != 0) {
            free = (int) cells[order << WIDTH | NEXT];
        } else {
            order = used++;
            if (used << WIDTH > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
        }
        int at = order << WIDTH;
        cells[at | ID] = id;
        cells[at | OWNER] = owner;
        cells[at | TICKS] = ticks;
        cells[at | LOTS] = lots;
        cells[at | FLAGS] = (buy ? BUY : 0) | (postOnly ? POST_ONLY : 0);
        return order;
    }

    /** Gives an order's number back. */
    void free(int order) {
        cells[order << WIDTH | NEXT] = free;
        free = order;
    }

    long id(int order) {
        return cells[order << WIDTH | ID];
    }

    long owner(int order) {
        return cells[order << WIDTH | OWNER];
    }

    long ticks(int order) {
        return cells[order << WIDTH | TICKS];
    }

    void ticks(int order, long ticks) {
        cells[order << WIDTH | TICKS] = ticks;
    }

    long lots(int order) {
        return cells[order << WIDTH | LOTS];
    }

    void lots(int order, long lots) {
        cells[order << WIDTH | LOTS] = lots;
    }

    boolean isBuy(int order) {
        return (cells[order << WIDTH | FLAGS] & BUY) != 0;
    }

    boolean isPostOnly(int order) {
        return (cells[order << WIDTH | FLAGS] & POST_ONLY) != 0;
    }

    int previous(int order) {
        return (int) cells[order << WIDTH | PREVIOUS];
    }

    void previous(int order, int other) {
        cells[order << WIDTH | PREVIOUS] = other;
    }

    int next(int order) {
        return (int) cells[order << WIDTH | NEXT];
    }

    void next(int order, int other) {
        cells[order << WIDTH | NEXT] = other;
    }

    int level(int order) {
        return (int) cells[order << WIDTH | LEVEL];
    }

    void level(int order, int level) {
        cells[order << WIDTH | LEVEL] = level;
    }
}
