package dev.tradewind.ui.widget;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keys do in a {@link SecretField}. JavaFX thread only. */
final class SecretKeys {

    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final char FIRST_PRINTED = 0x20;
    private static final char RUBOUT = 0x7F;

    private final SecretField field;
    private final SecretBuffer buffer;
    private final SecretText text;

    SecretKeys(SecretField field, SecretBuffer buffer, SecretText text) {
        this.field = field;
        this.buffer = buffer;
        this.text = text;
    }

    void typed(KeyEvent event) {
        String typed = event.getCharacter();
        // AltGr arrives as Ctrl with Alt; a Mac's Alt alone makes characters
        boolean command = event.isMetaDown() || event.isControlDown() != event.isAltDown() && !(MAC && event.isAltDown());
        if (typed.isEmpty() || command || typed.charAt(0) < FIRST_PRINTED || typed.charAt(0) == RUBOUT) {
            return;
        }
        field.insert(typed.toCharArray());
        event.consume();
    }

    void pressed(KeyEvent event) {
        field.checkCapsLock();
        boolean done = event.isShortcutDown() ? command(event) : plain(event);
        if (done) {
            event.consume();
        }
    }

    void released(KeyEvent event) {
        field.checkCapsLock();
        if (event.getCode() == KeyCode.F8) {
            text.reveal(false);
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        boolean select = event.isShiftDown();
        return switch (event.getCode()) {
            case LEFT -> move(select || buffer.from() == buffer.to() ? buffer.before(buffer.caret()) : buffer.from(), select);
            case RIGHT -> move(select || buffer.from() == buffer.to() ? buffer.after(buffer.caret()) : buffer.to(), select);
            case HOME -> move(0, select);
            case END -> move(buffer.length(), select);
            case BACK_SPACE -> remove(buffer.before(buffer.caret()));
            case DELETE -> remove(buffer.after(buffer.caret()));
            case INSERT -> select && paste();
            case PASTE -> paste();
            case CUT, COPY -> true;
            case ENTER -> field.enter();
            case F8 -> {
                text.reveal(true);
                yield true;
            }
            case TAB -> text.requestFocusTraversal(select ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            default -> false;
        };
    }

    private boolean command(KeyEvent event) {
        return switch (event.getCode()) {
            case A -> {
                buffer.selectAll();
                text.show();
                yield true;
            }
            case V -> paste();
            case C, X, Z -> true;
            case BACK_SPACE -> remove(0);
            case DELETE -> remove(buffer.length());
            case LEFT -> move(0, event.isShiftDown());
            case RIGHT -> move(buffer.length(), event.isShiftDown());
            default -> false;
        };
    }

    private boolean paste() {
        field.paste();
        return true;
    }

    private boolean move(int to, boolean select) {
        buffer.move(to, select);
        text.show();
        return true;
    }

    private boolean remove(int to) {
        buffer.removeTo(to);
        field.changed();
        return true;
    }
}
