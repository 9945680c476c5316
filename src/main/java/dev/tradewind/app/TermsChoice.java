package dev.tradewind.app;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What somebody says about a simulated venue, over what it charges otherwise.
 *
 * @param fee          of makers and takers alike; not together with {@code fees}
 * @param buyFeeAsset  the asset a buy's fee is taken in
 * @param slippageBps  how much worse than the market a taker fills, in basis points
 * @param latencyNanos from us to the venue, and back again
 * @param models       what is assumed where the data does not tell
 * @param fees         fees by volume
 */
public record TermsChoice(
        Optional<FeeRate> fee,
        Optional<FeeAsset> buyFeeAsset,
        Optional<BigDecimal> slippageBps,
        Optional<Long> latencyNanos,
        FillChoice models,
        Optional<FeeTable> fees) {

    /** Nothing said. */
    public static final TermsChoice NONE = new TermsChoice(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), FillChoice.DEFAULT, Optional.empty());

    public TermsChoice {
        if (fee.isPresent() && fees.isPresent()) {
            throw new IllegalArgumentException("a fee for all and a table of fees exclude each other");
        }
        slippageBps.ifPresent(bps -> {
            if (bps.signum() < 0 || bps.compareTo(BigDecimal.valueOf(5_000)) >= 0) {
                throw new IllegalArgumentException(
                        "slippage " + bps.toPlainString() + " bp must be from 0 to below 5000");
            }
        });
    }

    /** {@return the terms} */
    SimTerms over(SimTerms usual, Asset quote) {
        SimTerms terms = new SimTerms(
                fee.orElse(usual.takerFee()),
                fee.orElse(usual.makerFee()),
                buyFeeAsset.orElse(usual.buyFeeAsset()),
                slippageBps.map(TermsChoice::e8).orElse(usual.slippageE8()),
                latencyNanos.orElse(usual.latencyNanos()),
                models.models());
        return fees.map(table -> terms.with(table.schedule(quote))).orElse(terms);
    }

    private static long e8(BigDecimal bps) {
        return bps.movePointRight(4).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
