package dev.tradewind.app;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stored market data: what there is, and everything that can be done with it. What takes long is a {@link Job} with
 * progress, time left and cancel; jobs that touch the store wait for each other. Every method may be called from any thread;
 * those that return no job read or write the disk for some milliseconds, longer while a job writes, and so do not belong on
 * a screen's own thread.
 */
public final class DataDesk {

    private final CandleStore store;

    /** A desk over a store, which somebody else closes after the last job has ended. */
    public DataDesk(CandleStore store) {
        this.store = store;
    }

    /** {@return every series, sorted by name} */
    public List<StoredSeries> list() {
        return store.list();
    }

    /** {@return a stored series, empty if there is none of that name} */
    public Optional<StoredSeries> find(SeriesKey key) {
        return store.find(key);
    }

    /**
     * {@return candles of a series or of one that can be built from a finer one, for a drawing}
     *
     * @throws IllegalArgumentException if nothing held can make them, naming what is held
     */
    public CandleImport candles(SeriesKey key, long fromNanos, long toNanos) {
        return store.candles(key, fromNanos, toNanos);
    }

    /**
     * Imports files: CSV, JSON, plain, gzip or zip. Each is read whole before anything of it is stored, and those stored
     * before one that is refused stay. Files of a pair that is not stored yet share the finest steps any of them uses. The
     * job fails with an {@link dev.tradewind.marketdata.ImportException} that names file, line, value and what would pass, or
     * with an {@link IllegalArgumentException} if it cannot be told what a file is of.
     *
     * @param each hears, on the job's thread, of each series once it is stored
     * @return one receipt for each series of each file
     */
    public Job<List<ImportReceipt>> importFiles(List<Path> files, ImportChoice choice, Consumer<ImportReceipt> each) {
        return Job.start("data-import", progress -> new FileImport(store, files, choice).run(progress, each));
    }

    /** Imports one file, as {@link #importFiles} does. */
    public Job<List<ImportReceipt>> importFile(Path file, ImportChoice choice) {
        return importFiles(List.of(file), choice, receipt -> {});
    }

    /** Checks every row of a series. */
    public Job<SeriesCheck> verify(SeriesKey key) {
        return Job.start("data-verify", progress -> store.verify(key, progress));
    }

    /** Checks every row of a series and drops what is impossible or damaged. */
    public Job<SeriesCheck> repair(SeriesKey key) {
        return Job.start("data-repair", progress -> store.repair(key, progress));
    }

    /**
     * Writes a series to a CSV file, gzip where its name ends so; the file is whole or untouched. The job fails with a
     * {@link StartException} if it cannot be written.
     */
    public Job<ExportReceipt> export(SeriesKey key, Path file, ExportChoice choice) {
        return Job.start("data-export", progress -> new FileExport(store, key, file, choice).run(progress));
    }

    /** {@return the rules set, finest timeframe first} */
    public List<Retention> retention() {
        return store.retention();
    }

    /** Keeps candles of a timeframe only so many days; empty for all. Nothing is dropped before {@link #applyRetention}. */
    public void retain(Timeframe timeframe, Optional<Integer> days) {
        store.retain(timeframe, days);
    }

    /** Drops what the rules no longer keep. {@return a job that tells the rows dropped} */
    public Job<Long> applyRetention() {
        return Job.start("data-retain", store::applyRetention);
    }

    /** Drops a whole series. {@return rows dropped, 0 if there was none} */
    public long drop(SeriesKey key) {
        return store.drop(key);
    }
}
