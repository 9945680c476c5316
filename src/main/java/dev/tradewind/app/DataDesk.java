package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of markets, for screens and the command line: what there is, taking more in, checking it, giving it
 * out. Any thread; what takes long is a {@link Job} that can be cancelled and then leaves the store as it was.
 */
public interface DataDesk {

    /** {@return every stored series, sorted by name; blocks for a moment} */
    List<StoredSeries> list();

    /**
     * Takes files in, one after the other; the first that is refused ends the job, those before it stay. Files of a
     * pair that is not stored yet share the finest steps any of them uses. The job fails with an
     * {@link dev.tradewind.marketdata.ImportException} that names file, line, value and what would pass, or with an
     * {@link IllegalArgumentException} where it cannot be told what a file is of.
     *
     * @return one receipt for each series of each file
     */
    Job<List<ImportReceipt>> importFiles(ImportRequest request);

    /** Checks a series; with {@code repair} drops what is impossible, counts it and keeps it apart. */
    Job<SeriesCheck> verify(SeriesKey key, boolean repair);

    /**
     * Writes a series as CSV in our own format, gzip if the name ends in {@code .gz}; the file is whole or untouched.
     * Fails with a {@link StartException} if it cannot be written.
     *
     * @param key       the series, or a coarser timeframe that can be made from it
     * @param fromNanos first time, included; {@link Long#MIN_VALUE} from the beginning
     * @param toNanos   end, not included; {@link Long#MAX_VALUE} to the end
     */
    Job<ExportReceipt> export(SeriesKey key, long fromNanos, long toNanos, Path file);

    /** {@return the rules, finest timeframe first} */
    List<Retention> retention();

    /** Sets or, with empty days, lifts a rule. Nothing is dropped before {@link #applyRetention}. */
    void retain(Timeframe timeframe, Optional<Integer> days);

    /** Drops what the rules no longer keep. {@return rows dropped} */
    Job<Long> applyRetention();

    /** Drops a whole series. {@return rows dropped, 0 if there was none} */
    long drop(SeriesKey key);

    /** {@return the formats an import can be told, by id, for people} */
    List<FormatChoice> formats();

    /** A format: a stable id such as {@code binance-klines}, and words. */
    record FormatChoice(String id, String label) {}

    /**
     * What to take in.
     *
     * @param files  files or archives
     * @param format a {@link FormatChoice}'s id, empty to tell by content
     * @param as     under which name, empty to tell by file name and content
     * @param repair whether bad rows are dropped and counted instead of refusing the file
     * @param tick   smallest price step of a pair that is not stored yet, empty to tell by the decimals used
     * @param lot    smallest quantity step of a pair that is not stored yet, empty to tell by the decimals used
     */
    record ImportRequest(
            List<Path> files,
            Optional<String> format,
            Optional<SeriesKey> as,
            boolean repair,
            Optional<BigDecimal> tick,
            Optional<BigDecimal> lot) {

        public ImportRequest {
            files = List.copyOf(files);
            requirePositive("tick", tick);
            requirePositive("lot", lot);
        }

        /** Steps are told by the decimals used. */
        public ImportRequest(List<Path> files, Optional<String> format, Optional<SeriesKey> as, boolean repair) {
            this(files, format, as, repair, Optional.empty(), Optional.empty());
        }

        private static void requirePositive(String what, Optional<BigDecimal> step) {
            if (step.isPresent() && step.get().signum() <= 0) {
                throw new IllegalArgumentException(what + " " + step.get().toPlainString() + " must be above 0");
            }
        }
    }

    /**
     * What came of a file.
     *
     * @param file    as the user knows it
     * @param format  what it was taken for
     * @param key     where its rows went
     * @param rows    rows read and kept
     * @param added   rows that were not there
     * @param same    rows that were there alike
     * @param revised rows that were there otherwise; the earlier ones are kept
     * @param rounded rows whose volume was finer than a lot
     * @param withoutQuantity trades left out because they had no quantity
     * @param bad     bad rows a repair dropped, the first of them listed, and rows it sorted in
     * @param gaps    places where candles are missing in the file
     * @param missing candles missing in them
     * @param firstNanos time of the first row, nanoseconds since the epoch
     * @param lastNanos  time of the last row
     */
    record ImportReceipt(
            String file,
            DataFormat format,
            SeriesKey key,
            long rows,
            long added,
            long same,
            long revised,
            long rounded,
            long withoutQuantity,
            BadRows bad,
            int gaps,
            long missing,
            long firstNanos,
            long lastNanos) {}

    /**
     * What an export wrote.
     *
     * @param key        the series written
     * @param file       where
     * @param replaced   whether a file of that name was there
     * @param rows       candles or trades
     * @param firstNanos time of the first row, nanoseconds since the epoch; 0 without rows
     * @param lastNanos  time of the last row; 0 without rows
     * @param checksum   {@link dev.tradewind.marketdata.SeriesChecksum} of what was written
     */
    record ExportReceipt(
            SeriesKey key, Path file, boolean replaced, long rows, long firstNanos, long lastNanos, long checksum) {}
}
