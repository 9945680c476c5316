package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;

/** An entry, or a part of one, with the order that closed it. Money in quote atoms. */
final class PairedTrade {

    /** An average this close to a whole tick is one: nearly all of them are. */
    private static final double WHOLE = 1e-6;

    private final Instrument instrument;
    private final long exitOrder;
    private final boolean isLong;
    private long openNanos;
    private long closeNanos;
    private int entries;
    private String ending = "";
    private final Amounts in = Amounts.none();
    private final Amounts out = Amounts.none();
    private double entryNotional;
    private double exitNotional;
    private long worst;
    private long best;

    PairedTrade(Instrument instrument, OpenEntry entry, long exitOrder) {
        this.instrument = instrument;
        this.exitOrder = exitOrder;
        isLong = entry.left.base > 0;
        openNanos = entry.openNanos;
        entries = entry.orders;
    }

    boolean isBy(long order) {
        return exitOrder == order;
    }

    /** {@return base it closed, without a sign} */
    long size() {
        return Math.abs(in.base);
    }

    /** A part of the entry was closed by a part of a fill. */
    void close(OpenEntry entry, Amounts entered, Amounts left, double ticks, long nanos, String how) {
        in.add(entered);
        out.add(left);
        entryNotional += entry.entryTicks() * Math.abs(entered.base);
        exitNotional += ticks * Math.abs(left.base);
        closeNanos = nanos;
        ending = how;
        long low = profitAtoms(entry.low());
        long high = profitAtoms(entry.high());
        worst = Math.min(Math.min(0, net()), Math.min(low, high));
        best = Math.max(Math.max(0, net()), Math.max(low, high));
    }

    private long profitAtoms(long ticks) {
        return in.worth + instrument.valueOfBaseAtoms(ticks, in.base);
    }

    /** {@return what it earned after fees and funding} */
    long net() {
        return in.worth + out.worth + in.funding + out.funding;
    }

    private long investedAtoms() {
        return Math.abs(instrument.isPerpetual() ? in.worth + in.fees : in.worth);
    }

    /** Makes one of two: each of them keeps its own worst and best. */
    PairedTrade join(PairedTrade other) {
        openNanos = Math.min(openNanos, other.openNanos);
        entries += other.entries;
        in.add(other.in);
        out.add(other.out);
        entryNotional += other.entryNotional;
        exitNotional += other.exitNotional;
        worst += other.worst;
        best += other.best;
        return this;
    }

    ClosedTrade finished(int bot) {
        double unit = Math.pow(10, instrument.quote().scale());
        long invested = investedAtoms();
        boolean open = ending.equals("open");
        return new ClosedTrade(
                bot,
                instrument.symbol(),
                openNanos,
                closeNanos,
                isLong,
                open || exitOrder == PairedTrades.NO_ORDER ? entries : entries + 1,
                size() / Math.pow(10, instrument.base().scale()),
                invested / unit,
                price(entryNotional),
                price(exitNotional),
                net() / unit,
                (in.fees + out.fees) / unit,
                (in.slippage + out.slippage) / unit,
                (in.funding + out.funding) / unit,
                invested == 0 ? 0 : (double) worst / invested,
                invested == 0 ? 0 : (double) best / invested,
                ending);
    }

    private double price(double notional) {
        if (size() == 0) {
            return 0;
        }
        double ticks = notional / size();
        long whole = Math.round(ticks);
        return Math.abs(ticks - whole) < WHOLE
                ? instrument.tickSize().multiply(BigDecimal.valueOf(whole)).doubleValue()
                : instrument.tickSize().multiply(BigDecimal.valueOf(ticks)).doubleValue();
    }
}
