package dev.tradewind.indicator;

/**
 * One closed candle on its way into indicators. A carrier, filled anew for each candle by whoever owns it; indicators
 * keep none. Owned by one thread.
 */
public final class Bar {

    long timeNanos;
    double open;
    double high;
    double low;
    double close;
    double volume;
    double buyVolume = Double.NaN;

    /**
     * Fills the carrier; what share of the volume was bought is unknown then.
     *
     * @param timeNanos when the candle opened, nanoseconds since the epoch
     * @param volume    in the base asset
     */
    public void set(long timeNanos, double open, double high, double low, double close, double volume) {
        this.timeNanos = timeNanos;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.buyVolume = Double.NaN;
    }

    /** Adds how much of the volume buyers took from the book; after {@link #set}. NaN if nobody knows. */
    public void setBuyVolume(double bought) {
        buyVolume = bought;
    }

    /** {@return when the candle opened, nanoseconds since the epoch} */
    public long timeNanos() {
        return timeNanos;
    }

    /** {@return the last price} */
    public double close() {
        return close;
    }

    /** {@return whether prices and volume are finite numbers; a bar that is not is passed over} */
    public boolean isWhole() {
        return Double.isFinite(open + high + low + close + volume);
    }

    /** {@return the true range: the span of this candle and the close before; without one only of this candle} */
    double trueRange(double closeBefore) {
        double range = high - low;
        return Double.isNaN(closeBefore)
                ? range
                : Math.max(range, Math.max(Math.abs(high - closeBefore), Math.abs(low - closeBefore)));
    }

    /** {@return (high + low + close) / 3} */
    double typical() {
        return (high + low + close) / 3;
    }

    /** {@return where the close lies between low (−1) and high (+1); 0 in a candle without span} */
    double closeLocation() {
        double range = high - low;
        return range > 0 ? (close - low - (high - close)) / range : 0;
    }
}
