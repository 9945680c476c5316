package dev.tradewind.ui.screen.risk;

import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rules as text, one a line, judged while it is typed; nothing changes before Apply. */
final class RuleEditor extends VBox {

    private final TextArea area = new TextArea();

    RuleEditor(RiskViewModel model) {
        getStyleClass().addAll("pane", "rule-editor");
        HBox head = new HBox(Labels.of("Rules as text", "t-pane"), Labels.spring(), Labels.of("one a line", "t-label"));
        head.getStyleClass().add("pane-head");
        area.setId("risk-text");
        area.setPromptText("account daily-loss 3% halt");
        area.textProperty().bindBidirectional(model.text);
        VBox.setVgrow(area, Priority.ALWAYS);
        Label error = Labels.wrapped("", "field-error");
        error.setId("risk-error");
        error.textProperty().bind(model.error);
        error.visibleProperty().bind(model.error.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        Label note = Labels.of("", "t-label");
        note.textProperty().bind(model.note);
        note.setMinWidth(0);
        Button apply = Buttons.of("Apply", model::apply, "primary");
        apply.setId("risk-apply");
        apply.disableProperty().bind(model.error.isNotEmpty().or(model.dirty.not()));
        Button undo = Buttons.of("Undo", model::undo, "quiet");
        undo.disableProperty().bind(model.dirty.not());
        HBox row = new HBox(note, Labels.spring(), undo, apply);
        row.getStyleClass().addAll("spacing-8", "rule-row");
        VBox examples = new VBox(Labels.of("SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]. Add one:", "t-label"));
        examples.getStyleClass().add("spacing-4");
        for (String line : RiskViewModel.EXAMPLES) {
            Button add = Buttons.of(line, () -> model.example(line), "link", "t-mono");
            add.setMinWidth(0);
            examples.getChildren().add(add);
        }
        VBox body = new VBox(area, error, row, Labels.rule(), examples);
        body.getStyleClass().add("rule-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /** Puts the caret where a rule is written. */
    void begin() {
        area.requestFocus();
        area.end();
    }
}
