package dev.tradewind.app;

import dev.tradewind.sim.FillModels;
import dev.tradewind.sim.PathRule;
import java.util.Locale;

/**
 * What is assumed about fills where the data does not tell, as a person names it; each in full after construction.
 *
 * @param path     which extreme of a candle comes first where a stop and a profit order lie in it: {@code nearest},
 *                 {@code pessimistic} or {@code optimistic}
 * @param latency  how long messages take beyond the constant: {@code constant}, {@code jitter:millis=5}
 * @param slippage how much worse takers fill: {@code bps}, {@code root:bps=50}
 * @param queue    what stands ahead of a limit order on trades: {@code through}, {@code average:times=1}
 * @param cancels  where in a recorded queue cancels come from: {@code log}, {@code linear}
 * @param seed     of everything that is drawn by chance
 */
public record FillChoice(String path, String latency, String slippage, String queue, String cancels, long seed) {

    /** Nothing drawn by chance, the most cautious queue. */
    public static final FillChoice DEFAULT = new FillChoice("nearest", "constant", "bps", "through", "log", 42);

    /** Checks and completes; an unknown model or a value out of range is refused by name. */
    public FillChoice {
        FillModels models = models(path, latency, slippage, queue, cancels, seed);
        path = models.path().name().toLowerCase(Locale.ROOT);
        latency = models.latency();
        slippage = models.slippage();
        queue = models.queue();
        cancels = models.share();
    }

    private static FillModels models(
            String path, String latency, String slippage, String queue, String cancels, long seed) {
        for (PathRule rule : PathRule.values()) {
            if (rule.name().equalsIgnoreCase(path.strip())) {
                return new FillModels(rule, latency, slippage, queue, cancels, seed);
            }
        }
        throw new IllegalArgumentException(
                "there is no path '" + path + "'; there are nearest, pessimistic, optimistic");
    }

    FillModels models() {
        return models(path, latency, slippage, queue, cancels, seed);
    }
}
