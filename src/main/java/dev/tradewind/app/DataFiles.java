package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.CandleCsv;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.TradeCsv;
import dev.tradewind.marketdata.TradeImport;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

    private DataFiles() {}

    /** What a file held. */
    public sealed interface Loaded {}

    /** Candles. */
    public record Candles(CandleImport content) implements Loaded {}

    /** Trades. */
    public record Trades(TradeImport content) implements Loaded {}

    /** Something read from an open file. */
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /**
     * Reads a file of candles or trades, told apart by the number of columns in the first line.
     *
     * @param instrument what it is of; null lets the file's own decimals decide
     * @throws ImportException if it cannot be read or a line is refused
     */
    public static Loaded load(Path path, @Nullable Instrument instrument) {
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
