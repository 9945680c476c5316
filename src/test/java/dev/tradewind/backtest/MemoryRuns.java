package dev.tradewind.backtest;

import dev.tradewind.analytics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs in memory, counted as those of a data folder are. Safe on any thread. */
public final class MemoryRuns implements RunStore {

    private final TreeMap<Integer, RunReport> reports = new TreeMap<>();
    private final TreeMap<Integer, Kept> lines = new TreeMap<>();
    private int last;

    @Override
    public synchronized int keep(RunReport report, long atNanos) {
        last++;
        reports.put(last, report);
        String symbols = report.data().stream().map(RunReport.Data::symbol).distinct().collect(Collectors.joining(", "));
        lines.put(last, new Kept(
                last, atNanos, report.title(), symbols, report.totalReturn(),
                report.performance().value(Metric.MAX_DRAWDOWN), report.performance().value(Metric.SHARPE),
                report.trades().stream().filter(trade -> !trade.isOpen()).count(), report.journalHash()));
        return last;
    }

    @Override
    public synchronized List<Kept> newest(int most) {
        return new ArrayList<>(lines.descendingMap().values()).stream().limit(most).toList();
    }

    @Override
    public synchronized Optional<RunReport> load(int number) {
        return Optional.ofNullable(reports.get(number));
    }

    @Override
    public synchronized Optional<String> setup(int number) {
        return load(number).map(RunReport::setup);
    }

    @Override
    public synchronized boolean drop(int number) {
        lines.remove(number);
        return reports.remove(number) != null;
    }
}
