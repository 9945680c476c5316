package dev.tradewind.domain;

/**
 * How an account trades a perpetual. On spot it says nothing.
 *
 * @param leverage  notional of a new position per unit of margin, 1 to 125
 * @param mode      what answers for a position's losses
 * @param positions one position or a long and a short one apart
 */
public record MarginConfig(int leverage, MarginMode mode, PositionMode positions) {

    /** Spot; on a perpetual one-way, cross, without leverage. */
    public static final MarginConfig NONE = new MarginConfig(1, MarginMode.CROSS, PositionMode.ONE_WAY);

    /** The most an exchange offers. */
    public static final int MAX_LEVERAGE = 125;

    public MarginConfig {
        if (leverage < 1 || leverage > MAX_LEVERAGE) {
            throw new IllegalArgumentException("leverage " + leverage + " is outside 1 to " + MAX_LEVERAGE);
        }
    }

    /** {@return the initial margin of a notional, rounded up: against us} */
    public long initialMargin(long notionalAtoms) {
        return leverage == 1 ? notionalAtoms : -Math.floorDiv(-notionalAtoms, leverage);
    }
}
