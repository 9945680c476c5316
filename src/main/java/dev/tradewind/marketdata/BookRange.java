package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.MarketEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Part of a recording. What lies before it only makes the book, which then comes whole as the first event. */
final class BookRange {

    private final BookSync sync;
    private final long fromNanos;
    private final long toNanos;
    private final OrderBook before = new OrderBook();
    private boolean begun;
    private @Nullable MarketEvent held;

    BookRange(BookSync sync, long fromNanos, long toNanos) {
        this.sync = sync;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    /** {@return the next event, valid until the next call; null at the end} */
    @Nullable MarketEvent next() throws IOException {
        MarketEvent event = held;
        held = null;
        if (event == null) {
            event = sync.next();
        }
        while (!begun && event != null && event.timeNanos() < fromNanos) {
            if (event instanceof BookEvent book) {
                before.apply(book);
            }
            event = sync.next();
        }
        if (event == null || event.timeNanos() >= toNanos) {
            return null;
        }
        if (!begun) {
            begun = true;
            if (before.inSync()) {
                held = event;
                return whole(event.timeNanos());
            }
        }
        return event;
    }

    private BookEvent whole(long timeNanos) {
        BookEvent book = new BookEvent().begin(0, timeNanos, true, before.lastId(), before.lastId());
        for (int i = 0; i < before.bids().size(); i++) {
            book.bid(before.bids().ticks(i), before.bids().lots(i));
        }
        for (int i = 0; i < before.asks().size(); i++) {
            book.ask(before.asks().ticks(i), before.asks().lots(i));
        }
        return book;
    }
}
