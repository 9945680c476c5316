package dev.tradewind.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A ledger in memory that may lose its disk after some trials. */
final class MemoryLedger implements TrialLedger {

    private record Row(long searchId, Trial trial) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> hashes = new TreeSet<>();
    private int left;

    MemoryLedger(int left) {
        this.left = left;
    }

    /** The disk is back. */
    void mend() {
        left = Integer.MAX_VALUE;
    }

    int rows() {
        return rows.size();
    }

    @Override
    public synchronized long count(long dataChecksum) {
        return hashes.size();
    }

    @Override
    public synchronized void add(long dataChecksum, long searchId, List<Trial> trials) {
        for (Trial trial : trials) {
            if (--left < 0) {
                throw new IllegalStateException("the disk is gone");
            }
            rows.add(new Row(searchId, trial));
            if (trial.ran()) {
                hashes.add(trial.journalHash());
            }
        }
    }

    @Override
    public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {
        List.copyOf(rows).stream().filter(row -> row.searchId == searchId).forEach(row -> each.accept(row.trial));
    }
}
