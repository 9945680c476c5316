package dev.tradewind.app;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.PerformanceInput;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.SignalRun;
import dev.tradewind.domain.Asset;
import java.math.BigDecimal;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The figures of a trial, worked out when they are asked for. */
final class TrialFigures {

    private final Asset quote;
    private final long startAtoms;
    private final long endAtoms;
    private final Supplier<long[][]> points;
    private final DoubleSupplier maxDrawdown;

    private TrialFigures(
            Asset quote, long startAtoms, long endAtoms, Supplier<long[][]> points, DoubleSupplier maxDrawdown) {
        this.quote = quote;
        this.startAtoms = startAtoms;
        this.endAtoms = endAtoms;
        this.points = points;
        this.maxDrawdown = maxDrawdown;
    }

    /** {@return the figures of a run that was played} */
    static TrialFigures of(BacktestReport report) {
        return new TrialFigures(
                report.instrument().quote(), report.startEquityAtoms(), report.endEquityAtoms(),
                () -> report.equity().points(), () -> report.equity().maxDrawdown());
    }

    /** {@return the figures of a run that was worked out, to be asked for before the next is} */
    static TrialFigures of(SignalRun run) {
        return new TrialFigures(
                run.instrument().quote(), run.startEquityAtoms(), run.endEquityAtoms(), run::points,
                () -> run.equity().maxDrawdown());
    }

    double value(Metric metric) {
        return switch (metric) {
            case TOTAL_RETURN -> (endAtoms - startAtoms) / (double) startAtoms;
            case NET_PROFIT -> quote.toDecimal(endAtoms - startAtoms).doubleValue();
            case MAX_DRAWDOWN -> maxDrawdown.getAsDouble();
            default -> all().value(metric);
        };
    }

    Performance all() {
        return Performance.measure(PerformanceInput.of(equity()));
    }

    private EquitySeries equity() {
        long[][] marks = points.get();
        double[] equity = new double[marks[1].length];
        double unit = quote.toAtoms(BigDecimal.ONE);
        for (int i = 0; i < equity.length; i++) {
            equity[i] = marks[1][i] / unit;
        }
        return new EquitySeries(marks[0], equity);
    }
}
