package dev.tradewind.analytics;

/**
 * One round trip of one owner on one instrument, after the owner's rule: from flat to flat, or what one order closed of another's
 * entry (a cell of a grid; the newest entry is closed first). All trades of an owner together, the open ones among them, come to
 * exactly what it earned. Money in quote units, prices in quote per base.
 *
 * <p>Of a paired trade, worst and best are those of its whole quantity over the prices known between its first entry and its last
 * exit fill, or what it came to itself where that lies beyond; funding counts in {@code net} alone, to each entry by its size at
 * the time. What is open of paired entries at the end is one trade, whose worst and best are the sums of theirs.
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
