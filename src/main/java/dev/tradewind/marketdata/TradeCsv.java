package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads trades from {@code time,price,quantity[,side][,id]}, with or without a header, times in seconds to nanoseconds.
 * All
 * or nothing, as {@link CandleCsv}; only trades without a quantity are left out and counted. Rows that look alike are
 * kept in file order: without ids nobody can tell a repetition from two equal trades.
 */
public final class TradeCsv {

    /** The columns as told to the user. */
    static final String COLUMNS = "time,price,quantity[,side][,id]";

    private static final int MAX_ROWS = 20_000_000;
    private static final int FIRST_CAPACITY = 1 << 14;
    private static final int LEAST_FIELDS = 3;
    private static final int MOST_FIELDS = 5;
    private static final List<String> TIME = List.of("time", "timestamp", "date");
    private static final List<String> PRICE = List.of("price");
    private static final List<String> QUANTITY = List.of("quantity", "qty", "amount", "size", "volume");
    private static final List<String> SIDE = List.of("side", "aggressor");
    private static final List<String> ID = List.of("id", "tradeid");

    private final DecimalCsv csv;
    private final String file;
    private final Instrument instrument;
    private final TimeColumn times;
    private final UnitScale tick;
    private final UnitScale lot;
    private long[] timeNanos = new long[FIRST_CAPACITY];
    private long[] priceTicks = new long[FIRST_CAPACITY];
    private long[] quantityLots = new long[FIRST_CAPACITY];
    private byte[] sides = new byte[0];
    private long[] ids = new long[0];
    private int fields;
    private int sideField = -1;
    private int idField = -1;
    private int rows;
    private int withoutQuantity;
    private int rounded;
    private long lastTime = Long.MIN_VALUE;

    private TradeCsv(InputStream in, String file, Instrument instrument) {
        this.csv = new DecimalCsv(in, file);
        this.file = file;
        this.instrument = instrument;
        this.times = new TimeColumn(csv, 0);
        this.tick = UnitScale.of(instrument.tickSize());
        this.lot = UnitScale.of(instrument.lotSize());
    }

    /**
     * Reads trades of a known instrument. Prices must be whole ticks; quantities finer than a lot are rounded to the
     * nearest and counted.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused
     * @throws IOException     if reading fails
     */
    public static TradeImport read(InputStream in, String file, Instrument instrument) throws IOException {
        TradeCsv reader = new TradeCsv(in, file, instrument);
        reader.readRows();
        return reader.finish();
    }

    /**
     * Reads trades only for the decimals they use.
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
            if (!first || !CsvHeader.isHeader(csv)) {
                requireFields(csv);
                csv.decimal(1, "price");
                guess.see(csv.mantissa(), csv.scale(), true);
                if (!csv.isEmpty(2)) {
                    csv.decimal(2, "quantity");
                    guess.see(csv.mantissa(), csv.scale(), false);
                }
            }
            first = false;
        }
        return guess.instrument();
    }

    private static void requireFields(DecimalCsv csv) {
        if (csv.fields() < LEAST_FIELDS || csv.fields() > MOST_FIELDS) {
            throw csv.fail("has " + csv.fields() + (csv.fields() == 1 ? " field" : " fields") + "; a trade has "
                    + LEAST_FIELDS + " to " + MOST_FIELDS + ": " + COLUMNS);
        }
    }

    private void readRows() throws IOException {
        boolean first = true;
        while (csv.next()) {
            boolean header = first && CsvHeader.isHeader(csv);
            if (first) {
                layOut(header);
            }
            if (!header) {
                readRow();
            }
            first = false;
        }
        if (rows == 0) {
            throw new ImportException(file, 0, "holds no trade");
        }
    }

    /** Finds the side and id columns: by name, or by what stands in the first line. */
    private void layOut(boolean header) {
        if (header) {
            boolean known = CsvHeader.names(csv, 0, TIME) && CsvHeader.names(csv, 1, PRICE)
                    && CsvHeader.names(csv, 2, QUANTITY);
            for (int field = LEAST_FIELDS; known && field < csv.fields(); field++) {
                sideField = CsvHeader.names(csv, field, SIDE) && sideField < 0 ? field : sideField;
                idField = CsvHeader.names(csv, field, ID) && idField < 0 ? field : idField;
                known = sideField == field || idField == field;
            }
            if (!known) {
                throw csv.fail("starts with '" + csv.text(0) + "'; the first line is either a trade or the header "
                        + COLUMNS);
            }
        } else {
            requireFields(csv);
            if (csv.fields() == MOST_FIELDS) {
                sideField = LEAST_FIELDS;
                idField = LEAST_FIELDS + 1;
            } else if (csv.fields() > LEAST_FIELDS) {
                boolean number = !csv.isEmpty(LEAST_FIELDS) && Character.isDigit(csv.firstByte(LEAST_FIELDS));
                idField = number ? LEAST_FIELDS : -1;
                sideField = number ? -1 : LEAST_FIELDS;
            }
        }
        fields = csv.fields();
        sides = sideField < 0 ? sides : new byte[FIRST_CAPACITY];
        ids = idField < 0 ? ids : new long[FIRST_CAPACITY];
    }

