package dev.tradewind.risk;

/**
 * The first risk rules; 0 means no such limit. Money in quote atoms.
 *
 * @param maxOrderNotionalAtoms    largest single order
 * @param maxPositionNotionalAtoms largest value of base held plus working buys, over the whole session
 * @param maxDailyLossAtoms        loss since the UTC day began at which the session halts
 * @param collar                   how far from the market and from the usual size an order may be
 */
public record RiskLimits(
        long maxOrderNotionalAtoms, long maxPositionNotionalAtoms, long maxDailyLossAtoms, Collar collar) {

    /** No limits. */
    public static final RiskLimits NONE = new RiskLimits(0, 0, 0);

    public RiskLimits {
        if (maxOrderNotionalAtoms < 0 || maxPositionNotionalAtoms < 0 || maxDailyLossAtoms < 0) {
            throw new IllegalArgumentException("a risk limit is negative; 0 means no limit");
        }
    }

    /** Limits without a collar. */
    public RiskLimits(long maxOrderNotionalAtoms, long maxPositionNotionalAtoms, long maxDailyLossAtoms) {
        this(maxOrderNotionalAtoms, maxPositionNotionalAtoms, maxDailyLossAtoms, Collar.NONE);
    }
}
