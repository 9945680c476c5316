package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.RiskLimits;
import java.math.BigDecimal;

/**
 * The risk rules a person sets for a session, in quote units; 0 means no such rule.
 *
 * @param maxOrder     largest single buy
 * @param maxPosition  largest value of everything held and ordered
 * @param maxDailyLoss loss since the UTC day began at which the session halts
 */
public record RiskRules(BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss) {

    /** No rules. */
    public static final RiskRules NONE = new RiskRules(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public RiskRules {
        check("largest order", maxOrder);
        check("largest position", maxPosition);
        check("largest daily loss", maxDailyLoss);
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
        return new RiskLimits(atoms(instrument, maxOrder), atoms(instrument, maxPosition), atoms(instrument, maxDailyLoss));
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
