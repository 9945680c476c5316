package dev.tradewind.domain;

/**
 * {@code TRAILING_DELTA}: how far a trailing order may follow the market, in basis points. A plain order does not trail;
 * whoever places one that does asks {@link #check(Side, boolean, long)}.
 *
 * @param minAboveBps least for buy stops and sales at a profit, which wait above the market
 * @param maxAboveBps most for those
 * @param minBelowBps least for sell stops and buys at a profit, which wait below the market
 * @param maxBelowBps most for those
 */
public record TrailingDelta(long minAboveBps, long maxAboveBps, long minBelowBps, long maxBelowBps)
        implements InstrumentFilter {

    public TrailingDelta {
        if (minAboveBps < 0 || minBelowBps < 0 || maxAboveBps < minAboveBps || maxBelowBps < minBelowBps) {
            throw new IllegalArgumentException("TRAILING_DELTA above " + minAboveBps + " to " + maxAboveBps + ", below "
                    + minBelowBps + " to " + maxBelowBps + ": each least is at most its most, none is negative");
        }
    }

    @Override
    public String id() {
        return "TRAILING_DELTA";
    }

    @Override
    public boolean concerns(OrderRequest order) {
        return false;
    }

    @Override
    public FilterVerdict check(OrderRequest order, FilterMarket market) {
        return FilterVerdict.PASS;
    }

    /**
     * {@return what the filter says of a trailing order}
     *
     * @param takesProfit whether it trails a move in its favour rather than protects against one
     * @param deltaBps    the distance in basis points
     */
    public FilterVerdict check(Side side, boolean takesProfit, long deltaBps) {
        boolean above = (side == Side.BUY) != takesProfit;
        long least = Math.max(1, above ? minAboveBps : minBelowBps);
        long most = above ? maxAboveBps : maxBelowBps;
        if (deltaBps >= least && deltaBps <= most) {
            return FilterVerdict.PASS;
        }
        boolean tooNear = deltaBps < least;
        return new FilterVerdict(
                this,
                OrderField.TRAILING,
                deltaBps,
                tooNear ? 0 : most,
                tooNear ? least : 0,
                deltaBps,
                tooNear ? least : most);
    }
}
