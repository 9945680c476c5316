package dev.tradewind.bot;

/**
 * Why an order was refused before it left.
 *
 * @param rule    the rule or filter, for instance {@code MIN_NOTIONAL} or {@code DAILY_LOSS}
 * @param message the value and what would pass
 * @param balance whether only free balance was missing
 * @param ruled   whether a risk rule or the trading state held it back, which may pass by itself
 */
public record Refusal(String rule, String message, boolean balance, boolean ruled) {

    /** Nothing was refused. */
    public static final Refusal NONE = new Refusal("", "", false, false);
}
