package dev.tradewind.domain;

/** Integer arithmetic that is exact or fails: the steps money takes where a plain {@code long} product would wrap. */
public final class Exact {

    private static final long MASK = 0xFFFF_FFFFL;

    private Exact() {}

    /**
     * {@return {@code ⌊a·b / c⌋} for non-negative {@code a}, {@code b} and positive {@code c}, with a 128-bit product;
     * allocates nothing}
     *
     * @throws ArithmeticException if the result does not fit a long
     */
    public static long mulDivFloor(long a, long b, long c) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return (high | low >>> 63) == 0 ? low / c : divide(high, low, c);
    }

    /**
     * {@return {@code ⌈a·b / c⌉} for non-negative {@code a}, {@code b} and positive {@code c}, with a 128-bit product;
     * allocates nothing}
     *
     * @throws ArithmeticException if the result does not fit a long
     */
    public static long mulDivCeil(long a, long b, long c) {
        long floor = mulDivFloor(a, b, c);
        return floor * c == a * b ? floor : Math.addExact(floor, 1);
    }

    /**
     * Long division of an unsigned 128-bit number by a positive {@code divisor}: two digits of 32 bits (Knuth, The Art of
     * Computer Programming 2, 4.3.1, algorithm D; as {@code divlu} in Warren, Hacker's Delight, 9-4).
     */
    private static long divide(long high, long low, long divisor) {
        if (high < 0 || high >= divisor) {
            throw new ArithmeticException("the quotient does not fit 64 bits");
        }
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long top = (high << shift) | (low >>> 1 >>> (63 - shift));
        long bottom = low << shift;
        long first = digit(top, bottom >>> 32, d);
        long rest = (top << 32) + (bottom >>> 32) - first * d;
        long second = digit(rest, bottom & MASK, d);
        long quotient = (first << 32) + second;
        if (first >>> 31 != 0 || quotient < 0) {
            throw new ArithmeticException("the quotient does not fit a long");
        }
        return quotient;
    }

    /** One 32-bit digit of {@code (rest·2³² + next) / d}; {@code d} has its top bit set and {@code rest < d}, unsigned. */
    private static long digit(long rest, long next, long d) {
        long upper = d >>> 32;
        long lower = d & MASK;
        long digit = Long.divideUnsigned(rest, upper);
        long left = rest - digit * upper;
        while (digit > MASK || Long.compareUnsigned(digit * lower, (left << 32) + next) > 0) {
            digit--;
            left += upper;
            if (left > MASK) {
                break;
            }
        }
        return digit;
    }
}
