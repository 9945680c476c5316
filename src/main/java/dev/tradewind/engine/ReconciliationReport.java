package dev.tradewind.engine;

import java.util.List;

/**
 * What the last comparison of our books with the exchange's came to.
 *
 * @param timeNanos when it was made
 * @param orders    working orders the exchange told of
 * @param fills     fills it told of
 * @param changes   differences that were mended
 * @param agrees    whether nothing is left to ask or to compare again
 * @param rows      each difference
 */
public record ReconciliationReport(
        long timeNanos, int orders, int fills, int changes, boolean agrees, List<Row> rows) {

    /** As many rows are kept. */
    static final int MOST_ROWS = 500;

    public ReconciliationReport {
        rows = List.copyOf(rows);
    }

    /**
     * A difference.
     *
     * @param action       what is done, as its name: {@code BookFill}, {@code AdjustBalance}, …
     * @param exchangeSays what the exchange says
     * @param weThink      what we thought
     * @param weWillDo     what is done about it
     */
    public record Row(String action, String exchangeSays, String weThink, String weWillDo) {}
}
