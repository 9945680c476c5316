package dev.tradewind.risk;

import java.util.List;

/**
 * What bounds a session; 0 means no such limit. Money in quote atoms.
 *
 * @param maxOrderNotionalAtoms    largest single order
 * @param maxPositionNotionalAtoms largest value of base held plus working buys, over the whole session
 * @param maxDailyLossAtoms        loss since the UTC day began at which the session halts
 * @param collar                   how far from the market and from the usual size an order may be
 * @param rules                    the rules in force from the start
 */
public record RiskLimits(
        long maxOrderNotionalAtoms,
        long maxPositionNotionalAtoms,
        long maxDailyLossAtoms,
        Collar collar,
        List<RiskRule> rules) {

    /** No limits. */
    public static final RiskLimits NONE = new RiskLimits(0, 0, 0);

    public RiskLimits {
        rules = List.copyOf(rules);
        if (maxOrderNotionalAtoms < 0 || maxPositionNotionalAtoms < 0 || maxDailyLossAtoms < 0) {
            throw new IllegalArgumentException("a risk limit is negative; 0 means no limit");
        }
    }

    /** Limits without a collar or rules. */
    public RiskLimits(long maxOrderNotionalAtoms, long maxPositionNotionalAtoms, long maxDailyLossAtoms) {
        this(maxOrderNotionalAtoms, maxPositionNotionalAtoms, maxDailyLossAtoms, Collar.NONE);
    }

    /** Limits without rules. */
    public RiskLimits(
            long maxOrderNotionalAtoms, long maxPositionNotionalAtoms, long maxDailyLossAtoms, Collar collar) {
        this(maxOrderNotionalAtoms, maxPositionNotionalAtoms, maxDailyLossAtoms, collar, List.of());
    }
}
