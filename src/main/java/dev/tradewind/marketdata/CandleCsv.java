package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads candles from lines of decimals: {@code openTime(ms),open,high,low,close,volume}, with or without that header,
 * and the other forms of {@link DataFormat} that hold candles. All or nothing: the first line that is malformed, out of
 * order, a duplicate or impossible refuses the file, unless bad lines are to be left out. Opening and unpacking the
 * file is the caller's.
 */
public final class CandleCsv {

    /** The columns as told to the user. */
    static final String COLUMNS = "openTime,open,high,low,close,volume";

    /** Open times below this are taken as milliseconds; as seconds they would lie before March 1973. */
    private static final long MILLIS_BELOW = 100_000_000L;

    private final Instrument instrument;
    private final ReadChoice choice;
    private final UnitScale tick;
    private final UnitScale lot;
    private final BadRowList bad = new BadRowList();
    private final CandleRows rows;
    private DecimalCsv csv;
    private TimeColumn times;
    private CandleLayout layout;

    /**
     * Begins to read candles of a known instrument. Prices must be whole ticks; volumes finer than a lot are rounded to
     * the nearest and counted. Times may be in seconds to nanoseconds, told by their size.
     */
    public CandleCsv(Instrument instrument, ReadChoice choice) {
        this.instrument = instrument;
        this.choice = choice;
        this.tick = UnitScale.of(instrument.tickSize());
        this.lot = UnitScale.of(instrument.lotSize());
        this.rows = new CandleRows(choice, bad);
        this.csv = new DecimalCsv(InputStream.nullInputStream(), "");
        this.times = new TimeColumn(csv, 0, MILLIS_BELOW);
        this.layout = new CandleLayout(0, 0, 0, 0, 0, 0, 0, 0, "");
    }

    /**
     * Reads a file of our own form.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused or the spacing of the candles is no timeframe
     * @throws IOException     if reading fails
     */
    public static CandleImport read(InputStream in, String file, Instrument instrument) throws IOException {
        CandleCsv reader = new CandleCsv(instrument, ReadChoice.strict(DataFormat.CANDLES));
        reader.add(in, file);
        return reader.finish(file);
    }

    /**
     * Reads candles only for the decimals they use.
     *
     * @return an instrument fit to read them with; its symbol comes from the file's name
     * @throws ImportException if a line holds no numbers
     * @throws IOException     if reading fails
     */
    public static Instrument infer(InputStream in, String file) throws IOException {
        StepScan scan = new StepScan(file);
        scan.add(in, file, ReadChoice.strict(DataFormat.CANDLES));
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
        CandleLayout known = CandleLayout.of(choice.format());
        boolean first = true;
        rows.begin(file);
        try {
            while (next()) {
                if (first) {
                    boolean header = CsvHeader.isHeader(csv);
                    try {
                        layout = known != null ? known : CandleLayout.named(csv);
                    } catch (ImportException refused) {
                        leaveOut(refused);
                        continue;
                    }
                    times = new TimeColumn(csv, layout.time(), MILLIS_BELOW);
                    first = false;
                    if (header) {
                        checkHeader(known);
                        continue;
                    }
                }
                readRow();
            }
            rows.end();
        } catch (ImportException refused) {
            throw choice.told(refused);
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

    private void checkHeader(@Nullable CandleLayout known) {
        if (known != null && !known.isNamedBy(csv)) {
            leaveOut(csv.fail("starts with '" + csv.text(0) + "'; the first line is either a candle or the header "
                    + known.told()));
        }
    }

    private void readRow() {
        try {
            layout.requireFields(csv);
            long time = times.read();
            long open = price(layout.open(), "open");
            long high = price(layout.high(), "high");
            long low = price(layout.low(), "low");
            long close = price(layout.close(), "close");
            boolean rounded = false;
            long volume = 0;
            if (layout.volume() >= 0) {
                volume = volume(layout.volume());
                rounded = volume < 0;
                volume = rounded ? ~volume : volume;
            }
            if (high < open || high < close || low > open || low > close) {
                throw impossible(open, high, low, close);
            }
            rows.append(csv, time, open, high, low, close, volume, rounded);
        } catch (ImportException refused) {
            leaveOut(refused);
        }
    }

    private ImportException impossible(long open, long high, long low, long close) {
        if (high < open || high < close || high < low) {
            return csv.fail("high " + csv.text(layout.high()) + " is below "
                    + (high < low
                            ? "low " + csv.text(layout.low())
                            : high < open ? "open " + csv.text(layout.open()) : "close " + csv.text(layout.close())));
        }
        return csv.fail("low " + csv.text(layout.low()) + " is above "
                + (low > open ? "open " + csv.text(layout.open()) : "close " + csv.text(layout.close())));
    }

    private long price(int field, String name) {
        csv.decimal(field, name);
        if (csv.mantissa() <= 0) {
            throw csv.fail(name + " " + csv.text(field) + " is not positive");
        }
        try {
            long ticks = tick.exact(csv.mantissa(), csv.scale());
            if (ticks != UnitScale.BETWEEN) {
                return ticks;
            }
        } catch (ArithmeticException e) {
            throw csv.fail(name + " " + csv.text(field) + " is too large");
        }
        throw csv.fail(name + " " + csv.text(field) + " is no multiple of the tick "
                + instrument.tickSize().toPlainString() + " of " + instrument.symbol());
    }

    /** {@return the lots; their complement where they were rounded} */
    private long volume(int field) {
        csv.decimal(field, "volume");
        if (csv.mantissa() < 0) {
            throw csv.fail("volume " + csv.text(field) + " is negative");
        }
        try {
            long lots = lot.exact(csv.mantissa(), csv.scale());
            return lots != UnitScale.BETWEEN ? lots : ~lot.nearest(csv.mantissa(), csv.scale());
        } catch (ArithmeticException e) {
            throw csv.fail("volume " + csv.text(field) + " is too large");
        }
    }

    /**
     * {@return everything that was read}
     *
     * @param file the file as the user knows it, for messages
     * @throws ImportException if there is no candle, or their spacing is no timeframe
     */
    public CandleImport finish(String file) {
        return rows.finish(instrument, file);
    }

    /** {@return what was left out; of use once it is finished} */
    public BadRows bad() {
        return bad.found();
    }
}
