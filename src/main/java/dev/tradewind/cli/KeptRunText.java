package dev.tradewind.cli;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A kept run in words: every figure and check. */
final class KeptRunText {

    private static final int LABEL = 30;

    private final List<String> lines = new ArrayList<>();

    private KeptRunText() {}

    /** {@return the lines} */
    static List<String> lines(RunReport report) {
        KeptRunText text = new KeptRunText();
        text.origin(report);
        text.figures(report);
        text.checks(report);
        return text.lines;
    }

    private void row(String label, String value) {
        lines.add(String.format(Locale.ROOT, "%-" + LABEL + "s%s", label, value));
    }

    private void origin(RunReport report) {
        lines.add(report.title());
        lines.add("");
        for (RunReport.Data data : report.data()) {
            row("Data", data.source() + ", " + data.symbol()
                    + (data.timeframe().isEmpty() ? "" : " " + data.timeframe()) + ", "
                    + FigureText.count(data.events()) + " events"
                    + Numbers.gaps(data.missing(), data.gaps())
                    + ", checksum " + data.checksum());
        }
        row("Range", Times.show(report.firstNanos()) + " to " + Times.show(report.lastNanos()) + " UTC");
        row("Fills", report.tier().name() + ": " + report.tier().belief());
        row("Equity", FigureText.money(report.startEquity()) + " -> " + FigureText.money(report.endEquity()) + " "
                + report.quote());
        report.spread().ifPresent(spread -> row("Spread", FigureText.count(report.unclear())
                + (report.unclear() == 1 ? " candle" : " candles") + " held a stop and a profit order; stops first "
                + FigureText.money(spread.pessimisticEnd()) + ", profits first "
                + FigureText.money(spread.optimisticEnd())));
        lines.add("");
    }

    private void figures(RunReport report) {
        for (Metric metric : Metric.values()) {
            row(metric.label(), FigureText.of(metric, report.performance())
                    + (metric.unit() == Metric.Unit.MONEY ? " " + report.quote() : ""));
        }
        for (RunReport.Part part : report.parts()) {
            lines.add("");
            row(part.kind() + " " + part.name(), FigureText.of(Metric.NET_PROFIT, part.performance()) + " "
                    + report.quote() + ", " + FigureText.of(Metric.TRADES, part.performance()) + " trades, "
                    + FigureText.of(Metric.WIN_RATE, part.performance()) + " won");
        }
    }

    private void checks(RunReport report) {
        lines.add("");
        for (RunReport.Check check : report.checks()) {
            row(check.label(), check.verdict().name().toLowerCase(Locale.ROOT) + ": " + check.text());
        }
        row("Orders", FigureText.count(report.fills()) + " fills, " + FigureText.count(report.refusals()) + " refused");
        row("Hash", report.journalHash() + " over " + FigureText.count(report.journalRows()) + " journal rows");
    }
}
