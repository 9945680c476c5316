package dev.tradewind.sim;

import dev.tradewind.domain.ParamSpec;
import java.math.BigDecimal;
import java.util.List;

/** How long a message takes between us and the venue. Asked once per message, on the engine thread. */
@FunctionalInterface
public interface LatencyModel {

    /** Always the session's latency. */
    ModelType<LatencyModel> CONSTANT = new ModelType<>(
            "constant", "Constant", "Every message takes the latency given.", List.of(), (params, terms, rng) -> {
                long nanos = terms.latencyNanos();
                return () -> nanos;
            });

    /** The session's latency and a random rest, most of it short: exponentially distributed. */
    ModelType<LatencyModel> JITTER = new ModelType<>(
            "jitter",
            "Constant and jitter",
            "Adds a random delay to each message, exponentially distributed and drawn from the session's seed.",
            List.of(ParamSpec.decimal(
                    "millis", "Mean jitter", "Latency", "ms", "5", "0.001", "60000", "The mean of the added delay.")),
            (params, terms, rng) -> {
                long base = terms.latencyNanos();
                double mean = params.decimal("millis").multiply(BigDecimal.valueOf(1_000_000)).doubleValue();
                return () -> base + (long) (-mean * StrictMath.log(rng.nextDouble()));
            });

    /** {@return the delay of the next message in nanoseconds, not negative} */
    long nanos();
}
