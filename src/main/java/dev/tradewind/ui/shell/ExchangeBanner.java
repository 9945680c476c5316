package dev.tradewind.ui.shell;

import dev.tradewind.engine.ReconciliationReport;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * While the exchange cannot be reached or is being compared, and until somebody has looked at what was found: what that
 * means, and each difference as "exchange says", "we think", "we will do".
 */
final class ExchangeBanner extends VBox {

    /** More are in the journal. */
    private static final int MOST_ROWS = 100;

    private static final List<String> HEADS = List.of("Exchange says", "We think", "We will do");

    private final GridPane table = new GridPane();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();

    ExchangeBanner(ExchangeViewModel model) {
        setId("exchange-banner");
        Label words = Labels.wrapped("", "t-medium");
        words.textProperty().bind(model.words);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        IconView icon = new IconView(Icon.LOOK, model.tone.get());
        model.tone.addListener((property, before, now) -> Labels.tone(icon, now));
        table.getStyleClass().add("differences");
        for (int i = 0; i < HEADS.size(); i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / HEADS.size());
            table.getColumnConstraints().add(third);
        }
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("differences-scroll");
        scroll.visibleProperty().bind(unfolded);
        scroll.managedProperty().bind(unfolded);
        Button show = Buttons.of("", () -> unfolded.set(!unfolded.get()), "small");
        show.setId("exchange-show");
        show.textProperty().bind(unfolded.map(open -> open ? "Fold" : "Show"));
        show.visibleProperty().bind(model.rows.map(rows -> !rows.isEmpty()));
        show.managedProperty().bind(show.visibleProperty());
        Button seen = Buttons.of("Seen", () -> {}, "small", "quiet");
        seen.setId("exchange-seen");
        seen.setOnAction(event -> {
            unfolded.set(false);
            model.seen();
        });
        seen.visibleProperty().bind(model.settled);
        seen.managedProperty().bind(seen.visibleProperty());
        HBox row = new HBox(icon, words, show, seen);
        row.getStyleClass().add("halt-banner");
        getChildren().addAll(row, scroll);
        visibleProperty().bind(model.news);
        managedProperty().bind(visibleProperty());
        model.rows.addListener((property, before, now) -> fill(now));
        fill(model.rows.get());
    }

    private void fill(List<ReconciliationReport.Row> rows) {
        table.getChildren().clear();
        for (int i = 0; i < HEADS.size(); i++) {
            table.add(Labels.of(HEADS.get(i), "t-label"), i, 0);
        }
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            ReconciliationReport.Row row = rows.get(i);
            table.add(Labels.wrapped(row.exchangeSays(), ""), 0, i + 1);
            table.add(Labels.wrapped(row.weThink(), "t-secondary"), 1, i + 1);
            table.add(Labels.wrapped(row.weWillDo(), "t-medium"), 2, i + 1);
        }
        if (rows.size() > MOST_ROWS) {
            table.add(
                    Labels.wrapped((rows.size() - MOST_ROWS) + " more are in the journal.", "t-secondary"), 0,
                    MOST_ROWS + 1, HEADS.size(), 1);
        }
    }
}
