package dev.tradewind.ui.screen.trade;

import java.util.Arrays;

/** Price levels either side of the spread, nearest first. A reusable carrier: whoever fills it clears it first. */
final class DepthBook {

    private long[] bidTicks = new long[64];
    private long[] bidLots = new long[64];
    private long[] askTicks = new long[64];
    private long[] askLots = new long[64];
    private int bids;
    private int asks;

    void clear() {
        bids = 0;
        asks = 0;
    }

    /** Adds the next level below. */
    void addBid(long ticks, long lots) {
        if (bids == bidTicks.length) {
            bidTicks = Arrays.copyOf(bidTicks, bids * 2);
            bidLots = Arrays.copyOf(bidLots, bids * 2);
        }
        bidTicks[bids] = ticks;
        bidLots[bids++] = lots;
    }

    /** Adds the next level above. */
    void addAsk(long ticks, long lots) {
        if (asks == askTicks.length) {
            askTicks = Arrays.copyOf(askTicks, asks * 2);
            askLots = Arrays.copyOf(askLots, asks * 2);
        }
        askTicks[asks] = ticks;
        askLots[asks++] = lots;
    }

    int bids() {
        return bids;
    }

    int asks() {
        return asks;
    }

    long bidTicks(int level) {
        return bidTicks[level];
    }

    long bidLots(int level) {
        return bidLots[level];
    }

    long askTicks(int level) {
        return askTicks[level];
    }

    long askLots(int level) {
        return askLots[level];
    }

    /** {@return lots of all bids} */
    long bidTotal() {
        long sum = 0;
        for (int i = 0; i < bids; i++) {
            sum += bidLots[i];
        }
        return sum;
    }

    /** {@return lots of all asks} */
    long askTotal() {
        long sum = 0;
        for (int i = 0; i < asks; i++) {
            sum += askLots[i];
        }
        return sum;
    }
}
