package dev.tradewind.app;

import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.SeriesKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where market data lies: in a file, or as a series the data folder keeps. */
public sealed interface MarketSource {

    /** {@return its name for people: the file's without its folders, the series'} */
    String name();

    /**
     * {@return its candles}
     *
     * @throws dev.tradewind.marketdata.ImportException if a file cannot be read or a line is refused
     * @throws IllegalArgumentException if the series is not stored, naming what is, or is one of trades
     */
    default CandleImport candles() {
        return switch (this) {
            case InFile file -> DataFiles.candles(file.path(), null);
            case Stored stored -> switch (StoredMarket.load(stored)) {
                case DataFiles.Candles candles -> candles.content();
                case DataFiles.Trades trades -> throw new IllegalArgumentException(
                        stored.key() + " holds trades; candles are needed, for instance " + stored.key().venue() + ":"
                                + stored.key().symbol() + ":1m if it is stored");
                case DataFiles.Book book -> throw new IllegalStateException("no book is stored");
            };
        };
    }

    /** {@return the same with a file by its whole path} */
    MarketSource absolute();

    /** {@return the same with a stored series looked for in that data folder} */
    MarketSource in(Optional<Path> dataFolder);

    /** A file of candles, trades or a recorded book. */
    record InFile(Path path) implements MarketSource {

        @Override
        public String name() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }

        @Override
        public MarketSource absolute() {
            return new InFile(path.toAbsolutePath());
        }

        @Override
        public MarketSource in(Optional<Path> dataFolder) {
            return this;
        }

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
        public String name() {
            return key.toString();
        }

        @Override
        public MarketSource absolute() {
            return new Stored(key, dataFolder.map(Path::toAbsolutePath));
        }

        @Override
        public MarketSource in(Optional<Path> folder) {
            return new Stored(key, folder);
        }

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
     * {@return what somebody typed: a file's name, or a stored series' such as
     * {@code binance:BTCUSDT:1m}; a file of that name goes before}
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
