package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.marketdata.OrderBook;
import java.util.Arrays;

/**
 * The recorded book as our orders meet it: what it shows, less what our takers and printed trades took of a level since that
 * level was last told.
 */
final class Depth {

    private final OrderBook book = new OrderBook();
    /** Price of an ask, or minus the price of a bid. */
    private long[] takenAt = new long[16];
    private long[] takenLots = new long[16];
    private int taken;

    /** {@return whether the book is known in full} */
    boolean isWhole() {
        return book.inSync();
    }

    /** {@return whether the update was news} */
    boolean apply(BookEvent event) {
        boolean whole = book.inSync();
        long last = book.lastId();
        book.apply(event);
        if (event.snapshot() || !book.inSync()) {
            taken = 0;
            return event.snapshot() || whole;
        }
        if (book.lastId() == last) {
            return false;
        }
        for (int i = 0; taken > 0 && i < event.bids(); i++) {
            forget(-event.bidTicks(i));
        }
        for (int i = 0; taken > 0 && i < event.asks(); i++) {
            forget(event.askTicks(i));
        }
        return true;
    }

    void save(StateWriter out) {
        out.section("Depth", 1).part(book).numbers(takenAt, taken).numbers(takenLots, taken);
    }

    void load(StateReader in) {
        in.section("Depth", 1).part(book);
        long[] at = in.numbers();
        long[] lots = in.numbers();
        if (at.length != lots.length) {
            throw in.wrong("of " + at.length + " levels " + lots.length + " amounts were taken");
        }
        for (int i = 0; i < at.length; i++) {
            add(at[i], lots[i]);
        }
    }

    /** {@return lots shown at a price} */
    long shownLots(boolean asks, long ticks) {
        return side(asks).lotsAt(ticks);
    }

    /** {@return the best price of a side, 0 where it is empty} */
    long bestTicks(boolean asks) {
        return side(asks).bestTicks();
    }

    /** {@return levels of a side} */
    int levels(boolean asks) {
        return side(asks).size();
    }

    /** {@return price of a level, 0 being the best} */
    long ticks(boolean asks, int level) {
        return side(asks).ticks(level);
    }

    /** {@return lots of a level that are still there, 0 being the best} */
    long leftLots(boolean asks, int level) {
        long shown = side(asks).lots(level);
        return taken == 0 ? shown : Math.max(0, shown - takenAt(key(asks, side(asks).ticks(level))));
    }

    /** Somebody took lots of a level. */
    void take(boolean asks, long ticks, long lots) {
        long key = key(asks, ticks);
        for (int i = 0; i < taken; i++) {
            if (takenAt[i] == key) {
                takenLots[i] += lots;
                return;
            }
        }
        add(key, lots);
    }

    private void add(long key, long lots) {
        if (taken == takenAt.length) {
            takenAt = Arrays.copyOf(takenAt, taken * 2);
            takenLots = Arrays.copyOf(takenLots, taken * 2);
        }
        takenAt[taken] = key;
        takenLots[taken++] = lots;
    }

    /** {@return lots of a side up to a limit that are still there, at most {@code enough}} */
    long leftWithin(boolean asks, long limitTicks, long enough) {
        long lots = 0;
        for (int i = 0; i < levels(asks) && lots < enough && isWithin(asks, ticks(asks, i), limitTicks); i++) {
            lots += leftLots(asks, i);
        }
        return Math.min(lots, enough);
    }

    /** {@return whether a taker with a limit may trade at a level's price} */
    static boolean isWithin(boolean asks, long ticks, long limitTicks) {
        return asks ? ticks <= limitTicks : ticks >= limitTicks;
    }

    private long takenAt(long key) {
        for (int i = 0; i < taken; i++) {
            if (takenAt[i] == key) {
                return takenLots[i];
            }
        }
        return 0;
    }

    private void forget(long key) {
        for (int i = 0; i < taken; i++) {
            if (takenAt[i] == key) {
                taken--;
                takenAt[i] = takenAt[taken];
                takenLots[i] = takenLots[taken];
                return;
            }
        }
    }

    private static long key(boolean asks, long ticks) {
        return asks ? ticks : -ticks;
    }

    private dev.tradewind.marketdata.BookSide side(boolean asks) {
        return asks ? book.asks() : book.bids();
    }
}
