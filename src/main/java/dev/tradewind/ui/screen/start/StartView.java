package dev.tradewind.ui.screen.start;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.SampleData;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.Terminal;
import dev.tradewind.ui.fx.Background;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.lock.SecurityFeed;
import dev.tradewind.ui.screen.start.StartViewModel.Source;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.FlowBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import dev.tradewind.ui.widget.UnitField;
import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The start page. Enter opens the terminal with what is chosen. JavaFX thread only. */
public final class StartView {

    private static final double LEFT_SHARE = 0.35;

    private final Terminal terminal;
    private final Theme theme;
    private final Node mark;
    private final Consumer<OpenSession> opened;
    private final StartViewModel model;
    private final HBox root = new HBox();
    private final VBox troubleSlot = new VBox();
    private final List<ChoiceCard> cards = new ArrayList<>();
    private final VBox page = new VBox();
    private final SecurityFeed security;
    private final PassphraseQuestion passphrase;

    /**
     * @param mark   the program's mark, shown large
     * @param opened takes the session once it runs
     */
    public StartView(Terminal terminal, Theme theme, Node mark, Consumer<OpenSession> opened) {
        this.terminal = terminal;
        this.theme = theme;
        this.mark = mark;
        this.opened = opened;
        this.model = new StartViewModel(terminal);
        this.security = new SecurityFeed(terminal.desks().security());
        this.passphrase = new PassphraseQuestion(terminal.desks().security(), security, Hands.threads(), theme);
        page.getStyleClass().add("start-page");
        VBox left = left();
        left.prefWidthProperty().bind(root.widthProperty().multiply(LEFT_SHARE));
        left.minWidthProperty().bind(left.prefWidthProperty());
        left.maxWidthProperty().bind(left.prefWidthProperty());
        ScrollPane right = right();
        HBox.setHgrow(right, Priority.ALWAYS);
        root.getStyleClass().add("start");
        root.getChildren().addAll(left, right);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && asking() && !(event.getTarget() instanceof Button)) {
                open();
                event.consume();
            }
        });
    }

    /** {@return the scene graph} */
    public Parent node() {
        return root;
    }

    private VBox left() {
        VBox points = new VBox(
                point(Icon.SHIELD, "Everything stays on this computer. No account, no telemetry."),
                point(Icon.LOCK, "Keys that can withdraw are refused."),
                point(Icon.HISTORY, "What happened is written down before it is acted on."));
        points.getStyleClass().add("start-points");
        points.managedProperty().bind(points.visibleProperty());
        points.visibleProperty().bind(theme.appearanceProperty().map(look -> look.textPercent() < 150));
        VBox words = new VBox(
                mark,
                Labels.wrapped("Trade with the engine in plain sight.", "t-hero", "start-hero"),
                Labels.wrapped(
                        "Every order, fill and decision names its journal row. Start on paper.", "t-lead"),
                points);
        words.getStyleClass().add("start-words");
        VBox left = new VBox(words);
        left.getStyleClass().add("start-left");
        String note = "Version " + terminal.version();
        if (!terminal.samples().isEmpty()) {
            SampleData sample = terminal.samples().getFirst();
            CandleSketch sketch = new CandleSketch(sample.preview(), theme);
            sketch.getStyleClass().add("start-sketch");
            Region air = new Region();
            VBox.setVgrow(air, Priority.ALWAYS);
            VBox.setVgrow(sketch, Priority.SOMETIMES);
            left.getChildren().addAll(air, sketch);
            note += "     Drawn: " + sample.title();
        }
        left.getChildren().add(Labels.wrapped(note, "t-label", "start-note"));
        return left;
    }

    private static HBox point(Icon icon, String words) {
        HBox row = new HBox(new IconView(icon, "icon-16", "is-accent"), Labels.wrapped(words, "t-secondary", "t-point"));
        row.getStyleClass().add("spacing-12");
        return row;
    }

    private ScrollPane right() {
        VBox form = new VBox(
                question("1", passphrase.title(), passphrase.line(), passphrase.node()), Labels.rule(), marketQuestion(),
                Labels.rule(), capitalQuestion(), troubleSlot, foot());
        form.getStyleClass().add("start-form");
        page.getChildren().setAll(form);
        VBox centred = new VBox(page);
        centred.getStyleClass().add("start-right");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        model.trouble.addListener((property, old, now) -> showTrouble(now));
        return scroll;
    }

    private static Node question(String number, String title, String line, Node... answers) {
        VBox inner = new VBox(new VBox(Labels.of(title, "t-section"), Labels.wrapped(line, "t-secondary", "t-point")));
        inner.getChildren().addAll(answers);
        inner.getStyleClass().add("start-inner");
        // a border pane, unlike a row, asks for the height its parts have at their real width
        BorderPane row = new BorderPane(inner);
        row.setLeft(Labels.of(number, "start-number"));
        row.getStyleClass().add("start-question");
        return row;
    }

    private Node marketQuestion() {
        for (int i = 0; i < model.sources.size(); i++) {
            cards.add(card(model.sources.get(i), i));
        }
        CardGrid grid = new CardGrid(cards, theme);
        model.source.addListener((property, old, now) -> showChosen());
        showChosen();
        return question("2", "Market data", "Real recorded markets. They work offline and need no sign-up.", grid);
    }

    private void showChosen() {
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).choose(i == model.source.get());
        }
    }

    private ChoiceCard card(Source source, int index) {
        ChoiceCard card = switch (source) {
            case Source.GoOn goOn -> card(Icon.PLAY, "Go on: " + goOn.title(), Labels.wrapped(goOn.detail(), "choice-line"));
            case Source.Sample sample -> card(
                    sample.data().trades() ? Icon.REPLAY : Icon.TRADE,
                    sample.data().title(),
                    Labels.wrapped(sample.data().description(), "choice-line"));
            case Source.File anyFile -> card(Icon.FILE, "A file of yours", fileLine());
        };
        card.setId("source-" + index);
        card.onChosen(() -> {
            model.source.set(index);
            showChosen();
            if (source instanceof Source.File && model.file.get() == null) {
                chooseFile();
            }
        });
        return card;
    }

    private static ChoiceCard card(Icon icon, String title, Node line) {
        return new ChoiceCard(new IconView(icon), title, line);
    }

    private Node fileLine() {
        Label line = Labels.wrapped("", "choice-line");
        Runnable refresh = () -> line.setText(
                model.file.get() == null
                        ? "CSV of trades or candles, plain or gzip."
                        : String.valueOf(model.file.get().getFileName()));
        model.file.addListener((property, old, now) -> refresh.run());
        refresh.run();
        Button choose = Buttons.of("Choose…", this::chooseFile, "small", "quiet");
        choose.setId("choose-file");
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(line, choose);
        row.getStyleClass().add("start-file");
        return row;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose market data");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("CSV, plain or gzip", "*.csv", "*.csv.gz", "*.gz", "*.txt"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.file.set(chosen.toPath());
            model.source.set(model.sources.size() - 1);
        }
    }

    private Node capitalQuestion() {
        UnitField field = new UnitField(model.capital.get(), "");
        field.getStyleClass().add("start-capital");
        field.text().setId("capital");
        field.text().textProperty().bindBidirectional(model.capital);
        model.unit.addListener((property, old, now) -> field.unit(now));
        field.unit(model.unit.get());
        FlowPane chips = new FlowPane(field);
        chips.getStyleClass().add("start-chips");
        for (BigDecimal amount : StartViewModel.CAPITALS) {
            ToggleButton chip = new ToggleButton(Figures.fixed(amount, 0));
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(event -> {
                model.capital.set(Figures.fixed(amount, 2));
                chip.setSelected(true);
            });
            Runnable refresh = () -> chip.setSelected(
                    model.capitalValue().filter(value -> value.compareTo(amount) == 0).isPresent());
            model.capital.addListener((property, old, now) -> refresh.run());
            refresh.run();
            chips.getChildren().add(chip);
        }
        Label error = Labels.wrapped("", "field-error");
        error.textProperty().bind(model.capitalError);
        error.visibleProperty().bind(model.capitalError.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        model.capitalError.addListener((property, old, now) -> field.invalid(!now.isEmpty()));
        Node question = question(
                "3", "Paper capital", "Play money. Fees, filters and latency are modelled on real ones.", chips, error);
        Runnable refresh = () -> question.setDisable(!model.asksCapital());
        model.source.addListener((property, old, now) -> refresh.run());
        refresh.run();
        return question;
    }

    private Node foot() {
        Button open = Buttons.of("Open the terminal", this::open, "primary", "start-open");
        open.setId("open");
        open.setGraphic(new IconView(Icon.ARROW_RIGHT, "icon-16"));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.disableProperty().bind(model.busy);
        open.textProperty().bind(Bindings.when(model.busy).then(model.busyWord).otherwise("Open the terminal"));
        Button restore = Buttons.of("Restore a backup", this::showRestore, "link");
        restore.setId("start-restore");
        restore.disableProperty().bind(model.busy);
        HBox moving = new HBox(Labels.of("Moving from another machine?", "t-secondary"), restore);
        moving.getStyleClass().add("start-moving");
        HBox first = new HBox(open, Labels.of("Enter", "key"));
        first.getStyleClass().add("start-foot");
        FlowBar foot = new FlowBar(1, 12, first, moving);
        foot.getStyleClass().add("start-foot-row");
        return foot;
    }

    private boolean asking() {
        return !(page.getChildren().getFirst() instanceof RestoreView);
    }

    private void showRestore() {
        Node questions = page.getChildren().getFirst();
        RestoreModel restore =
                new RestoreModel(terminal.desks().backups(), Hands.threads(), terminal.desks().here().dataFolder());
        page.getChildren().setAll(new RestoreView(restore, () -> page.getChildren().setAll(questions)));
    }

    /** Puts the caret where a passphrase may be typed at once, if there is one. */
    public void focus() {
        passphrase.focus();
    }

    private void open() {
        if (model.busy.get()) {
            return;
        }
        Optional<Callable<OpenSession>> work = work();
        if (work.isEmpty()) {
            return;
        }
        model.trouble.set("");
        model.busyWord.set(passphrase.busyWord());
        model.busy.set(true);
        passphrase.settle(() -> open(work.get()), () -> model.busy.set(false));
    }

    private void open(Callable<OpenSession> work) {
        model.busyWord.set("Opening…");
        Background.run("open-session", work, session -> {
            model.busy.set(false);
            security.close();
            opened.accept(session);
        }, trouble -> {
            model.busy.set(false);
            model.trouble.set(trouble.getMessage() == null ? trouble.toString() : trouble.getMessage());
        });
    }

    private Optional<Callable<OpenSession>> work() {
        if (model.chosen() instanceof Source.GoOn) {
            return Optional.of(terminal::goOn);
        }
        Optional<StartChoice> choice = model.choice();
        terminal.lastUse().saveLastUse(model.remembered(terminal.lastUse().loadLastUse()));
        return choice.map(chosen -> () -> terminal.open(chosen));
    }

    private Button freshStart() {
        Button fresh = Buttons.of("Start a new session instead", () -> {
            model.fresh().ifPresent(model.source::set);
            open();
        });
        fresh.setId("start-fresh");
        Buttons.tip(fresh, "The old session's folder stays as it is");
        return fresh;
    }

    private void showTrouble(String words) {
        troubleSlot.getChildren().clear();
        if (!words.isEmpty()) {
            VBox box = model.fresh().isEmpty()
                    ? Messages.trouble(true, "The terminal did not open", words)
                    : Messages.trouble(true, "The last session cannot go on", words, freshStart());
            box.setId("start-trouble");
            troubleSlot.getChildren().add(box);
        }
    }
}
