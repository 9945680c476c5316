package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.upkeep.DiagnosticsDesk.Level;
import dev.tradewind.app.upkeep.DiagnosticsDesk.State;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.ClipboardGuard;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/**
 * Log and metrics: where the log is and how much it says, the metrics endpoint, the bundle for whoever looks into a
 * fault.
 */
final class DiagnosticsView extends VBox implements Section {

    private final DiagnosticsViewModel model;
    private final TwoColumns columns = new TwoColumns(44);
    private final ClipboardGuard clipboard = new ClipboardGuard();
    private final JobBar bar = new JobBar("bundle-job");
    private final VBox contents = new VBox();

    DiagnosticsView(DiagnosticsViewModel model) {
        this.model = model;
        SectionHead head = new SectionHead(model.headline, model.meaning, model.tone, "diagnostics");
        head.job(bar);
        head.outcome(model.outcome, "diagnostics");
        columns.left(log(), metrics());
        columns.right(crash(), bundle());
        getStyleClass().add("spacing-4");
        getChildren().addAll(head, columns);
        model.going.addListener((property, before, now) -> now.ifPresentOrElse(work -> {
            if (before.isEmpty()) {
                bar.begin(work.words(), model::cancel);
            }
            bar.at(work.share(), work.leftNanos());
        }, bar::end));
    }

    private Node log() {
        ObservableValue<String> file = model.state.map(now -> now.map(State::logFile).map(Object::toString).orElse(""));
        Segments<Level> level = new Segments<>(List.of(Level.values()), DiagnosticsView::words, false);
        level.setId("log-level");
        level.onChoice(model::level);
        model.state.addListener((property, before, now) -> level.select(now.map(State::level).orElse(null)));
        level.select(model.state.get().map(State::level).orElse(null));
        return Panes.pane("Log", "",
                ParamForm.stack("File", Panes.copyable("log-file", file, "the log file's path"), null, ""),
                ParamForm.stack("Takes lines from this severity on", Panes.row(level), null, ""),
                Panes.words("One JSON object a line; old files are compressed and dropped in turn. Secrets are never"
                        + " written."));
    }

    private static String words(Level level) {
        return switch (level) {
            case ERROR -> "Error";
            case WARN -> "Warning";
            case INFO -> "Info";
            case DEBUG -> "Debug";
        };
    }

    private Node metrics() {
        ObservableValue<Boolean> on = model.state.map(now -> now.flatMap(State::metrics).isPresent());
        ObservableValue<Boolean> off = on.map(yes -> !yes);
        UnitField port = new UnitField("", "0 for any free one");
        port.text().setId("metrics-port");
        port.text().textProperty().bindBidirectional(model.port);
        ParamForm.markInvalid(port, model.portError);
        Button start = Panes.button("metrics-start", "Start the endpoint", Icon.PLAY, model::start, "default");
        Button stop = Panes.button("metrics-stop", "Stop the endpoint", Icon.SQUARE, model::stop, "quiet");
        start.disableProperty().bind(model.outcome.busy);
        stop.disableProperty().bind(model.outcome.busy);
        ObservableValue<String> address = model.state.map(now -> now.flatMap(State::metrics).orElse(""));
        return Panes.pane("Metrics endpoint", "this computer only",
                Panes.words("Figures for Prometheus, on this computer's own address. Off unless you start it; every"
                        + " request needs the token."),
                Panes.shown(ParamForm.stack("Port", port, model.portError, "1,024 to 65,535"), off),
                Panes.shown(ParamForm.stack("Address", Panes.copyable("metrics-address", address, "the address"), null,
                        ""), on),
                token(),
                Panes.row(Panes.shown(start, off), Panes.shown(stop, on)));
    }

    private Node token() {
        Label shown = Labels.wrapped("", "t-mono");
        shown.setId("metrics-token");
        shown.textProperty().bind(model.token);
        Button copy = Panes.button("metrics-token-copy", "Copy", Icon.COPY,
                () -> clipboard.copy(model.token.get().toCharArray()), "quiet");
        Buttons.tip(copy, "The clipboard is emptied after 30 seconds");
        Button done = Panes.button("metrics-token-done", "I have it", Icon.CHECK, model::forgetToken, "quiet");
        VBox box = Panes.stack(
                Labels.of("Token, shown this once", "field-label"), shown,
                Panes.words("Sent as “Authorization: Bearer” with the token. The clipboard is emptied after 30"
                        + " seconds."),
                Panes.row(copy, done));
        box.getStyleClass().add("inset-box");
        return Panes.shown(box, model.token.isNotEmpty());
    }

    private Node crash() {
        Label words = Panes.words("");
        words.setId("diagnostics-crash");
        words.textProperty().bind(model.crash);
        HBox head = Panes.row(new IconView(Icon.LOOK, "is-warn"),
                Labels.of("An earlier run met an error nobody expected", "t-strong"));
        VBox box = new VBox(head, words, Panes.words(
                "Orders and stops at the exchange stayed in force; what was journalled is here again. If it comes back,"
                        + " a bundle helps whoever looks into it."));
        box.getStyleClass().addAll("message");
        box.setMinHeight(USE_PREF_SIZE);
        return Panes.shown(box, model.crash.isNotEmpty());
    }

    private Node bundle() {
        contents.setId("bundle-contents");
        contents.getStyleClass().add("spacing-8");
        model.contents.addListener((property, before, now) -> show(now));
        ObservableValue<Boolean> listed = model.contents.map(now -> !now.isEmpty());
        Button look = Panes.button("bundle-look", "See what it would hold", Icon.EYE, model::look, "default");
        look.disableProperty().bind(model.outcome.busy);
        Button save = Panes.button("bundle-save", "Save the bundle…", Icon.DOWNLOAD, this::save, "primary");
        save.disableProperty().bind(model.going.map(Optional::isPresent));
        return Panes.pane("Bundle for a fault report", "nothing secret, no account figures",
                Panes.words("If something went wrong and you want someone to look into it: one zip file. It stays on"
                        + " this computer until you hand it on yourself."),
                Panes.shown(contents, listed), Panes.row(look, Panes.shown(save, listed)));
    }

    private void show(List<String> lines) {
        contents.getChildren().clear();
        for (String line : lines) {
            HBox row = Panes.row(new IconView(Icon.FILE, "is-faint"), Panes.words(line));
            row.getStyleClass().add("settings-point");
            contents.getChildren().add(row);
        }
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the bundle");
        chooser.setInitialFileName("tradewind-bundle.zip");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.bundle(chosen.toPath());
        }
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void narrow(boolean wanted) {
        columns.arrange(wanted);
    }
}
