package dev.tradewind.ui.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * Draws a {@link SecretBuffer} on one line: a dot for each character, or each character as a text of its own while it is
 * revealed, so that no text of the whole is ever made. JavaFX thread only.
 */
final class SecretText extends Pane {

    private static final double DOT_EM = 0.62;
    private static final double RADIUS_EM = 0.19;
    private static final Duration BLINK = Duration.millis(530);

    private final SecretBuffer buffer;
    private final Text probe = new Text("0");
    private final Text prompt = new Text();
    private final Rectangle selection = new Rectangle();
    private final Rectangle caret = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final Timeline blink = new Timeline(
            new KeyFrame(Duration.ZERO, event -> caret.setOpacity(1)),
            new KeyFrame(BLINK, event -> caret.setOpacity(0)),
            new KeyFrame(BLINK.multiply(2)));
    private final Group line = new Group();
    private final List<Node> cells = new ArrayList<>();
    private double[] edges = {0};
    private double width;
    private double scroll;
    private boolean revealed;
    /** Characters of an input method that are not decided yet. */
    private int composing;

    SecretText(SecretBuffer buffer) {
        this.buffer = buffer;
        getStyleClass().add("secret-text");
        for (Text text : List.of(probe, prompt)) {
            text.getStyleClass().add("secret-cell");
            text.setManaged(false);
        }
        prompt.getStyleClass().add("prompt");
        probe.setVisible(false);
        selection.getStyleClass().add("selection");
        caret.getStyleClass().add("caret");
        selection.setManaged(false);
        caret.setManaged(false);
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        blink.setCycleCount(Animation.INDEFINITE);
        focusedProperty().addListener((property, old, now) -> focus(now));
        probe.fontProperty().addListener((property, old, now) -> show());
        line.setManaged(false);
        getChildren().setAll(probe, selection, prompt, line, caret);
        focus(false);
    }

    private void focus(boolean now) {
        caret.setVisible(now);
        if (now) {
            blink.playFromStart();
        } else {
            blink.stop();
        }
        requestLayout();
    }

    void prompt(String words) {
        prompt.setText(words);
    }

    void reveal(boolean wanted) {
        if (wanted != revealed) {
            revealed = wanted;
            show();
        }
    }

    boolean revealed() {
        return revealed;
    }

    /** Draws so many dots at the caret for what an input method has not decided yet. */
    void composing(int characters) {
        composing = characters;
        show();
    }

    /** Draws what the buffer holds now. */
    void show() {
        for (Node cell : cells) {
            if (cell instanceof Text text) {
                text.setText("");
            }
        }
        cells.clear();
        width = 0;
        double em = probe.getFont().getSize();
        edges = new double[buffer.length() + 1];
        for (int at = 0; at < buffer.length(); at = buffer.after(at)) {
            if (at == buffer.caret()) {
                undecided(em);
            }
            Arrays.fill(edges, at, buffer.after(at), width);
            if (revealed) {
                add(letter(buffer.codePoint(at)));
            } else {
                add(dot(em), em * DOT_EM);
            }
        }
        if (buffer.caret() == buffer.length()) {
            undecided(em);
        }
        edges[buffer.length()] = width;
        prompt.setVisible(buffer.length() == 0 && composing == 0);
        line.getChildren().setAll(cells);
        if (isFocused()) {
            blink.playFromStart();
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private void undecided(double em) {
        for (int i = 0; i < composing; i++) {
            Circle dot = dot(em);
            dot.getStyleClass().add("composing");
            add(dot, em * DOT_EM);
        }
    }

    private void add(Text letter) {
        add(letter, letter.getLayoutBounds().getWidth());
    }

    private void add(Node cell, double wide) {
        cell.setManaged(false);
        cell.setUserData(width);
        cells.add(cell);
        width += wide;
    }

    private static Circle dot(double em) {
        Circle dot = new Circle(em * RADIUS_EM);
        dot.getStyleClass().add("secret-dot");
        return dot;
    }

    private Text letter(int codePoint) {
        Text text = new Text(Character.toString(codePoint));
        text.getStyleClass().add("secret-cell");
        text.setFont(probe.getFont());
        return text;
    }

    /** {@return the position next to a click} */
    int position(MouseEvent event) {
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX() + scroll;
        int best = 0;
        for (int at = 0; at <= buffer.length(); at = at == buffer.length() ? at + 1 : buffer.after(at)) {
            if (Math.abs(edges[at] - x) < Math.abs(edges[best] - x)) {
                best = at;
            }
        }
        return best;
    }

    /** {@return where the caret is drawn, from the left} */
    double caretX() {
        return edges[buffer.caret()] - scroll;
    }

    @Override
    protected double computePrefWidth(double height) {
        return probe.getFont().getSize() * 12;
    }

    @Override
    protected double computeMinWidth(double height) {
        return probe.getFont().getSize() * 4;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(probe.getFont().getSize() * 1.5);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double em = probe.getFont().getSize();
        double at = edges[Math.min(buffer.caret(), edges.length - 1)];
        scroll = Math.clamp(scroll, Math.max(0, at - getWidth() + 2), Math.max(0, at));
        clip.setWidth(getWidth());
        clip.setHeight(height);
        double baseline = Math.round(height / 2 + em * 0.35);
        for (Node cell : cells) {
            double x = (double) cell.getUserData() - scroll;
            cell.setLayoutX(cell instanceof Circle ? x + em * DOT_EM / 2 : x);
            cell.setLayoutY(cell instanceof Circle ? height / 2 : baseline);
        }
        prompt.setLayoutX(0);
        prompt.setLayoutY(baseline);
        box(caret, at - scroll, 1, em, height);
        double from = edges[buffer.from()] - scroll;
        box(selection, from, edges[buffer.to()] - scroll - from, em, height);
        selection.setVisible(buffer.from() < buffer.to());
    }

    private static void box(Rectangle box, double x, double width, double em, double height) {
        box.setX(Math.round(x));
        box.setY(Math.round(height / 2 - em * 0.65));
        box.setWidth(width);
        box.setHeight(Math.round(em * 1.3));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> "•".repeat(buffer.length());
            case SELECTION_START -> buffer.from();
            case SELECTION_END -> buffer.to();
            case CARET_OFFSET -> buffer.caret();
            case EDITABLE -> !isDisabled();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
