package dev.tradewind.sim;

/**
 * What is assumed where the data does not tell how an order would have fared. Each model is named as in {@link ModelCatalog}.
 *
 * @param path     which extreme of a candle comes first
 * @param latency  how long messages take
 * @param slippage how much worse takers fill
 * @param queue    what stands ahead of a limit order where no book tells
 * @param share    where in a recorded queue cancels come from
 * @param seed     of everything that is drawn by chance
 */
public record FillModels(PathRule path, String latency, String slippage, String queue, String share, long seed) {

    /** Nothing drawn by chance, the most cautious queue. */
    public static final FillModels DEFAULT = new FillModels(
            PathRule.NEAREST,
            LatencyModel.CONSTANT.id(),
            SlippageModel.BPS.id(),
            QueueModel.THROUGH.id(),
            QueueShare.LOG.id(),
            42);

    /** Checks and completes the choices. */
    public FillModels {
        latency = ModelCatalog.canonical("latency", ModelCatalog.LATENCY, latency);
        slippage = ModelCatalog.canonical("slippage", ModelCatalog.SLIPPAGE, slippage);
        queue = ModelCatalog.canonical("queue", ModelCatalog.QUEUE, queue);
        share = ModelCatalog.canonical("cancel share", ModelCatalog.SHARE, share);
    }

    /** {@return the same with another path through candles} */
    public FillModels with(PathRule rule) {
        return new FillModels(rule, latency, slippage, queue, share, seed);
    }

    /** {@return the choices as one line, to be read back with {@link #read}} */
    public String text() {
        return String.join(" ", path.name(), latency, slippage, queue, share, Long.toString(seed));
    }

    /**
     * {@return the choices of a line that {@link #text} wrote}
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FillModels read(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("fill models are six words, not '" + text + "'");
        }
        return new FillModels(
                PathRule.valueOf(parts[0]), parts[1], parts[2], parts[3], parts[4], Long.parseLong(parts[5]));
    }
}
