package dev.tradewind.analytics;

/**
 * One round trip of one owner on one instrument: from flat to flat. Money in quote units, prices in quote per base.
 *
 * @param bot        the owner's id within the run
 * @param symbol     what was traded
 * @param openNanos  first entry fill, nanoseconds since the epoch
 * @param closeNanos last exit fill; of a position still open at the end, the end
 * @param isLong     long, else short
 * @param orders     orders that filled in it
 * @param quantity   the largest position held, in base
 * @param invested   the largest cost held
 * @param entryPrice average over all entries
 * @param exitPrice  average over all exits; of what is still open, the last price
 * @param net        profit after fees and funding
 * @param fees       paid, positive
 * @param slippage   what taking liquidity cost against the market's price, positive when it cost
 * @param funding    received, negative when paid
 * @param worst      most it was under water while open, as a fraction of {@code invested}, not positive (maximum
 *                   adverse excursion)
 * @param best       most it was ahead while open, as a fraction of {@code invested}, not negative (maximum favourable
 *                   excursion)
 * @param ending     what ended it, for instance {@code take profit}; {@code open} where nothing did yet
 */
public record ClosedTrade(
        int bot,
        String symbol,
        long openNanos,
        long closeNanos,
        boolean isLong,
        int orders,
        double quantity,
        double invested,
        double entryPrice,
        double exitPrice,
        double net,
        double fees,
        double slippage,
        double funding,
        double worst,
        double best,
        String ending) {

    /** {@return whether it was still open when the run ended} */
    public boolean isOpen() {
        return ending.equals("open");
    }
}
