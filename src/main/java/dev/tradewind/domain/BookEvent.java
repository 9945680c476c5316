package dev.tradewind.domain;

import java.util.Arrays;

/**
 * Changed levels of the market's order book, or all of it. A reusable carrier: read before returning, {@link #copy} to keep.
 * Quantities are absolute; 0 removes a level.
 */
public final class BookEvent implements MarketEvent {

    private int instrument;
    private long timeNanos;
    private boolean snapshot;
    private long firstId;
    private long lastId;
    private int bids;
    private int asks;
    private long[] bidTicks = new long[32];
    private long[] bidLots = new long[32];
    private long[] askTicks = new long[32];
    private long[] askLots = new long[32];

    /**
     * Begins an update without levels.
     *
     * @param newSnapshot whether its levels are the whole book
     * @param newFirstId  the venue's number of the first change in it
     * @param newLastId   the venue's number of the last change in it
     */
    public BookEvent begin(int newInstrument, long newTimeNanos, boolean newSnapshot, long newFirstId, long newLastId) {
        instrument = newInstrument;
        timeNanos = newTimeNanos;
        snapshot = newSnapshot;
        firstId = newFirstId;
        lastId = newLastId;
        bids = 0;
        asks = 0;
        return this;
    }

    /** Says anew when it happened, what it is and how it is numbered; its levels stay. */
    public BookEvent restamp(long newTimeNanos, boolean newSnapshot, long newFirstId, long newLastId) {
        timeNanos = newTimeNanos;
        snapshot = newSnapshot;
        firstId = newFirstId;
        lastId = newLastId;
        return this;
    }

    /** Adds a bid level. */
    public BookEvent bid(long ticks, long lots) {
        if (bids == bidTicks.length) {
            bidTicks = Arrays.copyOf(bidTicks, bids * 2);
            bidLots = Arrays.copyOf(bidLots, bids * 2);
        }
        bidTicks[bids] = ticks;
        bidLots[bids++] = lots;
        return this;
    }

    /** Adds an ask level. */
    public BookEvent ask(long ticks, long lots) {
        if (asks == askTicks.length) {
            askTicks = Arrays.copyOf(askTicks, asks * 2);
            askLots = Arrays.copyOf(askLots, asks * 2);
        }
        askTicks[asks] = ticks;
        askLots[asks++] = lots;
        return this;
    }

    /** {@return a copy that may be kept} */
    public BookEvent copy() {
        BookEvent copy = new BookEvent().begin(instrument, timeNanos, snapshot, firstId, lastId);
        for (int i = 0; i < bids; i++) {
            copy.bid(bidTicks[i], bidLots[i]);
        }
        for (int i = 0; i < asks; i++) {
            copy.ask(askTicks[i], askLots[i]);
        }
        return copy;
    }

    @Override
    public int instrument() {
        return instrument;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    /** {@return whether its levels are the whole book} */
    public boolean snapshot() {
        return snapshot;
    }

    /** {@return the venue's number of the first change in it} */
    public long firstId() {
        return firstId;
    }

    /** {@return the venue's number of the last change in it} */
    public long lastId() {
        return lastId;
    }

    /** {@return how many bid levels it has} */
    public int bids() {
        return bids;
    }

    /** {@return how many ask levels it has} */
    public int asks() {
        return asks;
    }

    /** {@return price of a bid level in ticks} */
    public long bidTicks(int index) {
        return bidTicks[index];
    }

    /** {@return quantity of a bid level in lots, 0 if the level is gone} */
    public long bidLots(int index) {
        return bidLots[index];
    }

    /** {@return price of an ask level in ticks} */
    public long askTicks(int index) {
        return askTicks[index];
    }

    /** {@return quantity of an ask level in lots, 0 if the level is gone} */
    public long askLots(int index) {
        return askLots[index];
    }

    @Override
    public void save(StateWriter out) {
        out.number(instrument).number(timeNanos).flag(snapshot).number(firstId).number(lastId);
        out.numbers(bidTicks, bids).numbers(bidLots, bids).numbers(askTicks, asks).numbers(askLots, asks);
    }

    @Override
    public void load(StateReader in) {
        begin(in.integer(), in.number(), in.flag(), in.number(), in.number());
        long[] prices = in.numbers();
        long[] sizes = sizes(in, prices.length);
        for (int i = 0; i < prices.length; i++) {
            bid(prices[i], sizes[i]);
        }
        prices = in.numbers();
        sizes = sizes(in, prices.length);
        for (int i = 0; i < prices.length; i++) {
            ask(prices[i], sizes[i]);
        }
    }

    private static long[] sizes(StateReader in, int prices) {
        long[] sizes = in.numbers();
        if (sizes.length != prices) {
            throw in.wrong(prices + " prices have " + sizes.length + " sizes");
        }
        return sizes;
    }

    @Override
    public String toString() {
        return "BookEvent[" + timeNanos + (snapshot ? " snapshot " : " ") + firstId + ".." + lastId + " " + bids + " bids "
                + asks + " asks]";
    }
}
