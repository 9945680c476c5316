package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Rng;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeframeTest {

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * Timeframe.SECOND_NANOS;
    }

    @ParameterizedTest
    @CsvSource({
        // Monday opens the week; 2024-12-30 is a Monday
        "W1, 2025-01-05T23:59:59Z, 2024-12-30T00:00:00Z, 2025-01-06T00:00:00Z",
        "W1, 2025-01-06T00:00:00Z, 2025-01-06T00:00:00Z, 2025-01-13T00:00:00Z",
        "W1, 1969-12-31T12:00:00Z, 1969-12-29T00:00:00Z, 1970-01-05T00:00:00Z",
        "MN1, 2024-02-29T23:59:59Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "MN1, 2023-02-10T00:00:00Z, 2023-02-01T00:00:00Z, 2023-03-01T00:00:00Z",
        "MN1, 2024-12-31T23:59:59Z, 2024-12-01T00:00:00Z, 2025-01-01T00:00:00Z",
        "D1, 2013-11-25T23:59:59Z, 2013-11-25T00:00:00Z, 2013-11-26T00:00:00Z",
        "H4, 2013-11-25T23:59:59Z, 2013-11-25T20:00:00Z, 2013-11-26T00:00:00Z",
        "H8, 2013-11-25T07:59:59Z, 2013-11-25T00:00:00Z, 2013-11-25T08:00:00Z",
        "M5, 2013-11-25T12:34:56Z, 2013-11-25T12:30:00Z, 2013-11-25T12:35:00Z",
        "S1, 1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z, 1970-01-01T00:00:00Z"
    })
    void opensAndClosesWhereACalendarSays(Timeframe timeframe, String time, String open, String close) {
        assertEquals(nanos(open), timeframe.openOf(nanos(time)));
        assertEquals(nanos(close), timeframe.closeOf(nanos(open)));
    }

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void everyInstantIsInExactlyOneCandle(Timeframe timeframe) {
        long seed = 90_125;
        Rng rng = new Rng(seed);
        for (int i = 0; i < 2_000; i++) {
            long time = rng.nextLong() >> 2;
            long open = timeframe.openOf(time);
            long close = timeframe.closeOf(open);
            String what = "seed " + seed + " " + timeframe + " " + time;
            assertTrue(open <= time && time < close, what);
            assertEquals(open, timeframe.openOf(open), what);
            assertEquals(close, timeframe.openOf(close), what);
            assertTrue(close - open <= timeframe.nanos(), what);
        }
        assertEquals(timeframe, Timeframe.ofLabel(timeframe.label()));
    }

    @Test
    void anUnknownLabelListsThoseThereAre() {
        assertEquals(
                "timeframe '2m' is not one of 1s, 5s, 15s, 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1D, 1W, 1M",
                assertThrows(IllegalArgumentException.class, () -> Timeframe.ofLabel("2m")).getMessage());
    }
}
