package dev.tradewind.app;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Under what a history is played.
 *
 * @param capital      quote units the bot starts with, positive
 * @param fee          what the venue takes of each fill, makers and takers alike
 * @param buyFeeAsset  the asset a buy's fee is taken in
 * @param slippageBps  how much worse than the market a taker fills, in basis points
 * @param latencyNanos from us to the venue, and from the venue to us
 * @param fromNanos    events before this are left out; {@link Long#MIN_VALUE} for none
 * @param toNanos      events at or after this are left out; {@link Long#MAX_VALUE} for none
 * @param rules        risk rules, the same as in paper
 * @param models       what is assumed where the data does not tell
 * @param fees         fees by volume in place of {@code fee}
 * @param timeframe    candles for bots that take them as the data has them; empty where those are the data's own
 */
public record BacktestRequest(
        BigDecimal capital,
        FeeRate fee,
        FeeAsset buyFeeAsset,
        BigDecimal slippageBps,
        long latencyNanos,
        long fromNanos,
        long toNanos,
        RiskRules rules,
        FillChoice models,
        Optional<FeeTable> fees,
        Optional<Timeframe> timeframe) {

    public BacktestRequest {
        if (capital.signum() <= 0) {
            throw new IllegalArgumentException("capital " + capital.toPlainString() + " must be above 0");
        }
        if (slippageBps.signum() < 0 || slippageBps.compareTo(BigDecimal.valueOf(5_000)) >= 0) {
            throw new IllegalArgumentException(
                    "slippage " + slippageBps.toPlainString() + " bp must be from 0 to below 5000");
        }
        if (latencyNanos < 0) {
            throw new IllegalArgumentException("latency " + latencyNanos + " ns is negative");
        }
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("the range ends before it begins");
        }
    }

    /** {@return a request over everything there is, without slippage or latency, fees taken in quote} */
    public static BacktestRequest plain(BigDecimal capital, FeeRate fee) {
        return new BacktestRequest(
                capital, fee, FeeAsset.QUOTE, BigDecimal.ZERO, 0, Long.MIN_VALUE, Long.MAX_VALUE, RiskRules.NONE,
                FillChoice.DEFAULT, Optional.empty(), Optional.empty());
    }

    /** {@return the same with bots on other candles} */
    BacktestRequest on(Optional<Timeframe> other) {
        return new BacktestRequest(
                capital, fee, buyFeeAsset, slippageBps, latencyNanos, fromNanos, toNanos, rules, models, fees, other);
    }

    long slippageE8() {
        return slippageBps.movePointRight(4).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
