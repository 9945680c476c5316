package dev.tradewind.marketdata;

import java.math.BigDecimal;

/** Turns digits and a scale into whole units of a step such as a tick or a lot. */
final class UnitScale {

    /** Answer of {@link #exact} for a value between two units. */
    static final long BETWEEN = Long.MIN_VALUE;

    private static final int MAX_POWER = 18;
    private static final long[] POWERS = powers();

    private final long step;
    private final int decimals;

    /** Units of {@code step} × 10^−{@code decimals}. */
    UnitScale(long step, int decimals) {
        this.step = step;
        this.decimals = decimals;
    }

    /** {@return units of {@code size}, a positive decimal} */
    static UnitScale of(BigDecimal size) {
        BigDecimal bare = size.stripTrailingZeros();
        return new UnitScale(bare.unscaledValue().longValueExact(), bare.scale());
    }

    private static long[] powers() {
        long[] powers = new long[MAX_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i <= MAX_POWER; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /**
     * {@return {@code mantissa} × 10^−{@code scale} in whole units, or {@link #BETWEEN}}
     *
     * @throws ArithmeticException if it does not fit a long
     */
    long exact(long mantissa, int scale) {
        int shift = decimals - scale;
        if (shift >= 0) {
            long scaled = Math.multiplyExact(mantissa, power(shift));
            if (step == 1) {
                return scaled;
            }
            return scaled % step == 0 ? scaled / step : BETWEEN;
        }
        if (-shift > MAX_POWER) {
            return mantissa == 0 ? 0 : BETWEEN;
        }
        long divisor = Math.multiplyExact(step, POWERS[-shift]);
        return mantissa % divisor == 0 ? mantissa / divisor : BETWEEN;
    }

    /**
     * {@return {@code mantissa} × 10^−{@code scale} in units, rounded to the nearest, halves up; {@code mantissa} ≥ 0}
     *
     * @throws ArithmeticException if it does not fit a long
     */
    long nearest(long mantissa, int scale) {
        int shift = decimals - scale;
        if (shift >= 0) {
            return halfUp(Math.multiplyExact(mantissa, power(shift)), step);
        }
        return -shift > MAX_POWER ? 0 : halfUp(mantissa, Math.multiplyExact(step, POWERS[-shift]));
    }

    private static long halfUp(long value, long divisor) {
        long quotient = value / divisor;
        long rest = value - quotient * divisor;
        return rest >= divisor - rest ? quotient + 1 : quotient;
    }

    private static long power(int exponent) {
        if (exponent > MAX_POWER) {
            throw new ArithmeticException("10^" + exponent + " does not fit a long");
        }
        return POWERS[exponent];
    }
}
