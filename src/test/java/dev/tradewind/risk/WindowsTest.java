package dev.tradewind.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sliding windows against lists that keep everything. */
class WindowsTest {

    private record Seen(long time, long value) {}

    @Test
    void aRangeHoldsTheWindowAndLittleMore() {
        long seed = 11;
        Rng rng = new Rng(seed);
        WindowRange range = new WindowRange(1_270);
        WindowSum sum = new WindowSum(1_270);
        List<Seen> all = new ArrayList<>();
        long time = 5_000;
        for (int i = 0; i < 3_000; i++) {
            time += rng.nextInt(40);
            Seen seen = new Seen(time, 1_000 + rng.nextInt(500));
            all.add(seen);
            range.add(seen.time(), seen.value());
            sum.add(seen.time(), seen.value());
            // slices are 10 long: what is in the window's first slice still counts
            long from = Math.floorDiv(time, 10) * 10 - 1_270;
            List<Seen> within = all.stream().filter(one -> one.time() >= from).toList();
            String told = "seed " + seed + " step " + i;
            assertEquals(within.stream().mapToLong(Seen::value).max().orElseThrow(), range.high(), told);
            assertEquals(within.stream().mapToLong(Seen::value).min().orElseThrow(), range.low(), told);
            assertEquals(within.stream().mapToLong(Seen::value).sum(), sum.sum(), told);
            assertEquals(within.size(), sum.count(), told);
        }
    }

    @Test
    void aRangeWithoutAWindowHoldsEverything() {
        WindowRange range = new WindowRange(0);
        range.add(0, 7);
        range.add(Long.MAX_VALUE / 2, 9);
        assertEquals(7, range.low());
        assertEquals(9, range.high());
    }

    @Test
    void aMoveIsMeasuredFromTheExtremeItCameFrom() {
        WindowRange range = new WindowRange(1_000);
        assertEquals(0, range.moveE8(100));
        range.add(1, 100);
        range.add(2, 80);
        // 20 of 100 down, and from 80 to 88 it is 10 % up, but 12 % below 100
        assertEquals(20_000_000, range.moveE8(80));
        assertEquals(12_000_000, range.moveE8(88));
        assertEquals(25_000_000, range.moveE8(100));
    }

    @Test
    void timesAreCountedExactly() {
        WindowTimes times = new WindowTimes(100, 3);
        times.add(0);
        times.add(50);
        times.add(50);
        assertEquals(3, times.count(99));
        assertEquals(2, times.count(100));
        times.add(120);
        times.add(121);
        assertEquals(3, times.count(121));
        assertEquals(0, times.count(221));
    }

    @Test
    void curvesThatMoveAlikeCorrelateAndOppositeOnesDoNot() {
        ProfitCurves curves = new ProfitCurves(6_400);
        long[] walk = {0, 5, 3, 9, 4, 12, 20, 18, 25, 22, 30};
        for (int i = 0; i < walk.length; i++) {
            curves.profit(0, walk[i]);
            curves.profit(1, -walk[i]);
            curves.profit(2, walk[i] * 3 + 7);
            curves.sampled(i * 100L);
        }
        assertEquals(100_000_000, curves.highestE8());
        ProfitCurves opposite = new ProfitCurves(6_400);
        for (int i = 0; i < walk.length; i++) {
            opposite.profit(0, walk[i]);
            opposite.profit(1, -walk[i]);
            opposite.sampled(i * 100L);
        }
        assertEquals(-100_000_000, opposite.highestE8());
    }
}
