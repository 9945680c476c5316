package dev.tradewind.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class EquityCurveTest {

    @Test
    void theDeepestFallIsThatOfANaiveLoopOverEveryMark() {
        for (long seed = 1; seed <= 20; seed++) {
            Rng rng = new Rng(seed);
            EquityCurve curve = new EquityCurve();
            long equity = 100_000_000_000_000L;
            long peak = Long.MIN_VALUE;
            double deepest = 0;
            long deepestAtoms = 0;
            for (int i = 0; i < 20_000; i++) {
                equity = Math.max(1, equity + (long) (equity * 0.01 * rng.nextGaussian()));
                curve.add(i, equity);
                peak = Math.max(peak, equity);
                double fall = (double) (peak - equity) / peak;
                if (fall > deepest) {
                    deepest = fall;
                    deepestAtoms = peak - equity;
                }
            }
            assertEquals(deepest, curve.maxDrawdown(), 1e-12, "seed " + seed);
            assertEquals(deepestAtoms, curve.maxDrawdownAtoms(), "seed " + seed);
        }
    }

    @Test
    void keepsPointsEvenlySpacedInBoundedMemory() {
        EquityCurve curve = new EquityCurve();
        for (int i = 0; i < 100_000; i++) {
            curve.add(i, 1_000 + i);
        }
        long[][] points = curve.points();
        assertTrue(points[0].length <= 4_096, points[0].length + " points");
        long spacing = points[0][1];
        assertEquals(32, spacing);
        for (int i = 0; i < points[0].length; i++) {
            assertEquals(i * spacing, points[0][i]);
            assertEquals(1_000 + i * spacing, points[1][i]);
        }
        assertEquals(0, curve.maxDrawdown());
    }

    @Test
    void pointsThatWereShownNeverChange() {
        for (long seed = 1; seed <= 10; seed++) {
            Rng rng = new Rng(seed);
            EquityCurve curve = new EquityCurve();
            EquityCurve unseen = new EquityCurve();
            long[][] shown = curve.points();
            long[][] copy = {shown[0].clone(), shown[1].clone()};
            for (int i = 0; i < 30_000; i++) {
                long equity = rng.nextInt(1_000_000);
                curve.add(i, equity);
                unseen.add(i, equity);
                if (rng.nextInt(1 + i / 4) < 3) {
                    assertArrayEquals(copy, shown, "seed " + seed + ", mark " + i);
                    shown = curve.points();
                    copy = new long[][] {shown[0].clone(), shown[1].clone()};
                }
            }
            assertArrayEquals(unseen.points(), curve.points(), "seed " + seed);
        }
    }

    @Test
    void anEmptyCurveIsFlat() {
        EquityCurve curve = new EquityCurve();
        assertEquals(0, curve.maxDrawdown());
        assertArrayEquals(new long[0], curve.points()[0]);
    }
}
