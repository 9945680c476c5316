package dev.tradewind.ui.widget;

import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.theme.Icon;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A field for passphrases and keys. What is typed lies in one array of characters that is overwritten when it is taken, cleared
 * or when the field leaves its window; it is never a {@code String} of its own, has no undo history, is not copied or cut, and
 * is not handed to listeners. JavaFX thread only.
 *
 * <p>Why not JavaFX's {@code PasswordField}: its content is a text property over a {@code StringBuilder}, each keystroke makes
 * a {@code String} of all that was typed, the undo history keeps more of them, and drawing it revealed puts it into the
 * toolkit's cache of laid out texts. What a user would miss of it is here: selection, paste, input methods and dead keys
 * (composed characters show as dots), screen readers, Caps Lock. What remains in memory until collected: the system's key
 * events, one character each, what an input method commits at a time, and the clipboard's {@code String} of a paste.
 */
public final class SecretField extends HBox {

    private final SecretBuffer buffer = new SecretBuffer();
    private final SecretText text = new SecretText(buffer);
    private final Label caps = Labels.of("Caps Lock", "secret-caps");
    private final Button eye;
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper capsLock = new ReadOnlyBooleanWrapper();
    private final ClipboardGuard clipboard = new ClipboardGuard();
    private BooleanSupplier capsSource = Toolkit::capsLock;
    private Runnable onChange = () -> {};
    private @Nullable Runnable onEnter;
    private @Nullable ContextMenu menu;

    /** @param name what it asks for, told to screen readers */
    public SecretField(String name) {
        getStyleClass().addAll("field", "secret-field");
        text.setAccessibleText(name);
        HBox.setHgrow(text, Priority.ALWAYS);
        caps.visibleProperty().bind(capsLock);
        caps.managedProperty().bind(capsLock);
        eye = Buttons.icon(Icon.EYE, "Show while held  F8", () -> {}, "small");
        eye.setFocusTraversable(false);
        eye.armedProperty().addListener((property, old, now) -> text.reveal(now && text.isFocused()));
        eye.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        getChildren().addAll(text, caps, eye);
        SecretKeys keys = new SecretKeys(this, buffer, text);
        text.setOnKeyPressed(keys::pressed);
        text.setOnKeyReleased(keys::released);
        text.setOnKeyTyped(keys::typed);
        text.focusedProperty().addListener((property, old, now) -> focusChanged());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> select(event, true));
        text.setOnInputMethodTextChanged(this::composed);
        text.setInputMethodRequests(new Composition());
        sceneProperty().addListener((property, old, now) -> {
            if (now == null) {
                clear();
            }
        });
    }

    /** Shows words while nothing is typed. */
    public void prompt(String words) {
        text.prompt(words);
    }

    /** Gives what was typed and forgets it; the caller wipes it. */
    public char[] take() {
        char[] taken = buffer.copy();
        clear();
        return taken;
    }

    /** {@return a copy of what was typed, for a check on every change; the caller wipes it at once} */
    public char[] copy() {
        return buffer.copy();
    }

    /** Overwrites and forgets what was typed. */
    public void clear() {
        text.reveal(false);
        boolean had = buffer.length() > 0;
        buffer.clear();
        if (had) {
            changed();
        }
    }

    /** Puts characters at the caret as if pasted, and wipes the array. */
    public void insert(char[] added) {
        buffer.insert(added);
        Arrays.fill(added, '\0');
        changed();
    }

    /** {@return how many characters are typed, in UTF-16 units} */
    public int length() {
        return buffer.length();
    }

    /** {@return whether both fields hold the same} */
    public boolean sameAs(SecretField other) {
        return buffer.sameAs(other.buffer);
    }

    /** {@return whether nothing is typed} */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** {@return whether the field has the focus while Caps Lock is on} */
    public ReadOnlyBooleanProperty capsLockProperty() {
        return capsLock.getReadOnlyProperty();
    }

    /** {@return whether the part that is typed into has the focus} */
    public ReadOnlyBooleanProperty typingProperty() {
        return text.focusedProperty();
    }

    /** Runs after every change of the content, which is not told. */
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Runs on Enter, in place of what the window does with it. */
    public void onEnter(Runnable action) {
        onEnter = action;
    }

    /** Outlines the field as wrong, or not. */
    public void invalid(boolean wrong) {
        getStyleClass().remove("invalid");
        if (wrong) {
            getStyleClass().add("invalid");
        }
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
    }

    boolean enter() {
        if (onEnter == null) {
            return false;
        }
        onEnter.run();
        return true;
    }

    void paste() {
        insert(clipboard.paste());
    }

    void changed() {
        text.show();
        empty.set(buffer.length() == 0);
        onChange.run();
    }

    void checkCapsLock() {
        capsLock.set(text.isFocused() && capsSource.getAsBoolean());
    }

    void capsSource(BooleanSupplier source) {
        capsSource = source;
    }

    private void focusChanged() {
        text.reveal(false);
        text.composing(0);
        checkCapsLock();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        checkCapsLock();
        if (event.getButton() == MouseButton.SECONDARY) {
            showMenu(event);
        } else if (event.getClickCount() > 1) {
            buffer.selectAll();
            text.show();
        } else {
            select(event, event.isShiftDown());
        }
        // a scroll pane around it would take the focus
        event.consume();
    }

    private void select(MouseEvent event, boolean extend) {
        if (event.getButton() == MouseButton.PRIMARY && event.getTarget() != eye) {
            buffer.move(text.position(event), extend);
            text.show();
        }
    }

    private void showMenu(MouseEvent event) {
        if (menu == null) {
            menu = new ContextMenu(
                    item("Paste", this::paste),
                    item("Select all", () -> {
                        buffer.selectAll();
                        text.show();
                    }),
                    item("Clear", this::clear));
        }
        menu.show(text, event.getScreenX(), event.getScreenY());
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void composed(InputMethodEvent event) {
        int undecided = 0;
        for (var run : event.getComposed()) {
            undecided += run.getText().codePointCount(0, run.getText().length());
        }
        text.composing(undecided);
        if (!event.getCommitted().isEmpty()) {
            insert(event.getCommitted().toCharArray());
        }
        event.consume();
    }

    /** Tells an input method where to open its window, and nothing of the content. */
    private final class Composition implements InputMethodRequests {

        @Override
        public Point2D getTextLocation(int offset) {
            Point2D at = text.localToScreen(text.caretX(), text.getHeight());
            return at == null ? Point2D.ZERO : at;
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public void cancelLatestCommittedText() {}

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
