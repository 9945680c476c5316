package dev.tradewind.ui.screen.data;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is stored in one sentence, what to do about it, and how far the running job is. */
final class DataHead extends VBox {

    DataHead(DataViewModel model, DataActions actions, JobBar job) {
        getStyleClass().addAll("pane", "data-head");
        Label headline = Labels.of("", "t-section");
        headline.setId("data-headline");
        headline.setMinWidth(0);
        headline.textProperty().bind(model.headline);
        model.tone.addListener((property, before, now) -> Labels.tone(headline, now));
        Label meaning = Labels.wrapped("", "t-secondary");
        meaning.textProperty().bind(model.meaning);
        VBox words = new VBox(headline, meaning);
        words.getStyleClass().add("spacing-4");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button check = Buttons.of("Check all", actions::checkAll, "quiet");
        check.setId("data-check-all");
        check.setGraphic(new IconView(Icon.CHECK));
        check.disableProperty().bind(model.busy.or(model.lines.isEqualTo(List.of())));
        Button files = Buttons.of("Import files…", actions::chooseFiles, "primary");
        files.setId("data-choose");
        files.setGraphic(new IconView(Icon.DOWNLOAD));
        files.disableProperty().bind(model.busy);
        HBox row = new HBox(words, check, files);
        row.getStyleClass().addAll("spacing-8", "data-head-row");
        Label trouble = said("data-trouble", "field-error");
        trouble.textProperty().bind(model.trouble);
        Label note = said("data-note", "t-secondary");
        note.textProperty().bind(model.note);
        getChildren().addAll(row, job, trouble, note);
    }

    private static Label said(String id, String tone) {
        Label label = Labels.wrapped("", tone);
        label.setId(id);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
