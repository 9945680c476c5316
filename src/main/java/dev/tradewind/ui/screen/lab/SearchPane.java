package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Metric;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.optimise.HeatMap;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Searches parameters of the shown run: which, over what range, for what; then what was found, as a heat map. */
final class SearchPane extends VBox {

    private final SearchModel model;
    private final Consumer<Map<String, String>> take;
    private final Label note = Labels.of("", "t-secondary");
    private final HBox tools = new HBox();
    private final StackPane body = new StackPane();
    private final VBox rows = new VBox();
    private final VBox form;
    private final VBox result;
    private final HeatPainting heat;
    private final Label readout = Labels.of("", "t-secondary");
    private final JobBar bar = new JobBar("lab-search-job");

    /** @param take puts values into the set-up */
    SearchPane(Theme theme, SearchModel model, Consumer<Map<String, String>> take) {
        this.model = model;
        this.take = take;
        note.setMinWidth(0);
        tools.getStyleClass().add("lab-search-tools");
        HBox head = new HBox(Labels.of("Optimise", "t-pane"), note, Labels.spring(), tools);
        head.getStyleClass().add("pane-head");
        heat = new HeatPainting(theme, model);
        form = form();
        result = result();
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getStyleClass().addAll("pane", "lab-search");
        getChildren().addAll(head, bar, body);
        model.rows.addListener((property, before, now) -> fillRows());
        model.found.addListener((property, before, now) -> show());
        model.map.addListener((property, before, now) -> show());
        model.going.addListener((property, before, now) -> now.ifPresentOrElse(going -> {
            if (before.isEmpty()) {
                bar.begin(going.words(), model::cancel);
            }
            bar.at(going.share(), going.leftNanos());
        }, bar::end));
        fillRows();
        show();
    }

