package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Average true range (Wilder, New Concepts in Technical Trading Systems, 1978): the first value is the mean of the
 * first {@code period} true ranges, each later one is {@code (previous × (period − 1) + range) / period}. In the unit
 * of the prices it is given. Allocates nothing.
 */
public final class Atr implements Part {

    private final int period;
    private int candles;
    private double before = Double.NaN;
    private double value;

    /**
     * @param period candles it looks back over, 1 or more
     */
    public Atr(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("an ATR looks back over at least one candle, not " + period);
        }
        this.period = period;
    }

    /** Takes in a closed candle. */
    public void add(double high, double low, double close) {
        double range = high - low;
        if (candles > 0) {
            range = Math.max(range, Math.max(Math.abs(high - before), Math.abs(low - before)));
        }
        before = close;
        candles = Math.min(candles + 1, period + 1);
        value = candles <= period ? value + (range - value) / candles : (value * (period - 1) + range) / period;
    }

    /** Takes in a candle. {@return the average true range; NaN until it is ready} */
    double take(Bar bar) {
        add(bar.high, bar.low, bar.close);
        return candles >= period ? value : Double.NaN;
    }

    @Override
    public void reset() {
        candles = 0;
        before = Double.NaN;
        value = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Atr", 1).number(candles).real(before).real(value);
    }

    @Override
    public void load(StateReader in) {
        candles = in.section("Atr", 1).integer();
        if (candles < 0 || candles > period + 1) {
            throw in.wrong("an ATR over " + period + " candles cannot have seen " + candles);
        }
        before = in.real();
        value = in.real();
    }

    /** {@return whether {@code period} candles have been taken in} */
    public boolean ready() {
        return candles >= period;
    }

    /** {@return how many candles are missing until it is ready} */
    public int missing() {
        return Math.max(0, period - candles);
    }

    /** {@return the average true range so far; of all candles taken in while it is not ready} */
    public double value() {
        return value;
    }
}
