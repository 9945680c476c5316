package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is of, as far as its name and its beginning tell.
 *
 * @param venue     empty where nothing tells it
 * @param symbol    empty where nothing tells it
 * @param timeframe of candles, as the name or the rows tell it; empty where only the spacing of the candles can
 */
public record SeriesGuess(Optional<String> venue, Optional<String> symbol, Optional<Timeframe> timeframe) {

    private static final SeriesGuess NOTHING =
            new SeriesGuess(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Pattern BINANCE =
            Pattern.compile("([A-Z0-9]+(?:_[A-Z0-9]+)?)-(aggTrades|trades|\\d+(?:s|m|h|d|w|mo))(?:-\\d{4}.*)?");
    private static final Pattern KRAKEN = Pattern.compile("([A-Z0-9.]+)_(\\d+)");
    private static final Pattern FREQTRADE =
            Pattern.compile("([A-Z0-9]+)_([A-Z0-9]+)(?:_[A-Z0-9]+)?-(\\d+[smhdwMy])(-futures)?");
    private static final Pattern TRADINGVIEW =
            Pattern.compile("([A-Z0-9]+)_([A-Za-z0-9.]+), ?(\\d*[SDWM]?)(?:[_ ].*)?");
    private static final Pattern COIN_MARGINED = Pattern.compile("[A-Z0-9]+USD_[A-Z0-9]+");
    private static final Pattern EXTENSIONS = Pattern.compile("(?i)(\\.(csv|json|txt|gz|zip))+$");

    /** Folders that are named after an exchange, as freqtrade names them. */
    private static final List<String> VENUES = List.of(
            "binance", "binanceus", "bingx", "bitfinex", "bitget", "bitmart", "bitstamp", "bitvavo", "bybit",
            "coinbase", "cryptocom", "gate", "gateio", "htx", "huobi", "hyperliquid", "kraken", "kucoin", "mexc", "okx",
            "poloniex");

    /**
     * {@return what a file is of}
     *
     * @param path the file with its folders; of a zip's entry the entry
     * @param told what its beginning tells
     */
    public static SeriesGuess of(String path, FormatSniff told) {
        if (told.note().isPresent()) {
            SeriesKey key = told.note().get().key();
            return new SeriesGuess(Optional.of(key.venue()), Optional.of(key.symbol()), key.timeframe());
        }
        String slashed = path.replace('\\', '/');
        String name = EXTENSIONS.matcher(slashed.substring(slashed.lastIndexOf('/') + 1)).replaceFirst("");
        SeriesGuess found = switch (told.format()) {
            case BINANCE_KLINES, BINANCE_AGG_TRADES, BINANCE_TRADES -> binance(slashed, name, told.futures());
            case FREQTRADE -> freqtrade(slashed, name);
            case TRADINGVIEW -> tradingView(name);
            case KRAKEN -> kraken(name);
            case CANDLES, TRADES -> NOTHING;
        };
        SeriesGuess guess = found.symbol().isPresent() ? found : words(name);
        return told.timeframe().isPresent() ? new SeriesGuess(guess.venue, guess.symbol, told.timeframe()) : guess;
    }

    private static SeriesGuess binance(String path, String name, boolean futures) {
        Matcher match = BINANCE.matcher(name);
        if (!match.matches()) {
            return NOTHING;
        }
        String symbol = match.group(1);
        boolean coin = COIN_MARGINED.matcher(symbol).matches();
        boolean perpetual = futures || path.contains("/um/") || symbol.contains("_");
        String venue = coin ? "binance-cm" : perpetual ? "binance-um" : "binance";
        return new SeriesGuess(Optional.of(venue), Optional.of(symbol), timeframe(match.group(2)));
    }

    private static SeriesGuess freqtrade(String path, String name) {
        Matcher match = FREQTRADE.matcher(name);
        if (!match.matches()) {
            return NOTHING;
        }
        boolean futures = match.group(4) != null;
        Optional<String> venue = folderVenue(path)
                .map(found -> !futures ? found : found.equals("binance") ? "binance-um" : found + "-futures");
        return new SeriesGuess(venue, Optional.of(match.group(1) + match.group(2)), timeframe(match.group(3)));
    }

    private static Optional<String> folderVenue(String path) {
        Optional<String> found = Optional.empty();
        for (String folder : path.split("/")) {
            if (VENUES.contains(folder)) {
                found = Optional.of(folder);
            }
        }
        return found;
    }

    private static SeriesGuess tradingView(String name) {
        Matcher match = TRADINGVIEW.matcher(name);
        if (!match.matches()) {
            return NOTHING;
        }
        String resolution = match.group(3);
        boolean minutes = resolution.matches("\\d+");
        String label = minutes ? "" : resolution.matches("[SDWM]") ? "1" + resolution : resolution;
        return new SeriesGuess(
                Optional.of(match.group(1).toLowerCase(Locale.ROOT)),
                Optional.of(match.group(2)),
                minutes ? ofMinutes(resolution) : byLabel(label.replace('S', 's')));
    }

    private static SeriesGuess kraken(String name) {
        Matcher match = KRAKEN.matcher(name);
        return match.matches()
                ? new SeriesGuess(Optional.of("kraken"), Optional.of(match.group(1)), ofMinutes(match.group(2)))
                : NOTHING;
    }

    /** A name of words: those before the pair are the venue's, one behind it may be a timeframe. */
    private static SeriesGuess words(String name) {
        String[] words = name.split("[-_ ]");
        for (int at = 0; at < words.length; at++) {
            String word = words[at].toUpperCase(Locale.ROOT);
            if (InstrumentGuess.split(word).length > 0) {
                return named(words, at, word);
            }
        }
        return NOTHING;
    }

    private static SeriesGuess named(String[] words, int at, String symbol) {
        StringBuilder venue = new StringBuilder();
        for (int i = 0; i < at; i++) {
            String word = words[i].toLowerCase(Locale.ROOT);
            if (!word.equals("spot")) {
                venue.append(venue.isEmpty() ? "" : "-").append(word);
            }
        }
        Optional<Timeframe> timeframe = Optional.empty();
        for (int i = at + 1; i < words.length; i++) {
            if (words[i].equalsIgnoreCase("mark") || words[i].equalsIgnoreCase("index")) {
                // prices nobody traded at; somebody has to say that they are meant
                return NOTHING;
            }
            timeframe = timeframe.isPresent() ? timeframe : timeframe(words[i]);
        }
        boolean named = venue.toString().matches("[a-z][a-z0-9-]{0,31}");
        return new SeriesGuess(
                named ? Optional.of(venue.toString()) : Optional.empty(), Optional.of(symbol), timeframe);
    }

    /** {@return a timeframe as exchanges and programs write it} */
    private static Optional<Timeframe> timeframe(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.equals("1M") || lower.equals("1mo")) {
            return Optional.of(Timeframe.MN1);
        }
        return byLabel(lower.replace("1d", "1D").replace("1w", "1W"));
    }

    private static Optional<Timeframe> ofMinutes(String minutes) {
        if (minutes.length() > 6) {
            return Optional.empty();
        }
        long nanos = Long.parseLong(minutes) * Timeframe.M1.nanos();
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe != Timeframe.MN1 && timeframe.nanos() == nanos) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    private static Optional<Timeframe> byLabel(String label) {
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe.label().equals(label)) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }
}
