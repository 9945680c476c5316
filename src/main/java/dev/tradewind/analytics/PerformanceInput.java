package dev.tradewind.analytics;

import java.util.List;

/**
 * What a run leaves to be measured. Money in quote units.
 *
 * @param equity      the start, then at least each UTC day's end, then the end; whatever is finer is reduced by
 *                    {@link EquitySeries#daily()}
 * @param hold        what holding would have been worth, at the same times; {@link EquitySeries#EMPTY} where there is
 *                    nothing to compare with
 * @param deepestFall the deepest fall from a peak over every mark, as a fraction of the peak; NaN where only {@code
 *                    equity} is known
 * @param trades      round trips in any order; those still open count for nothing but their part of the equity
 * @param exposure    share of the time with a position, 0 to 1
 * @param traded      price times quantity over all fills
 * @param fees        paid, positive
 * @param slippage    what taking liquidity cost against the market's price, positive when it cost
 * @param funding     received, negative when paid
 */
public record PerformanceInput(
        EquitySeries equity,
        EquitySeries hold,
        double deepestFall,
        List<ClosedTrade> trades,
        double exposure,
        double traded,
        double fees,
        double slippage,
        double funding) {

    public PerformanceInput {
        trades = List.copyOf(trades);
        if (hold.size() != 0 && hold.size() != equity.size()) {
            throw new IllegalArgumentException("holding has " + hold.size() + " points where equity has "
                    + equity.size() + "; both are taken at the same times");
        }
    }

    /** {@return input of nothing but equity, for series without trades} */
    public static PerformanceInput of(EquitySeries equity) {
        double unknown = Double.NaN;
        return new PerformanceInput(
                equity, EquitySeries.EMPTY, unknown, List.of(), unknown, unknown, unknown, unknown, unknown);
    }
}
