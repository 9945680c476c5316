package dev.tradewind.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AtrTest {

    /** Worked by hand from Wilder's definition, period 3: ranges 4, 5, 6 (mean 5), then 11 (a gap) and 2. */
    @Test
    void followsWilder() {
        Atr atr = new Atr(3);
        atr.add(104, 100, 103);
        atr.add(106, 101, 102);
        assertFalse(atr.ready());
        assertEquals(1, atr.missing());
        atr.add(107, 101, 105);
        assertTrue(atr.ready());
        assertEquals(5, atr.value(), 1e-12);
        atr.add(116, 112, 114);
        assertEquals((5 * 2 + 11) / 3.0, atr.value(), 1e-12);
        atr.add(114, 112, 113);
        assertEquals((7 * 2 + 2) / 3.0, atr.value(), 1e-12);
    }

    @Test
    void aPeriodOfNothingIsRefused() {
        assertEquals(
                "an ATR looks back over at least one candle, not 0",
                assertThrows(IllegalArgumentException.class, () -> new Atr(0)).getMessage());
    }
}
