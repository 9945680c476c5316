package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Reads trades from {@code time,price,quantity[,side][,id]}, with or without a header, times in seconds to nanoseconds,
 * and from the other forms of {@link DataFormat} that hold trades. All or nothing, as {@link CandleCsv}; only trades
 * without a quantity are left out and counted. Rows that look alike are kept in file order: without ids nobody can tell
 * a repetition from two equal trades.
 */
public final class TradeCsv {

    /** The columns as told to the user. */
    static final String COLUMNS = "time,price,quantity[,side][,id]";

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final Instrument instrument;
    private final ReadChoice choice;
    private final UnitScale tick;
    private final UnitScale lot;
    private final BadRowList bad = new BadRowList();
    private final TradeRows rows;
    private DecimalCsv csv;
    private TimeColumn times;
    private TradeLayout layout;
    private int fields;
    private long lastTime = Long.MIN_VALUE;
    private boolean cut;

    /**
     * Begins to read trades of a known instrument. Prices must be whole ticks; quantities finer than a lot are rounded
     * to the nearest and counted.
     */
    public TradeCsv(Instrument instrument, ReadChoice choice) {
        this.instrument = instrument;
        this.choice = choice;
        this.tick = UnitScale.of(instrument.tickSize());
        this.lot = UnitScale.of(instrument.lotSize());
        this.rows = new TradeRows(choice.repair(), bad);
        this.csv = new DecimalCsv(InputStream.nullInputStream(), "");
        this.times = new TimeColumn(csv, 0, 0);
        this.layout = new TradeLayout(0, 0, 0, -1, -1, -1, 0, 0, "");
    }

    /**
     * Reads a file of our own form.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused
     * @throws IOException     if reading fails
     */
    public static TradeImport read(InputStream in, String file, Instrument instrument) throws IOException {
        TradeCsv reader = new TradeCsv(instrument, ReadChoice.strict(DataFormat.TRADES));
        reader.add(in, file);
        return reader.finish(file);
    }

    /**
     * Reads trades only for the decimals they use.
     *
     * @return an instrument fit to read them with; its symbol comes from the file's name
     * @throws ImportException if a line holds no numbers
     * @throws IOException     if reading fails
     */
    public static Instrument infer(InputStream in, String file) throws IOException {
        StepScan scan = new StepScan(file);
        scan.add(in, file, ReadChoice.strict(DataFormat.TRADES));
        return scan.instrument();
    }

    /**
     * Reads a file; further ones go on where it ended.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused; nothing that was read is of use then
     * @throws IOException     if reading fails
     */
    public void add(InputStream in, String file) throws IOException {
        csv = choice.open(in, file);
        boolean first = true;
        while (next()) {
            boolean header = first && CsvHeader.isHeader(csv);
            if (first) {
                try {
                    layout = TradeLayout.of(choice.format(), csv, header);
                } catch (ImportException refused) {
                    leaveOut(refused);
                    continue;
                }
                times = new TimeColumn(csv, layout.time(), 0);
                fields = csv.fields();
                rows.begin(file, layout.sided(), layout.id() >= 0);
                first = false;
            }
            if (!header) {
                readRow();
            }
        }
    }

    private boolean next() throws IOException {
        while (true) {
            try {
                return csv.next();
            } catch (ImportException refused) {
                leaveOut(refused);
                csv.recover();
            }
        }
    }

    private void leaveOut(ImportException refused) {
        if (!choice.repair()) {
            throw refused;
        }
        bad.add(refused);
    }

    private void readRow() {
        try {
            layout.requireFields(csv);
            if (csv.fields() != fields) {
                throw csv.fail("has " + csv.fields() + " fields where the first line has " + fields);
            }
            long time = times.read();
            if (!choice.repair() && time < lastTime) {
                throw csv.fail("out of order: the trade of " + TimeColumn.show(time) + " comes after one of "
                        + TimeColumn.show(lastTime));
            }
            lastTime = time;
            long ticks = price();
            cut = false;
            long lots = quantity();
            byte side = side();
            long id = layout.id() < 0 ? 0 : id();
            if (lots == 0) {
                rows.withoutQuantity();
            } else {
                rows.append(csv, time, ticks, lots, side, id, cut);
            }
        } catch (ImportException refused) {
            leaveOut(refused);
        }
    }

    private long price() {
        int field = layout.price();
        csv.decimal(field, "price");
        if (csv.mantissa() <= 0) {
            throw csv.fail("price " + csv.text(field) + " is not positive");
        }
        try {
            long ticks = tick.exact(csv.mantissa(), csv.scale());
            if (ticks != UnitScale.BETWEEN) {
                return ticks;
            }
        } catch (ArithmeticException e) {
            throw csv.fail("price " + csv.text(field) + " is too large");
        }
        throw csv.fail("price " + csv.text(field) + " is no multiple of the tick "
                + instrument.tickSize().toPlainString() + " of " + instrument.symbol());
    }

    private long quantity() {
        int field = layout.quantity();
        if (csv.isEmpty(field)) {
            return 0;
        }
        csv.decimal(field, "quantity");
        if (csv.mantissa() < 0) {
            throw csv.fail("quantity " + csv.text(field) + " is negative");
        }
        try {
            long lots = lot.exact(csv.mantissa(), csv.scale());
            if (lots != UnitScale.BETWEEN) {
                return lots;
            }
            lots = lot.nearest(csv.mantissa(), csv.scale());
            cut = lots > 0;
            return lots;
        } catch (ArithmeticException e) {
            throw csv.fail("quantity " + csv.text(field) + " is too large");
        }
    }

    private byte side() {
        if (layout.maker() >= 0) {
            return maker(layout.maker());
        }
        int field = layout.side();
        if (field < 0 || csv.isEmpty(field)) {
            return TradeColumns.UNKNOWN;
        }
        return switch (csv.text(field).toLowerCase(Locale.ROOT)) {
            case "buy", "b" -> TradeColumns.BUY;
            case "sell", "s" -> TradeColumns.SELL;
            default -> throw csv.fail("side is '" + csv.text(field) + "'; it is buy, sell or empty");
        };
    }

    /** Where the buyer's order lay in the book, the seller crossed the spread. */
    private byte maker(int field) {
        if (csv.is(field, TRUE)) {
            return TradeColumns.SELL;
        }
        if (csv.is(field, FALSE)) {
            return TradeColumns.BUY;
        }
        throw csv.fail("isBuyerMaker is '" + csv.text(field) + "'; it is true or false");
    }

    private long id() {
        int field = layout.id();
        if (csv.isEmpty(field)) {
            return 0;
        }
        csv.decimal(field, "id");
        long id = csv.mantissa();
        if (id < 0 || csv.scale() > 0) {
            throw csv.fail("id " + csv.text(field) + " is not a whole number from 0 on");
        }
        if (id > 0 && !choice.repair() && rows.lastId() == id) {
            throw csv.fail("duplicate: trade " + id + " is already there");
        }
        return id;
    }

    /**
     * {@return everything that was read}
     *
     * @param file the file as the user knows it, for messages
     * @throws ImportException if there is no trade
     */
    public TradeImport finish(String file) {
        return rows.finish(instrument, file);
    }

    /** {@return what was left out; of use once it is finished} */
    public BadRows bad() {
        return bad.found();
    }
}
