package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rows as a table, the newest on top, and how many there are. */
final class RowTable extends VBox {

    private final ActivityViewModel model;
    private final Theme theme;
    private final ActivityActions actions;
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, Row> change =
            Columns.text("Before → after", 210, ActivityWords::change, row -> "is-secondary");
    private boolean filling;

    RowTable(ActivityViewModel model, ActivityActions actions, Theme theme) {
        this.model = model;
        this.theme = theme;
        this.actions = actions;
        getStyleClass().addAll("pane", "activity-rows");
        HBox head = new HBox(Labels.of("Rows", "t-pane"), Labels.spring(), Labels.of("times in UTC", "t-label"));
        head.getStyleClass().add("pane-head");
        table.setId("activity-table");
        table.setMinHeight(0);
        table.getColumns().addAll(List.of(
                Columns.text("Time", 132, row -> Figures.moment(row.timeNanos()), row -> "is-secondary"),
                Columns.node("Who", 118, RowTable::who),
                Columns.text("What", 250, Row::words, row -> ""),
                change,
                Columns.text("Row", 112, ActivityWords::place, row -> "mono")));
        table.widthProperty().addListener((property, before, now) -> fit());
        theme.appearanceProperty().addListener((property, before, now) -> {
            fit();
            table.refresh();
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table, foot());
        VBox.setVgrow(this, Priority.ALWAYS);
        model.rows.addListener((property, before, now) -> fill());
        model.selected.addListener((property, before, now) -> choose());
        model.reading.addListener((property, before, now) -> placeholder());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.selected.set(Optional.of(now));
            }
        });
        fill();
    }

    /** Where there is little room, before and after stand in the chosen row alone. */
    void narrow(boolean wanted) {
        if (wanted == table.getColumns().contains(change)) {
            if (wanted) {
                table.getColumns().remove(change);
            } else {
                table.getColumns().add(3, change);
            }
            fit();
        }
    }

    private static Node who(Row row) {
        HBox cell = new HBox(new IconView(ActivityWords.icon(row.actor()), "is-faint"), Labels.of(row.who(), ""));
        cell.getStyleClass().addAll("spacing-6", "activity-who");
        return cell;
    }

    private HBox foot() {
        Label shown = Labels.of("", "t-label");
        shown.setId("activity-shown");
        shown.textProperty().bind(model.shown);
        Button older = Buttons.of("Show older", actions::older, "quiet", "small");
        older.setId("activity-older");
        older.visibleProperty().bind(model.more);
        older.disableProperty().bind(model.reading);
        Label reading = Labels.of("Reading …", "t-label");
        reading.visibleProperty().bind(model.reading);
        HBox foot = new HBox(shown, older, Labels.spring(), reading);
        foot.getStyleClass().addAll("spacing-8", "activity-foot");
        return foot;
    }

    private void fit() {
        Columns.spread(table, theme.appearanceProperty().get().textPercent());
    }

    private void fill() {
        filling = true;
        table.getItems().setAll(model.rows.get());
        filling = false;
        placeholder();
        choose();
    }

    private void placeholder() {
        if (model.reading.get()) {
            table.setPlaceholder(Messages.empty(Icon.HISTORY, "Reading …", "A long journal is gone through once."));
        } else if (model.filtered()) {
            table.setPlaceholder(Messages.empty(
                    Icon.FILTER, "Nothing passes the filter", "Take something out of it, or show everything again.",
                    Buttons.of("Show all", actions::clear, "primary")));
        } else {
            table.setPlaceholder(Messages.empty(
                    Icon.HISTORY, "Nothing was done yet", "Start a session or change a setting: it stands here from then on."));
        }
    }

    private void choose() {
        filling = true;
        model.selected.get().ifPresentOrElse(row -> {
            if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
            }
        }, table.getSelectionModel()::clearSelection);
        filling = false;
    }
}
