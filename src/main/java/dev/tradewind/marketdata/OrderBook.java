package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * The market's order book as the venue's updates tell it, level by level. An update that does not follow the last one leaves
 * the book {@linkplain #inSync() out of sync} until the next snapshot. Engine thread only; allocates nothing once grown.
 */
public final class OrderBook implements Stateful {

    private final BookSide bids = new BookSide(true);
    private final BookSide asks = new BookSide(false);
    private long lastId;
    private boolean inSync;

    /** Takes an update in: a snapshot replaces the book, anything before it or already known is ignored. */
    public void apply(BookEvent event) {
        if (event.snapshot()) {
            bids.clear();
            asks.clear();
            inSync = true;
        } else if (!inSync || event.lastId() <= lastId) {
            return;
        } else if (event.firstId() > lastId + 1) {
            inSync = false;
            bids.clear();
            asks.clear();
            return;
        }
        for (int i = 0; i < event.bids(); i++) {
            bids.set(event.bidTicks(i), event.bidLots(i));
        }
        for (int i = 0; i < event.asks(); i++) {
            asks.set(event.askTicks(i), event.askLots(i));
        }
        lastId = event.lastId();
    }

    @Override
    public void save(StateWriter out) {
        out.section("OrderBook", 1).number(lastId).flag(inSync);
        bids.save(out);
        asks.save(out);
    }

    @Override
    public void load(StateReader in) {
        lastId = in.section("OrderBook", 1).number();
        inSync = in.flag();
        bids.load(in);
        asks.load(in);
    }

    /** {@return whether the book is whole: a snapshot came and nothing was missed since} */
    public boolean inSync() {
        return inSync;
    }

    /** {@return the venue's number of the last change taken in} */
    public long lastId() {
        return lastId;
    }

    /** {@return the bids, best first} */
    public BookSide bids() {
        return bids;
    }

    /** {@return the asks, best first} */
    public BookSide asks() {
        return asks;
    }
}
