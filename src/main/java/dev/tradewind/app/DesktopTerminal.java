package dev.tradewind.app;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineView;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.EngineTotals;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StoredSession;
import dev.tradewind.persistence.TapeKeep;
import dev.tradewind.settings.BotPresetStore;
import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.sim.SimTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program behind the window: samples, sessions in the data folder, preferences. Paper sessions charge the market's own
 * fee, 1 bp of slippage and 50 ms of latency each way.
 */
public final class DesktopTerminal implements Terminal, AutoCloseable {

    private static final long SLIPPAGE_E8 = 10_000;
    private static final long LATENCY_NANOS = 50_000_000L;

    /** Of its data, a session opened from the start page has one part in this many behind it. */
    private static final long PAST_SHARE = 6;

    private static final long LONGEST_PAST_NANOS = Timeframe.H12.nanos();

    private final String version;
    private final List<Path> roots;
    private final SampleShelf samples;
    private final Path sessions;
    private final PreferenceStore preferences;
    private final LastUseStore lastUse;
    private final BotPresetStore presets;
    private final Follower follower;
    private final Supplier<Desks> desks;
    private volatile Saving saving = Saving.DEFAULT;
    private volatile @Nullable Checked checked;
    private final List<PaperSession> opened = new CopyOnWriteArrayList<>();

    /** The last session as it was found when it was asked for: the data folder is this process's alone until it goes on. */
    private record Checked(Path folder, StoredSession stored) {}

    /** Follows the journal of a session that opens, for instance into the database; closed after the session. */
    @FunctionalInterface
    public interface Follower {
        /** {@return what to close once the session in that folder has closed} */
        AutoCloseable follow(Path folder);
    }

    /**
     * @param version     the program's
     * @param roots       folders that may hold {@code sample-data}, best first
     * @param sessions    folder of the sessions, each in a folder named by its number
     * @param preferences where preferences are kept
     * @param lastUse     where the last use's choices are kept
     * @param presets     where a person's presets are kept
     * @param follower    follows the journals of sessions that open
     */
    public DesktopTerminal(
            String version,
            List<Path> roots,
            Path sessions,
            PreferenceStore preferences,
            LastUseStore lastUse,
            BotPresetStore presets,
            Follower follower) {
        this(version, roots, new SampleShelf(roots), sessions, preferences, lastUse, presets, follower, () -> {
            throw new IllegalStateException("this terminal was made without desks");
        });
    }

    /** With samples that are being read already, and what is asked for once a window opens. */
    DesktopTerminal(
            String version,
            List<Path> roots,
            SampleShelf samples,
            Path sessions,
            PreferenceStore preferences,
            LastUseStore lastUse,
            BotPresetStore presets,
            Follower follower,
            Supplier<Desks> desks) {
        this.version = version;
        this.roots = List.copyOf(roots);
        this.samples = samples;
        this.sessions = sessions;
        this.preferences = preferences;
        this.lastUse = lastUse;
        this.presets = presets;
        this.follower = follower;
        this.desks = desks;
    }

    /** Sessions that open from now on keep so much of their tape. */
    void keepTape(TapeKeep keep) {
        saving = saving.with(keep);
    }

    /** Sessions that open from now on are tied to a trail. */
    void tie(SessionTrail trail) {
        saving = saving.with(trail);
    }

    /** What sessions that open from now on do is added to these totals. */
    void measure(EngineTotals totals) {
        saving = saving.with(totals);
    }

    /** Sessions that begin from now on write their files to a disk, for instance one that waits for nothing. */
    public void keepOn(Disk disk) {
        saving = saving.with(disk);
    }

