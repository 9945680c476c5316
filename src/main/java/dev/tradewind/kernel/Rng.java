package dev.tradewind.kernel;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * Seeded randomness: splitmix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). The same
 * seed gives the same numbers everywhere.
 */
public final class Rng implements Stateful {

    private long state;

    /** Starts the sequence of {@code seed}. */
    public Rng(long seed) {
        this.state = seed;
    }

    /** {@return the next 64 random bits} */
    public long nextLong() {
        long z = state += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@return a uniform number strictly between 0 and 1} */
    public double nextDouble() {
        return ((nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** {@return a uniform whole number from 0 to {@code bound} − 1} */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, not " + bound);
        }
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    @Override
    public void save(StateWriter out) {
        out.section("Rng", 1).number(state);
    }

    @Override
    public void load(StateReader in) {
        state = in.section("Rng", 1).number();
    }

    /** {@return a standard normal number (Box–Muller on {@link StrictMath}, bit-identical everywhere)} */
    public double nextGaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(nextDouble())) * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }
}
