package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads candles from {@code openTime(ms),open,high,low,close,volume}, with or without that header. All or nothing: the
 * first
 * line that is malformed, out of order, a duplicate or impossible refuses the file. Opening and unpacking the file is
 * the caller's.
 */
public final class CandleCsv {

    /** The columns as told to the user. */
    static final String COLUMNS = "openTime,open,high,low,close,volume";

    private static final int MAX_ROWS = 10_000_000;
    private static final int FIRST_CAPACITY = 1 << 14;
    private static final int FIELDS = 6;
    private static final String[] NAMES = {"time", "open", "high", "low", "close", "volume"};
    private static final List<List<String>> HEADER = List.of(
            List.of("opentime", "time", "timestamp", "date"),
            List.of("open"),
            List.of("high"),
            List.of("low"),
            List.of("close"),
            List.of("volume", "vol", "basevolume"));

    /** Open times below this are taken as milliseconds; as seconds they would lie before March 1973. */
    private static final long MILLIS_BELOW = 100_000_000L;

    private final DecimalCsv csv;
    private final String file;
    private final Instrument instrument;
    private final TimeColumn times;
    private final UnitScale tick;
    private final UnitScale lot;
    private final long[][] columns = new long[FIELDS][FIRST_CAPACITY];
    private int rows;
    private int rounded;
    private long firstLine;

    private CandleCsv(InputStream in, String file, Instrument instrument) {
        this.csv = new DecimalCsv(in, file);
        this.file = file;
        this.instrument = instrument;
        this.times = new TimeColumn(csv, MILLIS_BELOW);
        this.tick = UnitScale.of(instrument.tickSize());
        this.lot = UnitScale.of(instrument.lotSize());
    }

    /**
     * Reads candles of a known instrument. Prices must be whole ticks; volumes finer than a lot are rounded to the
     * nearest
     * and counted. Times may also be in seconds, microseconds or nanoseconds, told by their size.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused or the spacing of the candles is no timeframe
     * @throws IOException     if reading fails
     */
    public static CandleImport read(InputStream in, String file, Instrument instrument) throws IOException {
        CandleCsv reader = new CandleCsv(in, file, instrument);
        reader.readRows();
        return reader.finish();
    }

    /**
     * Reads candles only for the decimals they use.
     *
     * @return an instrument fit to read them with; its symbol comes from the file's name
     * @throws ImportException if a line holds no numbers
     * @throws IOException     if reading fails
     */
    public static Instrument infer(InputStream in, String file) throws IOException {
        DecimalCsv csv = new DecimalCsv(in, file);
        InstrumentGuess guess = new InstrumentGuess(file);
        boolean first = true;
        while (csv.next()) {
            if (!first || !skipHeader(csv)) {
                requireFields(csv);
                for (int field = 1; field < FIELDS; field++) {
                    csv.decimal(field, NAMES[field]);
                    guess.see(csv.mantissa(), csv.scale(), field < FIELDS - 1);
                }
            }
            first = false;
        }
        return guess.instrument();
    }

    private static boolean skipHeader(DecimalCsv csv) {
        if (!CsvHeader.isHeader(csv)) {
            return false;
        }
        for (int field = 0; field < FIELDS; field++) {
            if (!CsvHeader.names(csv, field, HEADER.get(field)) || csv.fields() != FIELDS) {
                throw csv.fail("starts with '" + csv.text(0) + "'; the first line is either a candle or the header "
                        + COLUMNS);
            }
        }
        return true;
    }

    private static void requireFields(DecimalCsv csv) {
        if (csv.fields() != FIELDS) {
            throw csv.fail("has " + csv.fields() + (csv.fields() == 1 ? " field" : " fields") + "; a candle has "
                    + FIELDS + ": " + COLUMNS);
        }
    }

    private void readRows() throws IOException {
        boolean first = true;
        while (csv.next()) {
            if (!first || !skipHeader(csv)) {
                firstLine = rows == 0 ? csv.line() : firstLine;
                readRow();
            }
            first = false;
        }
        if (rows == 0) {
            throw new ImportException(file, 0, "holds no candle");
        }
    }

    private void readRow() {
        requireFields(csv);
        if (rows == columns[0].length) {
            grow();
        }
        long time = times.read();
        long open = price(1);
        long high = price(2);
        long low = price(3);
        long close = price(4);
        columns[5][rows] = volume();
        if (high < open || high < close || high < low) {
            throw csv.fail("high " + csv.text(2) + " is below "
                    + (high < low
                            ? "low " + csv.text(3)
                            : high < open ? "open " + csv.text(1) : "close " + csv.text(4)));
        }
        if (low > open || low > close) {
            throw csv.fail("low " + csv.text(3) + " is above "
                    + (low > open ? "open " + csv.text(1) : "close " + csv.text(4)));
        }
        requireLater(time);
        columns[0][rows] = time;
        columns[1][rows] = open;
        columns[2][rows] = high;
        columns[3][rows] = low;
        columns[4][rows] = close;
        rows++;
    }

    private void requireLater(long time) {
        if (rows == 0 || time > columns[0][rows - 1]) {
            return;
        }
        long last = columns[0][rows - 1];
        throw csv.fail(
                time == last
                        ? "duplicate: the candle of " + TimeColumn.show(time) + " is already there"
                        : "out of order: the candle of " + TimeColumn.show(time) + " comes after the one of "
                                + TimeColumn.show(last));
    }

    private long price(int field) {
        csv.decimal(field, NAMES[field]);
        if (csv.mantissa() <= 0) {
            throw csv.fail(NAMES[field] + " " + csv.text(field) + " is not positive");
        }
        try {
            long ticks = tick.exact(csv.mantissa(), csv.scale());
            if (ticks != UnitScale.BETWEEN) {
                return ticks;
            }
        } catch (ArithmeticException e) {
            throw csv.fail(NAMES[field] + " " + csv.text(field) + " is too large");
        }
        throw csv.fail(NAMES[field] + " " + csv.text(field) + " is no multiple of the tick "
                + instrument.tickSize().toPlainString() + " of " + instrument.symbol());
    }

    private long volume() {
        csv.decimal(5, "volume");
        if (csv.mantissa() < 0) {
            throw csv.fail("volume " + csv.text(5) + " is negative");
        }
        try {
            long lots = lot.exact(csv.mantissa(), csv.scale());
            if (lots != UnitScale.BETWEEN) {
                return lots;
            }
            rounded++;
            return lot.nearest(csv.mantissa(), csv.scale());
        } catch (ArithmeticException e) {
            throw csv.fail("volume " + csv.text(5) + " is too large");
        }
    }

    private void grow() {
        if (rows >= MAX_ROWS) {
            throw csv.fail("is one candle more than the " + MAX_ROWS + " a file may hold");
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], Math.min(MAX_ROWS, rows * 2));
        }
    }

    private CandleImport finish() {
        Timeframe timeframe = CandleSpacing.timeframeOf(columns[0], rows, file);
        CandleSpacing spacing = CandleSpacing.check(timeframe, columns[0], rows, file, firstLine);
        CandleColumns candles = new CandleColumns(
                timeframe, rows, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
        ImportSummary summary = new ImportSummary(
                file, rows, 0, rounded, spacing.gaps(), spacing.missing(), columns[0][0], columns[0][rows - 1]);
        return new CandleImport(instrument, candles, SeriesChecksum.of(candles), summary);
    }
}
