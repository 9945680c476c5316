package dev.tradewind.cli;

import dev.tradewind.app.FillChoice;
import picocli.CommandLine.Option;

/** What is assumed about fills where the data does not tell. */
final class ModelOptions {

    @Option(
            names = "--path",
            paramLabel = "nearest|pessimistic|optimistic",
            description = "Which extreme of a candle comes first where a stop and a profit order lie in it; default nearest.")
    private String path = FillChoice.DEFAULT.path();

    @Option(
            names = "--latency",
            paramLabel = "MODEL",
            description = "constant, or jitter:millis=5 for a random rest beyond --latency-ms; default constant.")
    private String latency = FillChoice.DEFAULT.latency();

    @Option(
            names = "--slippage",
            paramLabel = "MODEL",
            description = {
                "bps, or root:bps=50 for more with the square root of the order's share of the last candle's",
                "(or minute's) volume, beyond --slippage-bps; default bps. A recorded book needs neither."
            })
    private String slippage = FillChoice.DEFAULT.slippage();

    @Option(
            names = "--queue",
            paramLabel = "MODEL",
            description = {
                "On trades: through (a limit fills only when a trade prints through it), or average:times=1",
                "(at its price once that many times what lately traded at one price has); default through."
            })
    private String queue = FillChoice.DEFAULT.queue();

    @Option(
            names = "--cancels",
            paramLabel = "MODEL",
            description = "On a recorded book, where in the queue cancels come from: log or linear; default log.")
    private String cancels = FillChoice.DEFAULT.cancels();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of what is drawn by chance: the jitter of the latency. Default 42.")
    private long seed = FillChoice.DEFAULT.seed();

    /** {@return whether anything is not as usual} */
    boolean given() {
        return !models().equals(FillChoice.DEFAULT);
    }

    /** {@return the models as chosen} */
    FillChoice models() {
        return new FillChoice(path, latency, slippage, queue, cancels, seed);
    }
}
