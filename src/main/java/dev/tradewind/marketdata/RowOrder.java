package dev.tradewind.marketdata;

import java.util.function.IntToLongFunction;

/** The order of rows by time; rows of one time keep theirs. */
final class RowOrder {

    private RowOrder() {}

    /** {@return the rows, earliest first} */
    static int[] byTime(int rows, IntToLongFunction time) {
        int[] order = new int[rows];
        boolean rising = true;
        for (int row = 0; row < rows; row++) {
            order[row] = row;
            rising &= row == 0 || time.applyAsLong(row - 1) <= time.applyAsLong(row);
        }
        if (!rising) {
            sort(order, time);
        }
        return order;
    }

    /** A merge sort from the bottom up; it passes over what is in order already. */
    private static void sort(int[] order, IntToLongFunction time) {
        int rows = order.length;
        int[] from = order.clone();
        int[] to = order;
        for (long run = 1; run < rows; run *= 2) {
            for (long start = 0; start < rows; start += 2 * run) {
                int middle = (int) Math.min(rows, start + run);
                int end = (int) Math.min(rows, start + 2 * run);
                merge(from, to, (int) start, middle, end, time);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(from, 0, order, 0, from == order ? 0 : rows);
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, IntToLongFunction time) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = left < middle
                    && (right >= end || time.applyAsLong(from[left]) <= time.applyAsLong(from[right]));
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
