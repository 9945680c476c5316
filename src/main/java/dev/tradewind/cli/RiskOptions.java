package dev.tradewind.cli;

import dev.tradewind.app.RiskRules;
import java.math.BigDecimal;
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

    /** {@return the rules as given} */
    RiskRules rules() {
        return new RiskRules(maxOrder, maxPosition, maxDailyLoss, collarCross, collarAway, collarSize);
    }
}
