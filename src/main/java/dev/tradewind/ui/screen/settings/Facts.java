package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the vault does, in the words of who it guards. */
final class Facts {

    private Facts() {}

    /** {@return what becomes of a passphrase and of keys} */
    static VBox vault() {
        return Panes.stack(
                point(Icon.LOCK, "The passphrase is made slow to guess on purpose: about half a second for each try,"
                        + " for a thief too."),
                point(Icon.KEY, "Keys lie encrypted in the data folder. They are in memory only while the vault is"
                        + " open."),
                point(Icon.SHIELD, "Locking hides the screen while bots go on. Sealing wipes the keys: live accounts"
                        + " stand still, stops at the exchange stay in force."),
                point(Icon.ARCHIVE, "Backups are encrypted under the same passphrase."),
                point(Icon.LOOK, "Forgotten means gone, unless you made a recovery code and kept it."));
    }

    /** {@return a line with its icon} */
    static Node point(Icon icon, String words) {
        HBox row = Panes.row(new IconView(icon, "is-accent"), Panes.words(words));
        row.getStyleClass().add("settings-point");
        return row;
    }
}
