package dev.tradewind.ui.screen.settings;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How a section's last act goes or went: at work, a note, or trouble. JavaFX thread only. */
final class Outcome {

    final ObjectProperty<Optional<Trouble>> trouble = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty note = new SimpleStringProperty("");
    final StringProperty working = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();

    /** Something begins; what was said before no longer holds. */
    void begin(String words) {
        trouble.set(Optional.empty());
        note.set("");
        working.set(words);
        busy.set(true);
    }

    /** It was done; {@code words} may be empty. */
    void done(String words) {
        end();
        note.set(words);
    }

    /** It failed. */
    void failed(Trouble what) {
        end();
        trouble.set(Optional.of(what));
    }

    private void end() {
        working.set("");
        busy.set(false);
    }
}
