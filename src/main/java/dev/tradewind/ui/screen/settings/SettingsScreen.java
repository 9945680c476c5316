package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.Desks;
import dev.tradewind.app.Profiles;
import dev.tradewind.app.Profiles.Profile;
import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import java.net.URL;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a person sets, in sections: accounts and keys first, then what guards them, backups, log, look, about. */
public final class SettingsScreen implements Screen {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR =
            new ScreenDescriptor("settings", "Settings", Icon.SETTINGS, SettingsScreen::new);

    /** Below this width, in pixels at 100 % text, the list of sections goes on top and columns go under each other. */
    private static final double NARROW = 1080;

    private final Theme theme;
    private final StackPane root = new StackPane();
    private final Pane frame = new VBox();
    private final VBox content = new VBox();
    private final Map<Part, Section> made = new EnumMap<>(Part.class);
    private final List<Watch> watches = new ArrayList<>();
    private final Desks desks;
    private final Hands hands;
    private final Supplier<List<Profile>> profiles;
    private final SettingsModels models;
    private final SectionList list;
    private boolean narrow;

    /** The screen; it asks the desks when it is shown. */
    public SettingsScreen(ScreenContext context) {
        this(context.desks(), context.theme(), Hands.threads(), InstantSource.system(), Profiles::list);
    }

    SettingsScreen(Desks desks, Theme theme, Hands hands, InstantSource clock, Supplier<List<Profile>> profiles) {
        this.desks = desks;
        this.theme = theme;
        this.hands = hands;
        this.profiles = profiles;
        this.models = new SettingsModels(desks, hands, clock);
        this.list = new SectionList(models, theme);
        HBox.setHgrow(content, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.getStyleClass().add("settings-content");
        content.setMinWidth(0);
        root.setId("settings-screen");
        root.getStyleClass().addAll("gutter", "settings");
        root.getStylesheets().add(sheet());
        root.getChildren().add(frame);
        root.widthProperty().addListener((property, before, now) -> arrange());
        theme.appearanceProperty().addListener((property, before, now) -> arrange());
        list.chosen.addListener((property, before, now) -> turn(now));
        AccountCards cards = new AccountCards(models.accounts, models.security);
        models.accounts.ask.addListener((property, before, now) -> over(now.map(cards::card)));
        arrange(false);
        turn(list.chosen.get());
    }

    private static String sheet() {
        URL resource = SettingsScreen.class.getResource("settings.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet settings.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    private void arrange() {
        boolean wanted = root.getWidth() / (theme.rootPixels() / Theme.ROOT_PIXELS) < NARROW;
        if (root.getWidth() > 0 && wanted != narrow) {
            arrange(wanted);
        }
    }

    private void arrange(boolean wanted) {
        narrow = wanted;
        root.getStyleClass().remove("narrow");
        frame.getChildren().clear();
        list.flat(wanted);
        Pane row = frame;
        if (wanted) {
            root.getStyleClass().add("narrow");
        } else {
            row = new HBox();
            row.getStyleClass().add("spacing-4");
            VBox.setVgrow(row, Priority.ALWAYS);
            frame.getChildren().add(row);
        }
        frame.getStyleClass().setAll("spacing-4");
        row.getChildren().addAll(list, content);
        made.values().forEach(section -> section.narrow(wanted));
    }

    private void turn(Part part) {
        Section section = made.computeIfAbsent(part, this::make);
        section.narrow(narrow);
        VBox.setVgrow(section.node(), Priority.ALWAYS);
        content.getChildren().setAll(section.node());
        if (!watches.isEmpty()) {
            section.shown();
        }
    }

    private Section make(Part part) {
        return switch (part) {
            case ACCOUNTS -> new AccountsView(models.accounts, models.security, theme);
            case SECURITY -> new SecurityView(models.security, hands);
            case BACKUPS -> new BackupsView(models.backups, theme, this::over);
            case DIAGNOSTICS -> new DiagnosticsView(models.diagnostics);
            case LOOK -> new LookView(theme);
            case ABOUT -> new AboutView(desks.here(), profiles, hands);
        };
    }

    /** Shows a question over the screen, or takes it away. */
    private void over(Optional<AskCard> card) {
        root.getChildren().removeIf(AskCard.class::isInstance);
        card.ifPresent(shown -> {
            root.getChildren().add(shown);
            Node first = shown.lookup("#ask-first");
            if (first != null) {
                first.requestFocus();
            }
        });
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        watches.add(desks.security().watch(() -> Toolkit.later(models.security::read)));
        watches.add(desks.accounts().watch(() -> Toolkit.later(models.accounts::read)));
        models.read();
        Section section = made.get(list.chosen.get());
        if (section != null) {
            section.shown();
        }
    }

    @Override
    public void hidden() {
        watches.forEach(Watch::close);
        watches.clear();
        models.hidden();
    }

    SettingsModels models() {
        return models;
    }

    /** Shows a section. */
    void show(Part part) {
        list.chosen.set(part);
    }
}
