package dev.tradewind.optimise;

import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.Progress;
import java.util.Map;

/** Runs trials one after another, on one thread: each worker has one of its own over the same immutable history. */
@FunctionalInterface
public interface TrialRunner {

    /**
     * Runs a backtest. The same parameters give the same run, whoever runs it and whatever ran before.
     *
     * @param params   values of the searched parameters
     * @param progress asked now and then whether to go on; may be ignored by what takes less than a second
     */
    TrialRun run(Map<String, String> params, Progress progress);

    /** {@return every figure of a trial that ran before: asked of the best alone} */
    default Performance figures(Map<String, String> params, Progress progress) {
        return run(params, progress).performance().get();
    }

    /**
     * {@return whether it works a trial that runs out of whole columns, instead of playing it event by event} On any
     * thread.
     */
    default boolean worksOut(Map<String, String> params) {
        return false;
    }
}
