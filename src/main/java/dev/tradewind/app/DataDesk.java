package dev.tradewind.app;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of markets, for screens and the command line: what there is, taking more in, checking it, giving it out.
 * Any thread; what takes long is a {@link Job} that can be cancelled and then leaves the store as it was.
 */
public interface DataDesk {

    /** {@return every stored series, sorted by name; blocks for a moment} */
    List<StoredSeries> list();

    /** Takes files in, one after the other; the first that is refused ends the job, those before it stay. */
    Job<List<ImportReceipt>> importFiles(ImportRequest request);

    /** Checks a series; with {@code repair} drops what is impossible, counts it and keeps it apart. */
    Job<SeriesCheck> verify(SeriesKey key, boolean repair);

    /**
     * Writes a series as CSV in our own format, gzip if the name ends in {@code .gz}. {@return rows written}
     *
     * @param key the series, or a coarser timeframe that can be made from it
     */
    Job<Long> export(SeriesKey key, long fromNanos, long toNanos, Path file);

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
     */
    record ImportRequest(List<Path> files, Optional<String> format, Optional<SeriesKey> as, boolean repair) {

        public ImportRequest {
            files = List.copyOf(files);
        }
    }

    /**
     * What came of a file.
     *
     * @param file    as the user knows it
     * @param format  what it was taken for, for people
     * @param key     where its rows went
     * @param rows    rows read
     * @param added   rows that were not there
     * @param same    rows that were there alike
     * @param revised rows that were there otherwise; the earlier ones are kept
     * @param rounded rows whose volume was finer than a lot
     * @param bad     bad rows dropped
     * @param listed  the first of them, at most 1,000
     * @param gaps    places where candles are missing in the file
     * @param missing candles missing in them
     */
    record ImportReceipt(
            String file,
            String format,
            SeriesKey key,
            long rows,
            long added,
            long same,
            long revised,
            long rounded,
            long bad,
            List<BadRow> listed,
            int gaps,
            long missing) {

        public ImportReceipt {
            listed = List.copyOf(listed);
        }
    }

    /** A row that was dropped: its line, 0 where the format has none, and why. */
    record BadRow(long line, String why) {}
}
