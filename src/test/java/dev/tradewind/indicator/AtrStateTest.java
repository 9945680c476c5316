package dev.tradewind.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.kernel.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ATR that took a state over goes on as the one that saved it, bit for bit. */
class AtrStateTest {

    private static void drive(Atr atr, long seed) {
        Rng rng = new Rng(seed);
        double low = 100 + 10 * rng.nextDouble();
        double high = low + rng.nextDouble();
        atr.add(high, low, low + (high - low) * rng.nextDouble());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 14, 15, 40})
    void goesOnAsTheOneThatSaved(int candles) {
        Rng rng = new Rng(candles);
        Atr original = new Atr(14);
        for (int i = 0; i < candles; i++) {
            drive(original, rng.nextLong());
        }
        byte[] state = SavedStates.of(original);
        Atr loaded = SavedStates.loaded(state, new Atr(14));
        assertArrayEquals(state, SavedStates.of(loaded));
        StateRules.all().compare(candles + " candles", original, loaded);
        for (int i = 0; i < 30; i++) {
            long step = rng.nextLong();
            drive(original, step);
            drive(loaded, step);
            assertEquals(original.value(), loaded.value(), candles + " candles");
            assertEquals(original.missing(), loaded.missing(), candles + " candles");
        }
        assertArrayEquals(SavedStates.of(original), SavedStates.of(loaded));
        SavedStates.refuseDamageOf(state, () -> new Atr(14), rng, 200);
    }
}
