package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.chart.ChartLevel;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A bot's prices as a table and on a small chart. */
final class LevelsPane extends VBox {

    private static final int FEWEST_CANDLES = 60;

    private final TableView<LevelLine> table = new TableView<>();
    private final Label note = Labels.of("", "t-secondary");
    private final CandleChart chart;

    /** A level as the table writes it. */
    private record LevelLine(
            String name, String side, String sideTone, String price, String size, String distance, String state,
            String stateTone) {}

    LevelsPane(Theme theme) {
        chart = new CandleChart(style(theme));
        theme.appearanceProperty().addListener((property, old, now) -> chart.restyle(style(theme)));
                table.getColumns().addAll(List.of(
                Columns.text("Level", 62, LevelLine::name, line -> "strong"),
                Columns.text("Side", 58, LevelLine::side, LevelLine::sideTone),
                Columns.figure("Price", 84, LevelLine::price, line -> ""),
                Columns.figure("Size", 92, LevelLine::size, line -> ""),
                Columns.figure("Distance", 78, LevelLine::distance, line -> "is-secondary"),
                Columns.text("State", 88, LevelLine::state, LevelLine::stateTone)));
        table.setPlaceholder(Labels.of("No level: the bot holds nothing and waits", "t-faint"));
        table.widthProperty().addListener((property, old, now) ->
                Columns.spread(table, theme.appearanceProperty().get().textPercent()));
        table.getStyleClass().add("levels-table");
        chart.setMinHeight(80);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().addAll("pane", "bot-pane");
        getChildren().addAll(BotDetail.head("Levels", note), table, Labels.rule(), chart);
    }

    static ChartStyle style(Theme theme) {
        return new ChartStyle(theme.palette(), theme.rootPixels() / Theme.ROOT_PIXELS);
    }

    void show(BotRow bot, EngineSnapshot snapshot) {
        Market market = snapshot.market();
        Instrument instrument = market.instrument();
        note.setText("last " + Figures.price(instrument, market.lastTicks()) + ", size in " + instrument.base().code());
        Columns.show(table, bot.levels().stream().map(level -> line(level, market)).toList());
        showCandles(chart, market);
        chart.levels(bot.levels().stream().map(level -> chartLevel(level, instrument)).toList());
    }

    /** Shows the finest series that has some candles to look at. */
    static void showCandles(CandleChart chart, Market market) {
        int index = market.candles().size() - 1;
        while (index > 0 && market.candles().get(index).size() < FEWEST_CANDLES) {
            index--;
        }
        if (index < 0) {
            return;
        }
        CandleColumns candles = market.candles().get(index);
        chart.candles(
                market.instrument(), candles, index < market.forming().size() ? market.forming().get(index) : null);
        chart.last(market.lastTicks());
    }

    private static LevelLine line(BotLevel level, Market market) {
        Instrument instrument = market.instrument();
        boolean buy = level.side() == Side.BUY;
        return new LevelLine(
                level.label(),
                level.kind() == BotLevel.Kind.AVERAGE ? "" : buy ? "▲ Buy" : "▼ Sell",
                buy ? "is-buy" : "is-sell",
                Figures.price(instrument, level.priceTicks()),
                level.quantityLots() == 0 ? Figures.NONE : Figures.quantity(instrument, level.quantityLots()),
                Figures.change(level.priceTicks() - market.lastTicks(), market.lastTicks()),
                BotDetail.words(level.kind()),
                switch (level.kind()) {
                    case PLANNED -> "is-faint";
                    case LIVE, AVERAGE -> "is-accent";
                    case FILLED, TAKE_PROFIT -> "is-buy";
                    case STOP -> "is-sell";
                });
    }

    private static ChartLevel chartLevel(BotLevel level, Instrument instrument) {
        ChartLevel.Kind kind = switch (level.kind()) {
            case PLANNED -> ChartLevel.Kind.PLANNED;
            case LIVE -> ChartLevel.Kind.ENTRY;
            case FILLED -> ChartLevel.Kind.FILLED;
            case AVERAGE -> ChartLevel.Kind.AVERAGE;
            case TAKE_PROFIT -> ChartLevel.Kind.TAKE_PROFIT;
            case STOP -> ChartLevel.Kind.STOP;
        };
        String size = level.quantityLots() == 0 ? "" : Figures.quantity(instrument, level.quantityLots());
        return new ChartLevel(kind, level.side(), level.priceTicks(), level.label(), size, "", 0, 0);
    }
}
