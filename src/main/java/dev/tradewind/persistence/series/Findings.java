package dev.tradewind.persistence.series;

import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import dev.tradewind.marketdata.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a check finds: all is counted; if there is too much to list, gaps give way to what is worse. */
final class Findings {

    private final List<Finding> gaps = new ArrayList<>();
    private final List<Finding> worse = new ArrayList<>();
    private long found;

    void add(Kind kind, long atNanos, long rows, String text) {
        found++;
        List<Finding> list = kind == Kind.GAP ? gaps : worse;
        if (list.size() < SeriesCheck.MOST) {
            list.add(new Finding(kind, atNanos, rows, text));
        }
    }

    /** {@return the check's result} */
    SeriesCheck check(SeriesKey key, long rows, long dropped) {
        List<Finding> all = new ArrayList<>(worse);
        all.addAll(gaps.subList(0, Math.min(gaps.size(), SeriesCheck.MOST - worse.size())));
        all.sort(Comparator.comparingLong(Finding::atNanos));
        return new SeriesCheck(key, rows, all, found, dropped);
    }
}
