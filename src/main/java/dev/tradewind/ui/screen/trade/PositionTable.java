package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import dev.tradewind.ui.screen.trade.Positions.Position;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/** The positions' columns: what spot has, or what a margin account adds. */
final class PositionTable {

    private static final long WARN_RATIO_E4 = 5_000;
    private static final long BLOCK_RATIO_E4 = 8_000;

    private final Instrument instrument;

    PositionTable(Instrument instrument) {
        this.instrument = instrument;
    }

    TableView<Position> table(
            Columns<Position> columns, BiConsumer<Position, Node> close, BiConsumer<Position, Node> addMargin) {
        columns.chip("Owner", instrument.isPerpetual() ? 84 : 100, Position::owner, position -> position.botId() > 0);
        if (instrument.isPerpetual()) {
            perpetual(columns);
            columns.action(26, Icon.PLUS, "Add margin to this position", Position::mine, addMargin);
        } else {
            spot(columns);
        }
        columns.action(26, Icon.CROSS, "Close this position at market", Position::mine, close);
        return columns.table();
    }

    private void spot(Columns<Position> columns) {
        columns.figure("Size " + instrument.base().code(), 110, this::size, position -> "");
        columns.figure("Average", 96, position -> price(Positions.averageTicks(
                instrument, position.baseAtoms(), position.costAtoms())), position -> "");
        columns.figure("Cost", 100, position -> money(position.costAtoms()), position -> "");
        columns.figure("Value", 100, position -> money(position.valueAtoms()), position -> "");
        columns.figure("Open PnL", 100, position -> profit(position.unrealisedAtoms()),
                position -> Labels.toneOf(position.unrealisedAtoms()));
        columns.figure("Realised", 100, position -> profit(position.realisedAtoms()),
                position -> Labels.toneOf(position.realisedAtoms()));
        columns.figure("Fees", 90, position -> money(position.feesAtoms()), position -> "is-secondary");
    }

    private void perpetual(Columns<Position> columns) {
        columns.text("Side", 62, PositionTable::side, position -> position.baseAtoms() < 0 ? "is-sell" : "is-buy");
        columns.figure("Size " + instrument.base().code(), 76, this::shortSize, position -> "");
        columns.figure("Entry", 72, of(row -> price(row.entryTicks())), position -> "");
        columns.figure("Mark", 72, of(row -> price(row.markTicks())), position -> "");
        columns.figure("Open PnL", 78, position -> profit(position.unrealisedAtoms()),
                position -> Labels.toneOf(position.unrealisedAtoms()));
        columns.figure("ROE", 72, of(row -> Figures.change(row.unrealisedAtoms(), row.marginAtoms())),
                position -> Labels.toneOf(position.unrealisedAtoms()));
        columns.figure("Liquidation", 80, of(row -> price(row.liquidationTicks())), position -> "is-warn");
        columns.figure("Distance", 70, of(PositionTable::distance), position -> "is-secondary");
        columns.figure("Margin", 76, of(row -> money(row.marginAtoms())), position -> "");
        columns.figure("Ratio", 58, of(PositionTable::ratio), PositionTable::ratioTone);
    }

    private String shortSize(Position position) {
        return Figures.fixed(
                instrument.base().toDecimal(Math.abs(position.baseAtoms())), Math.min(5, instrument.quantityDecimals()));
    }

    private static Function<Position, String> of(Function<PositionRow, String> words) {
        return position -> position.margin() == null ? Figures.NONE : words.apply(position.margin());
    }

    private static String side(Position position) {
        String words = position.baseAtoms() < 0 ? "▼ Short" : "▲ Long";
        return position.side() == PositionSide.NET ? words : words + " (hedge)";
    }

    private static String distance(PositionRow row) {
        return row.liquidationTicks() == 0
                ? "none"
                : Figures.change(row.liquidationTicks() - row.markTicks(), row.markTicks());
    }

    private static String ratio(PositionRow row) {
        return Figures.fixed(row.marginRatioE4() / 100.0, 1) + " %";
    }

    private static String ratioTone(Position position) {
        PositionRow row = position.margin();
        return row == null || row.marginRatioE4() < WARN_RATIO_E4
                ? "is-buy"
                : row.marginRatioE4() < BLOCK_RATIO_E4 ? "is-warn" : "is-sell";
    }

    private String size(Position position) {
        return Figures.fixed(instrument.base().toDecimal(Math.abs(position.baseAtoms())), instrument.quantityDecimals());
    }

    private String price(long ticks) {
        return Figures.price(instrument, ticks);
    }

    private String money(long atoms) {
        return Figures.money(instrument.quote(), atoms);
    }

    private String profit(long atoms) {
        return Figures.profit(instrument.quote(), atoms);
    }
}
