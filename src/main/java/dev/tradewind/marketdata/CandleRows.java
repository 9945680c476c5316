package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import java.util.Arrays;

/** The candles an import gathers, in file order until a repair sorts them. */
final class CandleRows {

    private static final int MAX_ROWS = 10_000_000;
    private static final int FIRST_CAPACITY = 1 << 14;
    private static final int WIDTH = CandleColumns.WIDTH;

    private final ReadChoice choice;
    private final BadRowList bad;
    private final RowOrigins origins = new RowOrigins();
    private long[] cells = new long[FIRST_CAPACITY * WIDTH];
    private int rows;
    private int rounded;
    private int fileStart;
    private long firstLine;
    private String file = "";
    private Timeframe timeframe = Timeframe.M1;
    private boolean timed;
    private CandleSpacing spacing = CandleSpacing.NONE;

    CandleRows(ReadChoice choice, BadRowList bad) {
        this.choice = choice;
        this.bad = bad;
        choice.timeframe().ifPresent(this::take);
    }

    private void take(Timeframe known) {
        timeframe = known;
        timed = true;
    }

    private void time(long[] sorted, int count, String name) {
        if (!timed) {
            take(CandleSpacing.timeframeOf(sorted, count, name));
        } else if (count > 1) {
            CandleSpacing.requireNoFiner(timeframe, sorted, count, name);
        }
    }

    /** A file begins. */
    void begin(String name) {
        file = name;
        fileStart = rows;
        origins.begin(name, rows);
    }

    /**
     * Adds a row that stands in order; where a repair sorts later, any.
     *
     * @param cut whether its volume was rounded
     */
    void append(
            DecimalCsv csv, long time, long open, long high, long low, long close, long volume, boolean cut) {
        int at = rows * WIDTH;
        if (at == cells.length) {
            grow(csv);
        }
        if (choice.repair()) {
            origins.line(rows, csv.line(), cut);
        } else {
            if (rows > 0 && time <= cells[at - WIDTH]) {
                throw late(csv, time, cells[at - WIDTH]);
            }
            firstLine = rows == fileStart ? csv.line() : firstLine;
            rounded += cut ? 1 : 0;
        }
        cells[at] = time;
        cells[at + CandleColumns.OPEN] = open;
        cells[at + CandleColumns.HIGH] = high;
        cells[at + CandleColumns.LOW] = low;
        cells[at + CandleColumns.CLOSE] = close;
        cells[at + CandleColumns.VOLUME] = volume;
        rows++;
    }

    private static ImportException late(DecimalCsv csv, long time, long last) {
        return csv.fail(
                time == last
                        ? "duplicate: the candle of " + TimeColumn.show(time) + " is already there"
                        : "out of order: the candle of " + TimeColumn.show(time) + " comes after the one of "
                                + TimeColumn.show(last));
    }

    private void grow(DecimalCsv csv) {
        if (rows >= MAX_ROWS) {
            throw csv.fail("is one candle more than the " + MAX_ROWS + " a file may hold");
        }
        cells = Arrays.copyOf(cells, Math.min(MAX_ROWS, rows * 2) * WIDTH);
    }

    /** A file has ended: what can be said about its own rows is said with its own lines. */
    void end() {
        if (choice.repair() || rows == fileStart) {
            return;
        }
        time(cells, rows, file);
        spacing = spacing.and(CandleSpacing.check(timeframe, cells, fileStart, rows, file, firstLine));
    }

    CandleImport finish(Instrument instrument, String name) {
        if (rows > 0 && choice.repair()) {
            repair(name);
        }
        if (rows == 0) {
            throw new ImportException(name, 0, bad.isEmpty() ? "holds no candle" : "holds no candle that is whole");
        }
        CandleColumns candles = new CandleColumns(timeframe, rows, cells);
        ImportSummary summary = new ImportSummary(
                name, rows, 0, rounded, spacing.gaps(), spacing.missing(), cells[0], cells[(rows - 1) * WIDTH]);
        return new CandleImport(instrument, candles, SeriesChecksum.of(candles), summary);
    }

    /** Sorts what is out of order in, leaves out what has no place. */
    private void repair(String name) {
        int[] order = RowOrder.byTime(rows, row -> cells[row * WIDTH]);
        long[] sorted = new long[rows * WIDTH];
        int kept = 0;
        long highest = Long.MIN_VALUE;
        boolean[] moved = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            moved[row] = cells[row * WIDTH] < highest;
            highest = Math.max(highest, cells[row * WIDTH]);
        }
        int[] from = new int[rows];
        for (int row : order) {
            long time = cells[row * WIDTH];
            if (kept > 0 && sorted[(kept - 1) * WIDTH] == time) {
                boolean same = Arrays.equals(
                        cells, row * WIDTH, (row + 1) * WIDTH, sorted, (kept - 1) * WIDTH, kept * WIDTH);
                drop(row, "duplicate: the candle of " + TimeColumn.show(time) + " is already there"
                        + (same ? "" : ", with other figures"));
                continue;
            }
            System.arraycopy(cells, row * WIDTH, sorted, kept * WIDTH, WIDTH);
            from[kept++] = row;
        }
        time(sorted, kept, name);
        place(sorted, kept, from, moved);
        spacing = CandleSpacing.check(timeframe, cells, 0, rows, name, 1);
    }

    /** Keeps the rows that lie on their timeframe's grid. */
    private void place(long[] sorted, int count, int[] from, boolean[] moved) {
        int kept = 0;
        long sortedIn = 0;
        for (int row = 0; row < count; row++) {
            long time = sorted[row * WIDTH];
            if (timeframe.openOf(time) != time) {
                drop(from[row], "the candle opens at " + TimeColumn.show(time) + "; a " + timeframe.label()
                        + " candle there opens at " + TimeColumn.show(timeframe.openOf(time)));
                continue;
            }
            System.arraycopy(sorted, row * WIDTH, cells, kept++ * WIDTH, WIDTH);
            sortedIn += moved[from[row]] ? 1 : 0;
            rounded += origins.rounded(from[row]) ? 1 : 0;
        }
        rows = kept;
        bad.sortedIn(sortedIn);
    }

    private void drop(int row, String reason) {
        bad.add(origins.file(row), origins.line(row), reason);
    }
}
