package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.MonthlyReturns;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.SharpeEvidence;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Data;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.FillTier;
import dev.tradewind.ui.widget.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run as the screen shows it, worked out once and away from the JavaFX thread. Immutable.
 *
 * @param run   the run with its number and the trials on its data
 * @param terms what its set-up says, in words
 */
record ReportModel(
        Run run, RunTerms terms, Curves curves, List<MonthlyReturns.Year> years,
        List<Deal> deals, Counts counts, Histogram histogram, Exposure exposure) {

    /** With fewer days a ratio of daily returns tells nothing, and a year made of them less. */
    static final int ENOUGH_DAYS = 30;

    /** With fewer closed deals a win rate or a profit factor tells little. */
    static final int ENOUGH_DEALS = 30;

    /** How many deals closed, how many of them won, and how long the longest of all lasted. */
    record Counts(long closed, long won, long longestNanos) {

        static Counts of(List<ClosedTrade> trades) {
            long closed = 0;
            long won = 0;
            long longest = 0;
            for (ClosedTrade trade : trades) {
                closed += trade.isOpen() ? 0 : 1;
                won += !trade.isOpen() && trade.net() > 0 ? 1 : 0;
                longest = Math.max(longest, trade.closeNanos() - trade.openNanos());
            }
            return new Counts(closed, won, longest);
        }
    }

    /** A deal with its number, counting from 1. */
    record Deal(int number, ClosedTrade trade) {}

    /** A figure of the strip on top. */
    record Card(String label, String value, String tone, String note) {}

    /** A label with a value. */
    record Line(String label, String value, String tone) {}

    static ReportModel of(Run run, RunTerms terms) {
        RunReport report = run.report();
        List<Deal> deals = new ArrayList<>(report.trades().size());
        for (int i = report.trades().size() - 1; i >= 0; i--) {
            deals.add(new Deal(i + 1, report.trades().get(i)));
        }
        return new ReportModel(
                run, terms, Curves.of(report), MonthlyReturns.of(report.daily()).years(), List.copyOf(deals),
                Counts.of(report.trades()), Histogram.of(report.trades()), Exposure.of(report));
    }

    RunReport report() {
        return run.report();
    }

    int number() {
        return run.number();
    }

    /** {@return backtests ever tried on this data, 0 where they are not counted} */
    long trials() {
        return run.trials();
    }

    private double figure(Metric metric) {
        return report().performance().value(metric);
    }

    /** {@return what was played, when and under what terms, in one line} */
    String summary() {
        long events = report().data().stream().mapToLong(Data::events).sum();
        String symbols = report().data().stream().map(Data::symbol).distinct().collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>(List.of(
                symbols,
                Figures.day(report().firstNanos()) + " – " + Figures.day(report().lastNanos()),
                Figures.whole(events) + " " + kind(),
                Figures.fixed(report().startEquity(), 0) + " " + report().quote()));
        parts.addAll(terms.parts());
        return String.join(" · ", parts);
    }

    private String kind() {
        List<String> timeframes = report().data().stream().map(Data::timeframe).distinct().toList();
        if (timeframes.size() != 1) {
            return "market events";
        }
        return timeframes.getFirst().isEmpty() ? "market events" : timeframes.getFirst() + " candles";
    }

    /** {@return the strip's figures} */
    List<Card> cards() {
        double net = report().endEquity() - report().startEquity();
        double annual = figure(Metric.ANNUAL_RETURN);
        return List.of(
                new Card("Net profit", Words.signed(net, 2), Words.tone(net), Words.change(report().totalReturn(), 2)
                        + " in all"),
                tooShort()
                        ? new Card("Per year", Figures.NONE, "", days() + ", too few to stretch")
                        : new Card("Per year", Words.change(annual, 2), Words.tone(annual),
                                "holding " + Words.change(figure(Metric.BENCHMARK_RETURN), 1) + " in all"),
                new Card("Max drawdown", Words.change(-Math.abs(figure(Metric.MAX_DRAWDOWN)), 2), "", deepest()),
                new Card("Sharpe", Words.of(Metric.SHARPE, report().performance()), "",
                        "Sortino " + Words.of(Metric.SORTINO, report().performance()) + " · Calmar "
                                + Words.of(Metric.CALMAR, report().performance())),
                new Card("Profit factor", Words.of(Metric.PROFIT_FACTOR, report().performance()), "",
                        "expectancy " + Words.signed(figure(Metric.EXPECTANCY), 2) + " a deal"),
                new Card("Deals", Figures.whole(closed()), "", won()),
                new Card("Exposure", Words.percent(figure(Metric.EXPOSURE), 1), "", "longest deal " + longest()));
    }

    private String deepest() {
        int row = curves.deepest();
        double length = figure(Metric.MAX_DRAWDOWN_LENGTH);
        if (row < 0 || curves.fall()[row] == 0) {
            return "never under water";
        }
        return Figures.day((long) (curves.seconds()[row] * 1e9)) + ", longest " + Figures.fixed(length, 0) + " days";
    }

    private long closed() {
        return counts.closed();
    }

    private String won() {
        long won = counts.won();
        return closed() == 0 ? "none closed" : Figures.whole(won) + " won, "
                + Words.percent(won / (double) closed(), 1);
    }

    private String longest() {
        return report().trades().isEmpty() ? Figures.NONE : Figures.duration(counts.longestNanos());
    }

    /** {@return what the fill tier is called} */
    static String tierName(FillTier tier) {
        return switch (tier) {
            case T0 -> "Candles alone";
            case T1 -> "Finer candles";
            case T2 -> "Single trades";
            case T3 -> "Recorded book";
        };
    }

    /** {@return what the tier left open in this run} */
    String tierNote() {
        if (report().unclear() == 0) {
            return "no candle left open whether stop or profit came first";
        }
        return Figures.whole(report().unclear()) + (report().unclear() == 1 ? " candle" : " candles")
                + " left open whether stop or profit came first";
    }

    /** {@return what was checked about the run, then whether it is long enough to tell anything} */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>(report().checks());
        if (tooShort()) {
            checks.add(new Check("length", "Length", Verdict.WARNING,
                    days() + ": below " + ENOUGH_DAYS + " days ratios tell nothing"));
        }
        if (closed() < ENOUGH_DEALS) {
            checks.add(new Check("deals", "Closed deals", Verdict.WARNING,
                    closed() + ": below " + ENOUGH_DEALS + " deals their figures tell little"));
        }
        return checks;
    }

    private boolean tooShort() {
        return !(figure(Metric.DAYS) >= ENOUGH_DAYS);
    }

    private String days() {
        double days = figure(Metric.DAYS);
        return Double.isNaN(days) ? "less than a day" : Figures.fixed(days, 0) + (days == 1 ? " day" : " days");
    }

    /** {@return the gravest verdict of all checks} */
    Verdict verdict() {
        Verdict gravest = Verdict.PASSED;
        for (Check check : checks()) {
            gravest = check.verdict().compareTo(gravest) > 0 ? check.verdict() : gravest;
        }
        return gravest;
    }

    /** {@return what stands behind the Sharpe ratio; empty where the run is too short to tell} */
    Optional<Luck> luck() {
        if (trials() < 1 || tooShort()) {
            return Optional.empty();
        }
        SharpeEvidence evidence = SharpeEvidence.of(report().performance());
        double year = Math.sqrt(Performance.DAYS_A_YEAR);
        double deflated = evidence.deflated(trials());
        double deviation = Math.sqrt(evidence.samplingVariance());
        if (!Double.isFinite(deflated) || !Double.isFinite(deviation)) {
            return Optional.empty();
        }
        return Optional.of(new Luck(
                deflated, evidence.probabilistic(0), SharpeEvidence.luckiest(trials(),
                        evidence.samplingVariance()) * year,
                evidence.sharpe() * year, deviation * year));
    }

    /**
     * How likely it is that a Sharpe ratio is more than luck. Ratios a year.
     *
     * @param deflated      how likely the true ratio is above what the best of so many tries brings by chance
     * @param probabilistic how likely it is above 0, as if this were the only try
     * @param byChance      what the best of so many tries brings by chance
     * @param ratio         this run's
     * @param deviation     of the ratio as an estimate
     */
    record Luck(double deflated, double probabilistic, double byChance, double ratio, double deviation) {

        /** Below this a result may be luck. */
        static final double ENOUGH = 0.95;
    }

    /** {@return the return at the pessimistic, the reported and the optimistic end} */
    double[] ends() {
        double start = report().startEquity();
        return report().spread()
                .map(spread -> new double[] {
                    spread.pessimisticEnd() / start - 1, report().totalReturn(), spread.optimisticEnd() / start - 1})
                .orElseGet(() -> new double[0]);
    }

    /** {@return every figure that can be told, in the order of reports} */
    List<Line> figures() {
        return figures(report().performance());
    }

    static List<Line> figures(Performance performance) {
        List<Line> lines = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            double value = performance.value(metric);
            if (!Double.isNaN(value)) {
                lines.add(new Line(metric.label(), Words.of(metric, value), ""));
            }
        }
        return lines;
    }

    /** {@return what was played and what it left behind, for the run's own tab} */
    List<Line> facts() {
        List<Line> lines = new ArrayList<>();
        for (Data data : report().data()) {
            lines.add(new Line("Data", data.source(), ""));
            lines.add(new Line("of", data.symbol() + (data.timeframe().isEmpty() ? "" : ", " + data.timeframe()) + ", "
                    + Figures.whole(data.events()) + " events", ""));
            lines.add(new Line("Gaps", data.gaps() == 0 ? "none" : data.gaps() + ", " + Figures.whole(data.missing())
                    + " candles missing", data.gaps() == 0 ? "" : "is-warn"));
            lines.add(new Line("Checksum", data.checksum(), ""));
        }
        lines.add(new Line("Fills", Figures.whole(report().fills()), ""));
        lines.add(new Line("Refused orders", Figures.whole(report().refusals()), report().refusals() == 0 ? ""
                : "is-warn"));
        lines.add(new Line("Journal rows", Figures.whole(report().journalRows()), ""));
        lines.add(new Line("Journal hash", report().journalHash(), ""));
        return lines;
    }
}
