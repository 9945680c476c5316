package dev.tradewind.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerQueueTest {

    private record Timer(long id, long due, int set) {}

    @Test
    void popsLikeASortedListWhateverIsSetAndDropped() {
        compare(77_001, 40, 30);
    }

    @Test
    void keepsItsOrderAmongHundredsOfTimers() {
        compare(77_002, 900, 100);
    }

    /** Ids far apart, as those of bots' timers are; dues close together, so that many tie. */
    private static void compare(long seed, int ids, int dues) {
        Rng rng = new Rng(seed);
        TimerQueue queue = new TimerQueue();
        List<Timer> naive = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String what = "seed " + seed + " step " + i;
            long id = (long) rng.nextInt(ids) << 16;
            switch (rng.nextInt(5)) {
                case 0, 1, 2 -> {
                    long due = rng.nextInt(dues);
                    queue.start(id, due);
                    naive.removeIf(timer -> timer.id == id);
                    naive.add(new Timer(id, due, i));
                }
                case 3 -> {
                    queue.stop(id);
                    naive.removeIf(timer -> timer.id == id);
                }
                default -> {
                    if (!naive.isEmpty()) {
                        naive.sort(Comparator.comparingLong(Timer::due).thenComparingInt(Timer::set));
                        assertEquals(naive.getFirst().due, queue.nextDueNanos(), what);
                        assertEquals(naive.removeFirst().id, queue.pop(), what);
                    }
                }
            }
        }
        assertEquals(
                naive.stream().mapToLong(Timer::due).min().orElse(TimerQueue.NEVER), queue.nextDueNanos());
    }

    @Test
    void anEmptyQueueIsNeverDueAndHasNothingToPop() {
        TimerQueue queue = new TimerQueue();
        assertEquals(TimerQueue.NEVER, queue.nextDueNanos());
        assertThrows(IllegalStateException.class, queue::pop);
    }
}
