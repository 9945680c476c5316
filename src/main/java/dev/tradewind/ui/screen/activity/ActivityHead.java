package dev.tradewind.ui.screen.activity;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether trail and journals are as they were written, in one sentence; checking and exporting. */
final class ActivityHead extends VBox {

    private final VBox wrongs = new VBox();
    private final ActivityViewModel model;

    ActivityHead(ActivityViewModel model, ActivityActions actions, JobBar job) {
        this.model = model;
        getStyleClass().addAll("pane", "activity-head");
        Label headline = Labels.of("", "t-section");
        headline.setId("activity-headline");
        headline.setMinWidth(0);
        headline.textProperty().bind(model.headline);
        model.tone.addListener((property, before, now) -> Labels.tone(headline, now));
        Label meaning = Labels.wrapped("", "t-secondary");
        meaning.textProperty().bind(model.meaning);
        VBox words = new VBox(headline, meaning);
        words.getStyleClass().add("spacing-4");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button export = Buttons.of("Export…", actions::export, "quiet");
        export.setId("activity-export");
        export.setGraphic(new IconView(Icon.FILE));
        export.disableProperty().bind(model.busy);
        Buttons.tip(export, "Writes all rows that pass the filter, as CSV or JSON lines");
        Button verify = Buttons.of("Verify", actions::verify, "primary");
        verify.setId("activity-verify");
        verify.setGraphic(new IconView(Icon.SHIELD_CHECK));
        verify.disableProperty().bind(model.busy);
        Buttons.tip(verify, "Checks every row of the trail and of all journals, and that they belong together");
        HBox row = new HBox(words, export, verify);
        row.getStyleClass().addAll("spacing-8", "activity-head-row");
        wrongs.getStyleClass().add("spacing-4");
        Label trouble = said("activity-trouble", "field-error");
        trouble.textProperty().bind(model.trouble);
        Label note = said("activity-note", "t-secondary");
        note.textProperty().bind(model.note);
        getChildren().addAll(row, job, wrongs, trouble, note);
        model.verdict.addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        wrongs.getChildren().clear();
        for (String words : model.wrongs()) {
            HBox line = new HBox(new IconView(Icon.BLOCK, "is-sell"), Labels.wrapped(words, ""));
            HBox.setHgrow(line.getChildren().getLast(), Priority.ALWAYS);
            line.getStyleClass().addAll("spacing-8", "activity-wrong");
            wrongs.getChildren().add(line);
        }
        wrongs.setVisible(!wrongs.getChildren().isEmpty());
        wrongs.setManaged(wrongs.isVisible());
    }

    private static Label said(String id, String tone) {
        Label label = Labels.wrapped("", tone);
        label.setId(id);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
