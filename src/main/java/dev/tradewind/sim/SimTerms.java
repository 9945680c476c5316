package dev.tradewind.sim;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.VenueReport.FeeAsset;

/**
 * What the simulated venue charges and how slow it is.
 *
 * @param takerFee       of orders that take liquidity
 * @param makerFee       of orders that rested
 * @param buyFeeAsset    asset a buy's fee is taken in; a sell's is always taken in quote
 * @param slippageE8     how much worse than the market a taker's fill is, times 10⁸ (1 bp is 10,000)
 * @param latencyNanos   from us to the venue, and from the venue to us
 * @param models         what is assumed where the data does not tell
 * @param schedule       what it charges by turnover and by the balance of an asset that pays fees; the two rates above are
 *                       its first tier's
 */
public record SimTerms(
        FeeRate takerFee,
        FeeRate makerFee,
        FeeAsset buyFeeAsset,
        long slippageE8,
        long latencyNanos,
        FillModels models,
        FeeSchedule schedule) {

    /** No fee, no slippage, no latency. */
    public static final SimTerms IDEAL = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, 0);

    public SimTerms {
        if (slippageE8 < 0 || slippageE8 >= 50_000_000) {
            throw new IllegalArgumentException("slippage " + slippageE8 / 10_000.0 + " bp is outside 0 to 5,000");
        }
        if (latencyNanos < 0) {
            throw new IllegalArgumentException("latency " + latencyNanos + " ns is negative");
        }
    }

    /** Terms with one rate for makers and one for takers. */
    public SimTerms(
            FeeRate takerFee,
            FeeRate makerFee,
            FeeAsset buyFeeAsset,
            long slippageE8,
            long latencyNanos,
            FillModels models) {
        this(
                takerFee, makerFee, buyFeeAsset, slippageE8, latencyNanos, models,
                FeeSchedule.flat(makerFee, takerFee));
    }

    /** Terms with the usual models. */
    public SimTerms(FeeRate takerFee, FeeRate makerFee, FeeAsset buyFeeAsset, long slippageE8, long latencyNanos) {
        this(
                takerFee, makerFee, buyFeeAsset, slippageE8, latencyNanos, FillModels.DEFAULT,
                FeeSchedule.flat(makerFee, takerFee));
    }

    /** {@return the same with other models} */
    public SimTerms with(FillModels other) {
        return new SimTerms(takerFee, makerFee, buyFeeAsset, slippageE8, latencyNanos, other, schedule);
    }

    /** {@return the same under a fee schedule, whose first tier gives the rates to plan with} */
    public SimTerms with(FeeSchedule other) {
        FeeSchedule.Tier first = other.tiers().getFirst();
        return new SimTerms(first.taker(), first.maker(), buyFeeAsset, slippageE8, latencyNanos, models, other);
    }
}
