package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.kernel.Rng;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExactTest {

    @Test
    void dividesLikeBigInteger() {
        long seed = 20_260_101;
        Rng rng = new Rng(seed);
        for (int i = 0; i < 300_000; i++) {
            long a = rng.nextLong() >>> 1 >>> rng.nextInt(63);
            long b = rng.nextLong() >>> 1 >>> rng.nextInt(63);
            long c = Math.max(1, rng.nextLong() >>> 1 >>> rng.nextInt(63));
            String what = "seed " + seed + " case " + i + ": " + a + "·" + b + "/" + c;
            BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
            BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(c));
            if (parts[0].bitLength() > 63) {
                assertThrows(ArithmeticException.class, () -> Exact.mulDivFloor(a, b, c), what);
                continue;
            }
            assertEquals(parts[0].longValueExact(), Exact.mulDivFloor(a, b, c), what);
            if (parts[1].signum() == 0 || parts[0].longValueExact() < Long.MAX_VALUE) {
                assertEquals(
                        parts[0].longValueExact() + parts[1].signum(), Exact.mulDivCeil(a, b, c), what);
            }
        }
    }

    @Test
    void holdsAtTheEdges() {
        long max = Long.MAX_VALUE;
        assertEquals(max, Exact.mulDivFloor(max, max, max));
        assertEquals(max - 1, Exact.mulDivFloor(max, max - 1, max));
        assertEquals(1, Exact.mulDivCeil(1, 1, max));
        assertEquals(0, Exact.mulDivFloor(0, max, 1));
        assertThrows(ArithmeticException.class, () -> Exact.mulDivFloor(max, 2, 1));
    }
}
