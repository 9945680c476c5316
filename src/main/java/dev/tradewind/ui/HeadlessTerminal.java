package dev.tradewind.ui;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.SavedSession;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.StartException;
import dev.tradewind.app.StatusLine;
import dev.tradewind.app.Terminal;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.fx.ToolkitStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The terminal where nobody can look or click: goes on with the last session or takes the start page's defaults, runs a bot,
 * prints a status line now and then and keeps one picture of the Trade screen. Runs until {@link #stop()}.
 */
public final class HeadlessTerminal {

    /** What it prints once the Trade screen shows its session. */
    public static final String OPEN = "The Trade screen is open.";

    private static final double SPEED = 60;
    private static final String BOT = "dca";
    private static final String PRESET = "Sample";
    private static final long STATUS_SECONDS = 5;
    private static final long PICTURE_EVERY_LINES = 2;

    private final ToolkitStart toolkit;
    private final Terminal terminal;
    private final Path picture;
    private final PrintStream out;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param toolkit on its way up
     * @param picture file the Trade screen is drawn to
     * @param out     where lines go
     */
    public HeadlessTerminal(ToolkitStart toolkit, Terminal terminal, Path picture, PrintStream out) {
        this.toolkit = toolkit;
        this.terminal = terminal;
        this.picture = picture;
        this.out = out;
    }

    /**
     * Runs until {@link #stop()}; the session is saved when this returns.
     *
     * @throws StartException in words for the user, if no session can be opened
     */
    public void run() throws StartException {
        out.println("No display: the terminal runs on JavaFX's headless platform. Picture of the Trade screen: " + picture);
        OpenSession session = openSession();
        try {
            TerminalUi ui = TerminalUi.openSession(toolkit, terminal, session);
            session.replay().speed(SPEED);
            session.replay().resume();
            ui.onceShown(() -> out.println(OPEN));
            report(session, ui);
            session.close();
            EngineSnapshot last = session.view().snapshot();
            boolean halted = last.trading() == TradingState.HALTED;
            out.println((halted ? "Stopped; what was saved before the halt stays. " : "Stopped; everything is saved. ")
                    + StatusLine.of(last));
            ui.end();
        } finally {
            session.close();
        }
    }

    /** Ends {@link #run()} soon. Safe on any thread. */
    public void stop() {
        stopping.countDown();
    }

    private OpenSession openSession() throws StartException {
        Optional<SavedSession> last = terminal.saved();
        if (last.isPresent()) {
            OpenSession saved = terminal.goOn();
            if (!saved.replay().position().ended()) {
                out.println("Going on with the last session. " + last.get().detail());
                out.println(StatusLine.of(saved.view().snapshot()));
                return saved;
            }
            saved.close();
        }
        if (terminal.samples().isEmpty()) {
            throw new StartException("The sample data is missing from this installation, so there is nothing to replay.");
        }
        OpenSession session = terminal.open(
                new StartChoice(new StartChoice.Sample(terminal.samples().getFirst().id()), StartChoice.DEFAULT_CAPITAL));
        session.commands().send(startBot(session));
        return session;
    }

    private static Command.StartBot startBot(OpenSession session) {
        EngineSnapshot snapshot = session.view().snapshot();
        Instrument instrument = snapshot.market().instrument();
        for (BotType type : session.botTypes()) {
            for (BotType.Preset preset : type.presets()) {
                if (type.id().equals(BOT) && preset.label().equals(PRESET)) {
                    return new Command.StartBot(
                            session.nextBotId(),
                            BOT,
                            instrument.base().code() + " dip ladder",
                            0,
                            snapshot.account().freeQuoteAtoms() / 2,
                            preset.values());
                }
            }
        }
        throw new IllegalStateException("bot " + BOT + " has no preset " + PRESET);
    }

    private void report(OpenSession session, TerminalUi ui) {
        long lines = 0;
        try {
            while (!stopping.await(STATUS_SECONDS, TimeUnit.SECONDS)) {
                if (lines++ % PICTURE_EVERY_LINES == 0) {
                    savePicture(ui);
                }
                session.view().request();
                boolean ended = session.replay().position().ended();
                out.println(StatusLine.of(session.view().snapshot()) + (ended ? " | the market's data has ended" : ""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void savePicture(TerminalUi ui) {
        try {
            ui.screenshot(picture);
        } catch (IOException e) {
            out.println("The picture could not be written to " + picture + ": " + e.getMessage());
        }
    }
}
