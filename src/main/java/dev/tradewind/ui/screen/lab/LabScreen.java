package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import java.net.URL;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Backtests: set up, run, read, search, compare. What it is made of is made when it first shows. JavaFX thread only. */
public final class LabScreen implements Screen, LabActions {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR = new ScreenDescriptor("lab", "Lab", Icon.FLASK, LabScreen::new);

    private final ScreenContext context;
    private final StackPane root = new StackPane();
    private final ReportView report;

    /** The screen of a session; it reads nothing before {@link #shown}. */
    public LabScreen(ScreenContext context) {
        this.context = context;
        report = new ReportView(context.theme(), this, new StackPane());
        root.setId("lab-screen");
        root.getStyleClass().addAll("gutter", "lab");
        root.getStylesheets().add(sheet());
    }

    private static String sheet() {
        URL resource = LabScreen.class.getResource("lab.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet lab.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    void show(ReportModel model) {
        report.show(model);
        root.getChildren().setAll(report);
    }

    @Override
    public void editSetup() {}

    @Override
    public void newRun() {}

    @Override
    public void exportMenu(Node owner) {}

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}
}
