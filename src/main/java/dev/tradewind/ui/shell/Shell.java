package dev.tradewind.ui.shell;

import dev.tradewind.app.Desks;
import dev.tradewind.app.OpenSession;
import dev.tradewind.domain.Command;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.lock.LockGuard;
import dev.tradewind.ui.lock.SecurityFeed;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame a session is worked in. One per session; JavaFX thread only. */
public final class Shell implements ShellActions {

    private final OpenSession session;
    private final EngineFeed feed;
    private final Theme theme;
    private final ShellViewModel model;
    private final ReplayLevers levers;
    private final CommandPalette palette;
    private final LockTools locks;
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final ScrollPane stage = new ScrollPane();
    private final List<ScreenDescriptor> descriptors;
    private final ScreenContext context;

    /** Made when first shown. */
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final List<ToggleButton> railItems = new ArrayList<>();
    private final Consumer<EngineSnapshot> listener = this::update;
    private String current = "";

    /**
     * @param session     what it shows; the shell does not close it
     * @param desks       what screens work with beside it
     * @param descriptors the screens, in the rail's order; the first opens
     */
    public Shell(OpenSession session, Desks desks, Theme theme, List<ScreenDescriptor> descriptors) {
        this(session, desks, theme, descriptors,
                new LockGuard(desks.security(), new SecurityFeed(desks.security()), LockGuard.Clocks.SYSTEM));
    }

