package dev.tradewind.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.kernel.Rng;
import java.util.Comparator;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    @Test
    void equalsASortedMapAfterRandomUpdates() {
        for (long seed = 1; seed <= 50; seed++) {
            Rng rng = new Rng(seed);
            OrderBook book = new OrderBook();
            TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
            TreeMap<Long, Long> asks = new TreeMap<>();
            for (int update = 1; update <= 300; update++) {
                BookEvent event = new BookEvent().begin(0, update, update == 1, update, update);
                for (int i = rng.nextInt(8); i >= 0; i--) {
                    long bid = 1_000 - rng.nextInt(200);
                    long ask = 1_001 + rng.nextInt(200);
                    long lots = rng.nextInt(3);
                    event.bid(bid, lots).ask(ask, lots);
                    put(bids, bid, lots);
                    put(asks, ask, lots);
                }
                book.apply(event);
                assertEquals(text(bids), text(book.bids()), "seed " + seed);
                assertEquals(text(asks), text(book.asks()), "seed " + seed);
            }
        }
    }

    @Test
    void leavesSyncOnAHoleUntilTheNextSnapshot() {
        OrderBook book = new OrderBook();
        book.apply(new BookEvent().begin(0, 1, true, 10, 10).bid(99, 5).ask(101, 6));
        book.apply(new BookEvent().begin(0, 2, false, 9, 10).bid(98, 7));
        assertEquals("[99x5]", text(book.bids()), "an update the snapshot holds already changes nothing");
        book.apply(new BookEvent().begin(0, 3, false, 10, 12).bid(98, 7).ask(101, 0));
        assertEquals("[99x5, 98x7] []", text(book.bids()) + " " + text(book.asks()));
        book.apply(new BookEvent().begin(0, 4, false, 14, 15).bid(97, 1));
        assertFalse(book.inSync());
        assertEquals(0, book.bids().bestTicks());
        book.apply(new BookEvent().begin(0, 5, true, 20, 20).bid(97, 1));
        assertTrue(book.inSync());
        assertEquals(97, book.bids().bestTicks());
        assertEquals(1, book.bids().lotsAt(97));
    }

    private static void put(TreeMap<Long, Long> side, long ticks, long lots) {
        if (lots == 0) {
            side.remove(ticks);
        } else {
            side.put(ticks, lots);
        }
    }

    private static String text(TreeMap<Long, Long> side) {
        return side.entrySet().stream().map(level -> level.getKey() + "x" + level.getValue()).toList().toString();
    }

    private static String text(BookSide side) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < side.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(side.ticks(i)).append('x').append(side.lots(i));
        }
        return text.append(']').toString();
    }
}
