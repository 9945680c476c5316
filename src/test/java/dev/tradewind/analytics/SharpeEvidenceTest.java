package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeEvidenceTest {

    /** The worked example of Bailey and López de Prado 2014: 2.5 a year of 250 days over 1250 days. */
    private static final SharpeEvidence EXAMPLE = new SharpeEvidence(2.5 / Math.sqrt(250), 1_250, -3, 10);

    private static final double EXAMPLE_VARIANCE = 0.5 / 250;

    @Test
    void theBestOfHundredTrialsIsDeflatedAsInTheSource() {
        assertEquals(0.1132, SharpeEvidence.luckiest(100, EXAMPLE_VARIANCE), 0.5e-4);
        assertEquals(0.9004, EXAMPLE.deflated(100, EXAMPLE_VARIANCE), 0.5e-4);
        assertEquals(0.9505, EXAMPLE.deflated(46, EXAMPLE_VARIANCE), 0.5e-4);
    }

    /** The same by scipy 1.17's {@code norm}, to more digits than the paper prints. */
    @Test
    void agreesWithScipy() {
        assertEquals(0.11317200186513214, SharpeEvidence.luckiest(100, EXAMPLE_VARIANCE), 1e-14);
        assertEquals(0.9003968344493903, EXAMPLE.deflated(100, EXAMPLE_VARIANCE), 1e-13);
        assertEquals(0.9505017068755787, EXAMPLE.deflated(46, EXAMPLE_VARIANCE), 1e-13);
        assertEquals(0.9999968595078976, EXAMPLE.probabilistic(0), 1e-14);
        Performance bitcoin = Performance.measure(PerformanceInput.of(Days.equity(Days.BITCOIN)));
        assertEquals(0.4251820626197179, SharpeEvidence.of(bitcoin).probabilistic(0), 1e-13);
    }

    @ParameterizedTest(name = "Φ({0})")
    @CsvSource({
        "-38, 2.88542836006878430835097048157e-316", "-10, 7.61985302416047e-24", "-5, 2.866515718791933e-07",
        "-3, 0.0013498980316300933", "-1.5, 0.06680720126885807", "-1, 0.15865525393145707",
        "-0.46875, 0.31962417151711764", "-0.1, 0.460172162722971", "0, 0.5", "0.3, 0.6179114221889526",
        "1, 0.8413447460685429", "2, 0.9772498680518208", "4, 0.9999683287581669", "5.7, 0.9999999940096286",
        "8, 0.9999999999999993"
    })
    void theNormalDistributionAgreesWithScipy(double x, double share) {
        assertEquals(share, Normal.below(x), Math.max(1e-13 * share, Double.MIN_VALUE * 1e8));
    }

    @ParameterizedTest(name = "Φ⁻¹({0})")
    @CsvSource({
        "1e-300, -37.0470962993612", "1e-12, -7.034483825301131", "0.001, -3.090232306167813",
        "0.02425, -1.972961051311885", "0.05, -1.6448536269514729", "0.25, -0.6744897501960817", "0.5, 0",
        "0.75, 0.6744897501960817", "0.9, 1.2815515655446004", "0.99, 2.3263478740408408",
        "0.9963212055882856, 2.6802104449668875", "0.999999999999, 7.0344869100478356"
    })
    void theQuantilesAgreeWithScipy(double share, double x) {
        assertEquals(x, Normal.quantile(share), 1e-14 * Math.max(1, Math.abs(x)));
    }

    @Test
    void quantilesReachToTheEnds() {
        assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
    }

    @Test
    void theOnlyTrialHasNoLuckToBeFearedOf() {
        assertEquals(0, SharpeEvidence.luckiest(1, 3));
        assertEquals(EXAMPLE.probabilistic(0), EXAMPLE.deflated(1));
    }

    @Test
    void moreTrialsMakeTheSameRatioLessBelievable() {
        double last = 1;
        for (long trials = 1; trials < 10_000_000; trials *= 3) {
            double now = EXAMPLE.deflated(trials, EXAMPLE_VARIANCE);
            assertTrue(now < last, trials + " trials");
            last = now;
        }
    }

    @Test
    void noTrialsAreRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SharpeEvidence.luckiest(0, 1));
        assertEquals("0 trials cannot be: a run is at least the first", refused.getMessage());
    }

    @Test
    void theVarianceOverTrialsIsPerDayAndLeavesOutThoseWithoutARatio() {
        List<Performance> trials = List.of(sharpe(1), sharpe(2), sharpe(Double.NaN), sharpe(4.5));
        assertEquals(3.25 / 365, SharpeEvidence.variance(trials), 1e-15);
        assertEquals(Double.NaN, SharpeEvidence.variance(List.of(sharpe(1))));
    }

    private static Performance sharpe(double annual) {
        return Performance.of(Map.of(Metric.SHARPE, annual));
    }
}
