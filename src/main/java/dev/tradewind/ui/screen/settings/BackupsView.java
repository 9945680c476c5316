package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.screen.settings.BackupsViewModel.Found;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Backups: how old the last one is, the list, the plan, everything as files. */
final class BackupsView extends VBox implements Section {

    private final BackupsViewModel model;
    private final TwoColumns columns = new TwoColumns(35, false);
    private final JobBar bar = new JobBar("backup-job");
    private final VBox findings = new VBox();
    private final FolderField exportTo = new FolderField("export-folder", "tradewind-export");

    /** @param over shows a question over the screen */
    BackupsView(BackupsViewModel model, Theme theme, Consumer<Optional<AskCard>> over) {
        this.model = model;
        SectionHead head = new SectionHead(model.headline, model.meaning, model.tone, "backups");
        Button create = Panes.button("backup-create", "Back up now", Icon.ARCHIVE, model::create, "primary");
        create.disableProperty().bind(model.going.map(Optional::isPresent));
        Buttons.tip(create, "Everything of the data folder as of now; trading goes on");
        head.action(create);
        head.job(bar);
        head.outcome(model.outcome, "backups");
        BackupTable table = new BackupTable(model, theme);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox title = new HBox(Labels.of("Backups", "t-pane"));
        title.getStyleClass().add("pane-head");
        VBox list = new VBox(title, table);
        list.getStyleClass().addAll("pane", "settings-table");
        VBox.setVgrow(list, Priority.ALWAYS);
        findings.setId("backup-found");
        findings.getStyleClass().add("pane");
        findings.setMinHeight(USE_PREF_SIZE);
        columns.left(list, findings);
        columns.right(new PlanPane(model), export());
        VBox.setVgrow(columns, Priority.ALWAYS);
        getStyleClass().add("spacing-4");
        getChildren().addAll(head, columns);
        BackupCards cards = new BackupCards(model);
        model.ask.addListener((property, before, now) -> over.accept(now.map(cards::card)));
        model.going.addListener((property, before, now) -> going(before, now));
        model.found.addListener((property, before, now) -> show(now));
        show(model.found.get());
    }

    private Node export() {
        Button write = Panes.button("export-go", "Export everything", Icon.DOWNLOAD,
                () -> model.export(exportTo.text().getText()),
                "default");
        write.disableProperty().bind(model.going.map(Optional::isPresent));
        model.plan.addListener((property, before, now) -> {
            if (exportTo.text().getText().isEmpty()) {
                exportTo.text().setText(model.beside("export"));
            }
        });
        return Panes.pane("Export", "CSV and JSON, no secrets",
                Panes.words("Everything you did and made here, readable without this program: orders, fills, deals,"
                        + " runs, settings. Keys are left out."),
                ParamForm.stack("Into the folder", exportTo, model.folderError, ""), Panes.row(write));
    }

    private void going(Optional<Going> before, Optional<Going> now) {
        now.ifPresentOrElse(work -> {
            if (before.isEmpty()) {
                bar.begin(work.words(), model::cancel);
            }
            bar.at(work.share(), work.leftNanos());
        }, bar::end);
    }

    private void show(Optional<Found> now) {
        findings.getChildren().clear();
        findings.setVisible(now.isPresent());
        findings.setManaged(now.isPresent());
        now.ifPresent(found -> {
            Label title = Labels.of(found.title(), "t-pane");
            title.setId("backup-found-title");
            IconView sign = found.good() ? new IconView(Icon.CHECK, "is-buy") : new IconView(Icon.BLOCK, "is-sell");
            Button dismiss = Buttons.icon(Icon.CROSS, "Dismiss", () -> model.found.set(Optional.empty()), "small");
            HBox head = new HBox(sign, title, Labels.spring(), dismiss);
            head.getStyleClass().add("pane-head");
            VBox lines = new VBox();
            lines.getStyleClass().addAll("settings-lines");
            found.lines().forEach(line -> lines.getChildren().add(Panes.words(line)));
            findings.getChildren().addAll(head, lines);
        });
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void narrow(boolean wanted) {
        columns.arrange(wanted);
    }
}
