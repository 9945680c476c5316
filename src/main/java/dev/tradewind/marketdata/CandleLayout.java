package dev.tradewind.marketdata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a line is what of a candle.
 *
 * @param volume −1 where there is none
 * @param least  fields a line has at least
 * @param most   fields a line has at most
 * @param told   the columns as told to the user
 */
record CandleLayout(
        int time, int open, int high, int low, int close, int volume, int least, int most, String told) {

    /** What each column may be called. */
    private static final List<String> TIME = List.of("opentime", "time", "timestamp", "date");

    private static final List<String> OPEN = List.of("open");
    private static final List<String> HIGH = List.of("high");
    private static final List<String> LOW = List.of("low");
    private static final List<String> CLOSE = List.of("close");
    private static final List<String> VOLUME = List.of("volume", "vol", "basevolume");
    private static final List<List<String>> IN_ORDER = List.of(TIME, OPEN, HIGH, LOW, CLOSE, VOLUME);

    /** {@return the layout of a form of file; null where the first line has to tell it} */
    static @Nullable CandleLayout of(DataFormat format) {
        return switch (format) {
            case CANDLES -> inOrder(6, CandleCsv.COLUMNS);
            case FREQTRADE -> inOrder(6, "milliseconds, open, high, low, close, volume");
            case KRAKEN -> inOrder(7, "seconds,open,high,low,close,volume,trades");
            case BINANCE_KLINES ->
                inOrder(12, "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                        + "taker_buy_quote_volume,ignore");
            case TRADINGVIEW -> null;
            case TRADES, BINANCE_AGG_TRADES, BINANCE_TRADES ->
                throw new IllegalArgumentException(format.label() + " are no candles");
        };
    }

    private static CandleLayout inOrder(int fields, String told) {
        return new CandleLayout(0, 1, 2, 3, 4, 5, fields, fields, told);
    }

    /** Refuses a line with another number of fields. */
    void requireFields(DecimalCsv csv) {
        if (csv.fields() < least || csv.fields() > most) {
            throw csv.fail("has " + csv.fields() + (csv.fields() == 1 ? " field" : " fields") + "; a candle has "
                    + least + ": " + told);
        }
    }

    /** {@return whether a heading names this layout's columns} */
    boolean isNamedBy(DecimalCsv csv) {
        for (int field = 0; field < IN_ORDER.size(); field++) {
            if (!CsvHeader.names(csv, field, IN_ORDER.get(field))) {
                return false;
            }
        }
        return csv.fields() >= least && csv.fields() <= most;
    }

    /**
     * {@return the layout a heading tells, its columns in any order and others among them}
     *
     * @throws ImportException if a column a candle needs is not there
     */
    static CandleLayout named(DecimalCsv csv) {
        int volume = CsvHeader.find(csv, VOLUME);
        return new CandleLayout(
                require(csv, TIME, "time"), require(csv, OPEN, "open"), require(csv, HIGH, "high"),
                require(csv, LOW, "low"), require(csv, CLOSE, "close"), volume, csv.fields(), csv.fields(),
                "those of the first line");
    }

    private static int require(DecimalCsv csv, List<String> names, String name) {
        int field = CsvHeader.find(csv, names);
        if (field < 0) {
            throw csv.fail("names no column '" + name + "'; time, open, high, low and close are needed");
        }
        return field;
    }
}
