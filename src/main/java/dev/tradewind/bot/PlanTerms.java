package dev.tradewind.bot;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a plan is worked out under.
 *
 * @param instrument       what would be traded, with its filters
 * @param priceTicks       the price the plan starts from
 * @param takerFee         fee of market orders
 * @param makerFee         fee of resting orders
 * @param buyFeeAsset      asset a buy's fee is taken in
 * @param capitalAtoms     quote atoms the bot may use, {@code Long.MAX_VALUE} where that is not asked
 * @param otherOpenOrders  orders other bots and the user hold on the symbol
 * @param rounded          whether prices are rounded to the tick and sizes to the lot, as real orders are; without it the
 *                         plan is the formula itself
 */
public record PlanTerms(
        Instrument instrument,
        long priceTicks,
        FeeRate takerFee,
        FeeRate makerFee,
        FeeAsset buyFeeAsset,
        long capitalAtoms,
        int otherOpenOrders,
        boolean rounded) {

    private static final BigDecimal IDEAL_TICK = new BigDecimal("0.00000001");

    public PlanTerms {
        if (priceTicks <= 0) {
            throw new IllegalArgumentException("a plan starts from a positive price, not " + priceTicks + " ticks");
        }
    }

    /** Terms of real orders: rounded. */
    public PlanTerms(
            Instrument instrument,
            long priceTicks,
            FeeRate takerFee,
            FeeRate makerFee,
            FeeAsset buyFeeAsset,
            long capitalAtoms,
            int otherOpenOrders) {
        this(instrument, priceTicks, takerFee, makerFee, buyFeeAsset, capitalAtoms, otherOpenOrders, true);
    }

    /**
     * {@return terms without an exchange: no tick, no lot, no filters, no limit of capital}
     *
     * @param price the price the plan starts from, at most 8 decimals
     * @param fee   fee of every order, taken in quote
     */
    public static PlanTerms ideal(BigDecimal price, FeeRate fee) {
        Instrument instrument = new Instrument(
                "IDEAL", "no exchange", Asset.of("BASE"), Asset.of("QUOTE"), IDEAL_TICK, BigDecimal.ONE,
                InstrumentFilters.NONE);
        return new PlanTerms(
                instrument, instrument.toTicks(price, RoundingMode.HALF_UP), fee, fee, FeeAsset.QUOTE, Long.MAX_VALUE, 0,
                false);
    }
}