    /** @param guard locks and seals; the caller closes it */
    public Shell(OpenSession session, Desks desks, Theme theme, List<ScreenDescriptor> descriptors, LockGuard guard) {
        this.session = session;
        this.theme = theme;
        this.descriptors = List.copyOf(descriptors);
        this.feed = new EngineFeed(session.view());
        this.model = new ShellViewModel(session.label());
        this.levers = new ReplayLevers(session.replay(), session.view(), model);
        this.palette = new CommandPalette(root, this::entries);
        this.context = new ScreenContext(session, desks, feed, theme, model::say);
        this.locks = new LockTools(guard, desks.accounts(), Hands.threads());
        frame.setTop(new VBox(new TopBar(model, theme, levers, locks, this), new HaltBanner(model, theme, this),
                new ExchangeBanner(model.exchange)));
        frame.setLeft(rail());
        frame.setBottom(new StatusBar(model, locks.chip()));
        frame.getStyleClass().add("gutter");
        stage.setFitToWidth(true);
        stage.setFitToHeight(true);
        stage.setFocusTraversable(false);
        stage.getStyleClass().add("screens");
        stage.skinProperty().addListener((property, old, now) -> drawDirectly());
        frame.setCenter(stage);
        root.getChildren().addAll(frame, new RefusalNote(model));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * A scroll pane draws its content into a picture first, anew whenever anything in it changes: here that is the whole
     * screen, twice, at every tick of the market.
     */
    private void drawDirectly() {
        Node viewport = stage.lookup(".viewport");
        if (viewport != null) {
            viewport.setCache(false);
        }
    }

    private VBox rail() {
        VBox rail = new VBox();
        rail.getStyleClass().add("rail");
        int number = 1;
        for (ScreenDescriptor descriptor : descriptors) {
            ToggleButton item = new ToggleButton(descriptor.label(), new IconView(descriptor.icon(), "icon-16"));
            item.setContentDisplay(ContentDisplay.TOP);
            item.setId("rail-" + descriptor.id());
            Buttons.tip(item, descriptor.label() + "  Ctrl+" + number++);
            item.setOnAction(event -> show(descriptor.id()));
            railItems.add(item);
        }
        rail.getChildren().addAll(railItems);
        Region air = new Region();
        VBox.setVgrow(air, Priority.ALWAYS);
        rail.getChildren().addAll(air, groundButton(), lookButton());
        return rail;
    }

    private Button groundButton() {
        Button ground = Buttons.icon(Icon.MOON, "Dark or light  Ctrl+T", this::toggleTheme);
        ground.setId("theme-toggle");
        ground.setMaxWidth(Double.MAX_VALUE);
        IconView icon = (IconView) ground.getGraphic();
        theme.appearanceProperty().addListener((property, old, now) -> icon.show(otherGround()));
        icon.show(otherGround());
        return ground;
    }

    private Icon otherGround() {
        return theme.appearanceProperty().get().ground() == Ground.DARK ? Icon.SUN : Icon.MOON;
    }

    private Button lookButton() {
        Button look = Buttons.icon(Icon.SLIDERS, "Look: ground, colours, text size", () -> {});
        look.setId("look");
        look.setMaxWidth(Double.MAX_VALUE);
        LookMenu menu = new LookMenu(theme);
        look.setOnAction(event -> menu.toggle(look));
        return look;
    }

    /** Starts delivery and shows the first screen. */
    public void open() {
        feed.listen(listener);
        feed.start();
        show(descriptors.getFirst().id());
    }

    /** Ends delivery. */
    public void close() {
        if (!current.isEmpty()) {
            screen(current).hidden();
        }
        locks.close();
        feed.stop();
        feed.ignore(listener);
    }

    /** The window hides it: its screen stops listening and what lay over it closes. Bots go on. */
    public void conceal() {
        palette.close();
        if (!current.isEmpty()) {
            screen(current).hidden();
        }
    }

    /** The window shows it again. */
    public void reveal() {
        if (!current.isEmpty()) {
            screen(current).shown();
        }
    }

    /** Puts a line into the status bar. */
    public void say(String words) {
        model.say(words);
    }

    /**
     * Shows a screen.
     *
     * @throws IllegalArgumentException if there is none with that id
     */
    public void show(String id) {
        Screen next = screen(id);
        if (!current.isEmpty() && !current.equals(id)) {
            screen(current).hidden();
        }
        if (!current.equals(id)) {
            current = id;
            stage.setContent(next.node());
            next.shown();
        }
        for (int i = 0; i < descriptors.size(); i++) {
            railItems.get(i).setSelected(descriptors.get(i).id().equals(id));
        }
    }

    private Screen screen(String id) {
        Screen made = screens.get(id);
        if (made != null) {
            return made;
        }
        for (ScreenDescriptor descriptor : descriptors) {
            if (descriptor.id().equals(id)) {
                Screen screen = descriptor.make().apply(context);
                screens.put(id, screen);
                return screen;
            }
        }
        throw new IllegalArgumentException("no screen '" + id + "'; there are "
                + String.join(", ", descriptors.stream().map(ScreenDescriptor::id).toList()));
    }

    /** {@return the scene graph} */
    public Parent node() {
        return root;
    }

    /** {@return what delivers snapshots, for a caller that wants a frame at once} */
    public EngineFeed feed() {
        return feed;
    }

    private void update(EngineSnapshot snapshot) {
        model.update(snapshot, session.replay().position(), System.nanoTime());
    }

    private void onKey(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        int digit = event.getCode().isDigitKey() ? event.getCode().ordinal() - KeyCode.DIGIT1.ordinal() : -1;
        if (digit >= 0 && digit < descriptors.size()) {
            show(descriptors.get(digit).id());
            event.consume();
            return;
        }
        Runnable action = shortcut(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private @Nullable Runnable shortcut(KeyCode code) {
        return switch (code) {
            case K -> this::palette;
            case T -> this::toggleTheme;
            case L -> locks::lock;
            case SPACE -> levers::togglePause;
            case PERIOD -> levers::step;
            case PLUS, EQUALS, ADD -> () -> resizeText(25);
            case MINUS, SUBTRACT -> () -> resizeText(-25);
            default -> null;
        };
    }

    private void resizeText(int by) {
        int now = theme.appearanceProperty().get().textPercent();
        int wanted = Math.clamp(now + by, 100, 200);
        theme.change(theme.appearanceProperty().get().withTextPercent(wanted));
        model.say("Text size " + wanted + " %");
    }

    @Override
    public void toggleTheme() {
        theme.change(theme.appearanceProperty().get().toggled());
    }

    @Override
    public void haltOrLeave() {
        send(model.halted.get() ? new Command.LeaveHalt() : new Command.Halt("by you"));
    }

    @Override
    public void leaveHalt() {
        if (model.limited.get()) {
            send(new Command.LeaveHalt());
        }
    }

    @Override
    public void palette() {
        palette.open();
    }

    private void send(Command command) {
        try {
            session.commands().send(command);
        } catch (IllegalStateException e) {
            model.say("Not sent: " + e.getMessage());
        }
    }

    private List<CommandPalette.Entry> entries() {
        List<CommandPalette.Entry> entries = new ArrayList<>();
        for (ScreenDescriptor descriptor : descriptors) {
            entries.add(new CommandPalette.Entry(descriptor.label(), "Screen", () -> show(descriptor.id())));
        }
        session.view().snapshot().bots().forEach(bot -> {
            switch (bot.state()) {
                case PAUSED, ERROR -> entries.add(new CommandPalette.Entry(
                        "Resume " + bot.name(), "Bot", () -> send(new Command.ResumeBot(bot.id()))));
                case STOPPED, STOPPING -> { }
                case DRAFT, VALIDATED, ARMED, STARTING, RUNNING, WAITING_FOR_BALANCE -> entries.add(new CommandPalette.Entry(
                        "Pause " + bot.name(), "Bot", () -> send(new Command.PauseBot(bot.id()))));
            }
        });
        entries.add(new CommandPalette.Entry("Pause or resume the market", "Ctrl+Space", levers::togglePause));
        entries.add(new CommandPalette.Entry("Play one event", "Ctrl+.", levers::step));
        entries.add(new CommandPalette.Entry("Dark or light", "Ctrl+T", this::toggleTheme));
        entries.add(new CommandPalette.Entry("Larger text", "Ctrl++", () -> resizeText(25)));
        entries.add(new CommandPalette.Entry("Smaller text", "Ctrl+−", () -> resizeText(-25)));
        entries.add(new CommandPalette.Entry("Lock the screen", "Ctrl+L", locks::lock));
        entries.add(new CommandPalette.Entry("Seal the keys", "Command", locks::seal));
        entries.add(new CommandPalette.Entry("Cancel my orders", "Command", () -> send(new Command.CancelMine())));
        return entries;
    }
}
