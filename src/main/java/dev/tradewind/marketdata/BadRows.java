package dev.tradewind.marketdata;

import java.util.List;

/**
 * What a repairing import left out.
 *
 * @param rows    the first of them in file order, at most {@value #MOST}
 * @param dropped rows left out in all
 * @param sorted  rows that stood out of order and were sorted in; they are not left out
 */
public record BadRows(List<BadRow> rows, long dropped, long sorted) {

    /** Rows listed at most. */
    public static final int MOST = 1_000;

    /** Nothing was left out. */
    public static final BadRows NONE = new BadRows(List.of(), 0, 0);

    /**
     * One row.
     *
     * @param file   the file, or the file inside a zip
     * @param line   its line from 1; of JSON, the entry's number
     * @param reason what is wrong with it
     */
    public record BadRow(String file, long line, String reason) {}

    public BadRows {
        rows = List.copyOf(rows);
    }
}
