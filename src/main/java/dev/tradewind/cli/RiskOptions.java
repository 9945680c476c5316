package dev.tradewind.cli;

import dev.tradewind.app.RiskRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The risk rules of a session. */
final class RiskOptions {

    @Option(
            names = "--max-order",
            paramLabel = "Q",
            description = "Refuse a single buy worth more than this, in quote units; default no limit.")
    private BigDecimal maxOrder = BigDecimal.ZERO;

    @Option(
            names = "--max-position",
            paramLabel = "Q",
            description = "Refuse buys once everything held and ordered is worth more than this.")
    private BigDecimal maxPosition = BigDecimal.ZERO;

    @Option(
            names = "--max-daily-loss",
            paramLabel = "Q",
            description = "Halt the session at this loss since the UTC day began: entries are cancelled, protection stays.")
    private BigDecimal maxDailyLoss = BigDecimal.ZERO;

    @Option(
            names = "--collar-cross",
            paramLabel = "PCT",
            description = {
                "Refuse limits that cross the market by more than this many percent, and stops that would",
                "trigger at once; what bots do to leave a position is spared."
            })
    private BigDecimal collarCross = BigDecimal.ZERO;

    @Option(
            names = "--collar-away",
            paramLabel = "PCT",
            description = "Refuse orders that wait further from the market than this many percent.")
    private BigDecimal collarAway = BigDecimal.ZERO;

    @Option(
            names = "--collar-size",
            paramLabel = "N",
            description = "Refuse orders larger than N times the median of the owner's last orders.")
    private BigDecimal collarSize = BigDecimal.ZERO;

    @Option(
            names = "--risk",
            paramLabel = "FILE",
            description = "Risk rules from a file, one a line; # begins a comment.")
    private @Nullable Path file;

    @Option(
            names = "--risk-rule",
            paramLabel = "RULE",
            description = {
                "A risk rule: SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF], for instance",
                "'account daily-loss 100 halt' or 'symbol volatility 5%% over 5m block-new for 30m'. May be repeated."
            })
    private List<String> rules = List.of();

    /**
     * {@return the rules as given}
     *
     * @throws IllegalArgumentException if a file cannot be read, or naming the rule's line, word and what would pass
     */
    RiskRules rules() {
        StringBuilder text = new StringBuilder();
        Path from = file;
        if (from != null) {
            text.append(parsed("--risk " + from, read(from))).append('\n');
        }
        for (String rule : rules) {
            text.append(parsed("--risk-rule", rule)).append('\n');
        }
        return new RiskRules(
                maxOrder, maxPosition, maxDailyLoss, text.toString(),
                new RiskRules.FatFinger(collarCross, collarAway, collarSize));
    }

    /** {@return whether rules in text form were given} */
    boolean given() {
        return file != null || !rules.isEmpty();
    }

    private static String parsed(String source, String text) {
        try {
            return RiskRules.canonical(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalArgumentException("--risk " + path + " cannot be read as text: " + e.getClass().getSimpleName(), e);
        }
    }
}
