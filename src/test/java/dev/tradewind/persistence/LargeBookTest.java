package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.kernel.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book of more levels than a block of the tape usually has room for. */
class LargeBookTest {

    private static final int LEVELS = 20_000;

    @Test
    void aBookLargerThanABlockIsWrittenAndReadBack(@TempDir Path folder) {
        BookEvent book = new BookEvent().begin(0, 5_000, true, 9, 9);
        for (int i = 1; i <= LEVELS; i++) {
            book.bid(100_000 - i, i);
            book.ask(100_000 + i, 1L << (i % 40));
        }
        TradeEvent trade = new TradeEvent();
        try (FileJournal journal = FileJournal.create(folder, "paper/1", 1_000, Map.of())) {
            trade.set(0, 4_000, 100_000, 3, null, 1);
            journal.market(1, 4_000, trade);
            journal.market(2, 5_000, book);
            trade.set(0, 6_000, 100_001, 4, null, 2);
            journal.market(3, 6_000, trade);
        }
        List<String> events = new ArrayList<>();
        BookEvent read = new BookEvent();
        Recording recording = Recording.open(folder);
        while (recording.hasNext()) {
            if (recording.next().input() instanceof Input.MarketInput(var event)) {
                events.add(event.toString());
                read = event instanceof BookEvent whole ? whole : read;
            }
        }
        assertThat(events).containsExactly("TradeEvent[4000 100000t × 3l]", book.toString(), "TradeEvent[6000 100001t × 4l]");
        for (int i = 0; i < LEVELS; i++) {
            assertThat(new long[] {read.bidTicks(i), read.bidLots(i), read.askTicks(i), read.askLots(i)})
                    .isEqualTo(new long[] {book.bidTicks(i), book.bidLots(i), book.askTicks(i), book.askLots(i)});
        }
    }
}
