package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.widget.Buttons;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A cell that turns into a field: Enter hands the words on, Escape and leaving it change nothing. */
final class EditCell<T> extends TableCell<T, T> {

    private final Function<T, String> words;
    private final Predicate<T> may;
    private final BiConsumer<T, String> changed;
    private final String tip;
    private final TextField field = new TextField();

    EditCell(Function<T, String> words, Predicate<T> may, String tip, BiConsumer<T, String> changed) {
        this.words = words;
        this.may = may;
        this.changed = changed;
        this.tip = tip;
        field.getStyleClass().add("cell-field");
        field.setOnAction(event -> {
            T item = getItem();
            String typed = field.getText();
            cancelEdit();
            if (item != null && !typed.strip().equals(words.apply(item))) {
                changed.accept(item, typed);
            }
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now && isEditing()) {
                cancelEdit();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
    }

    @Override
    public void startEdit() {
        T item = getItem();
        if (item == null || !may.test(item)) {
            return;
        }
        super.startEdit();
        field.setText(words.apply(item));
        setText(null);
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(null);
        T item = getItem();
        setText(item == null ? "" : words.apply(item));
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        if (isEditing()) {
            return;
        }
        setGraphic(null);
        boolean here = !empty && item != null;
        setText(here ? words.apply(item) : "");
        Buttons.tip(this, here && may.test(item) ? tip : "");
    }
}
