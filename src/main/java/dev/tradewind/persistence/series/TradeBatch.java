package dev.tradewind.persistence.series;

import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.TradeColumns;
import java.util.Arrays;

/**
 * Trades on their way into the store: in order of time and, at the same time, of id; found by id; each with what became
 * of it.
 */
final class TradeBatch {

    static final byte NEW = 0;
    static final byte SAME = 1;
    static final byte REVISED = 2;

    private static final int WIDTH = RowKind.TRADES.width();

    final long[] cells;
    final int size;

    /** What became of each. */
    final byte[] states;

    final long leastId;
    final long mostId;

    /** Whether they came in the order they are in here. */
    final boolean inOrder;

    /** Rows by their id, −1 where there is none; open addressing. */
    private final int[] slots;

    /**
     * @throws IllegalArgumentException if they are not in order of time, or two of the same id differ
     */
    TradeBatch(SeriesKey key, TradeColumns trades) {
        size = trades.size();
        cells = new long[Math.multiplyExact(size, WIDTH)];
        states = new byte[size];
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        boolean kept = true;
        for (int row = 0; row < size; row++) {
            int at = row * WIDTH;
            cells[at] = trades.timeNanos(row);
            cells[at + 1] = trades.priceTicks(row);
            cells[at + 2] = trades.quantityLots(row);
            cells[at + 3] = TradeCells.code(trades.aggressor(row));
            cells[at + 4] = trades.id(row);
            if (row > 0 && cells[at] < cells[at - WIDTH]) {
                throw new IllegalArgumentException("The trade at " + Blocks.show(cells[at]) + " for " + key
                        + " comes after one at " + Blocks.show(cells[at - WIDTH]) + "; trades are put oldest first.");
            }
            if (cells[at + 4] != 0) {
                least = Math.min(least, cells[at + 4]);
                most = Math.max(most, cells[at + 4]);
            }
            kept &= !sink(cells, 0, row);
        }
        leastId = least;
        mostId = most;
        inOrder = kept;
        slots = new int[least > most ? 0 : Integer.highestOneBit(Math.max(8, size)) * 4];
        Arrays.fill(slots, -1);
        index(key);
    }

    /** Moves the last row forward to where its id belongs among those of its time. {@return whether it moved} */
    static boolean sink(long[] cells, int first, int last) {
        int row = last;
        while (row > first && comesBefore(cells, row * WIDTH, (row - 1) * WIDTH)) {
            for (int value = 0; value < WIDTH; value++) {
                long other = cells[row * WIDTH + value];
                cells[row * WIDTH + value] = cells[(row - 1) * WIDTH + value];
                cells[(row - 1) * WIDTH + value] = other;
            }
            row--;
        }
        return row < last;
    }

    private static boolean comesBefore(long[] cells, int at, int other) {
        return cells[at] == cells[other] && cells[at + RowKind.ID] < cells[other + RowKind.ID];
    }

    private void index(SeriesKey key) {
        for (int row = 0; slots.length > 0 && row < size; row++) {
            long id = cells[row * WIDTH + RowKind.ID];
            if (id != 0) {
                int slot = slotOf(id);
                if (slots[slot] < 0) {
                    slots[slot] = row;
                } else if (equal(row, cells, slots[slot])) {
                    states[row] = SAME;
                } else {
                    throw new IllegalArgumentException("Trade " + id + " for " + key + " comes twice and differs, at "
                            + Blocks.show(cells[slots[slot] * WIDTH]) + " and " + Blocks.show(cells[row * WIDTH])
                            + "; put each trade once.");
                }
            }
        }
    }

    private int slotOf(long id) {
        int mask = slots.length - 1;
        int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (slots[slot] >= 0 && cells[slots[slot] * WIDTH + RowKind.ID] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** {@return the row of an id, −1 if there is none} */
    int rowOf(long id) {
        return id == 0 || id < leastId || id > mostId ? -1 : slots[slotOf(id)];
    }

    /** {@return whether a row is the same as one elsewhere} */
    boolean equal(int row, long[] others, int other) {
        return Arrays.equals(
                cells, row * WIDTH, (row + 1) * WIDTH, others, other * WIDTH, (other + 1) * WIDTH);
    }

    /** {@return whether a row is the same as one elsewhere but for the id} */
    boolean alike(int row, long[] others, int other) {
        return Arrays.equals(
                cells, row * WIDTH, row * WIDTH + RowKind.ID, others, other * WIDTH, other * WIDTH + RowKind.ID);
    }

    long timeNanos(int row) {
        return cells[row * WIDTH];
    }

    long id(int row) {
        return cells[row * WIDTH + RowKind.ID];
    }

    /** {@return how many have become that} */
    long count(byte state) {
        long count = 0;
        for (byte each : states) {
            count += each == state ? 1 : 0;
        }
        return count;
    }
}
