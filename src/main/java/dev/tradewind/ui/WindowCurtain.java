package dev.tradewind.ui;

import dev.tradewind.app.OpenSession;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.lock.LockGuard;
import dev.tradewind.ui.lock.LockView;
import dev.tradewind.ui.shell.Brand;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Takes the terminal out of the window while it is locked, so that nothing of it is drawn, found by a screen reader or reached
 * by a key; closes pop-ups and hides other windows of the program. JavaFX thread only.
 */
final class WindowCurtain implements LockGuard.Curtain {

    private final Stage stage;
    private final StackPane root;
    private final Shell shell;
    private final OpenSession session;
    private final String title;
    private final Consumer<EngineSnapshot> listener = this::update;
    private final List<Stage> hidden = new ArrayList<>();
    private @Nullable LockView view;
    private @Nullable Node focused;
    private @Nullable Node warning;

    /** @param title what the window is called while it is open */
    WindowCurtain(Stage stage, StackPane root, Shell shell, OpenSession session, String title) {
        this.stage = stage;
        this.root = root;
        this.shell = shell;
        this.session = session;
        this.title = title;
    }

    /** {@return whether the window stays: who cannot unlock it cannot end the session either; the lock screen says so} */
    boolean refusesClosing() {
        if (view != null) {
            view.refuseClosing();
        }
        return view != null;
    }

    @Override
    public void fall(LockGuard guard) {
        if (view != null) {
            return;
        }
        focused = stage.getScene().getFocusOwner();
        LockView made = new LockView(session, guard, new Brand("icon-22"));
        view = made;
        root.getChildren().setAll(made.node());
        stage.setTitle("Tradewind, locked");
        hideOthers();
        shell.conceal();
        shell.feed().listen(listener);
        // the scroll pane takes its content in with the first style pass
        root.applyCss();
        made.focus();
    }

    private void hideOthers() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != stage) {
                if (window instanceof Stage other && other.isShowing()) {
                    hidden.add(other);
                }
                window.hide();
            }
        }
    }

    private void update(EngineSnapshot snapshot) {
        if (view != null) {
            view.update(snapshot);
        }
    }

    @Override
    public void lift() {
        LockView shown = view;
        if (shown == null) {
            return;
        }
        shown.close();
        view = null;
        shell.feed().ignore(listener);
        root.getChildren().setAll(shell.node());
        stage.setTitle(title);
        shell.reveal();
        hidden.forEach(Stage::show);
        hidden.clear();
        Node before = focused;
        focused = null;
        if (before != null && before.getScene() == stage.getScene()) {
            before.requestFocus();
        } else {
            shell.node().requestFocus();
        }
    }

    @Override
    public void warn(String words) {
        root.getChildren().remove(warning);
        warning = null;
        if (!words.isEmpty() && view == null) {
            HBox note = new HBox(new IconView(Icon.LOCK, "is-warn"), Labels.wrapped(words, "t-medium"));
            note.setId("idle-warning");
            note.getStyleClass().addAll("message", "spacing-12", "idle-warning");
            note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane ground = new StackPane(note);
            ground.setAlignment(Pos.BOTTOM_RIGHT);
            ground.setMouseTransparent(true);
            ground.getStyleClass().add("refusal-ground");
            warning = ground;
            root.getChildren().add(ground);
        }
    }

    @Override
    public void say(String words) {
        shell.say(words);
    }
}
