package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a stored series: {@code binance:BTCUSDT:1m}, {@code binance-um:BTCUSDT:trades}.
 *
 * @param venue     where it was traded, lower case; a venue's perpetuals are a venue of their own, {@code binance-um}
 * @param symbol    the pair as the venue writes it
 * @param timeframe of candles; empty for single trades
 */
public record SeriesKey(String venue, String symbol, Optional<Timeframe> timeframe) implements Comparable<SeriesKey> {

    private static final String TRADES = "trades";
    private static final Pattern VENUE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9._/-]{1,40}");

    public SeriesKey {
        if (!VENUE.matcher(venue).matches()) {
            throw new IllegalArgumentException(
                    "venue '" + venue + "' must be small letters, digits and dashes, for instance binance");
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("symbol '" + symbol + "' must be letters, digits, . _ - or /, for instance BTCUSDT");
        }
    }

    /** {@return the name of candles} */
    public static SeriesKey candles(String venue, String symbol, Timeframe timeframe) {
        return new SeriesKey(venue, symbol, Optional.of(timeframe));
    }

    /** {@return the name of trades} */
    public static SeriesKey trades(String venue, String symbol) {
        return new SeriesKey(venue, symbol, Optional.empty());
    }

    /**
     * {@return the name that {@link #toString} writes}
     *
     * @throws IllegalArgumentException if it is none, saying what would be
     */
    public static SeriesKey parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text
                    + "' names no stored series; venue:symbol:timeframe does, for instance binance:BTCUSDT:1m, or"
                    + " venue:symbol:trades");
        }
        if (parts[2].toLowerCase(Locale.ROOT).equals(TRADES)) {
            return trades(parts[0], parts[1]);
        }
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe.label().equals(parts[2])) {
                return candles(parts[0], parts[1], timeframe);
            }
        }
        throw new IllegalArgumentException("'" + parts[2] + "' of '" + text + "' is neither '" + TRADES + "' nor one of "
                + Arrays.stream(Timeframe.values()).map(Timeframe::label).collect(Collectors.joining(", ")));
    }

    /** {@return whether a text has the form of a series' name rather than of a file's} */
    public static boolean looksLike(String text) {
        return text.chars().filter(c -> c == ':').count() == 2 && !text.contains("\\");
    }

    /** By venue, symbol, then trades before candles, finest first. */
    @Override
    public int compareTo(SeriesKey other) {
        int byVenue = venue.compareTo(other.venue);
        int bySymbol = byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
        return bySymbol != 0 ? bySymbol : Integer.compare(order(), other.order());
    }

    private int order() {
        return timeframe.map(Timeframe::ordinal).orElse(-1);
    }

    @Override
    public String toString() {
        return venue + ":" + symbol + ":" + timeframe.map(Timeframe::label).orElse(TRADES);
    }
}
