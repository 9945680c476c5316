package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerIndexTest {

    private static final int BOTS = 150;
    private static final int PRICES = 60;

    /** The same by looking at every bot. */
    private static final class Naive {
        private final long[] above = new long[BOTS];
        private final long[] below = new long[BOTS];

        List<Integer> reached(long ticks) {
            List<Integer> places = new ArrayList<>();
            for (int place = 0; place < BOTS; place++) {
                if (above[place] != 0 && ticks >= above[place] || below[place] != 0 && ticks <= below[place]) {
                    places.add(place);
                }
            }
            return places;
        }

        void fire(int place, long ticks) {
            above[place] = ticks >= above[place] ? 0 : above[place];
            below[place] = ticks <= below[place] ? 0 : below[place];
        }
    }

    @Test
    void firesLikeALookAtEveryBotWhateverIsSetMovedAndCleared() {
        long seed = 55_303;
        Rng rng = new Rng(seed);
        TriggerIndex index = new TriggerIndex();
        Naive naive = new Naive();
        long fired = 0;
        for (int step = 0; step < 40_000; step++) {
            String what = "seed " + seed + " step " + step;
            change(rng, index, naive);
            if (rng.nextInt(8) == 0) {
                long ticks = 1 + rng.nextInt(PRICES);
                List<Integer> expected = naive.reached(ticks);
                assertEquals(
                        !expected.isEmpty(), ticks >= index.nearestAbove() || ticks <= index.nearestBelow(), what);
                assertEquals(expected, round(rng, index, naive, ticks), what);
                fired += expected.size();
            }
        }
        assertEquals(true, fired > 10_000, fired + " triggers fired");
    }

    private static void change(Rng rng, TriggerIndex index, Naive naive) {
        int place = rng.nextInt(BOTS);
        long ticks = rng.nextInt(4) == 0 ? 0 : 1 + rng.nextInt(PRICES);
        switch (rng.nextInt(9)) {
            case 0 -> {
                index.clear(place);
                naive.above[place] = 0;
                naive.below[place] = 0;
            }
            case 1, 2, 3, 4 -> {
                index.watchAbove(place, ticks);
                naive.above[place] = ticks;
            }
            default -> {
                index.watchBelow(place, ticks);
                naive.below[place] = ticks;
            }
        }
    }

    /** A round in which some bots set new triggers while they are told, and some are not told at all. */
    private static List<Integer> round(Rng rng, TriggerIndex index, Naive naive, long ticks) {
        List<Integer> told = new ArrayList<>();
        index.collect(ticks);
        for (int place = index.next(); place >= 0; place = index.next()) {
            told.add(place);
            if (rng.nextInt(10) == 0) {
                continue;
            }
            assertEquals(true, index.fire(place, ticks));
            naive.fire(place, ticks);
            long next = rng.nextInt(PRICES);
            switch (rng.nextInt(4)) {
                case 0 -> {
                    index.watchAbove(place, next);
                    naive.above[place] = next;
                }
                case 1 -> {
                    index.watchBelow(place, next);
                    naive.below[place] = next;
                }
                case 2 -> {
                    index.clear(place);
                    naive.above[place] = 0;
                    naive.below[place] = 0;
                }
                default -> {
                    // it waits for nothing new
                }
            }
            index.settle();
        }
        return told;
    }

    @Test
    void aNegativePriceIsRefused() {
        TriggerIndex index = new TriggerIndex();
        assertEquals(
                "a trigger at -5 ticks; a price is at least one tick, and 0 clears the trigger",
                assertThrows(IllegalArgumentException.class, () -> index.watchAbove(3, -5)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> index.watchBelow(3, -1));
    }
}
