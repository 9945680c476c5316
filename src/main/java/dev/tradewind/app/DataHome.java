package dev.tradewind.app;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.activity.FolderActivity;
import dev.tradewind.app.archive.ArchiveDesk;
import dev.tradewind.app.archive.ArchiveParts;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.custody.Custody;
import dev.tradewind.app.upkeep.Diagnostics;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.ProjectionWriter;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.TapeKeep;
import dev.tradewind.settings.BotPresetStore;
import dev.tradewind.settings.PreferenceStore;
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

    private final Held held;
    private final Path path;
    private final Database database;
    private final AuditTrail trail;
    private final Diagnostics diagnostics;
    private final DesktopTerminal terminal;

    private DataHome(
            Held held, Path path, Database database, AuditTrail trail, Diagnostics diagnostics, DesktopTerminal terminal) {
        this.held = held;
        this.path = path;
        this.database = database;
        this.trail = trail;
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
        List<Path> roots = DesktopTerminal.installedRoots();
        SampleShelf samples = new SampleShelf(roots);
        samples.readAhead();
        Held held = new Held();
        try {
            return open(take(locate(chosen)), roots, samples, held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private static DataHome open(DataFolder folder, List<Path> roots, SampleShelf samples, Held held) {
        Path path = held.add(folder, folder::close).path();
        Database database = FolderDatabase.ofTaken(path);
        held.add(database, database::close);
        AuditLog audit = TrailFile.open(path);
        held.add(audit, audit::close);
        PreferenceStore look = new AuditedLook(database.settings(), audit);
        BotPresetStore presets = new AuditedPresets(database.presets(), audit);
        ActivityDesk activity = new FolderActivity(path);
        Diagnostics diagnostics = Diagnostics.open(path, version(), database.settings(), audit, activity);
        held.add(diagnostics, diagnostics::close);
        Custody custody = KeyHome.custody(path, database, audit);
        held.add(custody, custody::close);
        ArchiveDesk archive = ArchiveDesk.running(new ArchiveParts(
                path, version(), database.settings(), audit, new SystemClock(), new StartRehearsal(roots)));
        Desks desks = new Desks(
                Installation.of(version(), path, roots),
                new StoredLabDesk(roots, samples, path, presets, new AuditedRuns(database.runs(), audit)),
                new StoreDesk(database.candles(), audit),
                custody.security(),
                custody.accounts(),
                archive,
                activity,
                diagnostics);
        DesktopTerminal terminal = new DesktopTerminal(
                version(), roots, samples, path.resolve(SESSIONS), look, database.settings(), presets,
                session -> ProjectionWriter.start(database, session), () -> desks);
        held.add(terminal, terminal::close);
        terminal.keepTape(database.settings().loadTapeKeep());
        terminal.tie(SessionTrail.of(audit));
        terminal.measure(diagnostics.totals());
        diagnostics.watch(() -> terminal.running().stream().map(PaperSession::view).toList());
        diagnostics.gauge(
                "tradewind_backup_age_seconds", "Time since the newest backup was made.", () -> backupAgeSeconds(archive));
        held.add(archive, archive::close);
        custody.stopping(new LiveSessions(terminal::running));
        return new DataHome(held, path, database, audit, diagnostics, terminal);
    }

    /** {@return how old the newest backup is, not a number where there is none} */
    private static double backupAgeSeconds(BackupDesk backups) {
        return backups.list().stream()
                .filter(BackupDesk.BackupRow::readable)
                .mapToDouble(row -> Duration.between(row.made(), Instant.now()).toSeconds())
                .min()
                .orElse(Double.NaN);
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
        return path;
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
            if (!keep.equals(tapeKeep())) {
                trail.record(new AuditEntry(
                        Actor.USER, "settings.tape", "how much of the tape is kept", TapeChoice.text(tapeKeep()),
                        TapeChoice.text(keep)));
            }
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

    /** Closes every open session, wipes the keys, and closes the database and the folder. */
    @Override
    public void close() {
        held.close();
    }
}
