package dev.tradewind.marketdata;

import dev.tradewind.domain.Side;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes up an order book around real trades where none was recorded, for the screen alone: no order ever fills against
 * it.
 * A pure function of the seed and what it is asked with, so it costs nothing unless looked at and cannot disturb a
 * session.
 *
 * <p>Sizes are log-normal around the size of recent trades and grow with the distance from the market. A level keeps
 * its
 * size until it is traded through, comes notably nearer, or its turn for a fresh size comes, once in
 * {@value #REFRESH_TRADES} trades, each level at another time. Immutable; safe on any thread.
 */
public final class SyntheticDepth {

    /** What such a book is called wherever it shows. */
    public static final String LABEL = "synthetic depth";

    private static final int REFRESH_TRADES = 64;
    private static final int MAX_LEVELS = 1_000;
    private static final double SIZE_SIGMA = 0.8;
    private static final double SPREAD_SIGMA = 0.5;
    private static final double SPREAD_SHARE = 0.0001;
    private static final double GROWTH_PER_DOUBLING = 0.5;

    /** A level holds more than one trade takes. */
    private static final double SIZE_IN_TRADES = 2;

    private static final long SPREAD_SALT = 0x53505245_41440001L;
    private static final long SIDE_SALT = 0x53494445_00000001L;

    private final long seed;

    /** Equal seeds make equal books. */
    public SyntheticDepth(long seed) {
        this.seed = seed;
    }

    /**
     * {@return the book around a trade}
     *
     * @param lastTicks   price of the last trade, positive
     * @param aggressor   who crossed the spread in it, null if unknown
     * @param tradeCount  trades so far
     * @param tradeLots   mean size of recent trades, positive
     * @param stepTicks   levels behind the best one lie at multiples of this, positive; {@link #naturalStepTicks} fits
     * @param levels      levels a side, 1 to 1,000; the bids end where prices would
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public DepthView around(
            long lastTicks, @Nullable Side aggressor, long tradeCount, long tradeLots, long stepTicks, int levels) {
        requirePositive("last price", lastTicks);
        requirePositive("mean trade size", tradeLots);
        requirePositive("step", stepTicks);
        if (levels < 1 || levels > MAX_LEVELS) {
            throw new IllegalArgumentException("levels " + levels + " is outside 1 to " + MAX_LEVELS);
        }
        long spread = spreadTicks(lastTicks, tradeCount);
        boolean atAsk = aggressor == null ? (mix(SIDE_SALT, lastTicks) & 1) == 0 : aggressor == Side.BUY;
        atAsk &= lastTicks > 1;
        long bid = atAsk ? Math.max(1, lastTicks - spread) : lastTicks;
        long ask = atAsk ? lastTicks : lastTicks + spread;
        double typical = steadied(tradeLots)
                * Math.max(1, StrictMath.sqrt(stepTicks / (double) naturalStepTicks(lastTicks)));
        return new DepthView(
                LABEL,
                side(Side.BUY, bid, stepTicks, tradeCount, typical, levels),
                side(Side.SELL, ask, stepTicks, tradeCount, typical, levels));
    }

    /** {@return a step that suits a price: about a ten-thousandth of it, 1, 2 or 5 times a power of ten ticks} */
    public static long naturalStepTicks(long lastTicks) {
        long target = Math.max(1, lastTicks / 10_000);
        long power = 1;
        while (power <= target / 10) {
            power *= 10;
        }
        return target >= 5 * power ? 5 * power : target >= 2 * power ? 2 * power : power;
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " " + value + " must be positive");
        }
    }

    private List<DepthView.Level> side(
            Side side, long bestTicks, long stepTicks, long tradeCount, double typical, int levels) {
        List<DepthView.Level> rows = new ArrayList<>(levels);
        long cumulative = 0;
        for (int row = 0; row < levels; row++) {
            long price = row == 0 ? bestTicks : behind(side, bestTicks, stepTicks, row);
            if (price <= 0) {
                break;
            }
            long lots = lots(side, price, stepTicks, tradeCount, typical * growth(row));
            cumulative += lots;
            rows.add(new DepthView.Level(price, lots, cumulative));
        }
        return rows;
    }

    /** The {@code row}-th multiple of the step behind the best price. */
    private static long behind(Side side, long bestTicks, long stepTicks, int row) {
        long best = side == Side.BUY ? Math.ceilDiv(bestTicks, stepTicks) : Math.floorDiv(bestTicks, stepTicks);
        return (best - (long) side.sign() * row) * stepTicks;
    }

    /** Grows only where the distance doubles, so that a small move of the market changes few levels. */
    private static double growth(int row) {
        int doublings = 31 - Integer.numberOfLeadingZeros(row + 1);
        return 1 + GROWTH_PER_DOUBLING * doublings;
    }

    private long lots(Side side, long price, long stepTicks, long tradeCount, double mean) {
        long level = mix(mix(side.ordinal() + 1L, price), stepTicks);
        long turn = Math.floorDiv(tradeCount + Math.floorMod(level, REFRESH_TRADES), REFRESH_TRADES);
        double size = mean * logNormal(mix(level, turn), SIZE_SIGMA);
        return Math.max(1, (long) size);
    }

    private long spreadTicks(long lastTicks, long tradeCount) {
        long key = mix(mix(SPREAD_SALT, lastTicks), Math.floorDiv(tradeCount, REFRESH_TRADES));
        return Math.max(1, (long) (lastTicks * SPREAD_SHARE * logNormal(key, SPREAD_SIGMA)));
    }

    /** A log-normal number with mean 1. */
    private static double logNormal(long key, double sigma) {
        return StrictMath.exp(sigma * new Rng(key).nextGaussian() - sigma * sigma / 2);
    }

    /** The nearest power of four, times what a level holds: recent sizes wander without every level wandering along. */
    private static double steadied(long tradeLots) {
        double power = StrictMath.rint(StrictMath.log(tradeLots) / StrictMath.log(4));
        return SIZE_IN_TRADES * StrictMath.pow(4, power);
    }

    private long mix(long key, long value) {
        return new Rng(seed ^ Long.rotateLeft(key, 17) ^ value * 0x9E3779B97F4A7C15L).nextLong();
    }
}
