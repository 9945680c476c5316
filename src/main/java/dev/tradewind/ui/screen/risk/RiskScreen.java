package dev.tradewind.ui.screen.risk;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.net.URL;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What keeps the session from harm. Listens to the feed only while it shows. */
public final class RiskScreen implements Screen {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR =
            new ScreenDescriptor("risk", "Risk", Icon.SHIELD, RiskScreen::new);

    /** Often enough for a gauge. */
    private static final long UPDATE_NANOS = 150_000_000;

    /** Below this width, in pixels at 100 % text, the editor goes under the tables. */
    private static final double NARROW = 980;

    private final ScreenContext context;
    private final RiskViewModel model;
    private final VBox root = new VBox();
    private final Consumer<EngineSnapshot> listener = this::update;
    private final RiskTables tables;
    private final RiskHead head;
    private final RuleEditor editor;
    private final VBox left = new VBox();
    private final HBox above = new HBox();
    private final HBox below = new HBox();
    private boolean narrow;
    private long updatedNanos;

    /** The screen of a session; it shows nothing new before {@link #shown}. */
    public RiskScreen(ScreenContext context) {
        this.context = context;
        model = new RiskViewModel(
                context.session().view().snapshot(), context.session().commands(), context.say());
        tables = new RiskTables(model, context.theme());
        editor = new RuleEditor(model);
        Button first = Buttons.of("Write the first rule", () -> {
            model.example(RiskViewModel.EXAMPLES.getFirst());
            editor.begin();
        }, "primary");
        first.setId("risk-first");
        Label count = Labels.of("", "t-label");
        count.textProperty().bind(model.violations);
        left.getChildren().addAll(
                pane("Rules in force", tables.rules(first), Labels.of("")),
                pane("Stop watchdog", tables.stops(), Labels.of("")));
        left.getStyleClass().add("risk-column");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox log = pane("Violations", tables.log(), count);
        VBox quarantine = pane("Quarantined reports", tables.quarantine(), Labels.of(""));
        below.getChildren().addAll(log, quarantine);
        below.getStyleClass().addAll("spacing-4", "risk-below");
        HBox.setHgrow(log, Priority.ALWAYS);
        HBox.setHgrow(quarantine, Priority.ALWAYS);
        above.getStyleClass().addAll("spacing-4", "risk-above");
        VBox.setVgrow(above, Priority.ALWAYS);
        root.setId("risk-screen");
        root.getStyleClass().addAll("gutter", "spacing-4", "risk");
        root.getStylesheets().add(sheet());
        head = new RiskHead(model);
        root.widthProperty().addListener((property, before, now) -> arrange());
        context.theme().appearanceProperty().addListener((property, before, now) -> arrange());
        arrange(false);
    }

    private void arrange() {
        double scale = context.theme().rootPixels() / Theme.ROOT_PIXELS;
        boolean wanted = root.getWidth() / scale < NARROW;
        if (root.getWidth() > 0 && wanted != narrow) {
            arrange(wanted);
        }
    }

    /** The editor beside the tables, or under them where there is little room. */
    private void arrange(boolean wanted) {
        narrow = wanted;
        above.getChildren().clear();
        root.getChildren().clear();
        root.getStyleClass().remove("narrow");
        if (narrow) {
            root.getStyleClass().add("narrow");
            root.getChildren().addAll(head, left, editor, below);
        } else {
            above.getChildren().addAll(left, editor);
            root.getChildren().addAll(head, above, below);
        }
    }

    private static VBox pane(String title, TableView<?> table, Node beside) {
        HBox head = new HBox(Labels.of(title, "t-pane"), Labels.spring(), beside);
        head.getStyleClass().add("pane-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox pane = new VBox(head, table);
        pane.getStyleClass().addAll("pane", "risk-pane");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static String sheet() {
        URL resource = RiskScreen.class.getResource("risk.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet risk.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    private void update(EngineSnapshot snapshot) {
        long now = System.nanoTime();
        boolean changed = snapshot.trading() != model.trading.get();
        if (changed || updatedNanos == 0 || now - updatedNanos >= UPDATE_NANOS) {
            updatedNanos = now;
            model.take(snapshot);
            tables.tick();
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        updatedNanos = 0;
        context.feed().listen(listener);
    }

    @Override
    public void hidden() {
        context.feed().ignore(listener);
    }

    RiskViewModel model() {
        return model;
    }
}
