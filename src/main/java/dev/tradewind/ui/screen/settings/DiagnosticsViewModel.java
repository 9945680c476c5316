package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.job.Job;
import dev.tradewind.app.upkeep.DiagnosticsDesk;
import dev.tradewind.app.upkeep.DiagnosticsDesk.Level;
import dev.tradewind.app.upkeep.DiagnosticsDesk.State;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Log, metrics and bundle without their nodes. JavaFX thread only. */
final class DiagnosticsViewModel {

    private static final String TRADING = "Trading goes on; no order was touched.";
    private static final int LEAST_PORT = 1_024;
    private static final int MOST_PORT = 65_535;

    final ObjectProperty<Optional<State>> state = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty headline = new SimpleStringProperty("Log and metrics");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty brief = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    /** What an earlier run met that nobody expected; empty if nothing. */
    final StringProperty crash = new SimpleStringProperty("");
    final StringProperty port = new SimpleStringProperty("0");
    final StringProperty portError = new SimpleStringProperty("");
    /** What must come with each request; told once, gone when the screen is left. */
    final StringProperty token = new SimpleStringProperty("");
    final ObjectProperty<List<String>> contents = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<Going>> going = new SimpleObjectProperty<>(Optional.empty());
    final Outcome outcome = new Outcome();

    private final DiagnosticsDesk desk;
    private final Hands hands;
    private Optional<Job<Path>> job = Optional.empty();

    DiagnosticsViewModel(DiagnosticsDesk desk, Hands hands) {
        this.desk = desk;
        this.hands = hands;
    }

    /** Looks at how things stand. */
    void read() {
        hands.apart("diagnostics-read", desk::state, this::take,
                failure -> outcome.failed(Trouble.of("Log and metrics could not be read", failure, TRADING)));
    }

    private void take(State now) {
        state.set(Optional.of(now));
        boolean on = now.metrics().isPresent();
        tone.set(!now.trouble().isEmpty() ? "is-sell" : now.crash().isEmpty() ? "" : "is-warn");
        crash.set(now.crash());
        brief.set(!now.crash().isEmpty() ? "Met an error"
                : !now.trouble().isEmpty() ? "Metrics not up" : on ? "Metrics on" : "Metrics off");
        headline.set(now.trouble().isEmpty()
                ? on ? "Metrics are served on this computer" : "Log is kept, metrics are off"
                : "Metrics are not up");
        meaning.set(now.trouble().isEmpty()
                ? "The log stays on this computer and holds no secrets. Nothing is sent anywhere."
                : now.trouble() + " " + TRADING);
    }

    /** Keeps from which severity on the log takes lines. */
    void level(Level level) {
        act("Keeping …", "The log's level was not changed", () -> {
            desk.logLevel(level);
            return Optional.empty();
        }, "");
    }

    /** Starts the endpoint on the port typed. */
    void start() {
        portError.set("");
        int wanted;
        try {
            wanted = Integer.parseInt(port.get().strip());
        } catch (NumberFormatException e) {
            wanted = -1;
        }
        if (wanted != 0 && (wanted < LEAST_PORT || wanted > MOST_PORT)) {
            portError.set("'" + port.get().strip() + "' is no port; 1,024 to 65,535 is, or 0 for any free one.");
            return;
        }
        int chosen = wanted;
        act("Starting …", "The endpoint was not started", () -> desk.metrics(true, chosen), "The endpoint is up.");
    }

    /** Stops the endpoint. */
    void stop() {
        act("Stopping …", "The endpoint was not stopped", () -> desk.metrics(false, 0),
                "The endpoint is off; its token has ended.");
    }

    private void act(String working, String trouble, Callable<Optional<String>> work, String note) {
        outcome.begin(working);
        hands.apart("diagnostics", work, told -> {
            token.set(told.orElse(""));
            outcome.done(note);
            read();
        }, failure -> {
            outcome.failed(Trouble.of(trouble, failure, TRADING));
            read();
        });
    }

    /** The token is not shown again. */
    void forgetToken() {
        token.set("");
    }

    /** Lists what a bundle would hold. */
    void look() {
        outcome.begin("Looking …");
        hands.apart("bundle-contents", desk::bundleContents, found -> {
            outcome.done("");
            contents.set(List.copyOf(found));
        }, failure -> outcome.failed(Trouble.of("The bundle's contents could not be listed", failure, TRADING)));
    }

    /** Writes the bundle. */
    void bundle(Path file) {
        outcome.begin("");
        going.set(Optional.of(new Going("Writing the bundle", -1, Optional.empty())));
        hands.apart("bundle-begin", () -> desk.bundle(file), this::follow, failure -> {
            end("");
            outcome.failed(Trouble.of("The bundle was not written", failure, TRADING));
        });
    }

    private void follow(Job<Path> begun) {
        job = Optional.of(begun);
        hands.follow(begun, new JobWatch.Listener<Path>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                going.set(Optional.of(new Going("Writing the bundle", share, leftNanos)));
            }

            @Override
            public void done(Path value) {
                end(value + " written. Look into it before you hand it on.");
            }

            @Override
            public void cancelled() {
                end("Bundle cancelled; nothing half done was left.");
            }

            @Override
            public void failed(Throwable cause) {
                end("");
                outcome.failed(Trouble.of("The bundle was not written", cause, TRADING));
            }
        });
    }

    private void end(String note) {
        job = Optional.empty();
        going.set(Optional.empty());
        outcome.done(note);
    }

    /** Ends the running job. */
    void cancel() {
        job.ifPresent(Job::cancel);
    }
}
