package dev.tradewind.cli;

import dev.tradewind.app.FeeTable;
import dev.tradewind.app.TermsChoice;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a simulated venue charges, how slow it is, and what is assumed about its fills. */
final class TermsOptions {

    @Option(
            names = "--fee-bps",
            paramLabel = "F",
            description = "Fee of each fill in basis points (1 bp = 0.01 %%); default 10, of a sample its venue's.")
    private @Nullable BigDecimal feeBps;

    @Option(
            names = "--fees",
            paramLabel = "FILE",
            description = {
                "Fees by 30-day volume, one a line: tier VOLUME MAKER_BPS TAKER_BPS [BALANCE], and the asset that",
                "may pay them: asset CODE PRICE DISCOUNT_PERCENT BALANCE; # begins a comment."
            })
    private @Nullable Path fees;

    @Option(
            names = "--fee-asset",
            paramLabel = "quote|base",
            description = "Asset a buy's fee is taken in; default quote.")
    private @Nullable FeeAsset feeAsset;

    @Option(
            names = "--slippage-bps",
            paramLabel = "S",
            description = "How much worse than the market a taker fills, in basis points; default 0, in paper 1.")
    private @Nullable BigDecimal slippageBps;

    @Option(
            names = "--latency-ms",
            paramLabel = "MS",
            description = "To the venue, and back again; default 0, in paper 50.")
    private @Nullable Long latencyMillis;

    @Mixin private ModelOptions models = new ModelOptions();

    /** {@return the terms as typed} */
    TermsChoice choice() {
        if (feeBps != null && fees != null) {
            throw new IllegalArgumentException("--fee-bps is one fee for all and --fees a table of them; leave one out");
        }
        if (feeAsset == FeeAsset.THIRD) {
            throw new IllegalArgumentException(
                    "--fee-asset 'third' must be quote or base; a third asset comes from the file of --fees");
        }
        Long latency = latencyMillis;
        if (latency != null && (latency < 0 || latency > TimeUnit.HOURS.toMillis(1))) {
            throw new IllegalArgumentException("--latency-ms " + latency + " must be from 0 to 3600000");
        }
        return new TermsChoice(
                Optional.ofNullable(feeBps).map(Fees::ofBps),
                Optional.ofNullable(feeAsset),
                Optional.ofNullable(slippageBps),
                Optional.ofNullable(latency).map(TimeUnit.MILLISECONDS::toNanos),
                models.models(),
                Optional.ofNullable(fees).map(FeeTable::read));
    }

    /** {@return whether anything was said} */
    boolean given() {
        return feeBps != null || fees != null || feeAsset != null || slippageBps != null || latencyMillis != null
                || models.given();
    }
}
