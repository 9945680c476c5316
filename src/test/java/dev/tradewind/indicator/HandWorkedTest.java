package dev.tradewind.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What no other program computes as we define it, against values worked out by hand; the working stands beside them. */
class HandWorkedTest {

    private static final double NONE = Double.NaN;

    private static Indicator indicator(String id, String params) {
        IndicatorType type = IndicatorCatalog.type(id);
        return type.make(type.params(Oracle.params(params)));
    }

    private static double[] after(Indicator indicator, double open, double high, double low, double close, double volume) {
        Bar bar = new Bar();
        bar.set(0, open, high, low, close, volume);
        indicator.add(bar);
        return lines(indicator);
    }

    private static double[] lines(Indicator indicator) {
        double[] lines = new double[indicator.outputs()];
        Arrays.setAll(lines, indicator::value);
        return lines;
    }

    private static double[] span(Indicator indicator, double high, double low) {
        return after(indicator, low, high, low, high, 1);
    }

    /** Turns of 10 %: up from 98 at 107.8, down from 120 at 108, up from 104 at 114.4. */
    @Test
    void zigZagConfirmsEachTurnTenPercentAway() {
        Indicator zigZag = indicator("zigzag", "change=10");
        assertArrayEquals(new double[] {NONE, NONE, NONE}, span(zigZag, 100, 98));
        assertArrayEquals(new double[] {98, -1, 1}, span(zigZag, 110, 105));
        assertArrayEquals(new double[] {98, -1, 2}, span(zigZag, 120, 112));
        assertArrayEquals(new double[] {98, -1, 3}, span(zigZag, 118, 109));
        assertArrayEquals(new double[] {120, 1, 2}, span(zigZag, 115, 107));
        assertArrayEquals(new double[] {120, 1, 3}, span(zigZag, 116, 104));
        assertArrayEquals(new double[] {120, 1, 4}, span(zigZag, 113, 110));
        assertArrayEquals(new double[] {104, -1, 2}, span(zigZag, 115, 111));
    }

    /**
     * 8 spread over 100–104 and 6 over 102–104 make rows of 2, 2, 5, 5: most in 102–103, with 103–104 it is 10 of 14 (71 %);
     * for 80 % the next one down is needed, 12 of 14.
     */
    @Test
    void volumeProfileSpreadsEachCandleOverItsSpan() {
        for (String share : new String[] {"70", "80"}) {
            Indicator profile = indicator("volume-profile", "period=2 rows=4 share=" + share);
            assertArrayEquals(new double[] {NONE, NONE, NONE}, after(profile, 100, 104, 100, 104, 8));
            double low = share.equals("70") ? 102 : 101;
            assertArrayEquals(new double[] {102.5, 104, low}, after(profile, 102, 104, 102, 104, 6), 1e-12);
        }
    }

    /** Bought 7 of 10 is 7 − 3; bought 1 of 5 is 1 − 4; unknown at three quarters of the span is half of 6. */
    @Test
    void orderFlowIsBoughtLessSold() {
        for (String unknown : new String[] {"estimate", "skip"}) {
            Indicator flow = indicator("order-flow-delta", "unknown=" + unknown);
            Bar bar = new Bar();
            bar.set(0, 10, 12, 8, 11, 10);
            bar.setBuyVolume(7);
            flow.add(bar);
            assertArrayEquals(new double[] {4, 4}, lines(flow));
            bar.set(1, 10, 12, 8, 11, 5);
            bar.setBuyVolume(1);
            flow.add(bar);
            assertArrayEquals(new double[] {-3, 1}, lines(flow));
            boolean estimates = unknown.equals("estimate");
            assertArrayEquals(
                    estimates ? new double[] {3, 4} : new double[] {NONE, NONE}, after(flow, 10, 12, 8, 11, 6));
            bar.set(3, 10, 12, 8, 11, 4);
            bar.setBuyVolume(4);
            flow.add(bar);
            assertArrayEquals(new double[] {4, estimates ? 8 : 5}, lines(flow));
        }
    }

    /**
     * Returns of one size, signs {@code +++-+++-} and {@code ---+---+} in turns. Eight of them: deviations of 0.5 and 1.5
     * from a mean of 0.5, summed up at most 1.5 above and never below 0, standard deviation √0.75, so R/S = √3. Sixteen:
     * mean 0, sums from −1 to 5, standard deviation 1, so R/S = 6. The slope between is log₂(6 / √3) = 1 + log₂(3) / 2.
     */
    @Test
    void hurstIsTheSlopeOfTheRescaledRange() {
        String signs = "+++-+++----+---+";
        Line hurst = (Line) indicator("hurst", "period=32");
        double value = NONE;
        double moved = 0;
        hurst.next(100);
        for (int step = 0; step < 32; step++) {
            moved += signs.charAt(step % 16) == '+' ? 0.01 : -0.01;
            value = hurst.next(100 * StrictMath.exp(moved));
        }
        assertEquals(1.792481250360578, value, 1e-9);
    }

    /** Up and down in turns: every part has R/S = 1, whatever its length. */
    @Test
    void hurstOfReturnsThatAlternateIsNone() {
        Line hurst = (Line) indicator("hurst", "period=128");
        double value = NONE;
        for (int row = 0; row <= 128; row++) {
            value = hurst.next(row % 2 == 0 ? 100 : 101);
        }
        assertEquals(0, value, 1e-9);
    }

    /** A distance that loses a tenth with each candle has halved after ln 0.5 / ln 0.9 of them; half of it after one. */
    @Test
    void halfLifeIsThatOfADecay() {
        for (double[] each : new double[][] {{0.9, 6.578813478960585}, {0.5, 1}, {0.99, 68.96756393652842}}) {
            Line halfLife = (Line) indicator("half-life", "period=30");
            double value = NONE;
            for (int row = 0; row <= 30; row++) {
                value = halfLife.next(100 + 50 * Math.pow(each[0], row));
            }
            assertEquals(each[1], value, 1e-9 * each[1]);
        }
    }

    /** 8, 12, 6, 10 are 9 in the mean, and so is the body's middle; the next opens at (9 + 9) / 2, then (9 + 11.5) / 2. */
    @Test
    void heikinAshiBeginsWithItsOwnBody() {
        Indicator heikin = indicator("heikin-ashi", "");
        assertArrayEquals(new double[] {9, 12, 6, 9}, after(heikin, 8, 12, 6, 10, 1));
        assertArrayEquals(new double[] {9, 13, 9, 11.5}, after(heikin, 10, 13, 10, 13, 1));
        assertArrayEquals(new double[] {10.25, 14, 10.25, 12.5}, after(heikin, 12, 14, 11, 13, 1));
    }
}
