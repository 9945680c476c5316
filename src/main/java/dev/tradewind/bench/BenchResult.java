package dev.tradewind.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a benchmark found.
 *
 * @param value     median of at least five runs after warm-up
 * @param peer      what ran beside it in the same process; empty where nothing did
 * @param peerValue the peer's figure in the same unit
 * @param hash      identity of the work done, for instance a backtest's hash; empty where there is none
 * @param gate      {@code ok}, or why the work done was not the right work
 * @param allocatedBytes bytes allocated per unit of work once warm; empty where that is not measured
 * @param goal      what the value ought to reach where only the run itself could tell; else the benchmark says it
 */
public record BenchResult(
        double value,
        Optional<String> peer,
        OptionalDouble peerValue,
        Optional<String> hash,
        String gate,
        OptionalDouble allocatedBytes,
        OptionalDouble goal) {

    /** The gate of the right work. */
    public static final String OK = "ok";

    /** {@return a result of the right work, without hash and peer} */
    public static BenchResult of(double value) {
        return new BenchResult(value, Optional.empty(), OptionalDouble.empty(), Optional.empty(), OK, OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** {@return the same result with the identity of the work} */
    public BenchResult withHash(String work) {
        return new BenchResult(value, peer, peerValue, Optional.of(work), gate, allocatedBytes, goal);
    }

    /** {@return the same result beside a peer's} */
    public BenchResult beside(String other, double figure) {
        return new BenchResult(value, Optional.of(other), OptionalDouble.of(figure), hash, gate, allocatedBytes, goal);
    }

    /** {@return the same result under a verdict: {@code ok}, or why not} */
    public BenchResult judged(String verdict) {
        return new BenchResult(value, peer, peerValue, hash, verdict, allocatedBytes, goal);
    }

    /** {@return the same result with the bytes allocated per unit of work} */
    public BenchResult allocating(double bytes) {
        return new BenchResult(value, peer, peerValue, hash, gate, OptionalDouble.of(bytes), goal);
    }

    /** {@return the same result with what it ought to reach, found in the run} */
    public BenchResult asking(double reach) {
        return new BenchResult(
                value, peer, peerValue, hash, gate, allocatedBytes, OptionalDouble.of(reach));
    }

    /** {@return whether the right work was done} */
    public boolean passed() {
        return gate.equals(OK);
    }

    /** {@return value ÷ peer's value, empty without a peer} */
    public OptionalDouble ratio() {
        return peerValue.isPresent() ? OptionalDouble.of(value / peerValue.getAsDouble()) : OptionalDouble.empty();
    }
}
