package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.metric.RuleText;
import java.math.BigDecimal;
import java.util.List;

/**
 * The risk rules a person sets for a session, in quote units; 0 means no such rule.
 *
 * @param maxOrder     largest single buy
 * @param maxPosition  largest value of everything held and ordered
 * @param maxDailyLoss loss since the UTC day began at which the session halts
 * @param rules        rules in their own text form, one a line; empty for none
 */
public record RiskRules(BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss, String rules) {

    /** No rules. */
    public static final RiskRules NONE = new RiskRules(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public RiskRules {
        check("largest order", maxOrder);
        check("largest position", maxPosition);
        check("largest daily loss", maxDailyLoss);
        rules = canonical(rules);
    }

    /** The limits alone. */
    public RiskRules(BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss) {
        this(maxOrder, maxPosition, maxDailyLoss, "");
    }

    /**
     * {@return rules in their canonical text}
     *
     * @throws IllegalArgumentException naming line, word and what would pass
     */
    public static String canonical(String rules) {
        return RuleText.print(RuleText.parse(rules));
    }

    private static void check(String what, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(
                    what + " " + amount.toPlainString() + " must be above 0, or 0 for no such rule");
        }
    }

    /**
     * {@return the rules in the instrument's own units}
     *
     * @throws IllegalArgumentException if an amount is more than an account can hold
     */
    RiskLimits limits(Instrument instrument) {
        List<RiskRule> parsed = RuleText.parse(rules);
        for (RiskRule rule : parsed) {
            rule.rawLimit(instrument);
        }
        return new RiskLimits(
                atoms(instrument, maxOrder),
                atoms(instrument, maxPosition),
                atoms(instrument, maxDailyLoss),
                Collar.NONE,
                parsed);
    }

    private static long atoms(Instrument instrument, BigDecimal amount) {
        try {
            return instrument.quote().toAtoms(amount);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("a risk rule of " + amount.toPlainString() + " is more than "
                    + instrument.quote().toDecimal(Long.MAX_VALUE).toBigInteger() + " " + instrument.quote().code()
                    + ", the most an account can hold; 0 means no such rule", tooLarge);
        }
    }
}
