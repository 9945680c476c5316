package dev.tradewind.ui;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.ReplayControl;
import dev.tradewind.app.SessionLabel;
import dev.tradewind.app.Terminal;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.Preferences;
import dev.tradewind.ui.fx.Background;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.lock.Activity;
import dev.tradewind.ui.lock.LockGuard;
import dev.tradewind.ui.lock.SecurityFeed;
import dev.tradewind.ui.screen.start.StartView;
import dev.tradewind.ui.shell.Brand;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The one window: first the start page, then the shell. JavaFX thread only. */
final class TerminalWindow {

    /** The first size, which JavaFX's headless platform can still take: its screen holds a million pixels in rows of 1000. */
    static final double WIDTH = 1600;
    static final double HEIGHT = 998;
    private static final double HEADLESS_WIDTH = 1000;

    private final Terminal terminal;
    private final Runnable closed;
    private final Theme theme;
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final Stage stage = new Stage();
    private @Nullable Shell shell;
    private @Nullable OpenSession owned;
    private final LockGuard.Clocks clocks;
    private final ListChangeListener<Window> newWindows = this::watchNew;
    private @Nullable WindowCurtain curtain;
    private @Nullable LockGuard guard;
    private @Nullable Activity activity;

    TerminalWindow(Terminal terminal, Runnable closed) {
        this(terminal, closed, LockGuard.Clocks.SYSTEM);
    }

    /** @param clocks what idleness and sleep are told by */
    TerminalWindow(Terminal terminal, Runnable closed, LockGuard.Clocks clocks) {
        this.clocks = clocks;
        this.terminal = terminal;
        this.closed = closed;
        this.theme = new Theme(appearance(terminal.preferences().load()));
        theme.dress(scene);
        theme.appearanceProperty().addListener((property, old, now) -> terminal.preferences().save(new Preferences(
                now.ground() == Ground.LIGHT, now.colourBlind(), now.textPercent())));
        stage.setTitle("Tradewind");
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (curtain == null || !curtain.refusesClosing()) {
                close();
            }
        });
    }

    private static Appearance appearance(Preferences preferences) {
        return new Appearance(
                preferences.light() ? Ground.LIGHT : Ground.DARK, preferences.colourBlind(), preferences.textPercent());
    }

    void showStart() {
        StartView start = new StartView(terminal, theme, new Brand("icon-56"), session -> {
            owned = session;
            showGuarded(session);
            int speed = terminal.lastUse().loadLastUse().speed();
            if (speed >= ReplayControl.MIN_SPEED && speed <= ReplayControl.MAX_SPEED) {
                session.replay().speed(speed);
            }
            session.replay().resume();
        });
        show(start.node());
        start.focus();
    }

    void showSession(OpenSession session) {
        show(new Shell(session, terminal.desks(), theme, ScreenCatalog.SCREENS));
    }

    private void show(Shell opened) {
        shell = opened;
        opened.open();
        show(opened.node());
    }

    /** Shows a session that locks: a person sits here. */
    private void showGuarded(OpenSession session) {
        SecurityDesk desk = terminal.desks().security();
        LockGuard made = new LockGuard(desk, new SecurityFeed(desk), clocks);
        guard = made;
        String title = title(session.label());
        Shell opened = new Shell(session, terminal.desks(), theme, ScreenCatalog.SCREENS, made);
        stage.setTitle(title);
        show(opened);
        WindowCurtain hiding = new WindowCurtain(stage, root, opened, session, title);
        curtain = hiding;
        made.start(hiding);
        activity = new Activity(made::touched);
        Window.getWindows().forEach(activity::watch);
        Window.getWindows().addListener(newWindows);
    }

    private void watchNew(ListChangeListener.Change<? extends Window> change) {
        Activity person = activity;
        while (person != null && change.next()) {
            change.getAddedSubList().forEach(person::watch);
        }
    }

    /** {@return what the task bar says: real money first} */
    private static String title(SessionLabel label) {
        return switch (label.mode()) {
            case LIVE, TESTNET -> label.mode() + " " + label.account() + ", Tradewind";
            case PAPER, REPLAY -> "Tradewind";
        };
    }

    private void show(Parent node) {
        root.getChildren().setAll(node);
        if (!stage.isShowing()) {
            place();
            stage.show();
        }
        node.requestFocus();
    }

    /** Where it last stood, else top left at the usual size, smaller only where a real screen is. */
    private void place() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        if (isHeadless(screen)) {
            return;
        }
        LastUse.Window last = terminal.lastUse().loadLastUse().window();
        if (last.width() > 0 && !Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height()).isEmpty()) {
            stage.setX(last.x());
            stage.setY(last.y());
            stage.setWidth(last.width());
            stage.setHeight(last.height());
            stage.setMaximized(last.maximised());
        } else {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
    }

    /** The headless screen claims 1000 × 1000 for any window. */
    private static boolean isHeadless(Rectangle2D screen) {
        return screen.getWidth() <= HEADLESS_WIDTH;
    }

    /** Keeps the window's place and the replay's speed for the next start. */
    private void remember() {
        if (!stage.isShowing() || isHeadless(Screen.getPrimary().getVisualBounds())) {
            return;
        }
        LastUse before = terminal.lastUse().loadLastUse();
        LastUse.Window window = stage.isMaximized()
                ? new LastUse.Window(
                        before.window().x(), before.window().y(), before.window().width(), before.window().height(), true)
                : new LastUse.Window(
                        (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false);
        OpenSession session = owned;
        int speed = session == null ? before.speed() : (int) session.replay().position().speed();
        terminal.lastUse().saveLastUse(new LastUse(before.data(), before.capital(), speed, window));
    }

    Image picture() {
        if (shell != null) {
            shell.feed().pulse();
        }
        return PngWriter.picture(scene);
    }

    /** {@return the session that was opened from the start page; null before} */
    @Nullable OpenSession session() {
        return owned;
    }

    Stage stage() {
        return stage;
    }

    private void close() {
        dispose();
        OpenSession session = owned;
        if (session == null) {
            closed.run();
            return;
        }
        Background.run("close-session", () -> {
            session.close();
            return true;
        }, done -> closed.run(), trouble -> closed.run());
    }

    void dispose() {
        remember();
        if (guard != null) {
            guard.close();
            Window.getWindows().removeListener(newWindows);
        }
        if (shell != null) {
            shell.close();
        }
        stage.hide();
        theme.forget(scene);
    }
}
