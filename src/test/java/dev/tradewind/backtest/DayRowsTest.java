package dev.tradewind.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRowsTest {

    private static final long SEED = 31;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Held against a look at every candle: gaps, ranges, and candles longer than a day. */
    @Test
    void areTheLastOfEachDay() {
        Rng rng = new Rng(SEED);
        for (int round = 0; round < 200; round++) {
            Timeframe timeframe = List.of(Timeframe.M1, Timeframe.M15, Timeframe.H1, Timeframe.D1, Timeframe.W1)
                    .get(rng.nextInt(5));
            CandleColumns candles = candles(timeframe, 1 + rng.nextInt(3_000), rng);
            int first = rng.nextInt(candles.size());
            int end = first + 1 + rng.nextInt(candles.size() - first);
            List<Integer> expected = new ArrayList<>();
            for (int row = first; row < end; row++) {
                if (row == end - 1 || day(candles, row) != day(candles, row + 1)) {
                    expected.add(row);
                }
            }

            DayRows days = DayRows.of(candles, first, end);
            List<Integer> found = new ArrayList<>();
            for (int day = 0; day < days.size(); day++) {
                found.add(days.row(day));
                assertEquals(days.row(day) - first, days.event(day));
            }

            assertEquals(expected, found, "seed " + SEED + ", round " + round + ", " + timeframe.label());
        }
    }

    private static long day(CandleColumns candles, int row) {
        return Math.floorDiv(candles.timeframe().closeOf(candles.openTimeNanos(row)) - 1, DAY_NANOS);
    }

    private static CandleColumns candles(Timeframe timeframe, int size, Rng rng) {
        long[] times = new long[size];
        long[] ones = new long[size];
        long time = timeframe.openOf(1_600_000_000_000_000_000L);
        for (int row = 0; row < size; row++) {
            times[row] = time;
            ones[row] = 1;
            int longest = (int) Math.max(1, 5 * DAY_NANOS / timeframe.nanos());
            time += timeframe.nanos() * (rng.nextInt(50) == 0 ? 1 + rng.nextInt(longest) : 1);
        }
        return new CandleColumns(timeframe, size, times, ones, ones, ones, ones, ones);
    }
}
