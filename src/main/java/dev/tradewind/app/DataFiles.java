package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.BookImport;
import dev.tradewind.marketdata.BookSource;
import dev.tradewind.marketdata.CandleCsv;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.FundingColumns;
import dev.tradewind.marketdata.FundingCsv;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.TradeCsv;
import dev.tradewind.marketdata.TradeImport;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the user's CSV files, plain or gzip, told by their first bytes. Every failure is an {@link ImportException}
 * that
 * names the file; nothing is kept of a file that fails.
 */
public final class DataFiles {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_FIRST_LINE = 1024;
    private static final int CANDLE_FIELDS = 6;
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

    /** Something read from an open file. */
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /**
     * Reads a file of candles, of trades or of a recorded book, told apart by the first line.
     *
     * @param instrument what it is of; null lets the file's own decimals decide
     * @throws ImportException if it cannot be read or a line is refused
     */
    public static Loaded load(Path path, @Nullable Instrument instrument) {
        if (holdsBook(path)) {
            return new Book(book(path, instrument));
        }
        return holdsCandles(path)
                ? new Candles(candles(path, instrument))
                : new Trades(trades(path, instrument));
    }

    /**
     * Reads candles.
     *
     * @param instrument what they are of; null lets the file's own decimals decide
     * @throws ImportException if the file cannot be read or a line is refused
     */
    public static CandleImport candles(Path path, @Nullable Instrument instrument) {
        String file = path.toString();
        Instrument known = instrument != null ? instrument : open(path, in -> CandleCsv.infer(in, file));
        return open(path, in -> CandleCsv.read(in, file, known));
    }

    /**
     * Reads trades.
     *
     * @param instrument what they are of; null lets the file's own decimals decide
     * @throws ImportException if the file cannot be read or a line is refused
     */
    public static TradeImport trades(Path path, @Nullable Instrument instrument) {
        String file = path.toString();
        Instrument known = instrument != null ? instrument : open(path, in -> TradeCsv.infer(in, file));
        return open(path, in -> TradeCsv.read(in, file, known));
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
        BookSource source = () -> unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER));
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

    /**
     * {@return whether the first line has a candle's number of columns}
     *
     * @throws ImportException if the file is empty or cannot be read
     */
    public static boolean holdsCandles(Path path) {
        return open(path, in -> {
            int fields = 1;
            for (int i = 0; i < LONGEST_FIRST_LINE; i++) {
                int read = in.read();
                if (read < 0 && i == 0) {
                    throw refused(path, "is empty");
                }
                if (read < 0 || read == '\n') {
                    break;
                }
                fields += read == ',' ? 1 : 0;
            }
            return fields >= CANDLE_FIELDS;
        });
    }

    private static <T> T open(Path path, Reading<T> reading) {
        if (!Files.exists(path)) {
            throw refused(path, "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw refused(path, "is not a file");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            return reading.read(unpacked(raw));
        } catch (EOFException e) {
            throw refused(path, "the packed data ends early; the file was cut off");
        } catch (ZipException e) {
            throw refused(path, "the packed data is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw refused(path, "cannot be read: " + e);
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    private static ImportException refused(Path path, String reason) {
        return new ImportException(path.toString(), 0, reason);
    }
}
