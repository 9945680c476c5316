package dev.tradewind.domain;

import org.jspecify.annotations.Nullable;

/** One trade printed by the market. A reusable carrier, see {@link MarketEvent}. */
public final class TradeEvent implements MarketEvent {

    private int instrument;
    private long timeNanos;
    private long priceTicks;
    private long quantityLots;
    private @Nullable Side aggressor;
    private long tradeId;

    /**
     * Fills the carrier.
     *
     * @param aggressor who crossed the spread, null where the source does not say
     * @param tradeId   the source's id, 0 where it has none
     */
    public void set(
            int instrument, long timeNanos, long priceTicks, long quantityLots, @Nullable Side aggressor, long tradeId) {
        this.instrument = instrument;
        this.timeNanos = timeNanos;
        this.priceTicks = priceTicks;
        this.quantityLots = quantityLots;
        this.aggressor = aggressor;
        this.tradeId = tradeId;
    }

    /** {@return a copy that may be kept} */
    public TradeEvent copy() {
        TradeEvent copy = new TradeEvent();
        copy.set(instrument, timeNanos, priceTicks, quantityLots, aggressor, tradeId);
        return copy;
    }

    @Override
    public int instrument() {
        return instrument;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    /** {@return the price in ticks} */
    public long priceTicks() {
        return priceTicks;
    }

    /** {@return the quantity in lots} */
    public long quantityLots() {
        return quantityLots;
    }

    /** {@return who crossed the spread, null where the source does not say} */
    public @Nullable Side aggressor() {
        return aggressor;
    }

    /** {@return the source's trade id, 0 where it has none} */
    public long tradeId() {
        return tradeId;
    }

    @Override
    public void save(StateWriter out) {
        out.number(instrument).number(timeNanos).number(priceTicks).number(quantityLots).number(tradeId);
        out.flag(aggressor != null);
        if (aggressor != null) {
            out.constant(aggressor);
        }
    }

    @Override
    public void load(StateReader in) {
        instrument = in.integer();
        timeNanos = in.number();
        priceTicks = in.number();
        quantityLots = in.number();
        tradeId = in.number();
        aggressor = in.flag() ? in.constant(Side.class) : null;
    }

    @Override
    public String toString() {
        return "TradeEvent[" + timeNanos + " " + priceTicks + "t × " + quantityLots + "l]";
    }
}
