package dev.tradewind.ui;

import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.app.upkeep.DiagnosticsDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Log, metrics and bundle without a file or a socket. */
public final class FakeDiagnosticsDesk implements DiagnosticsDesk {

    public static final String TOKEN = "q7M2xW9vKp4TzR8bYc3N";

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile State state = new State(
            Path.of("/home/trader/.local/share/tradewind/logs/tradewind.log"), Level.INFO, Optional.empty(), "");
    public volatile String refusal = "";

    @Override
    public State state() {
        return state;
    }

    @Override
    public void logLevel(Level level) {
        refuse();
        asked.add("level " + level);
        state = new State(state.logFile(), level, state.metrics(), state.trouble(), state.crash());
    }

    private void refuse() {
        if (!refusal.isEmpty()) {
            throw new RefusedException(refusal);
        }
    }

    @Override
    public Optional<String> metrics(boolean on, int port) {
        refuse();
        asked.add(on ? "metrics on " + port : "metrics off");
        state = new State(state.logFile(), state.level(),
                on ? Optional.of("http://127.0.0.1:" + (port == 0 ? 40_123 : port) + "/metrics") : Optional.empty(), "",
                        state.crash());
        return on ? Optional.of(TOKEN) : Optional.empty();
    }

    @Override
    public List<String> bundleContents() {
        return List.of(
                "The log's last 4 files, 3.1 MB; keys, tokens and addresses struck out",
                "Versions of program, Java, JavaFX and system",
                "Settings by name, without folders' owners",
                "What every thread was doing",
                "The audit trail's newest 500 rows, without amounts");
    }

    @Override
    public Job<Path> bundle(Path zip) {
        asked.add("bundle " + zip);
        return Job.start("fake-bundle", progress -> {
            refuse();
            return zip;
        });
    }
}
