package dev.tradewind.sim;

import java.util.List;

/**
 * Where in the queue a cancelled amount stood (fill tier T3): behind us with the share f(behind) / (f(behind) + f(ahead)).
 * This is f. Source: {@code trading.md} §5; the same family as hftbacktest's probability queue models. Engine thread only.
 */
@FunctionalInterface
public interface QueueShare {

    /** Cancels come from either part somewhat more evenly than by size: f(x) = log(1 + x). */
    ModelType<QueueShare> LOG = new ModelType<>(
            "log", "Logarithm", "f(x) = log(1 + x): cancels come from both parts rather evenly.", List.of(),
            (params, terms, rng) -> StrictMath::log1p);

    /** Every lot is as likely to be cancelled as any other: f(x) = x. */
    ModelType<QueueShare> LINEAR = new ModelType<>(
            "linear", "Proportional", "f(x) = x: each lot is as likely to be cancelled as any other.", List.of(),
            (params, terms, rng) -> lots -> lots);

    /** {@return f of a number of lots; not negative, rising, 0 at 0} */
    double of(double lots);
}
