package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.app.BacktestRunner.Played;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.RunReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's report in words and as JSON: of any number of histories and bots. */
final class RunText {

    private static final int LABEL = 14;
    private static final int FIGURE = 26;
    private static final int COLUMN = 24;
    private static final int TWO = 2;

    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private RunText(RunReport report) {
        this.report = report;
    }

    /** {@return the report of several bots for people} */
    static List<String> lines(Played played) {
        RunText text = new RunText(played.report());
        text.origin();
        text.result();
        text.bots(played.bots());
        played.account().filter(log -> log.count() > 0).ifPresent(log -> {
            text.row("Risk", "the whole account: " + RiskText.count(log.count()));
            text.lines.addAll(RiskText.rows(log.rows()));
        });
        text.parts();
        text.figures();
        text.checks();
        text.hash();
        return text.lines;
    }

    /** {@return the figures and checks of a run for people, to stand below what one bot's report says} */
    static List<String> figures(RunReport report) {
        RunText text = new RunText(report);
        text.figures();
        text.checks();
        return text.lines;
    }

    private void row(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-" + LABEL + "s%s", label, text));
    }

    private String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private void origin() {
        lines.add(report.title());
        lines.add("");
        for (RunReport.Data data : report.data()) {
            row("Data", data.symbol() + ": " + data.source() + ", " + Numbers.count(data.events()) + " "
                    + (data.timeframe().isEmpty() ? "events" : "events on " + data.timeframe() + " candles")
                    + Numbers.gaps(data.missing(), data.gaps()));
        }
        row("Played", Times.show(report.firstNanos()) + " to " + Times.show(report.lastNanos()) + " UTC");
        row("Fills", report.tier().name() + ": " + report.tier().belief());
        lines.add("");
    }

    private void result() {
        row("Equity", money(report.startEquity()) + " -> " + money(report.endEquity()) + " " + report.quote());
        row("Return", Numbers.percent(report.totalReturn()));
        row("Trades", Numbers.count(report.trades().stream().filter(trade -> !trade.isOpen()).count()) + " round trips, "
                + Numbers.count(report.fills()) + " fills, " + Numbers.count(report.refusals()) + " orders refused");
        row("Unclear", Numbers.count(report.unclear()) + " candles held a stop and a profit order"
                + report.spread()
                        .map(both -> "; stops first " + money(both.pessimisticEnd()) + ", profits first "
                                + money(both.optimisticEnd()) + ", spread "
                                + money(Math.abs(both.optimisticEnd() - both.pessimisticEnd())) + " " + report.quote())
                        .orElse(""));
    }

    private void bots(List<List<BacktestReport>> lanes) {
        int id = 1;
        for (List<BacktestReport> lane : lanes) {
            for (BacktestReport bot : lane) {
                row("Bot " + id++, bot.bot() + " on " + bot.instrument().symbol() + ": " + BacktestText.words(bot.state())
                        + (bot.stateReason().isEmpty() ? "" : ": " + bot.stateReason()));
            }
            BacktestReport any = lane.getFirst();
            if (any.risk().count() > 0) {
                row("Risk", any.instrument().symbol() + ": " + RiskText.count(any.risk().count()));
                lines.addAll(RiskText.rows(any.risk().rows()));
            }
        }
    }

    private void parts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Part", "Return", "Drawdown", "Trades", "Win rate", "Net " + report.quote(), ""));
        for (RunReport.Part part : report.parts()) {
            Performance figures = part.performance();
            rows.add(List.of(
                    part.name(), text(figures, Metric.TOTAL_RETURN), text(figures, Metric.MAX_DRAWDOWN),
                    text(figures, Metric.TRADES), text(figures, Metric.WIN_RATE), text(figures, Metric.NET_PROFIT), ""));
        }
        lines.add("");
        lines.addAll(Table.aligned(rows));
    }

    /** Every figure that can be told, two in a row. */
    private void figures() {
        List<String> cells = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (!Double.isNaN(report.performance().value(metric))) {
                cells.add(String.format(
                        Locale.ROOT, "%-" + FIGURE + "s%" + (COLUMN / TWO) + "s", metric.label(),
                        text(report.performance(), metric)));
            }
        }
        lines.add("");
        int half = (cells.size() + 1) / TWO;
        for (int i = 0; i < half; i++) {
            lines.add((cells.get(i) + (i + half < cells.size() ? "    " + cells.get(i + half) : "")).stripTrailing());
        }
    }

    private static String text(Performance figures, Metric metric) {
        double value = figures.value(metric);
        if (Double.isNaN(value)) {
            return "-";
        }
        return switch (metric.unit()) {
            case FRACTION -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case RATIO -> String.format(Locale.ROOT, "%.3f", value);
            case MONEY -> String.format(Locale.ROOT, "%,.2f", value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case DAYS -> String.format(Locale.ROOT, "%.2f d", value);
        };
    }

    private void checks() {
        lines.add("");
        for (RunReport.Check check : report.checks()) {
            row(check.verdict().name().toLowerCase(Locale.ROOT), check.label() + ": " + check.text());
        }
    }

    private void hash() {
        lines.add("");
        row("Hash", report.journalHash() + " over " + Numbers.count(report.journalRows()) + " journal rows");
    }

    /** Fills in what a run's report says beyond one bot's: shares as fractions; a figure that cannot be told is null. */
    static void json(ObjectNode json, RunReport report) {
        json.put("title", report.title()).put("refusals", report.refusals());
        ArrayNode data = json.putArray("histories");
        for (RunReport.Data one : report.data()) {
            data.addObject()
                    .put("source", one.source())
                    .put("symbol", one.symbol())
                    .put("timeframe", one.timeframe())
                    .put("events", one.events())
                    .put("gaps", one.gaps())
                    .put("missing", one.missing())
                    .put("checksum", one.checksum());
        }
        metrics(json.putObject("metrics"), report.performance());
        ArrayNode parts = json.putArray("parts");
        for (RunReport.Part part : report.parts()) {
            ObjectNode node = parts.addObject().put("kind", part.kind()).put("name", part.name());
            metrics(node.putObject("metrics"), part.performance());
        }
        ArrayNode checks = json.putArray("checks");
        for (RunReport.Check check : report.checks()) {
            checks.addObject()
                    .put("id", check.id())
                    .put("verdict", check.verdict().name().toLowerCase(Locale.ROOT))
                    .put("text", check.text());
        }
    }

    /** Fills in what one bot's report would have said of a run of several. */
    static void whole(ObjectNode json, RunReport report) {
        json.put("tier", report.tier().name())
                .put("from", Times.iso(report.firstNanos()))
                .put("to", Times.iso(report.lastNanos()))
                .put("quote", report.quote())
                .put("fills", report.fills())
                .put("startEquity", BigDecimal.valueOf(report.startEquity()))
                .put("endEquity", BigDecimal.valueOf(report.endEquity()))
                .put("unclearCandles", report.unclear())
                .put("journalRows", report.journalRows())
                .put("hash", report.journalHash());
        report.spread().ifPresent(both -> json.putObject("spread")
                .put("pessimistic", BigDecimal.valueOf(both.pessimisticEnd()))
                .put("optimistic", BigDecimal.valueOf(both.optimisticEnd())));
        json(json, report);
    }

    private static void metrics(ObjectNode json, Performance figures) {
        for (Metric metric : Metric.values()) {
            double value = figures.value(metric);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                json.putNull(metric.id());
            } else {
                json.put(metric.id(), BigDecimal.valueOf(value));
            }
        }
    }
}
