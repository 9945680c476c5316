package dev.tradewind.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerpetualFeedTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private static ByteArrayInputStream text(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static CandleImport candles(String lines) throws IOException {
        String file = "X-USD.csv";
        return CandleCsv.read(text(lines), file, CandleCsv.infer(text(lines), file));
    }

    private static PerpetualFeed feed() throws IOException {
        CandleImport main = candles("""
                1672531200000,100,105,99,104,1
                1672531260000,104,106,103,105,1
                1672531320000,105,106,103,105,1
                """);
        CandleImport finer = candles("""
                1672531200000,100.06,105.04,98.26,104.004,0
                1672531260000,104,106,103,105,0
                """);
        long first = 1_672_531_200_000L * MILLI;
        FundingColumns funding = FundingCsv.read(
                text("fundingTime,fundingRate\n1672531199000,0.1\n1672531260008,0.0001\n1672531300000,-0.00000125\n"), "f");
        return new PerpetualFeed(
                0, new CandleFeed(0, main.candles()), MINUTE,
                MarkColumns.of(finer.candles(), finer.instrument(), main.instrument()), funding, first,
                first + 3 * MINUTE);
    }

    private static List<String> play(PerpetualFeed feed) {
        List<String> events = new ArrayList<>();
        while (feed.advance(Long.MAX_VALUE)) {
            events.add(feed.current().getClass().getSimpleName() + " "
                    + (feed.current().timeNanos() - 1_672_531_200_000L * MILLI) / MILLI);
        }
        return events;
    }

    @Test
    void whatACandleCoversFollowsItAndFundingStampedLateDoesNot() throws IOException {
        assertEquals(
                List.of(
                        "CandleEvent 60000", "MarkEvent 60000", "MarkEvent 60000", "MarkEvent 60000", "MarkEvent 60000",
                        "FundingEvent 60008", "CandleEvent 120000", "FundingEvent 100000", "MarkEvent 120000",
                        "MarkEvent 120000", "MarkEvent 120000", "MarkEvent 120000", "CandleEvent 180000"),
                play(feed()));
    }

    @Test
    void longMarkCandlesSayWhatFundingIsPaidOnAndNoMore() throws IOException {
        CandleImport main = candles("""
                1672531200000,100,105,99,104,1
                1672531260000,104,106,103,105,1
                1672531320000,105,106,103,105,1
                1672531380000,105,106,103,105,1
                """);
        CandleImport longer = candles("""
                1672531020000,90,91,89,90,0
                1672531200000,100,108,99,107,0
                """);
        FundingColumns funding = FundingCsv.read(
                text("fundingTime,fundingRate\n1672531200004,0.0001\n1672531260008,0.0001\n1672531380003,-0.0002\n"), "f");
        long first = 1_672_531_200_000L * MILLI;
        PerpetualFeed feed = new PerpetualFeed(
                0, new CandleFeed(0, main.candles()), MINUTE,
                MarkColumns.of(longer.candles(), longer.instrument(), main.instrument()), funding, first,
                first + 4 * MINUTE);
        List<String> events = new ArrayList<>();
        while (feed.advance(Long.MAX_VALUE)) {
            if (feed.current() instanceof FundingEvent event) {
                events.add((event.timeNanos() - first) / MILLI + " on " + event.markTicks());
            } else {
                events.add(feed.current().getClass().getSimpleName());
            }
        }
        assertEquals(
                List.of(
                        "4 on 90", "CandleEvent", "60008 on 90", "CandleEvent", "CandleEvent", "180003 on 107",
                        "CandleEvent"),
                events);
        assertEquals(events.size(), feed.total());
    }

    @Test
    void anOldMarkPriceIsNone() throws IOException {
        CandleImport longer = candles("""
                1672531020000,90,91,89,90,0
                1672531200000,100,108,99,107,0
                """);
        MarkColumns marks = MarkColumns.of(longer.candles(), longer.instrument(), longer.instrument());
        long close = 1_672_531_200_000L * MILLI;
        assertEquals(0, marks.ticksAt(close - 1));
        assertEquals(90, marks.ticksAt(close));
        assertEquals(90, marks.ticksAt(close + 3 * MINUTE - 1));
        assertEquals(107, marks.ticksAt(close + 3 * MINUTE));
        assertEquals(0, marks.ticksAt(close + 6 * MINUTE));
    }

    @Test
    void markPricesAreRoundedToTheTradedTick() throws IOException {
        PerpetualFeed feed = feed();
        List<Long> ticks = new ArrayList<>();
        while (feed.advance(Long.MAX_VALUE) && ticks.size() < 4) {
            if (feed.current() instanceof MarkEvent mark) {
                ticks.add(mark.markTicks());
            }
        }
        assertEquals(List.of(100L, 98L, 105L, 104L), ticks);
    }

    @Test
    void goesOnFromAnyPlace() throws IOException {
        PerpetualFeed feed = feed();
        List<String> all = play(feed);
        assertEquals(all.size(), feed.total());
        for (int place = 0; place <= all.size(); place++) {
            feed.seek(place);
            assertEquals(place, feed.position());
            assertEquals(all.subList(place, all.size()), play(feed));
            assertTrue(feed.exhausted());
        }
    }

    @Test
    void fundingThatCannotBeReadSaysWhy() {
        assertEquals(
                "f, line 2: fundingRate 0.5 is more than 10 %; 0.0001 is 0.01 %",
                assertThrows(ImportException.class, () -> FundingCsv.read(text("fundingTime,fundingRate\n1,0.5\n"), "f"))
                        .getMessage());
        assertThrows(ImportException.class, () -> FundingCsv.read(text("5,0.1\n4,0.1\n"), "f"));
        assertThrows(ImportException.class, () -> FundingCsv.read(text("5,0.1,3\n"), "f"));
    }
}
