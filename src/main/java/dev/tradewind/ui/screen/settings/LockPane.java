package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What idleness and sleep do. What is chosen is kept at once. */
final class LockPane extends VBox {

    private static final int MOST = 1_440;

    private final SecurityViewModel model;
    private final UnitField minutes = new UnitField("", "minutes");
    private final StringProperty error = new SimpleStringProperty("");
    private final Segments<Reaction> idle = reactions("lock-idle");
    private final Segments<Reaction> sleep = reactions("lock-sleep");

    LockPane(SecurityViewModel model) {
        this.model = model;
        getStyleClass().addAll("pane", "settings-pane");
        setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(Labels.of("When you walk away", "t-pane"));
        head.getStyleClass().add("pane-head");
        minutes.text().setId("lock-minutes");
        ParamForm.markInvalid(minutes, error);
        minutes.text().setOnAction(event -> keep());
        minutes.text().focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                keep();
            }
        });
        idle.onChoice(wanted -> keep());
        sleep.onChoice(wanted -> keep());
        VBox after = ParamForm.stack("After no key or mouse for", minutes, error, "1 to 1,440 minutes, 0 for never");
        after.getStyleClass().add("settings-minutes");
        VBox body = new VBox(
                after,
                ParamForm.stack("then", Panes.row(idle), null, ""),
                ParamForm.stack("When the computer goes to sleep", Panes.row(sleep), null, ""),
                Panes.words("Locking hides the terminal; bots and signing go on. Sealing wipes the keys: live accounts"
                        + " stand still, stops at the exchange stay in force."),
                Panes.shown(Panes.words("Both take effect once there is a passphrase."),
                        model.state.map(now -> now.vault() == VaultState.NONE)));
        body.getStyleClass().addAll("settings-body");
        getChildren().addAll(head, body);
        model.state.addListener((property, before, now) -> show(now.policy()));
        show(model.state.get().policy());
    }

    private static Segments<Reaction> reactions(String id) {
        Segments<Reaction> segments = new Segments<>(List.of(Reaction.values()), LockPane::words, false);
        segments.setId(id);
        return segments;
    }

    private static String words(Reaction reaction) {
        return switch (reaction) {
            case NOTHING -> "Nothing";
            case LOCK -> "Lock the screen";
            case SEAL -> "Seal the keys";
        };
    }

    private void show(LockPolicy policy) {
        if (!minutes.text().isFocused()) {
            minutes.text().setText(policy.idleMinutes() + "");
        }
        idle.select(policy.onIdle());
        sleep.select(policy.onSleep());
    }

    private void keep() {
        typed().ifPresent(number -> {
            LockPolicy kept = model.state.get().policy();
            Reaction onIdle = idle.chosen();
            Reaction onSleep = sleep.chosen();
            LockPolicy wanted = new LockPolicy(
                    number, onIdle == null ? kept.onIdle() : onIdle, onSleep == null ? kept.onSleep() : onSleep);
            if (!wanted.equals(kept)) {
                model.policy(wanted);
            }
        });
    }

    private Optional<Integer> typed() {
        String text = minutes.text().getText().strip();
        error.set("");
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= MOST) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below with the value
        }
        error.set("'" + text + "' is no number of minutes; 1 to 1,440 is, or 0 for never.");
        return Optional.empty();
    }
}
