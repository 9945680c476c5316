package dev.tradewind.app.upkeep;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.engine.EngineView;
import dev.tradewind.inbound.AccessToken;
import dev.tradewind.inbound.MetricsEndpoint;
import dev.tradewind.inbound.PrometheusText;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.monitor.EngineTotals;
import dev.tradewind.monitor.LogLine;
import dev.tradewind.monitor.Metrics;
import dev.tradewind.monitor.ProcessGauges;
import dev.tradewind.monitor.SessionGauges;
import dev.tradewind.monitor.Severity;
import dev.tradewind.settings.SettingTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log, metrics, crash records and bundle of a data folder, as long as this process has it. Safe on any thread. The log begins
 * when it is opened, the endpoint only with {@link #listen}.
 */
public final class Diagnostics implements DiagnosticsDesk, AutoCloseable {

    /** The folder of the logs and crash records in the data folder. */
    public static final String FOLDER = "logs";

    private static final Logger LOG = LoggerFactory.getLogger(Diagnostics.class);
    private static final String FILE = "tradewind.log";
    private static final String LEVEL = "log.level";
    private static final String ON = "metrics.on";
    private static final String PORT = "metrics.port";
    private static final String TOKEN_HASH = "metrics.tokenHash";
    private static final String TOLD = "crash.told";
    private static final int LOWEST_PORT = 1_024;
    private static final int HIGHEST_PORT = 65_535;

    private final Path folder;
    private final String version;
    private final SettingTable settings;
    private final AuditTrail trail;
    private final ActivityDesk activity;
    private final LogGate gate;
    private final LogFile logFile;
    private final CrashWatch crashes;
    private final EngineTotals totals = new EngineTotals();
    private final List<Consumer<Metrics>> sources = new ArrayList<>();
    private volatile Supplier<List<EngineView>> running = List::of;
    private volatile String earlierCrash = "";
    private @Nullable Metrics metrics;
    private @Nullable MetricsEndpoint endpoint;
    private String trouble = "";
    private boolean closed;

    private Diagnostics(
            Path folder, String version, SettingTable settings, AuditTrail trail, ActivityDesk activity, LogGate gate) {
        this.folder = folder;
        this.version = version;
        this.settings = settings;
        this.trail = trail;
        this.activity = activity;
        this.gate = gate;
        Path logs = folder.resolve(FOLDER);
        this.logFile = LogFile.open(logs.resolve(FILE));
        this.crashes = CrashWatch.begin(logs, version);
    }

    /**
     * Begins to log to the data folder and to watch for errors nobody expects, and tells of one an earlier run met.
     *
     * @param folder   the data folder
     * @param version  the program's
     * @param settings where what is chosen here is kept
     * @param trail    where changes are written down
     * @param activity what a bundle takes the newest rows from
     */
    public static Diagnostics open(
            Path folder, String version, SettingTable settings, AuditTrail trail, ActivityDesk activity) {
        LogGate gate = LogGate.ofProcess();
        Diagnostics made = new Diagnostics(folder, version, settings, trail, activity, gate);
        Map<String, String> kept = settings.values("");
        gate.takeFrom(severityOf(kept.get(LEVEL)));
        gate.writeTo(made.logFile);
        if (!made.logFile.trouble().isEmpty()) {
            LOG.warn("{}", made.logFile.trouble());
        }
        made.tellEarlierCrash(kept.getOrDefault(TOLD, ""));
        return made;
    }

    private static Severity severityOf(@Nullable String kept) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(kept)) {
                return severity;
            }
        }
        return Severity.INFO;
    }

    private void tellEarlierCrash(String told) {
        List<Path> records = CrashWatch.records(folder.resolve(FOLDER));
        if (records.isEmpty() || records.getLast().getFileName().toString().compareTo(told) <= 0) {
            return;
        }
        Path newest = records.getLast();
        CrashWatch.told(newest).ifPresent(words -> {
            earlierCrash = words + ". 'tradewind diagnostics bundle' gathers what helps to find it.";
            LOG.warn("{}", earlierCrash);
        });
        settings.put(Map.of(TOLD, newest.getFileName().toString()));
    }

    /** Sessions that run from now on are counted; {@code views} tells which do. */
    public void watch(Supplier<List<EngineView>> views) {
        running = views;
    }

    /** {@return what sessions are to add their work to} */
    public EngineTotals totals() {
        return totals;
    }

    /** {@return what is measured; put together when it is first asked for, since that takes longer than a start should} */
    synchronized Metrics measured() {
        Metrics made = metrics;
        if (made == null) {
            made = new Metrics();
            ProcessGauges.register(made, version, gate.ring());
            made.counter("tradewind_uncaught_errors_total", "Errors nobody expected.", crashes::count);
            totals.register(made);
            SessionGauges.register(made, () -> running.get());
            for (Consumer<Metrics> source : sources) {
                source.accept(made);
            }
            metrics = made;
        }
        return made;
    }

    /** Adds a figure that goes up and down, read when somebody asks; {@code NaN} leaves it out. */
    public synchronized void gauge(String name, String help, DoubleSupplier value) {
        if (metrics != null) {
            metrics.gauge(name, help, value);
        }
        sources.add(all -> all.gauge(name, help, value));
    }

    /** Opens the metrics endpoint if it is to be up, on a thread of its own: nothing waits for it. */
    public void listen() {
        Thread.ofPlatform().daemon().name("tradewind-metrics-start").start(this::listenNow);
    }

    synchronized void listenNow() {
        Map<String, String> kept = settings.values("metrics.");
        if (closed || endpoint != null || !Boolean.parseBoolean(kept.get(ON))) {
            return;
        }
        try {
            endpoint = start(Integer.parseInt(kept.getOrDefault(PORT, "0")), AccessToken.ofKept(kept.getOrDefault(TOKEN_HASH, "")));
            trouble = "";
            LOG.info("Metrics are at {}", endpoint.url());
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("The metrics endpoint is not up: {}", trouble);
        } catch (IllegalArgumentException e) {
            trouble = "its kept settings are not readable; turn it off and on again";
            LOG.warn("The metrics endpoint is not up: {}", trouble);
        }
    }

    private MetricsEndpoint start(int port, AccessToken token) throws IOException {
        return MetricsEndpoint.start(port, token, () -> PrometheusText.of(measured().collect()));
    }

    @Override
    public synchronized State state() {
        return new State(
                logFile.path(),
                Level.valueOf(gate.least().name()),
                Optional.ofNullable(endpoint).map(MetricsEndpoint::url),
                trouble,
                earlierCrash);
    }

    /** {@return the port the endpoint is to be on while the terminal or a paper session runs, 0 for any; empty if it is off} */
    public OptionalInt metricsPort() {
        Map<String, String> kept = settings.values("metrics.");
        return Boolean.parseBoolean(kept.get(ON))
                ? OptionalInt.of(Integer.parseInt(kept.getOrDefault(PORT, "0")))
                : OptionalInt.empty();
    }

    /** {@return the newest lines of the log, the oldest first} */
    public List<LogLine> newestLines() {
        return gate.ring().newest();
    }

    @Override
    public synchronized void logLevel(Level level) {
        Severity before = gate.least();
        if (before.name().equals(level.name())) {
            return;
        }
        trail.record(new AuditEntry(Actor.USER, "log.level.changed", "log", before.name(), level.name()));
        settings.put(Map.of(LEVEL, level.name()));
        gate.takeFrom(Severity.valueOf(level.name()));
    }

    @Override
    public synchronized Optional<String> metrics(boolean on, int port) {
        if (!on) {
            stop();
            return Optional.empty();
        }
        if (port != 0 && (port < LOWEST_PORT || port > HIGHEST_PORT)) {
            throw new RefusedException("port " + port + " is not possible; it takes " + LOWEST_PORT + " to " + HIGHEST_PORT
                    + ", or 0 for any free one");
        }
        AccessToken.Made token = AccessToken.make();
        MetricsEndpoint started = replace(port, token.known());
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put(ON, "true");
        chosen.put(PORT, Integer.toString(port));
        chosen.put(TOKEN_HASH, token.known().kept());
        try {
            trail.record(new AuditEntry(Actor.USER, "metrics.started", "metrics endpoint", "", started.url()));
        } catch (RuntimeException e) {
            started.close();
            endpoint = null;
            throw e;
        }
        settings.put(chosen);
        return Optional.of(token.text());
    }

    private MetricsEndpoint replace(int port, AccessToken token) {
        MetricsEndpoint old = endpoint;
        boolean samePort = old != null && old.address().getPort() == port;
        if (old != null && samePort) {
            old.close();
        }
        try {
            MetricsEndpoint started = start(port, token);
            if (old != null && !samePort) {
                old.close();
            }
            endpoint = started;
            trouble = "";
            return started;
        } catch (IOException e) {
            if (samePort) {
                endpoint = null;
                listenNow();
            }
            throw new RefusedException("The metrics endpoint was not started: " + e.getMessage()
                    + ". Nothing was changed; name another port, or 0 for any free one.", e);
        }
    }

    private void stop() {
        MetricsEndpoint open = endpoint;
        if (open == null && metricsPort().isEmpty()) {
            return;
        }
        String before = open == null ? "" : open.url();
        if (open != null) {
            // it is closed even where that cannot be written down
            open.close();
        }
        endpoint = null;
        trouble = "";
        settings.put(Map.of(ON, "false", TOKEN_HASH, ""));
        trail.record(new AuditEntry(Actor.USER, "metrics.stopped", "metrics endpoint", before, ""));
    }

    @Override
    public List<String> bundleContents() {
        return parts().contents();
    }

    private Bundle parts() {
        return new BundleParts(folder, version, gate, logFile, settings, activity, measured()).bundle();
    }

    @Override
    public Job<Path> bundle(Path zip) {
        return Job.start("tradewind-bundle", progress -> {
            Path file = zip.toAbsolutePath();
            Path parent = file.getParent();
            if (Files.isDirectory(file) || parent == null || !Files.isDirectory(parent)) {
                throw new RefusedException(zip + " cannot be written: "
                        + (Files.isDirectory(file) ? "it is a folder; name a file" : "there is no folder " + parent));
            }
            try {
                parts().write(file, progress);
            } catch (FileAlreadyExistsException e) {
                throw new RefusedException(zip + " is there already and was not touched; name another file", e);
            } catch (IOException e) {
                throw new RefusedException(zip + " cannot be written: " + e.getMessage(), e);
            }
            trail.record(AuditEntry.of(Actor.USER, "bundle.made", String.valueOf(file.getFileName())));
            return zip;
        });
    }

    /** Closes the endpoint and the log file; threads are watched no longer. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        MetricsEndpoint open = endpoint;
        endpoint = null;
        if (open != null) {
            open.close();
        }
        crashes.close();
        gate.writeTo(null);
        logFile.close();
    }
}
