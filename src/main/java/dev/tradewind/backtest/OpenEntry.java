package dev.tradewind.backtest;

import org.jspecify.annotations.Nullable;

/** What an order entered and nobody closed yet, with the prices that were there meanwhile. */
final class OpenEntry {

    /** The order that entered. */
    final long order;

    /** When it began to. */
    long openNanos;

    /** Orders that entered it: one, but for what is kept of many. */
    int orders = 1;

    /** What is left of it. */
    final Amounts left = Amounts.none();

    /** The trade it was last closed in, as far as it was. */
    @Nullable PairedTrade trade;

    private double ticks;
    private long low = Long.MAX_VALUE;
    private long high = Long.MIN_VALUE;

    OpenEntry(long order, long openNanos) {
        this.order = order;
        this.openNanos = openNanos;
    }

    /** Its order filled, or filled further. */
    void enter(Amounts part, double at) {
        double before = Math.abs(left.base);
        double more = Math.abs(part.base);
        ticks = before + more == 0 ? 0 : (ticks * before + at * more) / (before + more);
        left.add(part);
    }

    /** Takes over what is left of another. */
    void join(OpenEntry other) {
        enter(other.left, other.ticks);
        orders += other.orders;
        openNanos = Math.min(openNanos, other.openNanos);
        saw(other);
    }

    /** A price was there. */
    void see(long ticks) {
        low = Math.min(low, ticks);
        high = Math.max(high, ticks);
    }

    /** All that another saw was there for this one too. */
    void saw(OpenEntry other) {
        low = Math.min(low, other.low);
        high = Math.max(high, other.high);
    }

    /** {@return the average price of what is left of it} */
    double entryTicks() {
        return ticks;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }
}
