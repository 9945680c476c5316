package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.RiskLimits;
import java.util.List;

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
        long botCurveNanos) {

    public SessionConfig {
        if (number <= 0 || number > 0x3FFFFF) {
            throw new IllegalArgumentException("session number " + number + " is outside 1..4194303");
        }
        botTypes = List.copyOf(botTypes);
        timeframes = List.copyOf(timeframes);
    }
}
