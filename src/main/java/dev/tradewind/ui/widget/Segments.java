package dev.tradewind.ui.widget;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A row of choices of which exactly one is chosen; arrow keys move between them. */
public final class Segments<T> extends HBox {

    private final List<T> values;
    private @Nullable T chosen;
    private Consumer<T> onChoice = value -> {};

    /**
     * @param values what there is to choose from
     * @param words  what each says
     * @param fill   whether segments share the width evenly
     */
    public Segments(List<T> values, Function<T, String> words, boolean fill) {
        this.values = List.copyOf(values);
        getStyleClass().add("segments");
        for (T value : this.values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setUserData(value);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                select(value);
                onChoice.accept(value);
            });
            if (fill) {
                HBox.setHgrow(button, Priority.ALWAYS);
                button.setMaxWidth(Double.MAX_VALUE);
                button.setPrefWidth(1);
            }
            getChildren().add(button);
        }
        if (fill) {
            getStyleClass().add("wide");
        }
    }

    /** Shows a value as chosen without telling anyone; one that is not among the choices shows none. */
    public void select(@Nullable T value) {
        chosen = value;
        for (int i = 0; i < values.size(); i++) {
            button(i).setSelected(values.get(i).equals(value));
        }
    }

    /** Called when a person chooses. */
    public void onChoice(Consumer<T> listener) {
        onChoice = listener;
    }

    /** {@return the chosen value, null if none is} */
    public @Nullable T chosen() {
        return chosen;
    }

    /** {@return the button of a choice, for style classes and tooltips} */
    public ToggleButton button(T value) {
        int index = values.indexOf(Objects.requireNonNull(value));
        if (index < 0) {
            throw new IllegalArgumentException("no segment " + value);
        }
        return button(index);
    }

    private ToggleButton button(int index) {
        return (ToggleButton) getChildren().get(index);
    }
}
