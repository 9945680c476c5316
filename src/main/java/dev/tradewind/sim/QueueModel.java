package dev.tradewind.sim;

import dev.tradewind.domain.ParamSpec;
import java.util.List;

/** How much stands before a limit order at its price where no book tells (fill tier T2). Engine thread only. */
@FunctionalInterface
public interface QueueModel {

    /** More than any market trades: the order fills only when a trade prints through its price. */
    long ENDLESS = Long.MAX_VALUE;

    /** The most cautious: a print at the price is never ours. */
    ModelType<QueueModel> THROUGH = new ModelType<>(
            "through", "Print through", "A limit order fills only when a trade prints beyond its price.", List.of(),
            (params, terms, rng) -> usual -> ENDLESS);

    /** So many times what lately traded at one price before the price moved on. */
    ModelType<QueueModel> AVERAGE = new ModelType<>(
            "average",
            "Multiple of the recent average",
            "The queue ahead is a multiple of what on average traded at one price lately.",
            List.of(ParamSpec.decimal(
                    "times", "Times", "Queue", "×", "1", "0", "1000", "How many times the recent average at a price.")),
            (params, terms, rng) -> {
                double times = params.decimal("times").doubleValue();
                return usual -> (long) StrictMath.ceil(times * usual);
            });

    /**
     * {@return lots ahead of an order that comes to rest now; {@link #ENDLESS} for never our turn}
     *
     * @param usualLots what on average traded at one price, over the last {@value RecentVolume#RUNS} prices
     */
    long aheadLots(long usualLots);
}
