package dev.tradewind.backtest;

import dev.tradewind.domain.Exact;

/** What a fill, or what is left of it, moved; parts can be taken off it and together come to exactly the whole. Atoms. */
final class Amounts {

    /** Base that came, negative when it left. */
    long base;

    /** Quote that came, fees in quote taken off, funding not counted; negative when it left. */
    long worth;

    /** Fees at their value in quote, positive. */
    long fees;

    /** Funding received. */
    long funding;

    /** What taking liquidity cost, in quote. */
    long slippage;

    Amounts(long base, long worth, long fees, long funding, long slippage) {
        this.base = base;
        this.worth = worth;
        this.fees = fees;
        this.funding = funding;
        this.slippage = slippage;
    }

    static Amounts none() {
        return new Amounts(0, 0, 0, 0, 0);
    }

    /**
     * Takes a part off.
     *
     * @param size base atoms without a sign, at most what there is
     */
    Amounts take(long size) {
        long of = Math.abs(base);
        Amounts part = new Amounts(
                base < 0 ? -size : size, share(worth, size, of), share(fees, size, of), share(funding, size, of),
                share(slippage, size, of));
        base -= part.base;
        worth -= part.worth;
        fees -= part.fees;
        funding -= part.funding;
        slippage -= part.slippage;
        return part;
    }

    static long share(long whole, long size, long of) {
        return whole < 0 ? -Exact.mulDivFloor(-whole, size, of) : Exact.mulDivFloor(whole, size, of);
    }

    void add(Amounts other) {
        base = Math.addExact(base, other.base);
        worth = Math.addExact(worth, other.worth);
        fees = Math.addExact(fees, other.fees);
        funding = Math.addExact(funding, other.funding);
        slippage = Math.addExact(slippage, other.slippage);
    }
}
