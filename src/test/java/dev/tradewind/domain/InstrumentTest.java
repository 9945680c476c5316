package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    private static Instrument of(String tick, String lot) {
        return new Instrument(
                "BTCUSDT", "test", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal(tick), new BigDecimal(lot),
                InstrumentFilters.NONE);
    }

    @Test
    void countsBtcusdtInTicksLotsAndAtoms() {
        Instrument btc = of("0.01", "0.00001");
        assertEquals(100_000, btc.lotAtoms());
        assertEquals(1_000, btc.tickLotAtoms());
        assertEquals(5_012_345, btc.toTicks(new BigDecimal("50123.45"), RoundingMode.UNNECESSARY));
        assertEquals(12_345, btc.toLots(new BigDecimal("0.123459"), RoundingMode.DOWN));
        // 50123.45 × 0.12345 = 6187.7399025
        assertEquals(61_877_399_025_000L, btc.notionalAtoms(5_012_345, 12_345));
        assertEquals("6187.7399025000", btc.quote().toDecimal(btc.notionalAtoms(5_012_345, 12_345)).toPlainString());
        assertEquals(new BigDecimal("50123.45"), btc.toPrice(5_012_345));
        assertEquals(new BigDecimal("0.12345"), btc.toQuantity(12_345));
        assertEquals(12_345, btc.lotsFor(61_877_399_025_000L, 5_012_345));
        assertEquals(12_344, btc.lotsFor(61_877_399_024_999L, 5_012_345));
    }

    @Test
    void countsStepsAboveOneAndStepsThatAreNoPowersOfTen() {
        Instrument odd = of("0.25", "10");
        assertEquals(2, odd.priceDecimals());
        assertEquals(0, odd.quantityDecimals());
        assertEquals(new BigDecimal("100.75"), odd.toPrice(403));
        assertEquals(new BigDecimal("70"), odd.toQuantity(7));
        assertEquals(403, odd.toTicks(new BigDecimal("100.80"), RoundingMode.DOWN));
        assertThrows(ArithmeticException.class, () -> odd.toTicks(new BigDecimal("100.80"), RoundingMode.UNNECESSARY));
    }

    @Test
    void refusesStepsFinerThanAtomsAndNamesThem() {
        assertEquals(
                "BTCUSDT: tick size × lot size 0.00000000001 is not a whole number of USDT atoms (10^-10)",
                assertThrows(IllegalArgumentException.class, () -> of("0.00001", "0.000001")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> of("0", "1"));
    }

    @Test
    void overflowIsAnErrorNotAWrap() {
        Instrument btc = of("0.01", "0.00001");
        assertThrows(ArithmeticException.class, () -> btc.notionalAtoms(Long.MAX_VALUE / 2, 3));
        assertThrows(ArithmeticException.class, () -> btc.valueOfBaseAtoms(Long.MAX_VALUE / 2, 3));
    }

    @Test
    void valuesWholeLotsAsTheirNotionalAndOddAtomsRoundedDown() {
        long seed = 4_711;
        Rng rng = new Rng(seed);
        Instrument btc = of("0.01", "0.00001");
        for (int i = 0; i < 20_000; i++) {
            long ticks = 1 + rng.nextInt(20_000_000);
            long lots = rng.nextInt(10_000_000);
            long odd = rng.nextInt((int) btc.lotAtoms());
            String what = "seed " + seed + " case " + i;
            assertEquals(btc.notionalAtoms(ticks, lots), btc.valueOfBaseAtoms(ticks, lots * btc.lotAtoms()), what);
            BigDecimal exact = btc.toPrice(ticks).multiply(btc.base().toDecimal(lots * btc.lotAtoms() + odd));
            assertEquals(
                    btc.quote().toAtoms(exact), btc.valueOfBaseAtoms(ticks, lots * btc.lotAtoms() + odd), what);
        }
    }

    @Test
    void feesAreExactAndRoundAgainstUs() {
        FeeRate tenth = FeeRate.ofBps(new BigDecimal("10"));
        assertEquals(new FeeRate(100_000), tenth);
        assertEquals(1, tenth.feeOn(1));
        assertEquals(1, tenth.feeOn(1_000));
        assertEquals(2, tenth.feeOn(1_001));
        assertEquals(0, tenth.feeOn(0));
        // 0.1 % of Long.MAX_VALUE, rounded up: the product alone needs 80 bits
        assertEquals(9_223_372_036_854_776L, tenth.feeOn(Long.MAX_VALUE));
        assertEquals(new BigDecimal("7.5"), FeeRate.ofBps(new BigDecimal("7.5")).toBps());
        // finer than 10^-8 rounds against us
        assertEquals(1, FeeRate.ofBps(new BigDecimal("0.00001")).e8());
        assertThrows(IllegalArgumentException.class, () -> FeeRate.ofBps(new BigDecimal("-1")));
        assertThrows(IllegalArgumentException.class, () -> FeeRate.ofBps(new BigDecimal("10000")));
    }
}
