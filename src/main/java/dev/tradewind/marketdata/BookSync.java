package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Puts a recording in order by the exchange's rules for a local book: changes wait for a snapshot, those it already holds
 * are dropped, the first after it must hold its number or the one after; a snapshot older than all changes that wait is of
 * no use; after a gap changes wait again. Times never run back: a message counts at the latest time seen.
 *
 * <p>Bounded memory: at most {@value #MOST_WAITING} changes wait, the oldest give way.
 */
final class BookSync {

    private static final int MOST_WAITING = 4096;

    private final BookReader reader;
    private final ArrayDeque<BookEvent> waiting = new ArrayDeque<>();
    private final ArrayDeque<BookEvent> ready = new ArrayDeque<>();
    private boolean inSync;
    private long lastId;
    private long timeNanos = Long.MIN_VALUE;
    private int snapshots;
    private int gaps;

    BookSync(BookReader reader) {
        this.reader = reader;
    }

    /** {@return whole books so far} */
    int snapshots() {
        return snapshots;
    }

    /** {@return places where changes are missing so far} */
    int gaps() {
        return gaps;
    }

    /** {@return the next event, valid until the next call; null at the end} */
    @Nullable MarketEvent next() throws IOException {
        BookEvent first = ready.poll();
        if (first != null) {
            return stamped(first);
        }
        for (MarketEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof TradeEvent trade) {
                timeNanos = Math.max(timeNanos, trade.timeNanos());
                trade.set(
                        trade.instrument(),
                        timeNanos,
                        trade.priceTicks(),
                        trade.quantityLots(),
                        trade.aggressor(),
                        trade.tradeId());
                return trade;
            }
            if (event instanceof BookEvent book && (book.snapshot() ? snapshot(book) : change(book))) {
                return stamped(book);
            }
        }
        return null;
    }

    private BookEvent stamped(BookEvent book) {
        timeNanos = Math.max(timeNanos, book.timeNanos());
        return book.restamp(timeNanos, book.snapshot(), book.firstId(), book.lastId());
    }

    /** {@return whether the snapshot is of use} */
    private boolean snapshot(BookEvent book) {
        if (inSync) {
            if (book.lastId() < lastId) {
                return false;
            }
        } else {
            while (!waiting.isEmpty() && waiting.peek().lastId() <= book.lastId()) {
                waiting.remove();
            }
            if (!waiting.isEmpty() && waiting.peek().firstId() > book.lastId() + 1) {
                return false;
            }
        }
        snapshots++;
        inSync = true;
        lastId = book.lastId();
        while (!waiting.isEmpty() && inSync) {
            BookEvent next = waiting.remove();
            if (follows(next)) {
                ready.add(next);
            }
        }
        return true;
    }

    /** {@return whether the change is told now} */
    private boolean change(BookEvent book) {
        if (!inSync) {
            hold(book);
            return false;
        }
        return follows(book);
    }

    /** {@return whether a change is news; one after a gap is told too, so that everybody notices} */
    private boolean follows(BookEvent book) {
        if (book.lastId() <= lastId) {
            return false;
        }
        if (book.firstId() > lastId + 1) {
            gaps++;
            inSync = false;
            waiting.clear();
            hold(book);
            return true;
        }
        lastId = book.lastId();
        return true;
    }

    private void hold(BookEvent book) {
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
        }
        waiting.add(book.copy());
    }
}
