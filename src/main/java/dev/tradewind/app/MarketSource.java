package dev.tradewind.app;

import dev.tradewind.marketdata.SeriesKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where market data lies: in a file, or as a series the data folder keeps. */
public sealed interface MarketSource {

    /** A file of candles, trades or a recorded book. */
    record InFile(Path path) implements MarketSource {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A stored series, or one that can be built from a finer one that is stored.
     *
     * @param dataFolder the folder that keeps it; empty for the system's own place for programs' data
     */
    record Stored(SeriesKey key, Optional<Path> dataFolder) implements MarketSource {

        @Override
        public String toString() {
            return key.toString();
        }
    }

    /** {@return a file} */
    static MarketSource of(Path path) {
        return new InFile(path);
    }

    /**
     * {@return what somebody typed: a file's name, or a stored series' such as {@code binance:BTCUSDT:1m}; a file of that
     * name goes before}
     *
     * @param dataFolder where stored series are looked for; empty for the system's own place for programs' data
     * @throws IllegalArgumentException if it is neither, saying what would be
     */
    static MarketSource parse(String text, Optional<Path> dataFolder) {
        if (SeriesKey.looksLike(text) && !exists(text)) {
            return new Stored(SeriesKey.parse(text), dataFolder);
        }
        try {
            return new InFile(Path.of(text));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is neither a file's name nor a stored series' such as"
                    + " binance:BTCUSDT:1m");
        }
    }

    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
