package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.StateException;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.VirtualClock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue that took a state over goes on as the one that saved it: report by report, at the same times. */
class SimStateTest {

    private static final int RUNS = 6;
    private static final int STEPS_AFTER = 1_200;
    private static final long START = 1_700_000_040_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "1, true, false, false, CROSS, false, 2", "2, true, false, false, CROSS, false, 7",
        "3, true, false, true, CROSS, false, 3", "4, true, false, true, ISOLATED, true, 6",
        "5, false, false, false, CROSS, false, 4", "6, false, true, false, CROSS, false, 7",
        "7, false, true, true, ISOLATED, false, 5", "8, false, true, true, CROSS, true, 2",
        "9, false, false, true, CROSS, false, 6", "10, false, true, false, CROSS, false, 3"
    })
    void goesOnAsTheOneThatSaved(
            long seed, boolean candles, boolean books, boolean perpetual, MarginMode mode, boolean hedged, int bustle) {
        RandomVenue.Kind kind = new RandomVenue.Kind(candles, books, perpetual, mode, hedged, bustle);
        Set<String> met = new HashSet<>();
        Set<String> heard = new HashSet<>();
        int mostResting = 0;
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed * 1_000 + run);
            String what = "seed " + seed + " run " + run;
            RandomVenue original = new RandomVenue(kind, START);
            for (int i = run == 0 ? 0 : rng.nextInt(run == RUNS - 1 ? 15_000 : 2_000); i > 0; i--) {
                original.step(rng.nextLong());
            }
            mostResting = Math.max(mostResting, original.venue.restingOrders());
            byte[] state = SavedStates.of(original.venue);
            RandomVenue loaded = original.twin();
            SavedStates.loaded(state, loaded.venue);
            assertArrayEquals(state, SavedStates.of(loaded.venue), what);
            met.addAll(StateRules.all().compare(what, original.venue, loaded.venue));
            original.said.clear();
            mostResting = Math.max(mostResting, driveOn(original, loaded, rng, what, met));
            assertArrayEquals(SavedStates.of(original.venue), SavedStates.of(loaded.venue), what);
            original.said.forEach(line -> heard.add(line.replaceAll("^\\d+ VenueReport.([A-Z_]+) .*", "$1")));
            SavedStates.refuseDamageOf(state, () -> kind.venue(new VirtualClock(START)), rng, run == 1 ? 300 : 40);
        }
        assertTrue(heard.containsAll(List.of("ACCEPTED", "FILLED", "CANCELED", "REPLACED", "WORKING", "DONE")), heard + "");
        assertTrue(bustle < 6 || hedged || mostResting > RestingOrders.FEW, "at most " + mostResting + " rested");
        assertTrue(
                met.containsAll(List.of(
                        "sim.Matcher", "sim.SimOrder", "sim.Inbox", "sim.ReportQueue", "sim.RestingOrders", "sim.Queues",
                        "sim.CandleMarket", "sim.PricePath", "sim.TradeMarket", "sim.BookMarket", "sim.Depth", "sim.FeeBooks",
                        "sim.RecentVolume", "sim.FinishedOrders", "sim.MadeModels", "sim.SimAccount", "sim.Fills",
                        "domain.OrderRequest", "domain.VenueReport", "marketdata.OrderBook", "kernel.Rng")),
                met + "");
        assertEquals(perpetual, met.contains("sim.MarginAccount") && met.contains("sim.MarginWatch"), met + "");
    }

    /** {@return how many orders rested at most} */
    private static int driveOn(RandomVenue original, RandomVenue loaded, Rng rng, String what, Set<String> met) {
        int most = 0;
        for (int i = 1; i <= STEPS_AFTER; i++) {
            long step = rng.nextLong();
            original.step(step);
            loaded.step(step);
            int from = Math.max(0, original.said.size() - 20);
            assertEquals(original.said.size(), loaded.said.size(), what + " step " + i);
            assertEquals(
                    original.said.subList(from, original.said.size()), loaded.said.subList(from, loaded.said.size()),
                    what + " step " + i);
            assertEquals(original.seen(), loaded.seen(), what + " step " + i);
            most = Math.max(most, original.venue.restingOrders());
            if (i % (STEPS_AFTER / 20) == 0) {
                met.addAll(StateRules.all().compare(what + " step " + i, original.venue, loaded.venue));
            }
        }
        return most;
    }

    @Test
    void aVenueOfAnotherKindRefusesIt() {
        RandomVenue.Kind spot = new RandomVenue.Kind(true, false, false, MarginMode.CROSS, false, 2);
        RandomVenue.Kind perpetual = new RandomVenue.Kind(true, false, true, MarginMode.CROSS, false, 2);
        byte[] state = SavedStates.of(spot.venue(new VirtualClock(START)));
        StateException refused = assertThrows(
                StateException.class, () -> SavedStates.loaded(state, perpetual.venue(new VirtualClock(START))));
        assertTrue(refused.getMessage().endsWith("BTCUSD is a perpetual here"), refused.getMessage());
    }
}
