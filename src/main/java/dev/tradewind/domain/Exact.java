package dev.tradewind.domain;

import java.math.BigInteger;

/** Integer arithmetic that is exact or fails: the steps money takes where a plain {@code long} product would wrap. */
public final class Exact {

    private Exact() {}

    /**
     * {@return {@code ⌊a·b / c⌋} for non-negative {@code a}, {@code b} and positive {@code c}, with a 128-bit product}
     *
     * @throws ArithmeticException if the result does not fit a long
     */
    public static long mulDivFloor(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == 0) {
            long product = a * b;
            if (product >= 0) {
                return product / c;
            }
        }
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c)).longValueExact();
    }

    /**
     * {@return {@code ⌈a·b / c⌉} for non-negative {@code a}, {@code b} and positive {@code c}, with a 128-bit product}
     *
     * @throws ArithmeticException if the result does not fit a long
     */
    public static long mulDivCeil(long a, long b, long c) {
        if (Math.multiplyHigh(a, b) == 0) {
            long product = a * b;
            if (product >= 0) {
                long floor = product / c;
                return floor * c == product ? floor : floor + 1;
            }
        }
        BigInteger[] parts =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));
        return parts[1].signum() == 0
                ? parts[0].longValueExact()
                : parts[0].add(BigInteger.ONE).longValueExact();
    }
}
