package dev.tradewind.persistence;

import java.util.Arrays;

/**
 * Where the pages of a journal begin, and between which numbers the orders asked for in each lie. A page has at most
 * {@link #ROWS} rows, all of one file. Owned by one thread.
 */
final class PageIndex {

    static final int ROWS = 256;

    private int size;
    private int rowsInLast;
    private boolean fileBegins;
    private int[] files = new int[16];
    private int[] offsets = new int[16];
    private long[] firstRows = new long[16];
    private long[] firstNanos = new long[16];
    private long[] lowest = new long[16];
    private long[] highest = new long[16];

    /** The next row begins a file. */
    void beginFile() {
        fileBegins = true;
    }

    /** The next row. */
    void row(int file, int offset, long row, long timeNanos) {
        if (size == 0 || fileBegins || rowsInLast == ROWS) {
            grow();
            files[size] = file;
            offsets[size] = offset;
            firstRows[size] = row;
            firstNanos[size] = timeNanos;
            lowest[size] = Long.MAX_VALUE;
            highest[size] = Long.MIN_VALUE;
            size++;
            rowsInLast = 0;
            fileBegins = false;
        }
        rowsInLast++;
    }

    /** The last row asks for an order. */
    void order(long clientOrderId) {
        lowest[size - 1] = Math.min(lowest[size - 1], clientOrderId);
        highest[size - 1] = Math.max(highest[size - 1], clientOrderId);
    }

    private void grow() {
        if (size == files.length) {
            files = Arrays.copyOf(files, 2 * size);
            offsets = Arrays.copyOf(offsets, 2 * size);
            firstRows = Arrays.copyOf(firstRows, 2 * size);
            firstNanos = Arrays.copyOf(firstNanos, 2 * size);
            lowest = Arrays.copyOf(lowest, 2 * size);
            highest = Arrays.copyOf(highest, 2 * size);
        }
    }

    /** {@return the page that holds a row, or would; −1 before the first} */
    int holding(long row) {
        int found = Arrays.binarySearch(firstRows, 0, size, row);
        return found >= 0 ? found : -found - 2;
    }

    /** {@return the first row of the first page that begins at a time or later; behind the last row where none does} */
    long rowNotBefore(long timeNanos, long lastRow) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (firstNanos[middle] < timeNanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == size ? lastRow + 1 : firstRows[from];
    }

    boolean mayHold(int page, long clientOrderId) {
        return lowest[page] <= clientOrderId && clientOrderId <= highest[page];
    }

    int file(int page) {
        return files[page];
    }

    int offset(int page) {
        return offsets[page];
    }

    boolean endsFile(int page) {
        return page == size - 1 || files[page + 1] != files[page];
    }

    long firstRow(int page) {
        return firstRows[page];
    }

    long firstNanos(int page) {
        return firstNanos[page];
    }

    /** {@return the page's last row, where the journal's is given} */
    long lastRow(int page, long ofJournal) {
        return page == size - 1 ? ofJournal : firstRows[page + 1] - 1;
    }
}
