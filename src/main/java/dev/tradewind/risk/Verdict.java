package dev.tradewind.risk;

/**
 * What the gate says of an order.
 *
 * @param passes  whether it may leave
 * @param rule    the rule that refuses it, for instance {@code MIN_NOTIONAL}; empty on a pass
 * @param message the value and what would pass; empty on a pass
 * @param balance whether only free balance is missing
 */
public record Verdict(boolean passes, String rule, String message, boolean balance) {

    /** The order may leave. */
    public static final Verdict PASS = new Verdict(true, "", "", false);

    /** {@return a refusal} */
    public static Verdict refuse(String rule, String message) {
        return new Verdict(false, rule, message, false);
    }

    /** {@return a refusal for want of free balance} */
    public static Verdict lacksBalance(String message) {
        return new Verdict(false, "BALANCE", message, true);
    }
}
