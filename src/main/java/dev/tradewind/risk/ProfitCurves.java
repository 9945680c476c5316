package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * The profits of up to 32 owners, sampled 64 times a window, and how alike they move: Pearson's correlation of the changes
 * from sample to sample, over the samples both owners have. Bounded. Engine thread only.
 */
public final class ProfitCurves implements Stateful {

    /** Owners beyond this are not compared. */
    public static final int MOST = 32;

    private static final int SAMPLES = 64;
    private static final int LEAST = 8;

    private final long stepNanos;
    private final long[][] profits = new long[MOST][SAMPLES];
    private final long[] since = new long[MOST];
    private int owners;
    private long samples;
    private long nextNanos = Long.MIN_VALUE;
    private long highestE8 = RiskMetric.NOTHING;

    /** Over a window, positive. */
    public ProfitCurves(long windowNanos) {
        stepNanos = Math.max(1, windowNanos / SAMPLES);
    }

    /** {@return whether it is time for a sample} */
    public boolean due(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    /** Takes owner {@code index}'s profit; owners are counted up from 0 and keep their numbers. */
    public void profit(int index, long atoms) {
        if (index >= owners) {
            owners = index + 1;
            since[index] = samples;
        }
        profits[index][(int) (samples % SAMPLES)] = atoms;
    }

    /** All profits of a sample were told. */
    public void sampled(long nowNanos) {
        samples++;
        nextNanos = nowNanos + stepNanos;
        highestE8 = RiskMetric.NOTHING;
        for (int one = 0; one < owners; one++) {
            for (int other = 0; other < one; other++) {
                highestE8 = Math.max(highestE8, correlationE8(one, other));
            }
        }
    }

    /** {@return the highest correlation of any two times 10⁸, {@link RiskMetric#NOTHING} while too little is known} */
    public long highestE8() {
        return highestE8;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Profits", 1).number(samples).number(nextNanos).number(highestE8).number(owners);
        for (int i = 0; i < owners; i++) {
            out.number(since[i]).numbers(profits[i], SAMPLES);
        }
    }

    @Override
    public void load(StateReader in) {
        samples = in.section("Profits", 1).number();
        nextNanos = in.number();
        highestE8 = in.number();
        owners = in.place(MOST + 1);
        for (int i = 0; i < owners; i++) {
            since[i] = in.number();
            in.numbers(profits[i]);
        }
    }

    private long correlationE8(int one, int other) {
        long from = Math.max(Math.max(since[one], since[other]), samples - SAMPLES) + 1;
        long count = samples - from;
        if (count < LEAST) {
            return RiskMetric.NOTHING;
        }
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (long at = from; at < samples; at++) {
            double x = change(one, at);
            double y = change(other, at);
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        double spread = (count * sumXx - sumX * sumX) * (count * sumYy - sumY * sumY);
        return spread <= 0
                ? RiskMetric.NOTHING
                : Math.round((count * sumXy - sumX * sumY) / Math.sqrt(spread) * RiskUnit.ONE_E8);
    }

    private double change(int owner, long at) {
        return (double) profits[owner][(int) (at % SAMPLES)] - profits[owner][(int) ((at - 1) % SAMPLES)];
    }
}
