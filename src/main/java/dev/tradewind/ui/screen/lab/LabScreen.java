package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.LabDesk.Format;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import dev.tradewind.ui.widget.Popover;
import java.io.File;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/** Backtests: set up, run, read, search, compare. Each page is made when it first shows. JavaFX thread only. */
public final class LabScreen implements Screen, LabActions {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR = new ScreenDescriptor("lab", "Lab", Icon.FLASK, LabScreen::new);

    private final ScreenContext context;
    private final LabViewModel model;
    private final VBox root = new VBox();
    private final JobBar bar = new JobBar("lab-job");
    private final StackPane note = new StackPane();
    private final StackPane page = new StackPane();
    private @Nullable SetupView setup;
    private @Nullable ReportView report;
    private @Nullable CompareView compare;
    private @Nullable CompareTray tray;

    /** The screen of a session; it reads nothing before {@link #shown}. */
    public LabScreen(ScreenContext context) {
        this(context, Hands.threads());
    }

    LabScreen(ScreenContext context, Hands hands) {
        this.context = context;
        model = new LabViewModel(context.desks().lab(), hands, context.say());
        VBox.setVgrow(page, Priority.ALWAYS);
        root.setId("lab-screen");
        root.getStyleClass().addAll("gutter", "lab", "spacing-4");
        root.getStylesheets().add(sheet());
        bar.getStyleClass().add("pane");
        root.getChildren().addAll(note, bar, page);
        model.going.addListener((property, before, now) -> going(before, now));
        model.trouble.addListener((property, before, now) -> trouble(now));
        trouble(model.trouble.get());
        model.page.addListener((property, before, now) -> turn());
        model.report.addListener((property, before, now) -> now.ifPresent(found -> report().show(found)));
        turn();
    }

    private static String sheet() {
        URL resource = LabScreen.class.getResource("lab.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet lab.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    private void turn() {
        LabViewModel.Page now = model.page.get();
        page.getChildren().setAll(switch (now) {
            case SETUP -> setup();
            case REPORT -> report();
            case COMPARE -> compare();
        });
        boolean withTray = now != LabViewModel.Page.SETUP;
        Node last = root.getChildren().getLast();
        if (withTray && last == page) {
            root.getChildren().add(tray());
        } else if (!withTray && last != page) {
            root.getChildren().remove(last);
        }
    }

    private void going(Optional<LabViewModel.Going> before, Optional<LabViewModel.Going> now) {
        now.ifPresentOrElse(work -> {
            if (before.isEmpty()) {
                bar.begin(work.words(), model::cancel);
            }
            bar.at(work.share(), work.leftNanos());
        }, bar::end);
    }

    private void trouble(Optional<LabViewModel.Trouble> found) {
        note.getChildren().clear();
        found.ifPresent(what -> {
            VBox box = Messages.trouble(true, what.title(), what.line(),
                    Buttons.of("Understood", () -> model.trouble.set(Optional.empty()), "quiet", "small"));
            box.setId("lab-trouble");
            note.getChildren().add(box);
        });
        note.setVisible(found.isPresent());
        note.setManaged(found.isPresent());
    }

    private SetupView setup() {
        SetupView made = setup;
        if (made == null) {
            made = new SetupView(model, context.theme(), this::chooseFile);
            setup = made;
        }
        return made;
    }

    private ReportView report() {
        ReportView made = report;
        if (made == null) {
            made = new ReportView(
                    context.theme(), this, new SearchPane(context.theme(), model.search, model::takeParams));
            report = made;
        }
        return made;
    }

    private CompareView compare() {
        CompareView made = compare;
        if (made == null) {
            made = new CompareView(model, context.theme());
            compare = made;
        }
        return made;
    }

    private CompareTray tray() {
        CompareTray made = tray;
        if (made == null) {
            made = new CompareTray(model, context.theme());
            tray = made;
        }
        return made;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Candles, trades or a recorded book");
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.addFile(chosen.toPath());
        }
    }

    @Override
    public void editSetup() {
        model.editSetup();
    }

    @Override
    public void newRun() {
        model.page.set(LabViewModel.Page.SETUP);
    }

    @Override
    public void exportMenu(Node owner) {
        VBox list = new VBox();
        list.getStyleClass().add("spacing-4");
        Popover menu = new Popover(context.theme(), ArrowLocation.TOP_CENTER,
                Labels.of("Write this run as", "t-strong"), list);
        for (Format format : Format.values()) {
            Button button = Buttons.of(format.label(), () -> {
                menu.hide();
                export(format);
            }, "quiet");
            button.setId("lab-export-" + format.extension());
            button.setMaxWidth(Double.MAX_VALUE);
            list.getChildren().add(button);
        }
        menu.toggle(owner);
    }

    private void export(Format format) {
        String title = model.report.get().map(shown -> shown.report().title()).orElse("run");
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Write the run as " + format.label());
        chooser.setInitialFileName(
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "." + format.extension());
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.export(format, chosen.toPath());
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        // a run goes on while another screen shows
    }

    LabViewModel model() {
        return model;
    }
}
