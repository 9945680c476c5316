package dev.tradewind.marketdata;

import dev.tradewind.domain.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trades as primitive columns, in time order. Immutable; may be read by any thread it was safely handed to. Sides and
 * ids
 * take memory only where the source gives them.
 */
public final class TradeColumns {

    /** Code of an unknown side in the side column. */
    public static final byte UNKNOWN = 0;

    /** Code of a buy. */
    public static final byte BUY = 1;

    /** Code of a sell. */
    public static final byte SELL = 2;

    private final int size;
    private final long[] timeNanos;
    private final long[] priceTicks;
    private final long[] quantityLots;
    private final byte[] sides;
    private final long[] ids;

    /**
     * Takes the arrays as they are; rows from {@code size} on are never read.
     *
     * @param sides codes of who crossed the spread, empty if no row has one
     * @param ids   the source's ids, empty if no row has one
     * @throws IllegalArgumentException if a column that is not empty is shorter than {@code size}
     */
    TradeColumns(int size, long[] timeNanos, long[] priceTicks, long[] quantityLots, byte[] sides, long[] ids) {
        for (long[] column : new long[][] {timeNanos, priceTicks, quantityLots}) {
            if (column.length < size) {
                throw new IllegalArgumentException("a column of " + column.length + " rows cannot hold " + size);
            }
        }
        if (sides.length > 0 && sides.length < size || ids.length > 0 && ids.length < size) {
            throw new IllegalArgumentException("sides and ids are given for every row or for none");
        }
        this.size = size;
        this.timeNanos = timeNanos;
        this.priceTicks = priceTicks;
        this.quantityLots = quantityLots;
        this.sides = sides;
        this.ids = ids;
    }

    /**
     * {@return a copy of the first rows: nothing of the others can be reached through it}
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public TradeColumns head(int rows) {
        if (rows < 0 || rows > size) {
            throw new IllegalArgumentException(rows + " rows are not among " + size);
        }
        return new TradeColumns(
                rows, Arrays.copyOf(timeNanos, rows), Arrays.copyOf(priceTicks, rows), Arrays.copyOf(quantityLots, rows),
                sides.length == 0 ? sides : Arrays.copyOf(sides, rows), ids.length == 0 ? ids : Arrays.copyOf(ids, rows));
    }

    /**
     * Trades without sides and ids. Takes the arrays as they are; rows from {@code size} on are never read.
     *
     * @throws IllegalArgumentException if an array is shorter than {@code size}
     */
    public static TradeColumns of(int size, long[] timeNanos, long[] priceTicks, long[] quantityLots) {
        return new TradeColumns(size, timeNanos, priceTicks, quantityLots, new byte[0], new long[0]);
    }

    /**
     * Trades with sides and ids. Takes the arrays as they are; whoever made them does not write to them any more, and rows
     * from {@code size} on are never read.
     *
     * @param sides who crossed the spread, {@link #BUY}, {@link #SELL} or {@link #UNKNOWN}; empty if no row has one
     * @param ids   the source's ids, 0 for none; empty if no row has one
     * @throws IllegalArgumentException if a column that is not empty is shorter than {@code size}
     */
    public static TradeColumns adopt(
            int size, long[] timeNanos, long[] priceTicks, long[] quantityLots, byte[] sides, long[] ids) {
        return new TradeColumns(size, timeNanos, priceTicks, quantityLots, sides, ids);
    }

    /** {@return the number of trades} */
    public int size() {
        return size;
    }

    /** {@return when trade {@code row} happened, nanoseconds since the epoch} */
    public long timeNanos(int row) {
        return timeNanos[row];
    }

    /** {@return its price in ticks} */
    public long priceTicks(int row) {
        return priceTicks[row];
    }

    /** {@return its quantity in lots} */
    public long quantityLots(int row) {
        return quantityLots[row];
    }

    /** {@return who crossed the spread, null where the source does not say} */
    public @Nullable Side aggressor(int row) {
        if (sides.length == 0) {
            return null;
        }
        return switch (sides[row]) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
            default -> null;
        };
    }

    /** {@return the source's id of trade {@code row}, 0 where it has none} */
    public long id(int row) {
        return ids.length == 0 ? 0 : ids[row];
    }

    /** {@return the first row at or after {@code timeNanos}; {@link #size()} if there is none} */
    public int firstRowFrom(long timeNanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (this.timeNanos[middle] < timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return "TradeColumns[" + size + (size == 0 ? "" : " from " + timeNanos[0] + " to " + timeNanos[size - 1]) + "]";
    }
}
