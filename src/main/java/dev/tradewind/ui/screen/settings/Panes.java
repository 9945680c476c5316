package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces the sections are put together from. */
final class Panes {

    private static final long NANOS = 1_000_000_000L;

    private Panes() {}

    /** {@return a pane with a head and a padded body} */
    static VBox pane(String title, String note, Node... body) {
        Label right = Labels.of(note, "t-label");
        HBox head = new HBox(Labels.of(title, "t-pane"), Labels.spring(), right);
        head.getStyleClass().add("pane-head");
        VBox inside = new VBox(body);
        inside.getStyleClass().addAll("settings-body");
        VBox pane = new VBox(head, inside);
        pane.getStyleClass().addAll("pane", "settings-pane");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }

    /** {@return nodes side by side} */
    static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().addAll("spacing-8", "settings-row");
        return row;
    }

    /** {@return nodes one over the other} */
    static VBox stack(Node... nodes) {
        VBox box = new VBox(nodes);
        box.getStyleClass().add("spacing-8");
        return box;
    }

    /** {@return a line that says what something is: its name left, itself right of it} */
    static HBox fact(String name, Node value) {
        Label label = Labels.of(name, "t-label");
        label.getStyleClass().add("settings-fact-name");
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(label, value);
        row.getStyleClass().add("settings-fact");
        return row;
    }

    /** {@return secondary words that wrap} */
    static Label words(String text) {
        return Labels.wrapped(text, "t-secondary");
    }

    /** {@return words bound to a text, gone while it is empty} */
    static Label said(ObservableValue<String> text, String id, String... classes) {
        Label label = Labels.wrapped("", classes);
        label.setId(id);
        label.textProperty().bind(text);
        shown(label, text.map(now -> !now.isEmpty()));
        return label;
    }

    /** Shows a node, and gives it room, only while something holds. {@return the node} */
    static <N extends Node> N shown(N node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    /** {@return a button with an icon} */
    static Button button(String id, String words, Icon icon, Runnable action, String... classes) {
        Button button = Buttons.of(words, action, classes);
        button.setId(id);
        button.setGraphic(new IconView(icon));
        return button;
    }

    /** {@return text that is no secret, to be selected or copied whole} */
    static HBox copyable(String id, ObservableValue<String> text, String what) {
        TextField field = new TextField();
        field.setId(id);
        field.setEditable(false);
        field.textProperty().bind(text);
        field.setAccessibleText(what);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button copy = button(id + "-copy", "Copy", Icon.COPY, () -> copy(text.getValue()), "quiet");
        Buttons.tip(copy, "Copy " + what);
        return row(field, copy);
    }

    /** Puts text that is no secret onto the clipboard. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** {@return a moment as {@link dev.tradewind.ui.widget.Figures} counts it} */
    static long nanos(Instant at) {
        return at.getEpochSecond() * NANOS + at.getNano();
    }
}
