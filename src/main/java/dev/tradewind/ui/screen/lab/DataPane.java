package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.LabDesk.History;
import dev.tradewind.domain.Timeframe;
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
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be played; one is chosen. */
final class DataPane extends VBox {

    private final LabViewModel model;
    private final TableView<History> table = new TableView<>();
    private final ChangeListener<Optional<History>> follow = (property, before, now) -> select();
    private boolean filling;

    DataPane(LabViewModel model, Theme theme, Runnable addFile) {
        this.model = model;
        Button file = Buttons.of("Choose a file", addFile, "quiet", "small");
        file.setId("lab-file");
        file.setGraphic(new IconView(Icon.FOLDER));
        HBox head = new HBox(Labels.of("Data", "t-pane"), Labels.of("what is played", "t-secondary"), Labels.spring(),
                file);
        head.getStyleClass().add("pane-head");
        table.setId("lab-data");
        table.getColumns().addAll(List.of(
                Columns.text("Symbol", 90, History::symbol, history -> "strong"),
                Columns.text("Venue", 90, History::venue, history -> "is-secondary"),
                Columns.text("Source", 210, History::title, history -> ""),
                Columns.text("Candles", 66, history -> history.timeframe().map(Timeframe::label).orElse("–"),
                        history -> ""),
                Columns.figure("Events", 84, history -> Figures.whole(history.events()), history -> ""),
                Columns.text("From", 90, history -> Figures.day(history.firstNanos()), history -> "is-secondary"),
                Columns.text("To", 90, history -> Figures.day(history.lastNanos()), history -> "is-secondary"),
                Columns.text("Fill tier", 60, history -> history.tier().name(), history -> "")));
        table.setPlaceholder(Messages.empty(Icon.FOLDER, "Nothing stored yet",
                "Choose a file of candles, trades or a recorded book, or import one on the Data screen."));
        table.setMinHeight(0);
        table.widthProperty().addListener((property, before, now) ->
                Columns.spread(table, theme.appearanceProperty().get().textPercent()));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.setup.get().choose(now);
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().addAll("pane", "lab-data-pane");
        getChildren().addAll(head, table);
        model.histories.addListener((property, before, now) -> fill());
        model.setup.addListener((property, before, now) -> {
            before.history.removeListener(follow);
            now.history.addListener(follow);
            select();
        });
        model.setup.get().history.addListener(follow);
        fill();
    }

    private void fill() {
        filling = true;
        table.setItems(FXCollections.observableList(model.histories.get()));
        filling = false;
        select();
    }

    private void select() {
        filling = true;
        model.setup.get().history.get().ifPresentOrElse(
                history -> table.getSelectionModel().select(history), () -> table.getSelectionModel().clearSelection());
        filling = false;
    }
}
