package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ladder with its head and the position at its foot. */
final class LadderPane extends VBox {

    private final LadderViewModel model;
    private final LadderCanvas rows;
    private final StackPane groups = new StackPane();
    private final Label position = Labels.of(Figures.NONE, "t-strong");
    private final Label average = Labels.of(Figures.NONE, "t-strong");
    private final Label open = Labels.of(Figures.NONE, "t-strong");
    private final Button cancel;

    LadderPane(
            LadderViewModel model, ChartStyle style, boolean syntheticDepth, LongConsumer pick, Runnable cancelMine) {
        this.model = model;
        this.rows = new LadderCanvas(model, style, pick);
        this.cancel = Buttons.of("Cancel mine", cancelMine, "quiet");
        rows.setId("ladder-rows");
        cancel.setId("cancel-mine");
        Buttons.tip(cancel, "Cancel all your working orders; bots' orders stay");
        getStyleClass().add("pane");
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(head(syntheticDepth), rows, foot());
        model.choicesProperty().addListener((property, before, now) -> group(now));
        group(model.choicesProperty().get());
        model.versionProperty().addListener((property, before, now) -> sums());
        sums();
    }

    private HBox head(boolean syntheticDepth) {
        Region square = new Region();
        square.getStyleClass().addAll("link-square", "market");
        ToggleButton centred = new ToggleButton();
        centred.setGraphic(new IconView(Icon.CROSSHAIR));
        centred.setAccessibleText("Centred");
        centred.setMinWidth(Region.USE_PREF_SIZE);
        centred.getStyleClass().add("bare-toggle");
        centred.selectedProperty().bindBidirectional(model.centredProperty());
        Buttons.tip(centred, "Centred: keep the spread in the middle; the wheel lets go");
        centred.setId("centred");
        HBox head = new HBox(square, Labels.of("Ladder", "t-pane"));
        if (syntheticDepth) {
            Label made = Labels.of("synthetic depth", "chip", "is-warn");
            Buttons.tip(made, "The book is made up around the real trades of the recording, from a seed");
            head.getChildren().add(made);
        }
        head.getChildren().addAll(Labels.spring(), groups, centred);
        groups.setMaxWidth(Region.USE_PREF_SIZE);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void group(List<Long> choices) {
        Instrument instrument = model.snapshot().market().instrument();
        Segments<Long> segments =
                new Segments<>(choices, ticks -> LadderGrouping.words(ticks, instrument.tickSize()), false);
        segments.getStyleClass().add("compact");
        segments.setId("ladder-group");
        segments.select(model.groupProperty().get());
        segments.onChoice(model.groupProperty()::set);
        model.groupProperty().addListener((property, before, now) -> segments.select(now.longValue()));
        segments.setVisible(!choices.isEmpty());
        groups.getChildren().setAll(segments);
    }

    private HBox foot() {
        HBox foot = new HBox(
                stack("Position", position), stack("Average", average), stack("Open PnL", open), Labels.spring(),
                        cancel);
        foot.getStyleClass().addAll("pane-foot");
        return foot;
    }

    private static VBox stack(String name, Label value) {
        return new VBox(Labels.of(name, "t-label"), value);
    }

    private void sums() {
        EngineSnapshot now = model.snapshot();
        Instrument instrument = now.market().instrument();
        long base = now.account().baseAtoms();
        boolean holds = base > 0;
        position.setText(
                holds
                        ? Figures.signed(
                                instrument.base().toDecimal(base), Math.min(5, instrument.quantityDecimals()))
                        : Figures.NONE);
        average.setText(Figures.price(instrument, model.averageTicks()));
        open.setText(holds ? Figures.profit(instrument.quote(), now.account().unrealisedAtoms()) : Figures.NONE);
        Labels.tone(open, holds ? Labels.toneOf(now.account().unrealisedAtoms()) : "");
        cancel.setDisable(now.openOrders().stream().noneMatch(order -> order.botId() == 0));
    }

    void restyle(ChartStyle style) {
        rows.restyle(style);
    }
}
