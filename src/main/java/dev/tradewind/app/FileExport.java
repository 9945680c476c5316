package dev.tradewind.app;

import dev.tradewind.app.DataDesk.ExportReceipt;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesCsv;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.marketdata.TradeImport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Writes a stored series to a CSV file, beside its place first and then moved there: it is whole or untouched. */
final class FileExport {

    private static final int BUFFER = 1 << 16;

    private final CandleStore store;
    private final SeriesKey key;
    private final Path file;
    private final long fromNanos;
    private final long toNanos;

    FileExport(CandleStore store, SeriesKey key, long fromNanos, long toNanos, Path file) {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("the range to export is empty: its end must lie after its beginning");
        }
        this.store = store;
        this.key = key;
        this.file = file;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    ExportReceipt run(Progress progress) throws StartException {
        check();
        boolean replaces = Files.exists(file);
        if (key.timeframe().isEmpty()) {
            TradeImport trades = store.trades(key, fromNanos, toNanos);
            write(out -> SeriesCsv.write(out, key, trades, progress));
            int rows = trades.trades().size();
            return new ExportReceipt(
                    key, file, replaces, rows, rows == 0 ? 0 : trades.trades().timeNanos(0),
                    rows == 0 ? 0 : trades.trades().timeNanos(rows - 1), trades.checksum());
        }
        // a series that is held is exported as it is held, without what finer ones could add before and behind it
        Optional<StoredSeries> held = store.find(key);
        long from = held.map(series -> Math.max(fromNanos, series.firstNanos())).orElse(fromNanos);
        long to = held.map(series -> Math.min(toNanos, series.lastNanos() + 1)).orElse(toNanos);
        CandleImport candles = store.candles(key, from, to);
        write(out -> SeriesCsv.write(out, key, candles, progress));
        int rows = candles.candles().size();
        return new ExportReceipt(
                key, file, replaces, rows, rows == 0 ? 0 : candles.candles().openTimeNanos(0),
                rows == 0 ? 0 : candles.candles().openTimeNanos(rows - 1), candles.checksum());
    }

    private void check() throws StartException {
        if (Files.isDirectory(file)) {
            throw new StartException(file + " is a folder; name a file to write candles or trades to");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        if (!Files.isDirectory(folder)) {
            throw new StartException(file + " cannot be written: there is no folder " + folder);
        }
    }

    /** Writes what is to stand in the file. */
    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private void write(Writing writing) throws StartException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try {
            try {
                try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(beside), BUFFER);
                        OutputStream out = packed ? new GZIPOutputStream(plain, BUFFER) : plain) {
                    writing.write(out);
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (CancelledException e) {
            throw new CancelledException("cancelled; " + file + " was not written");
        } catch (AccessDeniedException e) {
            throw new StartException(file + " cannot be written: permission denied", e);
        } catch (IOException e) {
            throw new StartException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
