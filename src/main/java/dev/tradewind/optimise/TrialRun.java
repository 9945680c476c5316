package dev.tradewind.optimise;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A run of a trial while it is still at hand. Figures are worked out when asked for: of most trials only the objective
 * is.
 *
 * @param journalHash the run's journal hash, 16 hexadecimal digits
 * @param figure      works out one figure
 * @param performance works out all of them
 * @param refusal     why it could not run, empty where it did
 */
public record TrialRun(
        String journalHash, ToDoubleFunction<Metric> figure, Supplier<Performance> performance, String refusal) {

    /** {@return a run that took place} */
    public static TrialRun of(
            String journalHash, ToDoubleFunction<Metric> figure, Supplier<Performance> performance) {
        return new TrialRun(journalHash, figure, performance, "");
    }

    /** {@return a run that did not, and why} */
    public static TrialRun refused(String why) {
        return new TrialRun("", metric -> Double.NaN, () -> Performance.of(Map.of()), why.isEmpty() ? "refused" : why);
    }
}
