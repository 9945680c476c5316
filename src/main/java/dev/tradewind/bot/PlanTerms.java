package dev.tradewind.bot;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport.FeeAsset;

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
 */
public record PlanTerms(
        Instrument instrument,
        long priceTicks,
        FeeRate takerFee,
        FeeRate makerFee,
        FeeAsset buyFeeAsset,
        long capitalAtoms,
        int otherOpenOrders) {}
