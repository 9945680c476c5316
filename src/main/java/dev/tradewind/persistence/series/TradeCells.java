package dev.tradewind.persistence.series;

import dev.tradewind.domain.Side;
import dev.tradewind.marketdata.TradeColumns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Trades on their way out of the store, as columns that grow. */
final class TradeCells {

    private long[] times;
    private long[] prices;
    private long[] lots;
    private byte[] sides;
    private long[] ids;
    private boolean anySide;
    private boolean anyId;
    private int size;

    TradeCells(int capacity) {
        times = new long[capacity];
        prices = new long[capacity];
        lots = new long[capacity];
        sides = new byte[capacity];
        ids = new long[capacity];
    }

    /** {@return the code of a side in {@link TradeColumns}} */
    static byte code(@Nullable Side side) {
        return side == null ? TradeColumns.UNKNOWN : side == Side.BUY ? TradeColumns.BUY : TradeColumns.SELL;
    }

    void add(long timeNanos, long priceTicks, long quantityLots, long side, long id) {
        if (size == times.length) {
            int capacity = Math.max(16, Math.multiplyExact(size, 2));
            times = Arrays.copyOf(times, capacity);
            prices = Arrays.copyOf(prices, capacity);
            lots = Arrays.copyOf(lots, capacity);
            sides = Arrays.copyOf(sides, capacity);
            ids = Arrays.copyOf(ids, capacity);
        }
        times[size] = timeNanos;
        prices[size] = priceTicks;
        lots[size] = quantityLots;
        sides[size] = (byte) side;
        ids[size] = id;
        anySide |= side != TradeColumns.UNKNOWN;
        anyId |= id != 0;
        size++;
    }

    /** Adds the first {@code rows} rows of a block. */
    void add(long[] cells, int rows) {
        int end = rows * RowKind.TRADES.width();
        for (int at = 0; at < end; at += RowKind.TRADES.width()) {
            add(cells[at], cells[at + 1], cells[at + 2], cells[at + 3], cells[at + 4]);
        }
    }

    /** {@return the trades so far; none may be added after} */
    TradeColumns columns() {
        return TradeColumns.adopt(
                size, times, prices, lots, anySide ? sides : new byte[0], anyId ? ids : new long[0]);
    }
}
