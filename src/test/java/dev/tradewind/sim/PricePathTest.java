package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePathTest {

    private static PricePath path(long open, long high, long low, long close) {
        CandleEvent candle = new CandleEvent();
        candle.set(0, 0, 60, open, high, low, close, 1);
        PricePath path = new PricePath();
        path.begin(candle);
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        // the extreme nearer the open comes first
        "100, 103, 90, 95, '100 103 90 95'",
        "100, 110, 97, 95, '100 97 110 95'",
        // on a tie a falling candle visits its high first, any other its low
        "100, 105, 95, 99, '100 105 95 99'",
        "100, 105, 95, 101, '100 95 105 101'",
        "100, 105, 95, 100, '100 95 105 100'",
        "100, 100, 100, 100, '100 100 100 100'",
        "100, 100, 90, 95, '100 100 90 95'"
    })
    void visitsTheExtremeNearerTheOpenFirst(long open, long high, long low, long close, String visits) {
        PricePath path = path(open, high, low, close);
        List<String> visited = new ArrayList<>();
        visited.add(Long.toString(path.nowTicks()));
        for (long end = 20; !path.ended(); end += 20) {
            assertEquals(end, path.targetNanos());
            path.endLeg();
            visited.add(Long.toString(path.nowTicks()));
        }
        assertEquals(visits, String.join(" ", visited));
        assertEquals(path.endNanos(), path.nowNanos());
    }

    @Test
    void runsEvenlyThroughALeg() {
        PricePath path = path(100, 110, 95, 105);
        assertEquals(12, path.timeAt(97));
        path.moveToTime(8);
        assertEquals(98, path.nowTicks());
        path.moveToPrice(97, path.timeAt(97));
        assertEquals(12, path.nowNanos());
        assertEquals(20, path.timeAt(95));
    }

    @Test
    void lookingAtThePathDoesNotBendIt() {
        PricePath path = path(100, 110, 95, 105);
        path.moveToTime(6);
        assertEquals(99, path.nowTicks());
        assertEquals(12, path.timeAt(97));
    }

    @Test
    void neverTurnsBackInTimeNorLeavesTheLeg() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Rng rng = new Rng(seed);
            long low = 1 + rng.nextInt(1_000);
            long high = low + rng.nextInt(50);
            PricePath path = path(
                    low + rng.nextInt((int) (high - low + 1)), high, low, low + rng.nextInt((int) (high - low + 1)));
            while (!path.ended()) {
                long from = path.nowTicks();
                long at = path.nowNanos() + rng.nextInt((int) (path.targetNanos() - path.nowNanos() + 1));
                path.moveToTime(at);
                assertEquals(at, path.nowNanos(), "seed " + seed);
                assertTrue(
                        Math.min(from, path.targetTicks()) <= path.nowTicks()
                                && path.nowTicks() <= Math.max(from, path.targetTicks()),
                        "seed " + seed);
                assertTrue(path.timeAt(path.targetTicks()) >= at, "seed " + seed);
                path.endLeg();
            }
        }
    }
}
