package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The risk rules a person sets for a session, in quote units; 0 means no such rule.
 *
 * @param maxOrder     largest single buy
 * @param maxPosition  largest value of everything held and ordered
 * @param maxDailyLoss loss since the UTC day began at which the session halts
 * @param collarCross  percent a limit may cross the market by; with it, stops on the wrong side are refused
 * @param collarAway   percent an order may wait away from the market
 * @param collarSize   how many times the usual size an order may have
 */
public record RiskRules(
        BigDecimal maxOrder,
        BigDecimal maxPosition,
        BigDecimal maxDailyLoss,
        BigDecimal collarCross,
        BigDecimal collarAway,
        BigDecimal collarSize) {

    private static final BigDecimal LARGEST_COLLAR = BigDecimal.valueOf(1_000_000);

    /** No rules. */
    public static final RiskRules NONE = new RiskRules(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Rules without a collar. */
    public RiskRules(BigDecimal maxOrder, BigDecimal maxPosition, BigDecimal maxDailyLoss) {
        this(maxOrder, maxPosition, maxDailyLoss, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public RiskRules {
        collar("collar of prices that cross", collarCross);
        collar("collar of prices that wait", collarAway);
        collar("collar of sizes", collarSize);
        check("largest order", maxOrder);
        check("largest position", maxPosition);
        check("largest daily loss", maxDailyLoss);
    }

    private static void collar(String what, BigDecimal bound) {
        check(what, bound);
        if (bound.compareTo(LARGEST_COLLAR) > 0) {
            throw new IllegalArgumentException(what + " " + bound.toPlainString() + " must be at most "
                    + LARGEST_COLLAR.toPlainString() + ", or 0 for no such rule");
        }
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
        return new RiskLimits(
                atoms(instrument, maxOrder), atoms(instrument, maxPosition), atoms(instrument, maxDailyLoss),
                new Collar(scaled(collarCross, 6), scaled(collarAway, 6), scaled(collarSize, 2)));
    }

    private static long scaled(BigDecimal bound, int decimals) {
        return bound.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValueExact();
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
