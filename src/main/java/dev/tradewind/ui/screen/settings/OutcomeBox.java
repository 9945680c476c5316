package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows an {@link Outcome}; takes no room while there is nothing to say. */
final class OutcomeBox extends VBox {

    private final Outcome outcome;
    private final String id;
    private final VBox slot = new VBox();

    /** @param id begins the ids of its parts: {@code -trouble}, {@code -note}, {@code -working} */
    OutcomeBox(Outcome outcome, String id) {
        this.outcome = outcome;
        this.id = id;
        getStyleClass().add("spacing-8");
        HBox note = line(Icon.CHECK, "is-buy", outcome.note, id + "-note");
        HBox working = line(Icon.HISTORY, "is-accent", outcome.working, id + "-working");
        getChildren().addAll(working, note, slot);
        Panes.shown(slot, outcome.trouble.map(Optional::isPresent));
        Panes.shown(this, outcome.trouble.map(Optional::isPresent)
                .flatMap(trouble -> outcome.note.isNotEmpty().or(outcome.working.isNotEmpty())
                        .map(any -> any || trouble)));
        outcome.trouble.addListener((property, before, now) -> show(now));
        show(outcome.trouble.get());
    }

    private static HBox line(Icon icon, String tone, StringProperty words, String id) {
        Label label = Labels.wrapped("", "t-secondary");
        label.setId(id);
        label.textProperty().bind(words);
        HBox row = Panes.row(new IconView(icon, tone), label);
        Panes.shown(row, words.isNotEmpty());
        return row;
    }

    private void show(Optional<Trouble> now) {
        slot.getChildren().clear();
        now.ifPresent(what -> {
            VBox box = Messages.trouble(true, what.title(), what.line(),
                    Buttons.of("Understood", () -> outcome.trouble.set(Optional.empty()), "quiet", "small"));
            box.setId(id + "-trouble");
            slot.getChildren().add(box);
        });
    }
}
