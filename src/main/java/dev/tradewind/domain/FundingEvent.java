package dev.tradewind.domain;

/** A funding boundary of a perpetual: longs pay shorts the rate on their notional (the reverse where negative). A reusable carrier. */
public final class FundingEvent implements MarketEvent {

    private int instrument;
    private long timeNanos;
    private long rateE8;
    private long markTicks;

    /**
     * Fills the carrier.
     *
     * @param newRateE8 the rate times 10⁸, negative where shorts pay
     * @param newMarkTicks the mark price it is paid on, 0 where the source has none (the last mark, else the last price)
     */
    public FundingEvent set(int newInstrument, long newTimeNanos, long newRateE8, long newMarkTicks) {
        instrument = newInstrument;
        timeNanos = newTimeNanos;
        rateE8 = newRateE8;
        markTicks = newMarkTicks;
        return this;
    }

    @Override
    public int instrument() {
        return instrument;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    /** {@return the rate times 10⁸} */
    public long rateE8() {
        return rateE8;
    }

    /** {@return the mark price it is paid on in ticks, 0 where the source has none} */
    public long markTicks() {
        return markTicks;
    }

    @Override
    public void save(StateWriter out) {
        out.number(instrument).number(timeNanos).number(rateE8).number(markTicks);
    }

    @Override
    public void load(StateReader in) {
        instrument = in.integer();
        timeNanos = in.number();
        rateE8 = in.number();
        markTicks = in.number();
    }

    @Override
    public String toString() {
        return "FundingEvent[" + timeNanos + " " + rateE8 + "e-8 @" + markTicks + "t]";
    }
}
