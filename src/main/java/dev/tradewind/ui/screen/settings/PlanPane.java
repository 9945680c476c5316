package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where backups go, how often, how many are kept. */
final class PlanPane extends VBox {

    private final BackupsViewModel model;
    private final FolderField folder = new FolderField("plan-folder", "");
    private final Segments<Every> every = new Segments<>(List.of(Every.values()), PlanPane::words, true);
    private final UnitField keep = new UnitField("", "newest");
    private final Button save = Panes.button("plan-keep", "Keep this plan", Icon.CHECK, this::keep, "default");

    PlanPane(BackupsViewModel model) {
        this.model = model;
        getStyleClass().addAll("pane", "settings-pane");
        setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(Labels.of("Plan", "t-pane"), Labels.spring());
        head.getChildren().add(Panes.said(model.next, "plan-next", "t-label"));
        head.getStyleClass().add("pane-head");
        every.setId("plan-every");
        keep.text().setId("plan-number");
        ParamForm.markInvalid(keep, model.planError);
        VBox body = new VBox(
                ParamForm.stack("Into the folder", folder, null, ""),
                ParamForm.stack("One is made every", every, null, ""),
                ParamForm.stack("Kept", keep, model.planError, "1 to 1,000"),
                Panes.words("Older ones go, but for the newest of each of the last four weeks. They are made while the"
                        + " program runs."),
                Panes.row(save));
        body.getStyleClass().add("settings-body");
        getChildren().addAll(head, body);
        folder.text().textProperty().addListener((property, before, now) -> judge());
        keep.text().textProperty().addListener((property, before, now) -> judge());
        keep.text().setOnAction(event -> keep());
        every.onChoice(wanted -> judge());
        model.plan.addListener((property, before, now) -> show(now));
        show(model.plan.get());
    }

    private static String words(Every every) {
        return switch (every) {
            case NEVER -> "Never";
            case HOUR -> "Hour";
            case DAY -> "Day";
            case WEEK -> "Week";
        };
    }

    private void show(Optional<BackupPlan> plan) {
        plan.ifPresent(now -> {
            folder.text().setText(now.folder().toString());
            every.select(now.every());
            keep.text().setText(now.keep() + "");
            judge();
        });
    }

    private void judge() {
        save.setDisable(model.plan.get().map(kept -> kept.folder().toString().equals(folder.text().getText())
                && kept.every() == every.chosen() && (kept.keep() + "").equals(keep.text().getText())).orElse(true));
    }

    private void keep() {
        Every chosen = every.chosen();
        if (!save.isDisabled() && chosen != null) {
            model.keep(folder.text().getText(), chosen, keep.text().getText());
        }
    }
}
