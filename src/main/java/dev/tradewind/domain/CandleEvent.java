package dev.tradewind.domain;

/** A candle that closed. A reusable carrier, see {@link MarketEvent}. */
public final class CandleEvent implements MarketEvent {

    private int instrument;
    private long openTimeNanos;
    private long closeTimeNanos;
    private long openTicks;
    private long highTicks;
    private long lowTicks;
    private long closeTicks;
    private long volumeLots;

    /** Fills the carrier; times in nanoseconds, prices in ticks, volume in lots. */
    public void set(
            int instrument,
            long openTimeNanos,
            long closeTimeNanos,
            long openTicks,
            long highTicks,
            long lowTicks,
            long closeTicks,
            long volumeLots) {
        this.instrument = instrument;
        this.openTimeNanos = openTimeNanos;
        this.closeTimeNanos = closeTimeNanos;
        this.openTicks = openTicks;
        this.highTicks = highTicks;
        this.lowTicks = lowTicks;
        this.closeTicks = closeTicks;
        this.volumeLots = volumeLots;
    }

    /** {@return a copy that may be kept} */
    public CandleEvent copy() {
        CandleEvent copy = new CandleEvent();
        copy.set(
                instrument, openTimeNanos, closeTimeNanos, openTicks, highTicks, lowTicks, closeTicks, volumeLots);
        return copy;
    }

    @Override
    public int instrument() {
        return instrument;
    }

    /** {@return the close time: a candle is visible only when closed} */
    @Override
    public long timeNanos() {
        return closeTimeNanos;
    }

    /** {@return when it opened} */
    public long openTimeNanos() {
        return openTimeNanos;
    }

    /** {@return the first price in ticks} */
    public long openTicks() {
        return openTicks;
    }

    /** {@return the highest price in ticks} */
    public long highTicks() {
        return highTicks;
    }

    /** {@return the lowest price in ticks} */
    public long lowTicks() {
        return lowTicks;
    }

    /** {@return the last price in ticks} */
    public long closeTicks() {
        return closeTicks;
    }

    /** {@return the base volume in lots} */
    public long volumeLots() {
        return volumeLots;
    }

    @Override
    public void save(StateWriter out) {
        out.number(instrument).number(openTimeNanos).number(closeTimeNanos);
        out.number(openTicks).number(highTicks).number(lowTicks).number(closeTicks).number(volumeLots);
    }

    @Override
    public void load(StateReader in) {
        instrument = in.integer();
        openTimeNanos = in.number();
        closeTimeNanos = in.number();
        openTicks = in.number();
        highTicks = in.number();
        lowTicks = in.number();
        closeTicks = in.number();
        volumeLots = in.number();
    }

    @Override
    public String toString() {
        return "CandleEvent[" + openTimeNanos + " o" + openTicks + " h" + highTicks + " l" + lowTicks + " c" + closeTicks
                + " v" + volumeLots + "]";
    }
}
