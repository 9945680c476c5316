package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.ui.screen.settings.BackupsViewModel.Ask.What;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** The backups in rows, the newest first. */
final class BackupTable extends TableView<BackupRow> {

    private final BackupsViewModel model;

    BackupTable(BackupsViewModel model, Theme theme) {
        this.model = model;
        setId("backups");
        setMinHeight(0);
        getStyleClass().add("settings-tall");
        getColumns().addAll(List.of(
                Columns.text("Made, UTC", 122, BackupTable::made, row -> row.readable() ? "strong" : "is-sell"),
                Columns.figure("Age", 76, row -> model.age(row.made()), row -> "is-secondary"),
                Columns.figure("Size", 72, row -> Sizes.of(row.bytes()), row -> ""),
                Columns.text("Guard", 116, BackupTable::guard, row -> row.encrypted() ? "is-buy" : "is-warn"),
                Columns.text("Holds", 236, row -> (row.readable() ? "" : "✕ ") + row.words(),
                        row -> row.readable() ? "" : "is-sell"),
                Columns.node("", 214, this::actions)));
        setPlaceholder(Messages.empty(Icon.ARCHIVE, "No backup yet",
                "One file holds everything of the data folder; it is made while trading goes on.",
                Panes.button("backup-first", "Back up now", Icon.ARCHIVE, model::create, "primary")));
        widthProperty().addListener((property, before, now) -> fit(theme));
        theme.appearanceProperty().addListener((property, before, now) -> {
            fit(theme);
            refresh();
        });
        model.rows.addListener((property, before, now) -> {
            Columns.show(this, now);
            refresh();
        });
        model.going.addListener((property, before, now) -> {
            if (before.isPresent() != now.isPresent()) {
                refresh();
            }
        });
        Columns.show(this, model.rows.get());
    }

    private void fit(Theme theme) {
        Columns.spread(this, theme.appearanceProperty().get().textPercent());
    }

    private static String made(BackupRow row) {
        String moment = Figures.moment(Panes.nanos(row.made()));
        return moment.substring(0, moment.length() - ":00".length());
    }

    private static String guard(BackupRow row) {
        return row.encrypted() ? "✓ Encrypted" : "! Not encrypted";
    }

    private Node actions(BackupRow row) {
        HBox actions = new HBox(
                action(row, "verify", "Check", "Reads every byte; with the passphrase also all that is in it",
                        What.VERIFY),
                action(row, "rehearse", "Rehearse", "Restores it apart and opens everything as a start would",
                        What.REHEARSE),
                action(row, "restore", "Restore…", "Restores it into a new folder", What.RESTORE));
        actions.getStyleClass().add("row-actions");
        return actions;
    }

    private Button action(BackupRow row, String id, String words, String tip, What what) {
        Button button = Buttons.of(words, () -> model.ask(what, row), "quiet", "small", "settings-row-word");
        Buttons.tip(button, tip);
        button.setId("backup-" + id + "-" + model.rows.get().indexOf(row));
        button.setDisable(model.going.get().isPresent() || !row.readable());
        return button;
    }
}
