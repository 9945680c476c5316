package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class FeeRateTest {

    @Test
    void chargesTheExactShareRoundedUp() {
        long seed = 20_261_121;
        Rng rng = new Rng(seed);
        for (int i = 0; i < 200_000; i++) {
            long atoms = rng.nextLong() >>> 1 >>> rng.nextInt(63);
            FeeRate rate = new FeeRate(rng.nextInt(100_000_000));
            long exact = BigDecimal.valueOf(atoms)
                    .multiply(BigDecimal.valueOf(rate.e8(), 8))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
            assertEquals(exact, rate.feeOn(atoms), "seed " + seed + " case " + i + ": " + rate + " on " + atoms);
        }
    }

    @Test
    void chargesTheLargestTurnoverAtTheHighestRate() {
        assertEquals(9_223_371_944_621_055_439L, new FeeRate(99_999_999).feeOn(Long.MAX_VALUE));
        assertEquals(0, FeeRate.ZERO.feeOn(Long.MAX_VALUE));
        assertEquals(1, new FeeRate(1).feeOn(1));
    }

    @Test
    void refusesANegativeTurnover() {
        assertThrows(ArithmeticException.class, () -> new FeeRate(1).feeOn(-1));
    }
}
