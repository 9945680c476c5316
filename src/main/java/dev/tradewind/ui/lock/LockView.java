package dev.tradewind.ui.lock;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.SessionLabel;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.domain.Command;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ModeBadge;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What shows in place of the terminal while it is locked: badge, how many bots go on, the passphrase, Halt, and nothing else.
 * JavaFX thread only.
 */
public final class LockView {

    private final BorderPane root = new BorderPane();
    private final LockViewModel model;
    private final UnlockForm form;
    private final OpenSession session;
    private final ModeBadge badge;
    private final SecurityFeed feed;
    private final ChangeListener<SecurityState> follower;

    /**
     * @param mark the program's mark
     */
    public LockView(OpenSession session, LockGuard guard, Node mark) {
        this.session = session;
        SessionLabel label = session.label();
        model = new LockViewModel(label);
        badge = new ModeBadge(label.account());
        form = new UnlockForm(guard.desk(), Hands.threads(),
                UnlockModel.ofScreen(guard.desk(), guard.feed(), Hands.threads(), () -> {}), "Unlock");
        follower = (property, old, now) -> show(guard);
        feed = guard.feed();
        feed.state().addListener(follower);
        root.setId("lock-screen");
        root.getStyleClass().add("lock-screen");
        root.setTop(bar(mark));
        ScrollPane scroll = new ScrollPane(centre());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        root.setCenter(scroll);
        show(guard);
    }

    private void show(LockGuard guard) {
        model.update(guard.feed().now());
        update(session.view().snapshot());
    }

    private Node bar(Node mark) {
        HBox place = new HBox(mark);
        place.getStyleClass().addAll("bar-group", "mark");
        HoldButton halt = new HoldButton("Hold to halt", new IconView(Icon.HALT), this::halt);
        halt.button().setId("lock-halt");
        halt.visibleProperty().bind(model.halted.not());
        HBox bar = new HBox(place, badge, Labels.spring(), halt);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("top-bar", "lock-bar");
        return bar;
    }

    private Node centre() {
        Label title = Labels.of("", "t-title");
        title.setId("lock-title");
        title.textProperty().bind(model.title);
        HBox head = new HBox(new IconView(Icon.LOCK, "icon-20", "is-accent"), title);
        head.getStyleClass().add("lock-head");
        Label going = Labels.wrapped("", "t-secondary", "t-point");
        going.setId("lock-going");
        going.textProperty().bind(model.going);
        Label line = Labels.wrapped("", "t-secondary", "t-point");
        line.textProperty().bind(model.line);
        Label trouble = Labels.wrapped("", "field-error");
        trouble.textProperty().bind(model.trouble);
        trouble.visibleProperty().bind(model.trouble.isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        VBox words = new VBox(line, going);
        words.getStyleClass().add("lock-words");
        Label note = Labels.wrapped("", "is-warn");
        note.setId("lock-note");
        note.textProperty().bind(model.note);
        note.visibleProperty().bind(model.note.isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        VBox card = new VBox(head, words, form, trouble, note);
        card.getStyleClass().add("lock-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane centre = new StackPane(card);
        centre.getStyleClass().add("lock-centre");
        return centre;
    }

    private void halt() {
        if (!model.halted.get()) {
            session.commands().send(new Command.Halt("by you"));
        }
    }

    /** Takes a snapshot: only the badge and the line about bots follow it. */
    public void update(EngineSnapshot snapshot) {
        model.update(snapshot);
        badge.show(model.halted.get() ? ModeBadge.HALTED : session.label().mode().name());
    }

    /** Says why the window does not close. */
    public void refuseClosing() {
        model.note.set("Closing the window would end the session. Unlock first, or halt.");
    }

    /** The window shows the terminal again: stop listening. */
    public void close() {
        feed.state().removeListener(follower);
    }

    /** {@return the scene graph} */
    public Parent node() {
        return root;
    }

    /** Puts the caret where the passphrase goes. */
    public void focus() {
        form.requestFocus();
    }
}
