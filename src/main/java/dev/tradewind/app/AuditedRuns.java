package dev.tradewind.app;

import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import java.util.List;
import java.util.Optional;

/** Kept runs, each one's end recorded ahead of it. One call at a time. */
final class AuditedRuns implements RunStore {

    private final RunStore store;
    private final AuditTrail trail;

    AuditedRuns(RunStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    @Override
    public int keep(RunReport report, long atNanos) {
        return store.keep(report, atNanos);
    }

    @Override
    public List<Kept> newest(int most) {
        return store.newest(most);
    }

    @Override
    public Optional<RunReport> load(int number) {
        return store.load(number);
    }

    @Override
    public Optional<String> setup(int number) {
        return store.setup(number);
    }

    @Override
    public boolean drop(int number) {
        if (store.setup(number).isPresent()) {
            try {
                trail.record(new AuditEntry(Actor.USER, "run.dropped", "run " + number, title(number), ""));
            } catch (AuditException e) {
                throw new StoreException(String.valueOf(e.getMessage()), e);
            }
        }
        return store.drop(number);
    }

    private String title(int number) {
        return store.newest(Integer.MAX_VALUE).stream()
                .filter(kept -> kept.number() == number)
                .map(kept -> kept.title() + ", journal " + kept.journalHash())
                .findFirst()
                .orElse("");
    }
}
