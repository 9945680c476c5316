package dev.tradewind.ui.screen.data;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.UnitField;
import dev.tradewind.ui.theme.IconView;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How long candles are kept, by timeframe. Rules alone drop nothing; applying them does, and must be held. */
final class RetentionPane extends VBox {

    private final DataViewModel model;
    private final DataActions actions;
    private final VBox rows = new VBox();

    RetentionPane(DataViewModel model, DataActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().addAll("pane", "data-retention");
        HBox head = new HBox(Labels.of("Retention", "t-pane"), Labels.spring(), Labels.of("days back from the newest", "t-label"));
        head.getStyleClass().add("pane-head");
        ComboBox<Timeframe> timeframe = new ComboBox<>();
        timeframe.setId("data-rule-timeframe");
        timeframe.getItems().setAll(Timeframe.values());
        timeframe.setConverter(new StringConverter<>() {
            @Override
            public String toString(Timeframe value) {
                return value == null ? "" : value.label();
            }

            @Override
            public Timeframe fromString(String text) {
                return Timeframe.M1;
            }
        });
        timeframe.valueProperty().bindBidirectional(model.ruleFor);
        UnitField days = new UnitField("", "days");
        days.text().setId("data-rule-days");
        days.text().textProperty().bindBidirectional(model.days);
        days.text().setOnAction(event -> actions.keepRule());
        HBox.setHgrow(days, Priority.ALWAYS);
        Button keep = Buttons.of("Keep rule", actions::keepRule, "quiet");
        keep.setId("data-rule-keep");
        HBox add = new HBox(timeframe, days, keep);
        add.getStyleClass().addAll("spacing-8", "data-field-row");
        Label error = Labels.wrapped("", "field-error");
        error.textProperty().bind(model.daysError);
        error.visibleProperty().bind(model.daysError.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        model.daysError.addListener((property, before, now) -> days.invalid(!now.isEmpty()));
        HoldButton apply = new HoldButton("Hold to drop older rows", new IconView(Icon.HISTORY), actions::applyRules);
        apply.button().setId("data-rules-apply");
        apply.button().disableProperty().bind(model.busy.or(model.rules.isEqualTo(List.of())));
        Label help = Labels.wrapped("Coarser candles that are kept longer are built and stored first.", "t-label");
        HBox foot = new HBox(help, apply);
        foot.getStyleClass().addAll("spacing-8", "data-field-row");
        HBox.setHgrow(help, Priority.ALWAYS);
        rows.getStyleClass().add("spacing-4");
        VBox body = new VBox(rows, add, error, foot);
        body.getStyleClass().addAll("data-fields", "spacing-8");
        getChildren().addAll(head, body);
        model.rules.addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        rows.getChildren().clear();
        for (Retention rule : model.rules.get()) {
            Button lift = Buttons.icon(Icon.CROSS, "Keep all " + rule.timeframe().label() + " candles", () -> actions.liftRule(rule),
                    "small");
            HBox row = new HBox(
                    Labels.of(rule.timeframe().label(), "t-strong"), Labels.spring(),
                    Labels.of(Figures.whole(rule.days()) + " days", ""), lift);
            row.getStyleClass().addAll("spacing-8", "data-field-row");
            rows.getChildren().add(row);
        }
        if (model.rules.get().isEmpty()) {
            rows.getChildren().add(Labels.of("No rule: everything is kept.", "t-secondary"));
        }
    }
}
