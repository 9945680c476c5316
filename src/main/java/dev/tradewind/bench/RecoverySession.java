package dev.tradewind.bench;

import dev.tradewind.app.DesktopTerminal;
import dev.tradewind.app.LoadedMarket;
import dev.tradewind.app.PaperSession;
import dev.tradewind.app.RiskRules;
import dev.tradewind.app.StartException;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.settings.BotPresetStore;
import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A session with thousands of bots and millions of journal rows: made once through the program's own engine, venue and
 * journal, then opened as a start of the program opens it, apart from the database, which nothing waits for.
 */
final class RecoverySession {

    private static final String MARKET = "market.csv";
    private static final int BARS = 5_000;
    private static final int BARS_AT_ONCE = 4;

    /** The last rows come at a pace that leaves the states time to be written, as all do where nobody hurries so. */
    private static final long PACED_ROWS = 1_000_000;

    private static final long PACE_NANOS = 250_000_000;
    private static final int CAPITAL_EACH = 1_000;
    private static final long NAP_NANOS = 1_000_000;

    /** What the process that starts it says first. */
    static final String READY = "ready ";

    private final Path folder;

    RecoverySession(Path folder) {
        this.folder = folder;
    }

    /** What it is once it is ready. */
    record Ready(long rows, int bots, String hash) {}

    private DesktopTerminal terminal() {
        PreferenceStore looks = new PreferenceStore() {
            @Override
            public Preferences load() {
                return Preferences.DEFAULT;
            }

            @Override
            public void save(Preferences preferences) {}
        };
        LastUseStore choices = new LastUseStore() {
            @Override
            public LastUse loadLastUse() {
                return LastUse.NONE;
            }

            @Override
            public void saveLastUse(LastUse use) {}
        };
        return new DesktopTerminal(
                "bench",
                List.of(),
                folder.resolve("sessions"),
                looks,
                choices,
                BotPresetStore.inMemory(),
                on -> () -> {});
    }

    /**
     * Lets so many bots trade until the journal has so many rows.
     *
     * @return what was made
     */
    Ready make(int bots, long rows) throws IOException {
        LoadedMarket market = LoadedMarket.file(market());
        try (DesktopTerminal terminal = terminal()) {
            terminal.keepOn(new UnforcedDisk());
            PaperSession session = terminal.begin(
                    market,
                    BigDecimal.valueOf((long) bots * CAPITAL_EACH),
                    DesktopTerminal.defaultTerms(market),
                    RiskRules.NONE,
                    Optional.empty());
            Asset quote = market.instrument().quote();
            long capital = quote.toAtoms(BigDecimal.valueOf(CAPITAL_EACH));
            session.replay().jump(market.feed().nextTimeNanos());
            for (int bot = 1; bot <= bots; bot++) {
                send(session, new Command.StartBot(bot, "dca", "", 0, capital, params(bot)));
            }
            EngineSnapshot snapshot = fresh(session);
            long played = 0;
            while (snapshot.journalRow() < rows) {
                played += BARS_AT_ONCE;
                if (played > BARS) {
                    throw new IOException("the market ended at row " + snapshot.journalRow());
                }
                play(session, market, played);
                snapshot = fresh(session);
                if (snapshot.journalRow() > rows - PACED_ROWS) {
                    LockSupport.parkNanos(PACE_NANOS);
                }
            }
            session.close();
            if (!snapshot.haltReason().isEmpty()) {
                throw new IOException("the session halted: " + snapshot.haltReason());
            }
            loseNewestState();
            return new Ready(snapshot.journalRow(), snapshot.bots().size(), hash(session));
        }
    }

    private static void play(PaperSession session, LoadedMarket market, long bars) throws IOException {
        HistoryFeed probe = market.feed();
        probe.seek(bars - 1);
        session.replay().jump(probe.nextTimeNanos());
        while (session.replay().position().played() < bars) {
            if (!session.running()) {
                throw new IOException("the session ended: " + session.view().snapshot().haltReason());
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** As if the process had been killed before it could save its last state. */
    private void loseNewestState() throws IOException {
        try (Stream<Path> states = Files.list(sessionFolder().resolve("snapshot"))) {
            Files.delete(states.max(Comparator.naturalOrder()).orElseThrow());
        }
    }

    /** {@return the session's own folder} */
    Path sessionFolder() {
        return folder.resolve("sessions").resolve("1");
    }

    /** Goes on with the session as a start of the program does. {@return what it is once it is ready} */
    Ready start() throws StartException {
        PaperSession session = terminal().goOn();
        EngineSnapshot snapshot = session.view().snapshot();
        return new Ready(snapshot.journalRow(), snapshot.bots().size(), hash(session));
    }

    private static String hash(PaperSession session) {
        return String.format("%016x", session.runHash());
    }

    /** {@return a deal bot that opens, adds and closes within a fraction of a percent, like few of the others} */
    private static Map<String, String> params(int bot) {
        return Map.of(
                "baseOrder", "100",
                "safetyOrder", "100",
                "safetyOrders", "2",
                "deviation", String.format(Locale.ROOT, "0.%02d", 4 + bot % 13),
                "takeProfit", String.format(Locale.ROOT, "0.%02d", 4 + bot % 11),
                "stopLoss", "0.3",
                "cooldown", "0");
    }

    private static void send(PaperSession session, Command command) {
        while (true) {
            try {
                session.send(command);
                return;
            } catch (IllegalStateException full) {
                if (!session.running()) {
                    throw full;
                }
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
    }

    private static EngineSnapshot fresh(PaperSession session) {
        EngineSnapshot before = session.view().snapshot();
        session.view().request();
        while (session.view().snapshot() == before && session.running()) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        return session.view().snapshot();
    }

    private Path market() throws IOException {
        Path file = folder.resolve(MARKET);
        BenchSeries series = BenchSeries.of(BARS, BenchSeries.SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("openTime,open,high,low,close,volume\n");
            for (int bar = 0; bar < series.size(); bar++) {
                out.write(series.timeMillis(bar) + "," + price(series.open(bar)) + "," + price(series.high(bar)) + ","
                        + price(series.low(bar)) + "," + price(series.close(bar)) + ","
                        + BigDecimal.valueOf(series.volume(bar) * 1000).toPlainString() + "\n");
            }
        }
        return file;
    }

    private static String price(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2).toPlainString();
    }

    /** Starts the session in {@code args[0]} once, says how long that took and what it is, and ends as if killed. */
    public static void main(String[] args) throws StartException {
        RecoverySession session = new RecoverySession(Path.of(args[0]));
        long began = System.nanoTime();
        Ready ready = session.start();
        long took = System.nanoTime() - began;
        System.out.println(READY + took + " " + ready);
        System.out.flush();
        if (args.length < 2) {
            Runtime.getRuntime().halt(0);
        }
    }
}
