package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The run's name, what was played, and what can be done with it. */
final class ReportHead extends HBox {

    private final Label title = Labels.of("", "t-title");
    private final Label chip = Labels.of("", "chip", "is-accent");
    private final Label summary = Labels.of("", "t-secondary");

    ReportHead(LabActions actions) {
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        Button export = Buttons.of("Export", () -> {}, "quiet");
        export.setId("lab-export");
        export.setGraphic(new IconView(Icon.DOWNLOAD));
        export.setOnAction(event -> actions.exportMenu(export));
        Button edit = Buttons.of("Edit set-up", actions::editSetup, "quiet");
        edit.setId("lab-edit");
        Button again = Buttons.of("New run", actions::newRun, "primary");
        again.setId("lab-new");
        again.setGraphic(new IconView(Icon.PLUS));
        getStyleClass().addAll("pane", "detail-head", "lab-head");
        getChildren().addAll(title, chip, summary, export, edit, again);
    }

    void show(ReportModel model) {
        title.setText(model.report().title());
        chip.setText(model.terms().chip());
        chip.setVisible(!model.terms().chip().isEmpty());
        chip.setManaged(chip.isVisible());
        summary.setText(model.summary());
        Buttons.tip(summary, model.summary());
    }
}
