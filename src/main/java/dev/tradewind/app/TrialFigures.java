package dev.tradewind.app;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.PerformanceInput;
import dev.tradewind.backtest.DayRows;
import dev.tradewind.backtest.PlayedRun;
import dev.tradewind.backtest.RunFigures;
import dev.tradewind.backtest.SignalRun;
import dev.tradewind.domain.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The figures of a trial, worked out when they are asked for, each the same number a report of the run has. What is
 * made of equity by the day alone costs next to nothing; anything else walks the history once more.
 */
final class TrialFigures {

    private final Supplier<Optional<EquitySeries>> daily;
    private final DoubleSupplier deepestFall;
    private final Supplier<Performance> all;

    private TrialFigures(
            Supplier<Optional<EquitySeries>> daily, DoubleSupplier deepestFall, Supplier<Performance> all) {
        this.daily = daily;
        this.deepestFall = deepestFall;
        this.all = all;
    }

    /**
     * {@return the figures of a run that was played}
     *
     * @param days of its candles, empty where it had none
     */
    static TrialFigures of(PlayedRun run, Optional<DayRows> days, Progress progress) {
        return new TrialFigures(
                () -> days.flatMap(run::daily), run::deepestFall, () -> RunFigures.of(run, progress).performance());
    }

    /**
     * {@return the figures of a run that was worked out, to be asked for before the next is}
     *
     * @param played plays it, for figures that need more than equity by the day
     */
    static TrialFigures of(SignalRun run, DayRows days, Supplier<Performance> played) {
        return new TrialFigures(
                () -> Optional.of(run.daily(days)), () -> run.equity().maxDrawdown(), played);
    }

    double value(Metric metric) {
        if (!ofDays(metric)) {
            return all.get().value(metric);
        }
        boolean deep = metric == Metric.MAX_DRAWDOWN || metric == Metric.CALMAR;
        return daily.get()
                .map(equity -> measured(equity, deep ? deepestFall.getAsDouble() : Double.NaN).value(metric))
                .orElseGet(() -> all.get().value(metric));
    }

    /** {@return every figure} */
    Performance all() {
        return all.get();
    }

    private static Performance measured(EquitySeries equity, double deepestFall) {
        double unknown = Double.NaN;
        return Performance.measure(new PerformanceInput(
                equity, EquitySeries.EMPTY, deepestFall, List.of(), unknown, unknown, unknown, unknown, unknown));
    }

    /** {@return whether a figure is made of nothing but equity by the day, and the deepest fall} */
    static boolean ofDays(Metric metric) {
        Set<Metric> days = EnumSet.range(Metric.TOTAL_RETURN, Metric.TAIL_RATIO);
        days.addAll(EnumSet.of(Metric.DAYS, Metric.SKEWNESS, Metric.KURTOSIS));
        return days.contains(metric);
    }
}
