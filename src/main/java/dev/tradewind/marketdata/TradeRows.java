package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.util.Arrays;

/** The trades an import gathers, in file order until a repair sorts them. */
final class TradeRows {

    private static final int MAX_ROWS = 20_000_000;
    private static final int FIRST_CAPACITY = 1 << 14;

    private final boolean repair;
    private final BadRowList bad;
    private final RowOrigins origins = new RowOrigins();
    private long[] timeNanos = new long[FIRST_CAPACITY];
    private long[] priceTicks = new long[FIRST_CAPACITY];
    private long[] quantityLots = new long[FIRST_CAPACITY];
    private byte[] sides = new byte[0];
    private long[] ids = new long[0];
    private int rows;
    private int rounded;
    private int withoutQuantity;

    TradeRows(boolean repair, BadRowList bad) {
        this.repair = repair;
        this.bad = bad;
    }

    /** A file begins, with or without sides and ids. */
    void begin(String file, boolean sided, boolean named) {
        origins.begin(file, rows);
        sides = sided && sides.length == 0 ? new byte[timeNanos.length] : sides;
        ids = named && ids.length == 0 ? new long[timeNanos.length] : ids;
    }

    /** Counts a trade that had no quantity. */
    void withoutQuantity() {
        withoutQuantity++;
    }

    /** Adds a trade that stands in order; where a repair sorts later, any. */
    void append(DecimalCsv csv, long time, long ticks, long lots, byte side, long id, boolean cut) {
        if (rows == timeNanos.length) {
            grow(csv);
        }
        if (repair) {
            origins.line(rows, csv.line(), cut);
        } else {
            rounded += cut ? 1 : 0;
        }
        timeNanos[rows] = time;
        priceTicks[rows] = ticks;
        quantityLots[rows] = lots;
        if (sides.length > 0) {
            sides[rows] = side;
        }
        if (ids.length > 0) {
            ids[rows] = id;
        }
        rows++;
    }

    /** {@return the id of the last row, 0 if there is none} */
    long lastId() {
        return rows == 0 || ids.length == 0 ? 0 : ids[rows - 1];
    }

    private void grow(DecimalCsv csv) {
        if (rows >= MAX_ROWS) {
            throw csv.fail("is one trade more than the " + MAX_ROWS + " a file may hold");
        }
        int capacity = Math.min(MAX_ROWS, rows * 2);
        timeNanos = Arrays.copyOf(timeNanos, capacity);
        priceTicks = Arrays.copyOf(priceTicks, capacity);
        quantityLots = Arrays.copyOf(quantityLots, capacity);
        sides = sides.length == 0 ? sides : Arrays.copyOf(sides, capacity);
        ids = ids.length == 0 ? ids : Arrays.copyOf(ids, capacity);
    }

    TradeImport finish(Instrument instrument, String name) {
        if (rows > 0 && repair) {
            repair();
        }
        if (rows == 0) {
            throw new ImportException(name, 0, bad.isEmpty() ? "holds no trade" : "holds no trade that is whole");
        }
        TradeColumns trades = new TradeColumns(rows, timeNanos, priceTicks, quantityLots, sides, ids);
        ImportSummary summary =
                new ImportSummary(name, rows, withoutQuantity, rounded, 0, 0, timeNanos[0], timeNanos[rows - 1]);
        return new TradeImport(instrument, trades, SeriesChecksum.of(trades), summary);
    }

    /** Sorts what is out of order in, leaves out what is there twice. */
    private void repair() {
        boolean[] moved = new boolean[rows];
        long highest = Long.MIN_VALUE;
        for (int row = 0; row < rows; row++) {
            moved[row] = timeNanos[row] < highest;
            highest = Math.max(highest, timeNanos[row]);
        }
        int[] kept = distinct(order());
        int count = kept.length;
        long sortedIn = 0;
        for (int row : kept) {
            sortedIn += moved[row] ? 1 : 0;
            rounded += origins.rounded(row) ? 1 : 0;
        }
        bad.sortedIn(sortedIn);
        timeNanos = picked(timeNanos, kept);
        priceTicks = picked(priceTicks, kept);
        quantityLots = picked(quantityLots, kept);
        ids = ids.length == 0 ? ids : picked(ids, kept);
        if (sides.length > 0) {
            byte[] picked = new byte[count];
            for (int row = 0; row < count; row++) {
                picked[row] = sides[kept[row]];
            }
            sides = picked;
        }
        rows = count;
    }

    /** By time, and by id where trades have one: then repetitions lie side by side. */
    private int[] order() {
        if (ids.length == 0) {
            return RowOrder.byTime(rows, row -> timeNanos[row]);
        }
        int[] byId = RowOrder.byTime(rows, row -> ids[row]);
        int[] byTime = RowOrder.byTime(rows, row -> timeNanos[byId[row]]);
        for (int row = 0; row < rows; row++) {
            byTime[row] = byId[byTime[row]];
        }
        return byTime;
    }

    private int[] distinct(int[] order) {
        int[] kept = new int[rows];
        int count = 0;
        for (int row : order) {
            int last = count == 0 ? -1 : kept[count - 1];
            if (last >= 0 && ids.length > 0 && ids[row] > 0 && ids[row] == ids[last]
                    && timeNanos[row] == timeNanos[last]) {
                bad.add(origins.file(row), origins.line(row), "duplicate: trade " + ids[row] + " is already there");
            } else {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static long[] picked(long[] column, int[] rows) {
        long[] picked = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            picked[row] = column[rows[row]];
        }
        return picked;
    }
}
