package dev.tradewind.app;

import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kept runs of a data folder, with what is done with them beyond keeping. The folder is not taken, so the window may be open
 * on it. Any thread, one call at a time.
 */
public final class RunShelf implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;

    private final Path folder;
    private final Optional<Database> database;

    private RunShelf(Path folder, Optional<Database> database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Opens what there is; where there is no data folder yet there are no runs, and none is made.
     *
     * @param dataDir the folder asked for; the system's own place for programs' data if empty
     * @throws StoreException in words, if it cannot be read
     */
    public static RunShelf open(Optional<Path> dataDir) {
        return opened(dataDir, false);
    }

    /**
     * Opens a data folder to keep runs in, and makes it where there is none.
     *
     * @param dataDir the folder asked for; the system's own place for programs' data if empty
     * @throws StoreException in words, if it cannot be made, read or written
     */
    public static RunShelf make(Optional<Path> dataDir) {
        return opened(dataDir, true);
    }

    private static RunShelf opened(Optional<Path> dataDir, boolean make) {
        try {
            Path folder = DataHome.locate(dataDir);
            boolean there = Files.exists(folder.resolve(Database.FILE));
            if (there || !make) {
                return new RunShelf(folder, there ? Optional.of(FolderDatabase.ofShared(folder)) : Optional.empty());
            }
            try (DataFolder made = DataFolder.open(folder)) {
                return new RunShelf(folder, Optional.of(FolderDatabase.ofTaken(made.path())));
            }
        } catch (StorageException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return the data folder} */
    public Path folder() {
        return folder;
    }

    private Optional<RunStore> runs() {
        return database.map(open -> new AuditedRuns(open.runs(), TrailFile.each(folder)));
    }

    /**
     * Keeps a run as of now. {@return its number}
     *
     * @throws StoreException if it cannot be written
     */
    public int keep(RunReport report) {
        Instant now = Instant.now();
        RunStore runs = runs().orElseThrow(() -> new IllegalStateException("this shelf was opened to look only"));
        return runs.keep(report, now.getEpochSecond() * NANOS + now.getNano());
    }

    /** {@return the newest runs first, at most so many} */
    public List<RunStore.Kept> newest(int most) {
        return runs().map(store -> store.newest(most)).orElse(List.of());
    }

    /**
     * {@return a run with everything}
     *
     * @throws StoreException if there is none of that number, or it is damaged
     */
    public RunReport load(int number) {
        return runs().flatMap(store -> store.load(number)).orElseThrow(() -> none(number));
    }

    /**
     * Drops a run for good.
     *
     * @throws StoreException if there is none of that number
     */
    public void drop(int number) {
        if (!runs().map(store -> store.drop(number)).orElse(false)) {
            throw none(number);
        }
    }

    private StoreException none(int number) {
        List<RunStore.Kept> last = newest(1);
        return new StoreException("there is no run " + number + " in " + folder + "; " + (last.isEmpty()
                ? "none is kept yet (tradewind backtest --keep keeps one)"
                : "the newest is " + last.getFirst().number() + " (tradewind runs list shows them)"));
    }

    /**
     * Plays a kept run again, also one whose report is damaged.
     *
     * @throws StoreException                               if there is none of that number
     * @throws StartException                               if it cannot be played any more, in words
     * @throws dev.tradewind.marketdata.ImportException      if a file it was played on cannot be read any more
     * @throws dev.tradewind.domain.CancelledException       if the listener ends it
     */
    public Rerun rerun(int number, Progress progress) throws StartException {
        Optional<RunReport> before = before(number);
        return new Rerun(before, play(number, progress).report());
    }

    private BacktestRunner.Played play(int number, Progress progress) throws StartException {
        String setup = runs().flatMap(store -> store.setup(number)).orElseThrow(() -> none(number));
        try {
            return BacktestRunner.of(RunSetup.ofJson(setup).in(Optional.of(folder))).play(progress);
        } catch (IllegalArgumentException refused) {
            throw new StartException("run " + number + " cannot be played any more: " + refused.getMessage(), refused);
        }
    }

    /**
     * {@return a kept run's orders and fills, which follow from its setup: it is played again}
     *
     * @throws StoreException                               if there is none of that number, or it is damaged
     * @throws StartException                               if it cannot be played any more, or comes out otherwise
     * @throws dev.tradewind.marketdata.ImportException      if a file it was played on cannot be read any more
     * @throws dev.tradewind.domain.CancelledException       if the listener ends it
     */
    public Dealings dealings(int number, Progress progress) throws StartException {
        RunReport kept = load(number);
        BacktestRunner.Played again = play(number, progress);
        if (!again.report().journalHash().equals(kept.journalHash())) {
            throw new StartException("orders and fills of run " + number + " cannot be told: played again it comes out"
                    + " otherwise (tradewind runs rerun " + number + " says why); .html, .pdf and .json need no playing");
        }
        return again.dealings();
    }

    private Optional<RunReport> before(int number) {
        try {
            return Optional.of(load(number));
        } catch (StoreException damaged) {
            return Optional.empty();
        }
    }

    /**
     * A run that was played again.
     *
     * @param before as it was kept; empty if that cannot be read
     * @param again  as it is now
     */
    public record Rerun(Optional<RunReport> before, RunReport again) {

        /** {@return whether every command, timer, order and report came out the same} */
        public boolean identical() {
            return before.map(report -> report.journalHash().equals(again.journalHash())).orElse(false);
        }

        /**
         * {@return what is not as it was, in words, the cause before the effect; data may have changed where no bot looked, so
         * that the run is identical all the same}
         */
        public List<String> differences() {
            if (before.isEmpty()) {
                return List.of();
            }
            RunReport then = before.get();
            List<String> found = new ArrayList<>(dataDifferences(then));
            if (identical()) {
                return found;
            }
            if (found.isEmpty()) {
                found.add("the data is the same, bit for bit: this program plays it otherwise than the one that kept the run");
            }
            found.add("journal " + then.journalHash() + " over " + then.journalRows() + " rows, now " + again.journalHash()
                    + " over " + again.journalRows());
            if (then.endEquity() != again.endEquity()) {
                found.add("equity ended at " + plain(then.endEquity()) + ", now " + plain(again.endEquity()) + " "
                        + again.quote());
            }
            if (then.fills() != again.fills()) {
                found.add(then.fills() + " fills, now " + again.fills());
            }
            return found;
        }

        private List<String> dataDifferences(RunReport then) {
            List<String> found = new ArrayList<>();
            if (then.data().size() != again.data().size()) {
                found.add(then.data().size() + " histories, now " + again.data().size());
            }
            for (int i = 0; i < Math.min(then.data().size(), again.data().size()); i++) {
                RunReport.Data old = then.data().get(i);
                RunReport.Data now = again.data().get(i);
                if (!old.checksum().equals(now.checksum())) {
                    found.add("data of " + old.symbol() + " changed: " + old.source() + " had checksum " + old.checksum()
                            + " and " + old.events() + " events played, now " + now.checksum() + " and " + now.events());
                }
            }
            return found;
        }

        private static String plain(double amount) {
            return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
        }
    }

    /** Closes the database. */
    @Override
    public void close() {
        database.ifPresent(Database::close);
    }
}
