package dev.tradewind.report;

import static dev.tradewind.analytics.Metric.*;

import dev.tradewind.analytics.Drawdown;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.backtest.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What a report says in words and in which order: the same in HTML and PDF. */
final class Summary {

    /** Half of the last digit a percentage shows. */
    private static final double SHALLOW = 0.000_05;

    private final RunReport report;
    private final Performance figures;

    Summary(RunReport report) {
        this.report = report;
        this.figures = report.performance();
    }

    /** How a value is coloured. */
    enum Tone {
        PLAIN,
        GAIN,
        LOSS
    }

    /** A large figure with what belongs to it. */
    record Card(String label, String value, String note, Tone tone) {}

    /** Figures under one head. */
    record Group(String head, List<Metric> metrics) {}

    /** {@return whether a value gains or loses} */
    static Tone tone(double value) {
        return value > 0 ? Tone.GAIN : value < 0 ? Tone.LOSS : Tone.PLAIN;
    }

    /** {@return what was played, when and with what} */
    String line() {
        StringJoiner line = new StringJoiner(" · ");
        line.add(report.data().stream().map(RunReport.Data::symbol).distinct().collect(Collectors.joining(", ")));
        line.add(FigureText.day(report.firstNanos()) + " to " + FigureText.day(report.lastNanos()));
        if (report.data().size() == 1) {
            RunReport.Data data = report.data().getFirst();
            line.add(FigureText.count(data.events()) + (data.timeframe().isEmpty()
                    ? " market events"
                    : " candles of " + data.timeframe()));
        } else {
            line.add(FigureText.count(report.data().stream().mapToLong(RunReport.Data::events).sum()) + " market events");
        }
        line.add(FigureText.money(report.startEquity()) + " " + report.quote());
        return line.toString();
    }

    /** {@return the figures everybody looks at first} */
    List<Card> cards() {
        return List.of(
                card(NET_PROFIT, "Net profit, " + report.quote(), of(TOTAL_RETURN) + " in all"),
                card(ANNUAL_RETURN, "Per year", "holding " + of(BENCHMARK_RETURN) + " in all"),
                card(MAX_DRAWDOWN, "Max drawdown", of(MAX_DRAWDOWN_LENGTH) + " under water"),
                card(SHARPE, "Sharpe", "Sortino " + of(SORTINO) + " · Calmar " + of(CALMAR)),
                card(PROFIT_FACTOR, "Profit factor", "expectancy " + of(EXPECTANCY)),
                card(TRADES, "Trades", of(WIN_RATE) + " won"),
                card(EXPOSURE, "Exposure", "fees " + of(FEES)));
    }

    private Card card(Metric metric, String label, String note) {
        Tone tone = FigureText.signed(metric) ? tone(figures.value(metric)) : Tone.PLAIN;
        return new Card(label, of(metric), note, tone);
    }

    private String of(Metric metric) {
        return FigureText.of(metric, figures);
    }

    /** {@return every figure, in four groups; one that no group names yet ends the last} */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>(List.of(
                group("Return", TOTAL_RETURN, ANNUAL_RETURN, NET_PROFIT, VOLATILITY, SHARPE, SORTINO, CALMAR, OMEGA,
                        BENCHMARK_RETURN, ALPHA, BETA),
                group("Risk", MAX_DRAWDOWN, MAX_DRAWDOWN_LENGTH, AVERAGE_DRAWDOWN, AVERAGE_DRAWDOWN_LENGTH, ULCER_INDEX,
                        VALUE_AT_RISK, EXPECTED_SHORTFALL, TAIL_RATIO, AVERAGE_ADVERSE, AVERAGE_FAVOURABLE, KELLY),
                group("Trades", TRADES, WIN_RATE, AVERAGE_WIN, AVERAGE_LOSS, PAYOFF, PROFIT_FACTOR, EXPECTANCY, SQN,
                        LONGEST_WINS, LONGEST_LOSSES, AVERAGE_TRADE_LENGTH)));
        Set<Metric> rest = EnumSet.allOf(Metric.class);
        groups.forEach(group -> group.metrics().forEach(rest::remove));
        groups.add(new Group("Activity and costs, " + report.quote(), List.copyOf(rest)));
        return groups;
    }

    private static Group group(String head, Metric... metrics) {
        return new Group(head, Arrays.asList(metrics));
    }

    /** {@return the worst verdict of all checks; passed where there was none} */
    RunReport.Verdict verdict() {
        return report.checks().stream()
                .map(RunReport.Check::verdict)
                .reduce(RunReport.Verdict.PASSED, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** {@return the verdict in words} */
    static String words(RunReport.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "Checks passed";
            case WARNING -> "Look at the warnings";
            case FAILED -> "Not to be believed";
        };
    }

    /** {@return how far unclear candles leave the result open} */
    String spreadText() {
        if (report.spread().isEmpty()) {
            return report.unclear() == 0
                    ? "No candle held both a stop and a profit order: their order is never in doubt."
                    : FigureText.count(report.unclear()) + " candles held both a stop and a profit order.";
        }
        RunReport.Spread spread = report.spread().get();
        double points = (spread.optimisticEnd() - spread.pessimisticEnd()) / report.startEquity();
        return FigureText.count(report.unclear()) + (report.unclear() == 1 ? " candle" : " candles")
                + " held both a stop and a profit order; which came first is worth "
                + FigureText.decimals(points * 100, 2, "") + " points.";
    }

    /** {@return a closing value as a return on the start} */
    double returned(double end) {
        return end / report.startEquity() - 1;
    }

    /** {@return the deepest times under water by day ends, but for those too shallow to be read} */
    List<Drawdown> falls(int most) {
        return Drawdown.deepest(report.daily(), most).stream()
                .filter(fall -> fall.depth() >= SHALLOW)
                .toList();
    }

    /** {@return when a time under water was over} */
    static String recovered(Drawdown fall) {
        return fall.recovered() ? FigureText.day(fall.endNanos()) : "not yet";
    }

    /** {@return what holding's curve is called} */
    String holdName() {
        double scale = EquityPlot.holdScale(report);
        return scale == 1 ? "holding" : "holding, moves drawn × " + FigureText.decimals(scale, scale < 0.1 ? 3 : 2, "");
    }
}
