package dev.tradewind.sim;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.ParamSpec;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much worse than the market a taker fills where no book tells. Asked on the engine thread; never asked where an order
 * walks a recorded book, which knows.
 */
@FunctionalInterface
public interface SlippageModel {

    /** The session's basis points, whatever the size. */
    ModelType<SlippageModel> BPS = new ModelType<>(
            "bps", "Basis points", "A fixed share of the price, whatever the size.", List.of(), (params, terms, rng) -> {
                long e8 = terms.slippageE8();
                return (priceTicks, lots, recentLots) -> worseByShare(priceTicks, e8);
            });

    /** The square-root law of market impact (Almgren et al., "Direct estimation of equity market impact", 2005). */
    ModelType<SlippageModel> ROOT = new ModelType<>(
            "root",
            "Square root of the volume share",
            "The session's basis points, and more with the square root of the order's share of the last period's volume.",
            List.of(ParamSpec.decimal(
                    "bps", "At the whole volume", "Slippage", "bp", "50", "0", "4000",
                    "How much worse an order as large as the last candle's volume (last minute's, on trades) fills.")),
            (params, terms, rng) -> {
                SlippageModel flat = BPS.factory().make(params, terms, rng);
                double whole = params.decimal("bps").divide(BigDecimal.valueOf(10_000)).doubleValue();
                return (priceTicks, lots, recentLots) -> {
                    double share = Math.min(1, (double) lots / Math.max(1, recentLots));
                    return flat.worseTicks(priceTicks, lots, recentLots)
                            + (long) StrictMath.ceil(priceTicks * whole * StrictMath.sqrt(share));
                };
            });

    /** {@return a share of a price in whole ticks, rounded up; {@code e8} is the share times 10⁸} */
    static long worseByShare(long priceTicks, long e8) {
        return e8 == 0 ? 0 : Exact.mulDivCeil(priceTicks, e8, 100_000_000L);
    }

    /**
     * {@return how many ticks worse a taker fills, not negative}
     *
     * @param priceTicks the market's price
     * @param lots       the order's size
     * @param recentLots what traded in the last closed candle, or in the last full minute of trades
     */
    long worseTicks(long priceTicks, long lots, long recentLots);
}
