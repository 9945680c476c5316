package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.ui.fx.Ticker;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Opens the sealed vault. */
final class UnlockForm extends VBox {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final SecurityViewModel model;
    private final SecretField passphrase = new SecretField("Passphrase");
    private final KeyFileChoice keyFile = new KeyFileChoice("vault-unlock-file");
    private final Button unlock;
    private Optional<Ticker> ticker = Optional.empty();

    UnlockForm(SecurityViewModel model) {
        this.model = model;
        getStyleClass().add("settings-form");
        passphrase.setId("vault-passphrase");
        passphrase.onEnter(this::unlock);
        passphrase.onChange(this::judge);
        unlock = Panes.button("vault-unlock", "Open the vault", Icon.LOCK_OPEN, this::unlock, "primary");
        getChildren().addAll(
                ParamForm.stack("Passphrase", passphrase, null, ""),
                Panes.shown(keyFile, model.state.map(SecurityState::keyFile)),
                Panes.said(model.state.map(UnlockForm::help), "vault-hint-shown", "t-secondary"),
                unlock);
        model.outcome.busy.addListener((property, before, now) -> judge());
        sceneProperty().addListener((property, before, now) -> watch(now != null));
        judge();
    }

    /** Counts the wait after a wrong try down while the form shows. */
    private void watch(boolean on) {
        ticker.ifPresent(Ticker::close);
        ticker = on
                ? Optional.of(Ticker.every("vault-wait", LOOK, () -> {
                    if (model.state.get().untilNextTry().isPositive()) {
                        model.read();
                    }
                }))
                : Optional.empty();
    }

    private static String help(SecurityState state) {
        String hint = state.hint().isEmpty() ? "" : "Hint: " + state.hint() + ". ";
        String wait = state.untilNextTry().isPositive()
                ? "The next try is taken in " + Figures.duration(state.untilNextTry().toNanos()) + "."
                : "";
        return (hint + wait).strip();
    }

    private void judge() {
        unlock.setDisable(model.outcome.busy.get() || passphrase.length() == 0);
    }

    private void unlock() {
        if (!unlock.isDisabled()) {
            Optional<Path> file = model.state.get().keyFile() ? keyFile.file.get() : Optional.empty();
            model.unlock(passphrase.take(), file);
        }
    }
}
