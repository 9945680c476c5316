package dev.tradewind.ui.screen.lab;

import dev.tradewind.backtest.RunStore.Kept;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs kept, newest first: open one with a double click or Enter. */
final class RunsPane extends VBox {

    private final LabViewModel model;
    private final TableView<Kept> table = new TableView<>();
    private final Label count = Labels.of("", "t-secondary");

    RunsPane(LabViewModel model, Theme theme) {
        this.model = model;
        HBox head = new HBox(Labels.of("Runs kept", "t-pane"), count);
        head.getStyleClass().add("pane-head");
        table.setId("lab-runs");
        table.getColumns().addAll(List.of(
                Columns.text("Run", 48, run -> "#" + run.number(), run -> "strong"),
                Columns.text("When", 120, run -> Figures.minute(run.atNanos()), run -> "is-secondary"),
                Columns.text("What", 220, Kept::title, run -> ""),
                Columns.text("Symbol", 90, Kept::symbols, run -> ""),
                Columns.figure("Return", 76, run -> Words.change(run.totalReturn(), 2),
                        run -> Words.tone(run.totalReturn()) + " strong"),
                Columns.figure("Drawdown", 76, run -> Words.change(-Math.abs(run.maxDrawdown()), 2), run -> ""),
                Columns.figure("Sharpe", 58, run -> Figures.fixed(run.sharpe(), 2), run -> ""),
                Columns.figure("Deals", 58, run -> Figures.whole(run.trades()), run -> ""),
                Columns.node("", 72, this::actions)));
        table.setPlaceholder(Messages.empty(Icon.FLASK, "No run yet",
                "Choose a bot on the left and data above, then press Run: its report opens here."));
        table.setMinHeight(0);
        table.setRowFactory(owner -> {
            TableRow<Kept> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    model.open(row.getItem().number());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            Kept chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.ENTER) {
                model.open(chosen.number());
                event.consume();
            }
        });
        table.widthProperty().addListener((property, before, now) ->
                Columns.spread(table, theme.appearanceProperty().get().textPercent()));
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().addAll("pane", "lab-runs-pane");
        getChildren().addAll(head, table);
        model.kept.addListener((property, before, now) -> fill());
        fill();
    }

    private Node actions(Kept run) {
        HBox row = new HBox(
                Buttons.icon(Icon.EYE, "Open run " + run.number(), () -> model.open(run.number()), "small"),
                Buttons.icon(Icon.CROSS, "Drop run " + run.number(), () -> model.drop(run.number()), "small"));
        row.getStyleClass().add("row-actions");
        return row;
    }

    private void fill() {
        table.setItems(FXCollections.observableList(model.kept.get()));
        count.setText(model.kept.get().isEmpty() ? "" : "Enter opens one");
    }
}
