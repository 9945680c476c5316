package dev.tradewind.marketdata;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;

/**
 * One side of an order book: its levels, best first when read by index. Kept in arrays with the best level last, since most
 * changes are near it. Engine thread only.
 */
public final class BookSide {

    private final boolean bid;
    private long[] ticks = new long[64];
    private long[] lots = new long[64];
    private int size;

    BookSide(boolean bid) {
        this.bid = bid;
    }

    void clear() {
        size = 0;
    }

    /** Sets what stands at a price; 0 lots removes the level. */
    void set(long priceTicks, long quantityLots) {
        int at = find(priceTicks);
        if (at >= 0) {
            if (quantityLots > 0) {
                lots[at] = quantityLots;
            } else {
                System.arraycopy(ticks, at + 1, ticks, at, size - at - 1);
                System.arraycopy(lots, at + 1, lots, at, size - at - 1);
                size--;
            }
        } else if (quantityLots > 0) {
            insert(-at - 1, priceTicks, quantityLots);
        }
    }

    private void insert(int at, long priceTicks, long quantityLots) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, size * 2);
            lots = Arrays.copyOf(lots, size * 2);
        }
        System.arraycopy(ticks, at, ticks, at + 1, size - at);
        System.arraycopy(lots, at, lots, at + 1, size - at);
        ticks[at] = priceTicks;
        lots[at] = quantityLots;
        size++;
    }

    /** {@return where a price stands in the arrays, or {@code -(where it would) - 1}} */
    private int find(long priceTicks) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = ticks[middle];
            if (there == priceTicks) {
                return middle;
            }
            if (bid == there < priceTicks) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    void save(StateWriter out) {
        out.numbers(ticks, size).numbers(lots, size);
    }

    void load(StateReader in) {
        long[] prices = in.numbers();
        long[] sizes = in.numbers();
        if (prices.length != sizes.length) {
            throw in.wrong(prices.length + " levels have " + sizes.length + " sizes");
        }
        for (int i = 0; i < prices.length; i++) {
            if (sizes[i] <= 0 || i > 0 && (prices[i] == prices[i - 1] || bid != prices[i] > prices[i - 1])) {
                throw in.wrong("level " + prices[i] + " has " + sizes[i] + " lots, or does not follow on the one before");
            }
            insert(i, prices[i], sizes[i]);
        }
    }

    /** {@return how many levels there are} */
    public int size() {
        return size;
    }

    /** {@return the best price in ticks, 0 where the side is empty} */
    public long bestTicks() {
        return size == 0 ? 0 : ticks[size - 1];
    }

    /** {@return the price of level {@code index} in ticks, 0 being the best level} */
    public long ticks(int index) {
        return ticks[size - 1 - index];
    }

    /** {@return the lots of level {@code index}, 0 being the best level} */
    public long lots(int index) {
        return lots[size - 1 - index];
    }

    /** {@return lots standing at a price, 0 where there are none} */
    public long lotsAt(long priceTicks) {
        int at = find(priceTicks);
        return at < 0 ? 0 : lots[at];
    }
}
