package dev.tradewind.marketdata;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The forms of files that market data is imported from. */
public enum DataFormat {
    /** {@code openTime(ms),open,high,low,close,volume}, with or without that header: what an export writes. */
    CANDLES("candles", "candles as CSV", false),
    /** {@code time,price,quantity[,side][,id]}, with or without a header: what an export writes. */
    TRADES("trades", "trades as CSV", true),
    /** Candles of Binance's public archive: twelve columns, spot without a header, futures with one. */
    BINANCE_KLINES("binance-klines", "candles of Binance's public archive", false),
    /** Aggregate trades of Binance's public archive: eight columns on spot, seven on futures. */
    BINANCE_AGG_TRADES("binance-aggtrades", "aggregate trades of Binance's public archive", true),
    /** Single trades of Binance's public archive: seven columns on spot, six on futures. */
    BINANCE_TRADES("binance-trades", "trades of Binance's public archive", true),
    /** freqtrade's JSON: an array of {@code [ms, open, high, low, close, volume]}. */
    FREQTRADE("freqtrade", "freqtrade's JSON of candles", false),
    /** A chart as TradingView exports it: columns by header, times in seconds or ISO with a zone. */
    TRADINGVIEW("tradingview", "TradingView's chart export", false),
    /** Kraken's OHLCVT: {@code seconds,open,high,low,close,volume,trades} without a header. */
    KRAKEN("kraken", "Kraken's OHLCVT", false);

    private final String id;
    private final String label;
    private final boolean trades;

    DataFormat(String id, String label, boolean trades) {
        this.id = id;
        this.label = label;
        this.trades = trades;
    }

    /** {@return its stable name, as typed after {@code --format}} */
    public String id() {
        return id;
    }

    /** {@return what it is, for people} */
    public String label() {
        return label;
    }

    /** {@return whether it holds single trades; candles otherwise} */
    public boolean trades() {
        return trades;
    }

    /**
     * {@return the format of that id}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static DataFormat ofId(String id) {
        for (DataFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("format '" + id + "' is not one of "
                + Arrays.stream(values()).map(DataFormat::id).collect(Collectors.joining(", ")));
    }
}
