package dev.tradewind.domain;

/** The venue's mark price of a perpetual, by which margin is measured. A reusable carrier. */
public final class MarkEvent implements MarketEvent {

    private int instrument;
    private long timeNanos;
    private long markTicks;

    /** Fills the carrier. */
    public MarkEvent set(int newInstrument, long newTimeNanos, long newMarkTicks) {
        instrument = newInstrument;
        timeNanos = newTimeNanos;
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

    /** {@return the mark price in ticks} */
    public long markTicks() {
        return markTicks;
    }

    @Override
    public void save(StateWriter out) {
        out.number(instrument).number(timeNanos).number(markTicks);
    }

    @Override
    public void load(StateReader in) {
        instrument = in.integer();
        timeNanos = in.number();
        markTicks = in.number();
    }

    @Override
    public String toString() {
        return "MarkEvent[" + timeNanos + " " + markTicks + "t]";
    }
}