    private VBox form() {
        rows.getStyleClass().add("lab-search-rows");
        ComboBox<Metric> objective = Choices.of(List.of(Metric.values()), Metric::label);
        objective.setId("lab-objective");
        objective.valueProperty().bindBidirectional(model.objective);
        objective.setMaxWidth(Double.MAX_VALUE);
        Segments<Boolean> kind = new Segments<>(List.of(false, true), random -> random ? "By chance" : "All", false);
        kind.setId("lab-search-kind");
        kind.select(model.random.get());
        kind.onChoice(model.random::set);
        UnitField draws = field(model.draws, "trials", "lab-draws");
        draws.visibleProperty().bind(model.random);
        draws.managedProperty().bind(draws.visibleProperty());
        HBox.setHgrow(objective, Priority.ALWAYS);
        Label goal = Labels.of("Best", "t-label", "lab-search-label");
        HBox what = new HBox(goal, objective, kind, draws);
        what.getStyleClass().add("lab-search-row");
        UnitField constraint = field(model.constraints, "", "lab-constraint");
        constraint.text().setPromptText("none, or for instance fast * 2 <= slow");
        HBox.setHgrow(constraint, Priority.ALWAYS);
        HBox only = new HBox(Labels.of("Where", "t-label", "lab-search-label"), constraint);
        only.getStyleClass().add("lab-search-row");
        Label words = Labels.wrapped("", "t-secondary");
        words.textProperty().bind(model.note);
        model.blocked.addListener((property, before, now) -> Labels.tone(words, now ? "is-sell" : ""));
        Labels.tone(words, model.blocked.get() ? "is-sell" : "");
        Label trouble = Labels.wrapped("", "t-secondary", "is-warn");
        trouble.textProperty().bind(model.trouble);
        trouble.visibleProperty().bind(model.trouble.isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        Button add = Buttons.of("Parameter", model::addRow, "quiet", "small");
        add.setId("lab-search-add");
        add.setGraphic(new IconView(Icon.PLUS));
        Button start = Buttons.of("Search", model::start, "primary", "small");
        start.setId("lab-search-start");
        start.disableProperty().bind(model.blocked.or(
                Bindings.createBooleanBinding(() -> model.going.get().isPresent(), model.going)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(add, words, start);
        foot.getStyleClass().add("lab-search-foot");
        VBox inner = new VBox(rows, what, only, trouble);
        inner.getStyleClass().add("lab-search-form");
        ScrollPane scroll = new ScrollPane(inner);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(scroll, foot);
    }

    private static UnitField field(StringProperty text, String unit, String id) {
        UnitField field = new UnitField("", unit);
        field.text().setId(id);
        field.text().textProperty().bindBidirectional(text);
        return field;
    }

    private VBox result() {
        heat.onPoint(words -> readout.setText(words.isEmpty() ? hint() : words));
        heat.onTake(() -> model.params(heat.column(), heat.row()).ifPresentOrElse(
                take, () -> readout.setText("No single trial of this cell was kept; point at a brighter one.")));
        VBox.setVgrow(heat, Priority.ALWAYS);
        readout.setMinWidth(0);
        HBox foot = new HBox(readout);
        foot.getStyleClass().add("lab-heat-foot");
        return new VBox(heat, foot);
    }

    private static String hint() {
        return "Click a cell to take its values into the set-up. Dashed: this run.";
    }

    private void fillRows() {
        rows.getChildren().setAll(model.rows.get().stream().map(this::row).toList());
    }

    private Node row(SearchRow row) {
        ComboBox<ParamSpec> param = Choices.of(model.searchable(), ParamSpec::label);
        param.setValue(row.spec);
        param.setMaxWidth(Double.MAX_VALUE);
        param.setId("lab-search-" + row.spec.id());
        param.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(row.spec)) {
                model.replace(row, now);
            }
        });
        HBox.setHgrow(param, Priority.ALWAYS);
        HBox line = new HBox(param);
        line.getStyleClass().add("lab-search-row");
        if (SearchRow.isNumber(row.spec)) {
            line.getChildren().addAll(
                    field(row.from, "from", "lab-from-" + row.spec.id()),
                    field(row.to, "to", "lab-to-" + row.spec.id()),
                    field(row.step, "step", "lab-step-" + row.spec.id()));
        } else {
            line.getChildren().add(Labels.of("all of " + String.join(", ", row.spec.choices()), "t-secondary"));
        }
        line.getChildren().add(Buttons.icon(Icon.CROSS, "Do not search " + row.spec.label(),
                () -> model.removeRow(row), "small"));
        return line;
    }

    private void show() {
        tools.getChildren().clear();
        if (model.found.get().isEmpty()) {
            note.setText(model.possible() ? "over this run's data" : "");
            body.getChildren().setAll(form);
            return;
        }
        SearchReport report = model.found.get().get();
        note.setText(report.objective().label() + ", " + Figures.whole(report.trials()) + " runs"
                + (report.refused() > 0 ? ", " + Figures.whole(report.refused()) + " refused" : ""));
        readout.setText(report.best().isEmpty() ? nothing(report) : hint());
        if (report.maps().size() > 1) {
            tools.getChildren().add(pairs(report));
        }
        Button again = Buttons.of("Change", model::again, "quiet", "small");
        again.setId("lab-search-again");
        tools.getChildren().add(again);
        heat.repaint();
        body.getChildren().setAll(result);
    }

    private static String nothing(SearchReport report) {
        return report.refusal().isEmpty() ? "No run could tell the objective; take another one." : report.refusal();
    }

    private ComboBox<Integer> pairs(SearchReport report) {
        ComboBox<Integer> pairs = Choices.of(IntStream.range(0, report.maps().size()).boxed().toList(), index -> {
            HeatMap map = report.maps().get(index);
            return model.label(map.x()) + " × " + model.label(map.y());
        });
        pairs.setId("lab-pairs");
        pairs.setValue(model.map.get());
        pairs.valueProperty().addListener((property, before, now) -> model.map.set(now));
        return pairs;
    }
}
