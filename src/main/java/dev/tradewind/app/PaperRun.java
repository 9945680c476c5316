package dev.tradewind.app;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A paper session without a window: it holds the data folder, plays its market at one speed and is watched from the
 * calling thread. Closing it saves everything; another thread may do that.
 */
public final class PaperRun implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final DataHome home;
    private final PaperSession session;
    private final Optional<String> found;

    private PaperRun(DataHome home, PaperSession session, Optional<String> found) {
        this.home = home;
        this.session = session;
        this.found = found;
    }

    /**
     * Begins a session with one bot that may use all of the capital.
     *
     * @param dataDir the data folder; the system's own place for programs' data if empty
     * @param choice  under what it trades
     * @param speed   1 is the market's own pace
     * @param tape    how much of the tape is kept, from now on
     * @throws StartException in words: the folder is taken, the data unreadable, the bot refused
     */
    public static PaperRun begin(
            Optional<Path> dataDir, BotChoice bot, PaperChoice choice, double speed, TapeChoice tape)
            throws StartException {
        try {
            LoadedMarket market = choice.market();
            Instrument instrument = market.instrument();
            long capitalAtoms = atoms(instrument, choice.capital());
            SimTerms terms = choice.terms().over(DesktopTerminal.defaultTerms(market), instrument.quote());
            DataHome home = DataHome.open(dataDir);
            return guarded(home, () -> {
                home.keepTape(tape);
                home.diagnostics().listen();
                PaperSession session = home.terminal()
                        .begin(market, choice.capital(), terms, choice.rules(), choice.perpetual());
                PaperRun run = new PaperRun(home, session, Optional.empty());
                run.start(bot, capitalAtoms);
                return run.playing(speed);
            });
        } catch (ImportException | StorageException e) {
            throw failure(e);
        }
    }

    /**
     * Goes on with the folder's last session, with the bots it had.
     *
     * @param tape how much of the tape is kept, from now on
     * @throws StartException in words: the folder is taken, there is no session, its journal is damaged
     */
    public static PaperRun resume(Optional<Path> dataDir, double speed, TapeChoice tape) throws StartException {
        try {
            DataHome home = DataHome.open(dataDir);
            return guarded(home, () -> {
                home.keepTape(tape);
                home.diagnostics().listen();
                Optional<String> found = home.terminal().saved().map(SavedSession::detail);
                return new PaperRun(home, home.terminal().goOn(), found).playing(speed);
            });
        } catch (StorageException e) {
            throw failure(e);
        }
    }

    /** Something that may leave a data folder open. */
    private interface Opening {
        PaperRun open() throws StartException;
    }

    private static PaperRun guarded(DataHome home, Opening opening) throws StartException {
        try {
            return opening.open();
        } catch (StartException | IllegalArgumentException e) {
            home.close();
            throw e;
        } catch (StorageException | JournalException | ImportException | AuditException | IllegalStateException e) {
            home.close();
            throw failure(e);
        }
    }

    private static StartException failure(RuntimeException cause) {
        return new StartException(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    private static long atoms(Instrument instrument, BigDecimal capital) throws StartException {
        try {
            long atoms = instrument.quote().toAtoms(capital);
            if (atoms > 0) {
                return atoms;
            }
        } catch (ArithmeticException tooLarge) {
            // said below with the value
        }
        throw new StartException("capital " + capital.toPlainString() + " must be from "
                + instrument.quote().toDecimal(1).toPlainString() + " to "
                + instrument.quote().toDecimal(Long.MAX_VALUE).toBigInteger() + " " + instrument.quote().code());
    }

    private void start(BotChoice bot, long capitalAtoms) throws StartException {
        int id = session.nextBotId();
        session.send(new Command.StartBot(
                id, bot.type().id(), bot.type().label(), 0, capitalAtoms, bot.params().asMap()));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            EngineSnapshot snapshot = fresh();
            if (snapshot.bots().stream().anyMatch(row -> row.id() == id)) {
                return;
            }
            if (!snapshot.lastRefusal().isEmpty()) {
                throw new StartException("the bot cannot start: " + snapshot.lastRefusal());
            }
        }
        throw new StartException("the engine did not answer in 30 seconds; nothing was started");
    }

    private PaperRun playing(double speed) {
        session.replay().speed(speed);
        session.replay().resume();
        return this;
    }

    /** {@return a snapshot taken after the call, or the newest one if the session no longer makes any} */
    public EngineSnapshot fresh() {
        EngineSnapshot before = session.view().snapshot();
        session.view().request();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (session.view().snapshot() == before && session.running() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        return session.view().snapshot();
    }

    /** {@return the newest snapshot, whenever it was taken} */
    public EngineSnapshot newest() {
        return session.view().snapshot();
    }

    /** {@return where the replay is} */
    public ReplayControl.Position position() {
        return session.replay().position();
    }

    /** {@return whether there is nothing more to wait for: the data ended, or the session did} */
    public boolean over() {
        return !session.running() || session.replay().position().ended();
    }

    /** {@return what the check of the journal found when the session went on; empty where it began} */
    public Optional<String> found() {
        return found;
    }

    /** {@return why the session takes no more orders; empty while it does} */
    public Optional<String> halted() {
        EngineSnapshot snapshot = session.view().snapshot();
        return snapshot.trading() == TradingState.HALTED ? Optional.of(snapshot.haltReason()) : Optional.empty();
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return session.view().snapshot().market().instrument();
    }

    /** {@return the asset that may pay fees} */
    public Optional<ThirdAsset> third() {
        return session.third();
    }

    /** {@return the data folder} */
    public Path dataDir() {
        return home.path();
    }

    /** {@return the journal's running hash as 16 hexadecimal digits; after {@link #close()}} */
    public String hash() {
        return String.format("%016x", session.runHash());
    }

    @Override
    public void close() {
        home.close();
    }
}
