package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;
import java.util.TreeSet;

/** A round trip as it grows: one owner's position on one side, from flat to flat. Money in quote atoms. */
final class OpenTrade {

    private final Instrument instrument;
    private final boolean isLong;
    private final long openNanos;
    private final TreeSet<Long> orders = new TreeSet<>();
    private long mostBase;
    private long mostCost;
    private double entryNotional;
    private double entryLots;
    private double exitNotional;
    private double exitLots;
    private long realised;
    private long fees;
    private long funding;
    private long slippage;
    private long perTick;
    private long oddAtoms;
    private long cost;
    private long worst;
    private long best;

    /** The event at which the position changed last. */
    int changedEvent;

    OpenTrade(Instrument instrument, boolean isLong, long openNanos, int event) {
        this.instrument = instrument;
        this.isLong = isLong;
        this.openNanos = openNanos;
        changedEvent = event;
    }

    void traded(boolean entry, long order, long priceTicks, long lots, long takerCost) {
        orders.add(order);
        if (entry) {
            entryNotional += (double) priceTicks * lots;
            entryLots += lots;
        } else {
            exitNotional += (double) priceTicks * lots;
            exitLots += lots;
        }
        slippage += takerCost;
    }

    void booked(long realisedAtoms, long feeAtoms, long fundingAtoms) {
        realised += realisedAtoms;
        fees += feeAtoms;
        funding += fundingAtoms;
    }

    void holds(long baseAtoms, long costAtoms) {
        long lots = baseAtoms / instrument.lotAtoms();
        perTick = Math.multiplyExact(lots, instrument.tickLotAtoms());
        oddAtoms = baseAtoms - lots * instrument.lotAtoms();
        cost = costAtoms;
        mostBase = Math.max(mostBase, Math.abs(baseAtoms));
        mostCost = Math.max(mostCost, Math.abs(costAtoms));
    }

    /** {@return what it has earned at a price: what is realised, and what the rest would bring beyond its cost} */
    long profitAtoms(long ticks) {
        long profit = realised - cost + ticks * perTick;
        return oddAtoms == 0 ? profit : profit + instrument.valueOfBaseAtoms(ticks, oddAtoms);
    }

    /** The price was there while it was open. */
    void touch(long ticks) {
        long profit = profitAtoms(ticks);
        worst = Math.min(worst, profit);
        best = Math.max(best, profit);
    }

    /** {@return the finished trade; {@code ticks} is where what is still open is counted} */
    ClosedTrade closed(int bot, long closeNanos, long ticks, String ending) {
        double unit = Math.pow(10, instrument.quote().scale());
        boolean open = ending.equals("open");
        double left = open ? Math.max(0, entryLots - exitLots) : 0;
        long net = open ? profitAtoms(ticks) : realised;
        double exits = exitLots + left;
        return new ClosedTrade(
                bot,
                instrument.symbol(),
                openNanos,
                closeNanos,
                isLong,
                orders.size(),
                instrument.base().toDecimal(mostBase).doubleValue(),
                mostCost / unit,
                price(entryNotional, entryLots),
                price(exitNotional + left * ticks, exits),
                net / unit,
                fees / unit,
                slippage / unit,
                funding / unit,
                mostCost == 0 ? 0 : (double) worst / mostCost,
                mostCost == 0 ? 0 : (double) best / mostCost,
                ending);
    }

    private double price(double notional, double lots) {
        return lots == 0 ? 0 : instrument.tickSize().multiply(BigDecimal.valueOf(notional / lots)).doubleValue();
    }

    /** What another owner held begins a trade of this one's, at its cost. */
    void tookOver(long baseAtoms, long costAtoms) {
        entryLots += Math.abs(baseAtoms) / (double) instrument.lotAtoms();
        entryNotional += Math.abs(costAtoms) / (double) instrument.tickLotAtoms();
    }

    /** The exchange closed it by force, down to what is left. */
    void liquidated(long ticks, long leftAtoms) {
        double lots = entryLots - exitLots - Math.abs(leftAtoms) / (double) instrument.lotAtoms();
        exitNotional += ticks * lots;
        exitLots += lots;
    }

    boolean isLong() {
        return isLong;
    }
}
