package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.chart.ChartLevel;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.PresetBar;
import dev.tradewind.ui.widget.Segments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bot's form with its plan always in view: fields left, levels on the chart and the risk sheet right. */
final class BotFormView extends HBox {

    private final BotFormModel model;
    private final Instrument instrument;
    private final CandleChart chart;
    private final Label chartNote = Labels.of("", "t-secondary");
    private long plannedTicks;

    /**
     * @param types  what a new bot may be; one entry while editing
     * @param change opens the form of another type
     * @param done   takes the command the form became; empty if the person went back
     */
    BotFormView(
            BotFormModel model,
            List<BotType> types,
            Instrument instrument,
            Theme theme,
            Consumer<BotType> change,
            Consumer<Optional<Command>> done) {
        this.model = model;
        this.instrument = instrument;
        this.chart = new CandleChart(LevelsPane.style(theme));
        theme.appearanceProperty().addListener((property, old, now) -> chart.restyle(LevelsPane.style(theme)));
        HBox previewHead = BotDetail.head("Live preview", chartNote);
        VBox preview = new VBox(previewHead, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setMinHeight(60);
        preview.getStyleClass().addAll("pane", "bot-preview");
        RiskSheetPane sheet = new RiskSheetPane(model, instrument, theme);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox right = new VBox(preview, sheet);
        right.getStyleClass().add("spacing-4");
        HBox.setHgrow(right, Priority.ALWAYS);
        getStyleClass().addAll("bot-form-view");
        getChildren().addAll(left(types, change, done), right);
        model.sheet.addListener((property, old, now) -> chart.levels(levels(now)));
        chart.levels(levels(model.sheet.get()));
    }

    private VBox left(List<BotType> types, Consumer<BotType> change, Consumer<Optional<Command>> done) {
        HBox head = new HBox(Labels.of(model.editing ? "Edit " + model.name.get() : "New bot", "t-section"));
        head.getStyleClass().addAll("pane-head", "tall");
        head.getChildren().add(Labels.spring());
        if (!model.editing && types.size() > 1) {
            Segments<BotType> kinds = new Segments<>(types, BotType::label, false);
            kinds.setId("bot-type");
            kinds.select(model.type);
            kinds.onChoice(change);
            head.getChildren().add(kinds);
        }
        VBox inner = new VBox(Labels.wrapped(model.type.description(), "t-secondary"));
        inner.getStyleClass().add("bot-form-top");
        if (model.type.presets().size() > 1 && !model.editing) {
            Segments<BotType.Preset> presets = new Segments<>(model.type.presets(), BotType.Preset::label, true);
            presets.setId("bot-preset");
            presets.select(model.type.presets().getFirst());
            presets.onChoice(model::preset);
            inner.getChildren().add(presets);
        }
        inner.getChildren().add(new PresetBar(model.presets()));
        ScrollPane scroll = new ScrollPane(new VBox(inner, new BotForm(model, instrument)));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(head, scroll, foot(done));
        left.getStyleClass().addAll("pane", "bot-form-pane");
        return left;
    }

    private Node foot(Consumer<Optional<Command>> done) {
        Button back = Buttons.of("Back", () -> done.accept(Optional.empty()), "quiet");
        back.setId("form-back");
        Button start = Buttons.of("", () -> model.command().ifPresent(command -> done.accept(Optional.of(command))), "primary");
        start.setId("form-start");
        start.setMinWidth(0);
        start.textProperty().bind(model.startText);
        start.disableProperty().bind(model.blockedBy.isNotEmpty());
        HBox foot = new HBox(back);
        foot.getStyleClass().add("pane-foot");
        if (model.editing) {
            Segments<EditScope> scope = new Segments<>(List.of(EditScope.values()), BotFormView::words, false);
            scope.setId("edit-scope");
            scope.select(model.scope.get());
            scope.onChoice(model.scope::set);
            foot.getChildren().add(scope);
        }
        Region spring = Labels.spring();
        foot.getChildren().addAll(spring, start);
        return foot;
    }

    private static String words(EditScope scope) {
        return switch (scope) {
            case NEW_DEALS -> "New deals";
            case OPEN_DEAL -> "Open deal";
            case BOTH -> "Both";
        };
    }

    /** Brings price and candles up to date, and the plan where the price has moved by more than 0.1 %. */
    void update(EngineSnapshot snapshot) {
        long last = snapshot.market().lastTicks();
        chartNote.setText(instrument.symbol() + ", last " + Figures.price(instrument, last));
        LevelsPane.showCandles(chart, snapshot.market());
        if (Math.abs(last - plannedTicks) * 1000 > plannedTicks) {
            plannedTicks = last;
            model.changed();
        }
    }

    private List<ChartLevel> levels(Optional<RiskSheet> planned) {
        List<ChartLevel> levels = new ArrayList<>();
        planned.ifPresent(sheet -> {
            for (RiskSheet.Line line : sheet.lines()) {
                boolean blocks = line.verdict().level() == RiskSheet.Level.BLOCK;
                add(levels, blocks ? ChartLevel.Kind.STOP : ChartLevel.Kind.ENTRY, Side.BUY, line.price(), line.label(),
                        Figures.fixed(line.volume(), 2));
            }
            if (!sheet.lines().isEmpty()) {
                add(levels, ChartLevel.Kind.TAKE_PROFIT, Side.SELL, sheet.lines().getFirst().takeProfit(), "First TP", "");
            }
        });
        return levels;
    }

    private void add(List<ChartLevel> levels, ChartLevel.Kind kind, Side side, double price, String label, String size) {
        if (Double.isFinite(price) && price > 0) {
            long ticks = instrument.toTicks(BigDecimal.valueOf(price), RoundingMode.HALF_UP);
            levels.add(new ChartLevel(kind, side, ticks, label, size, "", 0, 0));
        }
    }
}