    private void readRow() {
        requireFields(csv);
        if (csv.fields() != fields) {
            throw csv.fail("has " + csv.fields() + " fields where the first line has " + fields);
        }
        long time = times.read();
        if (time < lastTime) {
            throw csv.fail("out of order: the trade of " + TimeColumn.show(time) + " comes after one of "
                    + TimeColumn.show(lastTime));
        }
        lastTime = time;
        long ticks = price();
        long lots = quantity();
        byte side = sideField < 0 ? TradeColumns.UNKNOWN : side();
        long id = idField < 0 ? 0 : id();
        if (lots == 0) {
            withoutQuantity++;
            return;
        }
        if (rows == timeNanos.length) {
            grow();
        }
        timeNanos[rows] = time;
        priceTicks[rows] = ticks;
        quantityLots[rows] = lots;
        if (sideField >= 0) {
            sides[rows] = side;
        }
        if (idField >= 0) {
            ids[rows] = id;
        }
        rows++;
    }

    private long price() {
        csv.decimal(1, "price");
        if (csv.mantissa() <= 0) {
            throw csv.fail("price " + csv.text(1) + " is not positive");
        }
        try {
            long ticks = tick.exact(csv.mantissa(), csv.scale());
            if (ticks != UnitScale.BETWEEN) {
                return ticks;
            }
        } catch (ArithmeticException e) {
            throw csv.fail("price " + csv.text(1) + " is too large");
        }
        throw csv.fail("price " + csv.text(1) + " is no multiple of the tick " + instrument.tickSize().toPlainString()
                + " of " + instrument.symbol());
    }

    private long quantity() {
        if (csv.isEmpty(2)) {
            return 0;
        }
        csv.decimal(2, "quantity");
        if (csv.mantissa() < 0) {
            throw csv.fail("quantity " + csv.text(2) + " is negative");
        }
        try {
            long lots = lot.exact(csv.mantissa(), csv.scale());
            if (lots != UnitScale.BETWEEN) {
                return lots;
            }
            lots = lot.nearest(csv.mantissa(), csv.scale());
            rounded += lots > 0 ? 1 : 0;
            return lots;
        } catch (ArithmeticException e) {
            throw csv.fail("quantity " + csv.text(2) + " is too large");
        }
    }

    private byte side() {
        if (csv.isEmpty(sideField)) {
            return TradeColumns.UNKNOWN;
        }
        return switch (csv.text(sideField).toLowerCase(Locale.ROOT)) {
            case "buy", "b" -> TradeColumns.BUY;
            case "sell", "s" -> TradeColumns.SELL;
            default -> throw csv.fail("side is '" + csv.text(sideField) + "'; it is buy, sell or empty");
        };
    }

    private long id() {
        if (csv.isEmpty(idField)) {
            return 0;
        }
        csv.decimal(idField, "id");
        long id = csv.mantissa();
        if (id < 0 || csv.scale() > 0) {
            throw csv.fail("id " + csv.text(idField) + " is not a whole number from 0 on");
        }
        if (id > 0 && rows > 0 && ids[rows - 1] == id) {
            throw csv.fail("duplicate: trade " + id + " is already there");
        }
        return id;
    }

    private void grow() {
        if (rows >= MAX_ROWS) {
            throw csv.fail("is one trade more than the " + MAX_ROWS + " a file may hold");
        }
        int capacity = Math.min(MAX_ROWS, rows * 2);
        timeNanos = Arrays.copyOf(timeNanos, capacity);
        priceTicks = Arrays.copyOf(priceTicks, capacity);
        quantityLots = Arrays.copyOf(quantityLots, capacity);
        sides = sideField < 0 ? sides : Arrays.copyOf(sides, capacity);
        ids = idField < 0 ? ids : Arrays.copyOf(ids, capacity);
    }

    private TradeImport finish() {
        TradeColumns trades = new TradeColumns(rows, timeNanos, priceTicks, quantityLots, sides, ids);
        ImportSummary summary = new ImportSummary(
                file, rows, withoutQuantity, rounded, 0, 0, timeNanos[0], timeNanos[rows - 1]);
        return new TradeImport(instrument, trades, SeriesChecksum.of(trades), summary);
    }
}
