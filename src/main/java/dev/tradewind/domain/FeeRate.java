package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of turnover taken by a venue, exact to 10⁻⁸.
 *
 * @param e8 the rate times 10⁸; 0.1 % is 100,000
 */
public record FeeRate(long e8) {

    /** No fee. */
    public static final FeeRate ZERO = new FeeRate(0);

    private static final long ONE = 100_000_000L;

    public FeeRate {
        if (e8 < 0 || e8 >= ONE) {
            throw new IllegalArgumentException("fee rate " + e8 + "e-8 is outside 0..1");
        }
    }

    /**
     * {@return the rate given in basis points (1 bp = 0.01 %)}
     *
     * @throws IllegalArgumentException if it is negative or 10,000 bp and more
     */
    public static FeeRate ofBps(BigDecimal bps) {
        return new FeeRate(bps.movePointRight(4).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /**
     * {@return the fee on {@code atoms}, rounded up: against us}
     *
     * @throws ArithmeticException if the turnover is negative
     */
    public long feeOn(long atoms) {
        if (atoms < 0) {
            throw new ArithmeticException("a fee on a turnover of " + atoms + " atoms; 0 and more can be charged");
        }
        // whole parts pay the rate exactly; both products fit, since the rate is below one
        long whole = atoms / ONE;
        long rest = atoms - whole * ONE;
        return whole * e8 + (rest * e8 + ONE - 1) / ONE;
    }

    /** {@return the rate as a fraction of one} */
    public double asFraction() {
        return e8 / (double) ONE;
    }

    /** {@return the rate in basis points} */
    public BigDecimal toBps() {
        return BigDecimal.valueOf(e8, 4).stripTrailingZeros();
    }
}
