package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import java.util.List;

/** Rows of one trail or journal, read from the newest backwards. Owned by one thread. */
interface Source {

    /** {@return its name, as rows bear it} */
    String name();

    /** {@return a number above all its rows that can pass} */
    long top();

    /** Reads on below a number. {@return rows that pass, perhaps none} */
    Part below(long number);

    /** A row, and the time it is put in its place by: never later than that of a newer row of the source. */
    record Placed(long nanos, Row row) {}

    /**
     * What was read.
     *
     * @param rows      rows that pass, the newest first
     * @param next      what to read below next; 1 or less at the end
     * @param mostNanos no row further down has a later place than this
     */
    record Part(List<Placed> rows, long next, long mostNanos) {

        /** Nothing, and nothing behind it. */
        static final Part END = new Part(List.of(), 1, Long.MIN_VALUE);
    }
}
