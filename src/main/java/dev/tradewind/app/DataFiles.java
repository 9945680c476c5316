package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.BookImport;
import dev.tradewind.marketdata.BookSource;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.FundingColumns;
import dev.tradewind.marketdata.FundingCsv;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.StepScan;
import dev.tradewind.marketdata.TradeImport;
import java.io.BufferedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the user's files of market data, plain, gzip or zip, of any {@link DataFormat}, told by their content. Every
 * failure is an {@link ImportException} that names the file; nothing is kept of a file that fails.
 */
public final class DataFiles {

    private static final int BUFFER = 1 << 16;
    private static final String BOOK_HEADER = "symbol,timestamp,first_update_id";

    private DataFiles() {}

    /** What a file held. */
    public sealed interface Loaded {}

    /** Candles. */
    public record Candles(CandleImport content) implements Loaded {}

    /** Trades. */
    public record Trades(TradeImport content) implements Loaded {}

    /** A recorded book with its trades. */
    public record Book(BookImport content) implements Loaded {}

    /**
     * Reads a file of candles, of trades or of a recorded book, told apart by its content.
     *
     * @param instrument what it is of; null lets the file's own decimals decide
     * @throws ImportException if it cannot be read or a line is refused
     */
    public static Loaded load(Path path, @Nullable Instrument instrument) {
        return holdsBook(path) ? new Book(book(path, instrument)) : read(path, instrument, Optional.empty());
    }

    /**
     * Reads candles.
     *
     * @param instrument what they are of; null lets the file's own decimals decide
     * @throws ImportException if the file cannot be read or a line is refused
     */
    public static CandleImport candles(Path path, @Nullable Instrument instrument) {
        return ((Candles) read(path, instrument, Optional.of(DataFormat.CANDLES))).content();
    }

    /**
     * Reads trades.
     *
     * @param instrument what they are of; null lets the file's own decimals decide
     * @throws ImportException if the file cannot be read or a line is refused
     */
    public static TradeImport trades(Path path, @Nullable Instrument instrument) {
        return ((Trades) read(path, instrument, Optional.of(DataFormat.TRADES))).content();
    }

    /**
     * Reads the one series of a file.
     *
     * @param wanted the form to take it for where it seems to hold the other kind of rows
     */
    private static Loaded read(Path path, @Nullable Instrument instrument, Optional<DataFormat> wanted) {
        try (DataParts file = DataParts.open(path)) {
            List<SeriesParts> all = SeriesParts.of(file, Optional.empty(), false);
            if (all.size() > 1) {
                throw refused(path, "holds " + all.size() + " series; tradewind data import stores them, then each"
                        + " has a name");
            }
            SeriesParts found = all.getFirst();
            SeriesParts series = wanted.isPresent() && wanted.get().trades() != found.format().trades()
                    ? found.as(wanted.get())
                    : found;
            Instrument known = instrument;
            if (known == null) {
                StepScan scan = new StepScan(series.name());
                series.scan(file, scan, false, bytes -> {});
                known = scan.instrument();
            }
            return series.read(file, known, Optional.empty(), false, bytes -> {}).content();
        }
    }

    /**
     * Reads funding boundaries.
     *
     * @throws ImportException if the file cannot be read or a line is refused
     */
    public static FundingColumns funding(Path path) {
        return open(path, in -> FundingCsv.read(in, path.toString()));
    }

    /**
     * Reads a recorded book through; nothing of it stays in memory.
     *
     * @param instrument what it is of; null lets the recording's own decimals decide
     * @throws ImportException if the file cannot be read or a message is refused
     */
    public static BookImport book(Path path, @Nullable Instrument instrument) {
        BookSource source = () -> DataParts.unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER));
        // opened twice: the first time only for what can be said about the file itself
        return open(path, in -> BookImport.read(source, path.toString(), instrument));
    }

    /**
     * {@return whether the file begins as a recording of market streams or as a depth file does}
     *
     * @throws ImportException if the file is empty or cannot be read
     */
    public static boolean holdsBook(Path path) {
        return open(path, in -> {
            byte[] first = in.readNBytes(BOOK_HEADER.length());
            String text = new String(first, StandardCharsets.ISO_8859_1);
            return text.startsWith("{") || text.equals(BOOK_HEADER);
        });
    }

    private static <T> T open(Path path, DataParts.Reading<T> reading) {
        try (DataParts file = DataParts.open(path)) {
            return file.read(file.parts().getFirst(), bytes -> {}, reading);
        }
    }

    private static ImportException refused(Path path, String reason) {
        return new ImportException(path.toString(), 0, reason);
    }
}
