package dev.tradewind.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tradewind.app.SimulationStorage;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants can fail: each planted bug breaks one of them within few seeds. */
class PlantedBugTest {

    private static final int MOST_SEEDS = 500;

    @ParameterizedTest
    @EnumSource(PlantedBug.class)
    void isCaught(PlantedBug bug) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            Outcome outcome = Simulation.run(
                    seed, new SimulationStorage(), bug.parts(), EnumSet.allOf(Fault.class), new Coverage(), 0);
            if (!outcome.held()) {
                System.out.println(bug + " caught by seed " + seed + ": " + outcome.detail());
                assertTrue(outcome.detail().startsWith(outcome.invariant()));
                return;
            }
        }
        fail(bug + " was not caught by any of " + MOST_SEEDS + " seeds");
    }
}
