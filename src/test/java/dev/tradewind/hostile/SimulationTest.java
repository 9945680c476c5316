package dev.tradewind.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.app.SeedRun;
import dev.tradewind.app.SimulationStorage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hundred hostile worlds on every build; more by hand with {@code tradewind simulate}. */
class SimulationTest {

    private static final int SEEDS = 500;

    @Test
    void everythingHoldsInFiveHundredWorldsAndEveryFaultMeetsEveryState() {
        SeedRun run = SeedRun.of(1, SEEDS, 2, Parts.SOUND, done -> {});
        run.coverage().table().forEach(System.out::println);
        assertEquals(List.of(), run.violations().stream().map(broken -> broken.seed() + " " + broken.detail()).toList());
        assertTrue(run.inputs() >= 2_000L * SEEDS, "only " + run.inputs() + " inputs");
        assertTrue(run.restarts() >= SEEDS, "only " + run.restarts() + " restarts");
        assertTrue(run.fills() > 20L * SEEDS, "only " + run.fills() + " fills");
        assertEquals(List.of(), ImpossibleCells.wrong(run.coverage()));
    }

    /** Seeds that once broke something. */
    @ParameterizedTest
    @ValueSource(longs = {7, 34, 43, 115, 146, 295, 558, 1_320, 7_738, 9_642, 17_569})
    void whatBrokeOnceHolds(long seed) {
        Outcome outcome = run(seed);
        assertTrue(outcome.held(), outcome::toString);
        assertTrue(outcome.inputs() >= 2_000 && outcome.restarts() >= 1, outcome::toString);
    }

    @Test
    void aSeedIsTheSameWorldEveryTime() {
        List<Outcome> once = new ArrayList<>();
        List<Outcome> again = new ArrayList<>();
        for (long seed = 1; seed <= 5; seed++) {
            once.add(run(seed));
            again.add(run(seed));
        }
        assertEquals(once, again);
    }

    private static Outcome run(long seed) {
        return Simulation.run(
                seed, new SimulationStorage(), Parts.SOUND, EnumSet.allOf(Fault.class), new Coverage(), 200);
    }
}
