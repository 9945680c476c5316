package dev.tradewind.marketdata;

import dev.tradewind.marketdata.BadRows.BadRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what a repairing import leaves out. */
final class BadRowList {

    private final List<BadRow> rows = new ArrayList<>();
    private long dropped;
    private long sorted;

    void add(String file, long line, String reason) {
        dropped++;
        if (rows.size() < BadRows.MOST) {
            rows.add(new BadRow(file, line, reason));
        }
    }

    void add(ImportException refused) {
        add(refused.file(), refused.line(), refused.reason());
    }

    boolean isEmpty() {
        return dropped == 0;
    }

    void sortedIn(long count) {
        sorted += count;
    }

    BadRows found() {
        List<BadRow> listed = new ArrayList<>(rows);
        listed.sort(Comparator.comparing(BadRow::file).thenComparingLong(BadRow::line));
        return new BadRows(listed, dropped, sorted);
    }
}
