package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The desk over a store, which somebody else closes after the last job has ended. */
public final class StoreDesk implements DataDesk {

    private final CandleStore store;

    /** A desk over that store. */
    public StoreDesk(CandleStore store) {
        this.store = store;
    }

    @Override
    public List<StoredSeries> list() {
        return store.list();
    }

    @Override
    public Job<List<ImportReceipt>> importFiles(ImportRequest request) {
        return importFiles(request, receipt -> {});
    }

    /**
     * As above.
     *
     * @param each hears, on the job's thread, of each series once it is stored
     */
    public Job<List<ImportReceipt>> importFiles(ImportRequest request, Consumer<ImportReceipt> each) {
        return Job.start("data-import", progress -> new FileImport(store, request).run(progress, each));
    }

    @Override
    public Job<SeriesCheck> verify(SeriesKey key, boolean repair) {
        return repair
                ? Job.start("data-repair", progress -> store.repair(key, progress))
                : Job.start("data-verify", progress -> store.verify(key, progress));
    }

    @Override
    public Job<ExportReceipt> export(SeriesKey key, long fromNanos, long toNanos, Path file) {
        FileExport export = new FileExport(store, key, fromNanos, toNanos, file);
        return Job.start("data-export", export::run);
    }

    @Override
    public List<Retention> retention() {
        return store.retention();
    }

    @Override
    public void retain(Timeframe timeframe, Optional<Integer> days) {
        store.retain(timeframe, days);
    }

    @Override
    public Job<Long> applyRetention() {
        return Job.start("data-retain", store::applyRetention);
    }

    @Override
    public long drop(SeriesKey key) {
        return store.drop(key);
    }

    @Override
    public List<FormatChoice> formats() {
        return Arrays.stream(DataFormat.values())
                .map(format -> new FormatChoice(format.id(), format.label()))
                .toList();
    }
}
