package dev.tradewind.ui.widget;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A text field with its unit inside the frame; {@link #invalid} outlines it. */
public final class UnitField extends HBox {

    private final TextField text = new TextField();
    private final Label unit = new Label();

    /** A field with a value and a unit, which may be empty. */
    public UnitField(String value, String unitText) {
        getStyleClass().add("field");
        unit.getStyleClass().add("unit");
        unit.setText(unitText);
        unit.setMinWidth(USE_PREF_SIZE);
        text.setText(value);
        text.setPrefColumnCount(6);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, unit);
    }

    /** {@return the field itself} */
    public TextField text() {
        return text;
    }

    /** Changes the unit. */
    public void unit(String words) {
        unit.setText(words);
    }

    /** Outlines the field as wrong, or not. */
    public void invalid(boolean wrong) {
        getStyleClass().remove("invalid");
        if (wrong) {
            getStyleClass().add("invalid");
        }
    }
}
