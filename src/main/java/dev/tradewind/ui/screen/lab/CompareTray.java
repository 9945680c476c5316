package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Comparison;
import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunStore.Kept;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Popover;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;

/** The runs to compare, fixed at the foot of the Lab: add one, take one out, look at them side by side. */
final class CompareTray extends HBox {

    private final LabViewModel model;
    private final Label count = Labels.of("", "t-secondary");
    private final HBox cards = new HBox();
    private final Button compare;
    private final Button add;
    private final ListView<Kept> list = new ListView<>();
    private final Popover menu;

    CompareTray(LabViewModel model, Theme theme) {
        this.model = model;
        compare = Buttons.of("", () -> model.page.set(LabViewModel.Page.COMPARE));
        compare.setId("lab-compare");
        add = Buttons.of("Add run", () -> {}, "quiet");
        add.setId("lab-add-run");
        add.setGraphic(new IconView(Icon.PLUS));
        list.setId("lab-add-list");
        list.getStyleClass().add("lab-add-list");
        list.setCellFactory(owner -> new KeptCell());
        list.setPlaceholder(Labels.of("No other run is kept.", "t-secondary"));
        menu = new Popover(theme, ArrowLocation.BOTTOM_CENTER, Labels.of("Add a run kept", "t-strong"), list);
        add.setOnAction(event -> offer());
        list.setOnMouseClicked(event -> take());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
            }
        });
        cards.getStyleClass().add("lab-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(0);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getStyleClass().addAll("pane", "lab-tray");
        getChildren().addAll(Labels.of("Compare", "t-pane"), count, scroll, add, compare);
        model.compare.entries.addListener((property, before, now) -> fill());
        model.report.addListener((property, before, now) -> fill());
        fill();
    }

    private void offer() {
        list.getItems().setAll(model.kept.get().stream().filter(run -> !model.compare.has(run.number())).toList());
        list.getSelectionModel().selectFirst();
        menu.toggle(add);
        list.requestFocus();
    }

    private void take() {
        Kept chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            menu.hide();
            model.compare.add(chosen.number());
        }
    }

    private void fill() {
        List<CompareModel.Entry> entries = model.compare.entries.get();
        count.setText(entries.size() + " of " + Comparison.MOST_RUNS);
        compare.setText("Compare " + entries.size());
        compare.setDisable(entries.size() < 2);
        add.setDisable(model.compare.full());
        cards.getChildren().clear();
        for (int i = 0; i < entries.size(); i++) {
            cards.getChildren().add(card(entries.get(i), i));
        }
    }

    private Node card(CompareModel.Entry entry, int place) {
        Region mark = new Region();
        mark.getStyleClass().addAll("lab-card-mark", "run-" + place);
        boolean shown = entry.number() == model.compare.shown();
        Label name = Labels.of("#" + entry.number() + (shown ? " this run" : ""), "t-strong");
        String values = entry.terms().brief();
        Label brief = Labels.of(values.isEmpty() ? entry.run().report().title() : values, "t-label");
        Buttons.tip(brief, entry.run().report().title() + (values.isEmpty() ? "" : ", " + values));
        brief.setMinWidth(0);
        VBox words = new VBox(name, brief);
        words.getStyleClass().add("lab-card-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        double gain = entry.run().report().totalReturn();
        Label result = Labels.of(Words.change(gain, 1), "t-strong");
        Labels.tone(result, Words.tone(gain));
        VBox returns = right(result, "DD " + Words.change(-Math.abs(value(entry, Metric.MAX_DRAWDOWN)), 1));
        VBox sharpe = right(Labels.of(Figures.fixed(value(entry, Metric.SHARPE), 2), "t-strong"), "Sharpe");
        HBox card = new HBox(mark, words, returns, sharpe);
        card.getStyleClass().add("lab-run-card");
        if (shown) {
            card.getStyleClass().add("current");
        } else {
            card.getChildren().add(Buttons.icon(
                    Icon.CROSS, "Take run " + entry.number() + " out", () -> model.compare.remove(entry.number()),
                    "small"));
            card.setOnMouseClicked(event -> model.open(entry.number()));
            card.setFocusTraversable(true);
            card.setAccessibleText("Run " + entry.number() + ", Enter shows its report");
            card.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    model.open(entry.number());
                    event.consume();
                }
            });
        }
        return card;
    }

    private static VBox right(Label above, String below) {
        VBox box = new VBox(above, Labels.of(below, "t-label"));
        box.getStyleClass().add("right");
        return box;
    }

    private static double value(CompareModel.Entry entry, Metric metric) {
        return entry.run().report().performance().value(metric);
    }

    private static final class KeptCell extends ListCell<Kept> {

        @Override
        protected void updateItem(Kept run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? null : LabViewModel.line(run));
        }
    }
}
