package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The desk over a store, which somebody else closes after the last job has ended. */
public final class StoreDesk implements DataDesk {

    private final CandleStore store;
    private final AuditTrail trail;

    /** A desk over that store, of whose use nobody keeps a trail. */
    public StoreDesk(CandleStore store) {
        this(store, AuditTrail.none());
    }

    /** A desk over that store; what changes it or leaves it is recorded first. */
    StoreDesk(CandleStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    private void record(String action, String subject, String before, String after) {
        try {
            trail.record(new AuditEntry(Actor.USER, action, subject, before, after));
        } catch (AuditException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
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
        return Job.start("data-import", progress -> {
            String files = String.join(", ", request.files().stream().map(Path::toString).toList());
            record("data.import.asked", files, "", request.repair() ? "bad rows dropped" : "");
            return new FileImport(store, request).run(progress, receipt -> {
                record("data.imported", receipt.key().toString(), "", receipt.added() + " rows new, " + receipt.revised()
                        + " revised, " + receipt.bad().dropped() + " bad, from " + receipt.file());
                each.accept(receipt);
            });
        });
    }

    @Override
    public Job<SeriesCheck> verify(SeriesKey key, boolean repair) {
        return repair
                ? Job.start("data-repair", progress -> {
                    record("data.repaired", key.toString(), "", "");
                    return store.repair(key, progress);
                })
                : Job.start("data-verify", progress -> store.verify(key, progress));
    }

    @Override
    public Job<ExportReceipt> export(SeriesKey key, long fromNanos, long toNanos, Path file) {
        FileExport export = new FileExport(store, key, fromNanos, toNanos, file);
        return Job.start("data-export", progress -> {
            record("data.exported", key.toString(), "", file.toString());
            return export.run(progress);
        });
    }

    @Override
    public List<Retention> retention() {
        return store.retention();
    }

    @Override
    public void retain(Timeframe timeframe, Optional<Integer> days) {
        Optional<Integer> before = store.retention().stream()
                .filter(rule -> rule.timeframe() == timeframe)
                .map(Retention::days)
                .findFirst();
        if (!before.equals(days)) {
            record("data.retention.changed", timeframe.label(), days(before), days(days));
        }
        store.retain(timeframe, days);
    }

    private static String days(Optional<Integer> days) {
        return days.map(count -> count + " days").orElse("all");
    }

    @Override
    public Job<Long> applyRetention() {
        return Job.start("data-retain", progress -> {
            record("data.retention.applied", "", "", "");
            return store.applyRetention(progress);
        });
    }

    @Override
    public long drop(SeriesKey key) {
        record("data.dropped", key.toString(), rows(key), "");
        return store.drop(key);
    }

    private String rows(SeriesKey key) {
        return store.list().stream()
                .filter(series -> series.key().equals(key))
                .map(series -> series.rows() + " rows")
                .findFirst()
                .orElse("");
    }

    @Override
    public List<FormatChoice> formats() {
        return Arrays.stream(DataFormat.values())
                .map(format -> new FormatChoice(format.id(), format.label()))
                .toList();
    }
}
