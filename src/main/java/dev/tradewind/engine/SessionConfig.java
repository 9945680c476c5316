package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.RiskLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session is made of beyond its driver, feed and venue.
 *
 * @param number       of the session within its account; part of every client order id
 * @param instrument   what is traded
 * @param capitalAtoms quote atoms to start with
 * @param takerFee     what the venue charges, to plan with
 * @param makerFee     what the venue charges, to plan with
 * @param buyFeeAsset  asset of a buy's fee
 * @param limits       risk rules
 * @param botTypes     the catalogue
 * @param timeframes   candles to keep for screens, finest first; bots' own are added as they ask
 * @param botCurveNanos spacing of the bots' profit curves, 0 for none
 * @param margin       leverage and modes on a perpetual
 * @param third        the asset that may pay fees, null where there is none
 * @param tier         how closely fills follow the market, to show; null where nobody said
 */
public record SessionConfig(
        int number,
        Instrument instrument,
        long capitalAtoms,
        FeeRate takerFee,
        FeeRate makerFee,
        FeeAsset buyFeeAsset,
        RiskLimits limits,
        List<BotType> botTypes,
        List<Timeframe> timeframes,
        long botCurveNanos,
        MarginConfig margin,
        @Nullable ThirdAsset third,
        @Nullable FillTier tier) {

    /**
     * The version of what an engine does with the same inputs. It rises with every change that makes a recorded session come
     * out otherwise, so that an old recording says which program plays it; sessions without one have version 1.
     */
    public static final int BEHAVIOUR = 2;

    public SessionConfig {
        if (number <= 0 || number > 0x3FFFFF) {
            throw new IllegalArgumentException("session number " + number + " is outside 1..4194303");
        }
        botTypes = List.copyOf(botTypes);
        timeframes = List.copyOf(timeframes);
        PerpetualTerms perpetual = instrument.perpetual();
        if (perpetual != null && buyFeeAsset == FeeAsset.BASE) {
            throw new IllegalArgumentException(instrument.symbol() + " is a perpetual: it takes fees in quote, not in base");
        }
        if (perpetual != null && margin.leverage() > perpetual.maxLeverage()) {
            throw new IllegalArgumentException("leverage " + margin.leverage() + " is above the " + perpetual.maxLeverage()
                    + " that " + instrument.symbol() + " allows");
        }
    }

    /** A session without leverage, fees in quote or base. */
    public SessionConfig(
            int number,
            Instrument instrument,
            long capitalAtoms,
            FeeRate takerFee,
            FeeRate makerFee,
            FeeAsset buyFeeAsset,
            RiskLimits limits,
            List<BotType> botTypes,
            List<Timeframe> timeframes,
            long botCurveNanos) {
        this(
                number, instrument, capitalAtoms, takerFee, makerFee, buyFeeAsset, limits, botTypes, timeframes,
                botCurveNanos, MarginConfig.NONE, null, null);
    }

    /** {@return the same under other margin terms} */
    public SessionConfig withMargin(MarginConfig other) {
        return new SessionConfig(
                number, instrument, capitalAtoms, takerFee, makerFee, buyFeeAsset, limits, botTypes, timeframes,
                botCurveNanos, other, third, tier);
    }

    /** {@return the same where a third asset may pay fees} */
    public SessionConfig withThird(@Nullable ThirdAsset other) {
        return new SessionConfig(
                number, instrument, capitalAtoms, takerFee, makerFee, buyFeeAsset, limits, botTypes, timeframes,
                botCurveNanos, margin, other, tier);
    }

    /** {@return the same, telling how closely fills follow the market} */
    public SessionConfig withTier(@Nullable FillTier other) {
        return new SessionConfig(
                number, instrument, capitalAtoms, takerFee, makerFee, buyFeeAsset, limits, botTypes, timeframes,
                botCurveNanos, margin, third, other);
    }
}
