package dev.tradewind.domain;

/**
 * What makes an instrument a USD-margined perpetual.
 *
 * @param brackets             margin by notional
 * @param maxLeverage          highest leverage offered, 1 to 125
 * @param fundingIntervalNanos time between two funding boundaries
 * @param liquidationFee       what the exchange takes of the notional it closes by force
 */
public record PerpetualTerms(
        MarginBrackets brackets, int maxLeverage, long fundingIntervalNanos, FeeRate liquidationFee) {

    private static final long EIGHT_HOURS = 8L * 3_600 * 1_000_000_000L;

    public PerpetualTerms {
        if (maxLeverage < 1 || maxLeverage > MarginConfig.MAX_LEVERAGE) {
            throw new IllegalArgumentException(
                    "highest leverage " + maxLeverage + " is outside 1 to " + MarginConfig.MAX_LEVERAGE);
        }
        if (fundingIntervalNanos <= 0) {
            throw new IllegalArgumentException("funding interval " + fundingIntervalNanos + " ns must be positive");
        }
    }

    /** {@return the terms of a position of brackets: leverage of the lowest one, funding each eight hours, 1.25 % to liquidate} */
    public static PerpetualTerms of(MarginBrackets brackets) {
        return new PerpetualTerms(brackets, brackets.maxLeverage(0), EIGHT_HOURS, new FeeRate(1_250_000));
    }

    /** {@return the terms assumed where nobody names others: {@link MarginBrackets#standard}} */
    public static PerpetualTerms standard(Asset quote) {
        return of(MarginBrackets.standard(quote));
    }
}