    /** {@return the folders that may hold the samples: the installation's and the working directory} */
    public static List<Path> installedRoots() {
        List<Path> roots = new ArrayList<>();
        String app = System.getProperty("tradewind.app");
        if (app != null) {
            roots.add(Path.of(app));
        }
        roots.add(Path.of("").toAbsolutePath());
        return roots;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<SampleData> samples() {
        return samples.all();
    }

    @Override
    public Optional<SavedSession> saved() {
        OptionalInt last = lastNumber();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Path folder = folderOf(last.getAsInt());
        try {
            PaperPlan plan = PaperPlan.of(JournalReader.properties(folder));
            StoredSession stored = StoredSession.newest(folder, plan.identity());
            checked = new Checked(folder, stored);
            JournalCheck check = stored.check();
            String title = plan.instrument().symbol() + ", " + plan.instrument().venue() + " replay";
            return Optional.of(new SavedSession(title, "Session " + plan.number() + ". " + check.message()));
        } catch (JournalException e) {
            return Optional.of(new SavedSession("Session " + last.getAsInt(), words(e)));
        }
    }

    @Override
    public PaperSession open(StartChoice choice) throws StartException {
        try {
            LoadedMarket market = load(choice.data());
            return begin(market, choice.capital(), defaultTerms(market), RiskRules.NONE, Optional.empty(), PAST_SHARE);
        } catch (ImportException | JournalException | AuditException | IllegalArgumentException e) {
            throw new StartException(words(e), e);
        }
    }

    private LoadedMarket load(StartChoice.Data data) {
        return switch (data) {
            case StartChoice.Sample sample -> samples.market(SampleFile.ofId(sample.id()));
            case StartChoice.CsvFile file -> LoadedMarket.file(file.path());
        };
    }

    /** {@return what a paper session on a market charges where nobody says otherwise} */
    public static SimTerms defaultTerms(LoadedMarket market) {
        return new SimTerms(market.fee(), market.fee(), FeeAsset.QUOTE, SLIPPAGE_E8, LATENCY_NANOS);
    }

    /**
     * Begins a session in the next free folder, its market standing at the beginning.
     *
     * @param market    as a perpetual where {@code perpetual} says so
     * @param perpetual how it is traded as a perpetual, empty for spot
     * @throws JournalException if the folder cannot be written
     */
    public PaperSession begin(
            LoadedMarket market,
            BigDecimal capital,
            SimTerms terms,
            RiskRules rules,
            Optional<PerpetualChoice> perpetual) {
        return begin(market, capital, terms, rules, perpetual, 0);
    }

    private PaperSession begin(
            LoadedMarket market,
            BigDecimal capital,
            SimTerms terms,
            RiskRules rules,
            Optional<PerpetualChoice> perpetual,
            long pastShare) {
        int number = highest(folder -> true).orElse(0) + 1;
        long start = market.feed().nextTimeNanos();
        PaperPlan plan = new PaperPlan(
                number,
                market.source(),
                market.checksum(),
                market.instrument(),
                capital,
                terms,
                rules.limits(market.instrument()),
                market.timeframes(),
                start,
                perpetual,
                market.tier());
        long past = pastShare == 0 ? 0 : Math.min(LONGEST_PAST_NANOS, (market.lastNanos() - start) / pastShare);
        return followed(PaperSession.begin(plan, market, folderOf(number), start + past, saving), folderOf(number));
    }

    @Override
    public PaperSession goOn() throws StartException {
        OptionalInt last = lastNumber();
        if (last.isEmpty()) {
            throw new StartException("there is no session to go on with");
        }
        Path folder = folderOf(last.getAsInt());
        try {
            PaperPlan plan = PaperPlan.of(JournalReader.properties(folder));
            LoadedMarket market = plan.market(roots, sessions.toAbsolutePath().getParent());
            Checked known = checked;
            checked = null;
            StoredSession stored = known != null && known.folder().equals(folder)
                    ? known.stored()
                    : StoredSession.newest(folder, plan.identity());
            return followed(PaperSession.goOn(plan, market, stored, saving), folder);
        } catch (ImportException | JournalException | AuditException | IllegalArgumentException e) {
            throw new StartException(words(e), e);
        }
    }

    @Override
    public LastUseStore lastUse() {
        return lastUse;
    }

    @Override
    public PreferenceStore preferences() {
        return preferences;
    }

    @Override
    public Desks desks() {
        return desks.get();
    }

    /** {@return the sessions that were opened and still run} */
    List<PaperSession> running() {
        return opened.stream().filter(PaperSession::running).toList();
    }

    private PaperSession followed(PaperSession session, Path folder) {
        try {
            session.companion(follower.follow(folder));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        session.offering(presets);
        opened.add(session);
        return session;
    }

    /** Closes every session that was opened and still runs. */
    @Override
    public void close() {
        opened.forEach(PaperSession::close);
    }

    private Path folderOf(int number) {
        return sessions.resolve(Integer.toString(number));
    }

    /** The last session that has begun: a folder without a journal is what a crash or a full disk left of a beginning. */
    private OptionalInt lastNumber() {
        return highest(JournalReader::begun);
    }

    private OptionalInt highest(Predicate<Path> wanted) {
        if (!Files.isDirectory(sessions)) {
            return OptionalInt.empty();
        }
        try (Stream<Path> folders = Files.list(sessions)) {
            return folders.filter(wanted)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,6}"))
                    .mapToInt(Integer::parseInt)
                    .max();
        } catch (IOException e) {
            throw new JournalException("the sessions in " + sessions + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String words(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
