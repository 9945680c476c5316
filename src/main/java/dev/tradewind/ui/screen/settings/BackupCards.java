package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.ui.screen.settings.BackupsViewModel.Ask;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** Asks what opens a backup, and where it is restored to. */
final class BackupCards {

    private final BackupsViewModel model;

    BackupCards(BackupsViewModel model) {
        this.model = model;
    }

    /** {@return the card for a question} */
    AskCard card(Ask asked) {
        String name = asked.row().file().getFileName().toString();
        boolean restore = asked.what() == Ask.What.RESTORE;
        AskCard card = new AskCard("backup", switch (asked.what()) {
            case VERIFY -> "Check " + name;
            case REHEARSE -> "Rehearse " + name;
            case RESTORE -> "Restore " + name;
        }, "Back", model::leave);
        card.say(Panes.words(switch (asked.what()) {
            case VERIFY -> "Every byte is checked. With the passphrase also all that is in it.";
            case REHEARSE -> "It is restored into a folder of its own, opened as a start would, and removed again."
                    + " What runs here is not touched.";
            case RESTORE -> "It is restored into a new folder. What runs here is not touched: you start from the new"
                    + " folder when you are ready.";
        }));
        FolderField folder = new FolderField("backup-folder", "tradewind-restored");
        folder.text().setText(restore ? model.beside("restored") : "");
        SecretField passphrase = new SecretField("Passphrase of the backup");
        passphrase.setId(restore ? "backup-passphrase" : "ask-first");
        folder.text().setId(restore ? "ask-first" : "backup-folder");
        KeyFileChoice keyFile = new KeyFileChoice("backup-key-file");
        CheckBox recovery = new CheckBox("This is a recovery code");
        recovery.setId("backup-recovery");
        if (restore) {
            card.say(ParamForm.stack("Into the folder", folder, model.folderError, ""));
        }
        if (asked.row().encrypted()) {
            card.say(ParamForm.stack("Passphrase it was made with", passphrase, null, ""), recovery,
                    Panes.shown(keyFile, recovery.selectedProperty().not()));
        }
        Button yes = Panes.button("backup-yes", "", Icon.CHECK, () -> { }, "primary");
        Runnable act = () -> {
            if (!yes.isDisabled()) {
                Optional<Path> file = recovery.isSelected() ? Optional.empty() : keyFile.file.get();
                Optional<Unlock> unlock = passphrase.length() == 0
                        ? Optional.empty()
                        : Optional.of(new Unlock(passphrase.take(), file, recovery.isSelected()));
                model.begin(asked, unlock, folder.text().getText());
            }
        };
        yes.setOnAction(event -> act.run());
        passphrase.onEnter(act);
        folder.text().setOnAction(event -> act.run());
        yes.textProperty().bind(Bindings.createStringBinding(
                () -> words(asked, passphrase.emptyProperty().get()), passphrase.emptyProperty()));
        if (asked.row().encrypted() && asked.what() != Ask.What.VERIFY) {
            yes.disableProperty().bind(passphrase.emptyProperty());
        }
        card.act(yes);
        return card;
    }

    private static String words(Ask asked, boolean without) {
        return switch (asked.what()) {
            case VERIFY -> without && asked.row().encrypted() ? "Check the bytes only" : "Check all of it";
            case REHEARSE -> "Rehearse";
            case RESTORE -> "Restore";
        };
    }
}
