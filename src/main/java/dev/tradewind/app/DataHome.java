package dev.tradewind.app;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.upkeep.Diagnostics;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.ProjectionWriter;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.TapeKeep;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The data folder, taken for this process, with the database and the terminal over it. */
public final class DataHome implements AutoCloseable {

    private static final String SESSIONS = "sessions";
    private static final int TRIES = 15;
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DataFolder folder;
    private final Database database;
    private final AuditLog audit;
    private final Diagnostics diagnostics;
    private final DesktopTerminal terminal;
    private boolean closed;

    private DataHome(
            DataFolder folder, Database database, AuditLog audit, Diagnostics diagnostics, DesktopTerminal terminal) {
        this.folder = folder;
        this.database = database;
        this.audit = audit;
        this.diagnostics = diagnostics;
        this.terminal = terminal;
    }

    /**
     * Takes the data folder, waiting some seconds for a process that is just ending.
     *
     * @param chosen the folder asked for; the system's own place for programs' data if empty
     * @throws StorageException in words for the user: taken by another process, not writable, full, damaged
     */
    public static DataHome open(Optional<Path> chosen) {
        Path path = locate(chosen);
        List<Path> roots = DesktopTerminal.installedRoots();
        SampleShelf samples = new SampleShelf(roots);
        samples.readAhead();
        DataFolder folder = take(path);
        try {
            Database database = Database.open(folder.path());
            AuditLog audit = TrailFile.open(folder.path());
            AuditTrail trail = audit;
            ActivityDesk activity = later(ActivityDesk.class);
            Diagnostics diagnostics = Diagnostics.open(folder.path(), version(), database.settings(), trail, activity);
            Desks desks = new Desks(
                    new StoredLabDesk(roots, samples, folder.path(), database.presets(), database.runs()),
                    new StoreDesk(database.candles()),
                    later(SecurityDesk.class),
                    later(AccountsDesk.class),
                    later(BackupDesk.class),
                    activity,
                    diagnostics);
            DesktopTerminal terminal = new DesktopTerminal(
                    version(),
                    roots,
                    samples,
                    folder.path().resolve(SESSIONS),
                    database.settings(),
                    database.settings(),
                    database.presets(),
                    session -> ProjectionWriter.start(database, session),
                    () -> desks);
            terminal.keepTape(database.settings().loadTapeKeep());
            terminal.measure(diagnostics.totals());
            diagnostics.watch(terminal::running);
            diagnostics.gauge(
                    "tradewind_backup_age_seconds", "Time since the newest backup was made.",
                    () -> backupAgeSeconds(desks.backups()));
            return new DataHome(folder, database, audit, diagnostics, terminal);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** {@return how old the newest backup is, not a number where there is none} */
    private static double backupAgeSeconds(BackupDesk backups) {
        return backups.list().stream()
                .filter(BackupDesk.BackupRow::readable)
                .mapToDouble(row -> Duration.between(row.made(), Instant.now()).toSeconds())
                .min()
                .orElse(Double.NaN);
    }

    private static <T> T later(Class<T> desk) {
        return desk.cast(Proxy.newProxyInstance(desk.getClassLoader(), new Class<?>[] {desk}, (self, method, given) -> {
            throw new IllegalStateException(desk.getSimpleName() + " is being built");
        }));
    }

    /**
     * {@return the data folder's path; nothing is made or taken}
     *
     * @param chosen the folder asked for; the system's own place for programs' data if empty
     * @throws StorageException if what is asked for is no name
     */
    static Path locate(Optional<Path> chosen) {
        if (chosen.isPresent() && chosen.get().toString().isBlank()) {
            // an empty path is the working directory, which nobody means to become the data folder
            throw new StorageException("--data-dir is empty; name a folder, or leave it out for " + usual());
        }
        return chosen.map(Path::toAbsolutePath).orElseGet(DataHome::usual);
    }

    /** {@return the system's own place for programs' data} */
    static Path usual() {
        return DataFolder.locate(
                System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    private static DataFolder take(Path path) {
        for (int attempt = 1; ; attempt++) {
            try {
                return DataFolder.open(path);
            } catch (StorageException e) {
                if (attempt == TRIES || e.getCause() != null) {
                    throw e;
                }
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    /** {@return the program's version; {@code development} where it runs from its classes} */
    public static String version() {
        String version = DataHome.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** {@return the folder} */
    public Path path() {
        return folder.path();
    }

    /** {@return how much of the tape sessions keep} */
    TapeKeep tapeKeep() {
        return database.settings().loadTapeKeep();
    }

    /**
     * Keeps so much of the tape of every session that opens from now on, also after the next start.
     *
     * @throws IllegalArgumentException if what is said is no amount
     */
    void keepTape(TapeChoice choice) {
        if (choice.given()) {
            TapeKeep keep = choice.over(tapeKeep());
            database.settings().saveTapeKeep(keep);
            terminal.keepTape(keep);
        }
    }

    /** {@return the terminal over it} */
    public DesktopTerminal terminal() {
        return terminal;
    }

    /** {@return log, metrics and bundle; the endpoint is opened by whoever runs for long} */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /** {@return the candles and trades kept in it} */
    public CandleStore candles() {
        return database.candles();
    }

    /** Closes every open session, the database and the folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        terminal.close();
        diagnostics.close();
        audit.close();
        database.close();
        folder.close();
    }
}
