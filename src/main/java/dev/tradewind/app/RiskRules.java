package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.metric.RuleText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The risk rules a person sets for a session, in quote units; 0 means no such rule.
 *
 * @param maxOrder     largest single buy
 * @param maxPosition  largest value of everything held and ordered
 * @param maxDailyLoss loss since the UTC day began at which the session halts
 * @param rules        rules in their own text form, one a line; empty for none
 * @param fatFinger    what is too far from the market or from the usual size
 */
public record RiskRules(
        BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss, String rules, FatFinger fatFinger) {

    /**
     * A collar as a person sets it; 0 means no such bound.
     *
     * @param cross percent a limit may cross the market by; with it, stops on the wrong side are refused
     * @param away  percent an order may wait away from the market
     * @param size  how many times the usual size an order may have
     */
    public record FatFinger(BigDecimal cross, BigDecimal away, BigDecimal size) {

        /** No collar. */
        public static final FatFinger NONE = new FatFinger(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        private static final int LARGEST = 1_000_000;

        public FatFinger {
            bound("collar of prices that cross", cross);
            bound("collar of prices that wait", away);
            bound("collar of sizes", size);
        }

        private static void bound(String what, BigDecimal bound) {
            check(what, bound);
            if (bound.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
                throw new IllegalArgumentException(what + " " + bound.toPlainString() + " must be at most " + LARGEST
                        + ", or 0 for no such rule");
            }
        }

        Collar collar() {
            return new Collar(scaled(cross, 6), scaled(away, 6), scaled(size, 2));
        }

        private static long scaled(BigDecimal bound, int decimals) {
            return bound.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValueExact();
        }
    }

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

    /** Without a collar. */
    public RiskRules(BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss, String rules) {
        this(maxOrder, maxPosition, maxDailyLoss, rules, FatFinger.NONE);
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
                fatFinger.collar(),
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
