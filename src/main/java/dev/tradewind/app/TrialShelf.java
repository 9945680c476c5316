package dev.tradewind.app;

import dev.tradewind.backtest.RunReport;
import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.TrialLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The trial ledger of the data folder. Where it cannot be kept, nothing else fails: whoever asked is told once, and
 * from then on trials are neither counted nor found again. Any thread.
 */
public final class TrialShelf implements TrialLedger {

    private final TrialLedger kept;
    private final Consumer<String> trouble;
    private volatile boolean lost;

    private TrialShelf(TrialLedger kept, Consumer<String> trouble) {
        this.kept = kept;
        this.trouble = trouble;
    }

    /**
     * {@return the ledger of a data folder; the folder is not taken, so the window may be open on it}
     *
     * @param dataDir the folder asked for; the system's own place for programs' data if empty
     * @param trouble hears, once and in words, that trials cannot be kept
     * @throws IllegalArgumentException if what is asked for is no name
     */
    public static TrialShelf at(Optional<Path> dataDir, Consumer<String> trouble) {
        try {
            return new TrialShelf(TrialLog.in(DataHome.locate(dataDir)), trouble);
        } catch (StorageException noName) {
            throw new IllegalArgumentException(noName.getMessage(), noName);
        }
    }

    /**
     * Counts a backtest on each of its histories. {@return trials on the first so far, it included; 0 where they are
     * not kept}
     */
    public long add(RunReport run) {
        Trial trial = new Trial(0, Map.of(), run.performance(), run.journalHash(), "");
        for (RunReport.Data data : run.data()) {
            add(Long.parseUnsignedLong(data.checksum(), 16), BY_HAND, List.of(trial));
        }
        return count(Long.parseUnsignedLong(run.data().getFirst().checksum(), 16));
    }

    @Override
    public long count(long dataChecksum) {
        if (!lost) {
            try {
                return kept.count(dataChecksum);
            } catch (StorageException e) {
                lose(e);
            }
        }
        return 0;
    }

    @Override
    public void add(long dataChecksum, long searchId, List<Trial> trials) {
        if (!lost) {
            try {
                kept.add(dataChecksum, searchId, trials);
            } catch (StorageException e) {
                lose(e);
            }
        }
    }

    @Override
    public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {
        if (!lost) {
            try {
                kept.finished(dataChecksum, searchId, each);
            } catch (StorageException e) {
                lose(e);
            }
        }
    }

    private synchronized void lose(StorageException why) {
        if (!lost) {
            lost = true;
            trouble.accept(String.valueOf(why.getMessage()));
        }
    }
}
