package dev.tradewind.cli;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.SampleFile;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.TermsChoice;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Under what a history is played: range, capital, terms of the venue and risk rules. */
final class RequestOptions {

    /** The usual taker fee of a spot exchange, 0.1 %. */
    private static final FeeRate USUAL_FEE = new FeeRate(100_000);

    @Mixin private RiskOptions risk = new RiskOptions();

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "Begin here (UTC), included.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "End here (UTC), not included.")
    private @Nullable Long to;

    @Option(names = "--capital", paramLabel = "C", description = "Quote units the bot starts with; default 10000.")
    private BigDecimal capital = StartChoice.DEFAULT_CAPITAL;

    @Mixin private TermsOptions terms = new TermsOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = TimeframeText.class,
            description = {
                "Candles for a bot that takes them as the data has them, built from the data's finer ones;",
                "fills still walk the data's own (fill tier T1)."
            })
    private @Nullable Timeframe timeframe;

    /** {@return the request as typed, what was left out as usual for the market} */
    BacktestRequest request(MarketChoice source) {
        long first = from == null ? Long.MIN_VALUE : from;
        long end = to == null ? Long.MAX_VALUE : to;
        if (end <= first) {
            throw new IllegalArgumentException(
                    "--to " + Times.show(end) + " must be after --from " + Times.show(first));
        }
        TermsChoice said = terms.choice();
        return new BacktestRequest(
                capital,
                said.fee().or(() -> source.sample().map(SampleFile::fee)).orElse(USUAL_FEE),
                said.buyFeeAsset().orElse(FeeAsset.QUOTE),
                said.slippageBps().orElse(BigDecimal.ZERO),
                said.latencyNanos().orElse(0L),
                first,
                end,
                risk.rules(),
                said.models(),
                said.fees(),
                Optional.ofNullable(timeframe));
    }
}
