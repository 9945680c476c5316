package dev.tradewind.cli;

import dev.tradewind.app.PerpetualChoice;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that make a market a USD-margined perpetual. */
final class PerpetualOptions {

    @Option(names = "--perpetual", description = "Trade the market as a USD-margined perpetual.")
    boolean perpetual;

    @Option(names = "--leverage", paramLabel = "N", description = "1 to 125, on a perpetual; default 1.")
    @Nullable Integer leverage;

    @Option(
            names = "--margin",
            paramLabel = "isolated|cross",
            description = "What answers for a perpetual's losses: its own margin, or the whole wallet (default).")
    @Nullable String margin;

    @Option(names = "--hedge", description = "Keep a long and a short position apart on a perpetual.")
    boolean hedge;

    @Option(
            names = "--funding",
            paramLabel = "FILE",
            description = "Funding boundaries of a perpetual as CSV: fundingTime,fundingRate (ms, fraction).")
    @Nullable Path funding;

    @Option(
            names = "--mark",
            paramLabel = "FILE",
            description = "Mark price candles of a perpetual as CSV; without them the last price is the mark price.")
    @Nullable Path mark;

    @Option(
            names = "--brackets",
            paramLabel = "FILE",
            description = "Margin brackets from a leverageBracket JSON; without it those of BTCUSDT in 2021.")
    @Nullable Path brackets;

    /** {@return the choice, empty for spot} */
    Optional<PerpetualChoice> choice() {
        if (!perpetual) {
            if (leverage != null || margin != null || hedge || funding != null || mark != null || brackets != null) {
                throw new IllegalArgumentException("--leverage, --margin, --hedge, --funding, --mark and --brackets are for a"
                        + " perpetual; add --perpetual");
            }
            return Optional.empty();
        }
        return Optional.of(new PerpetualChoice(
                new MarginConfig(
                        leverage == null ? 1 : leverage, mode(), hedge ? PositionMode.HEDGE : PositionMode.ONE_WAY),
                Optional.ofNullable(funding),
                Optional.ofNullable(mark),
                Optional.ofNullable(brackets)));
    }

    private MarginMode mode() {
        String given = margin == null ? "cross" : margin.toLowerCase(Locale.ROOT);
        return switch (given) {
            case "isolated" -> MarginMode.ISOLATED;
            case "cross" -> MarginMode.CROSS;
            default -> throw new IllegalArgumentException("--margin '" + margin + "' must be isolated or cross");
        };
    }
}
