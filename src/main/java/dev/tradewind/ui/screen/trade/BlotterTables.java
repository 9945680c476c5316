package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.screen.trade.Positions.Position;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/** The blotter's tables: which columns, in which words. */
final class BlotterTables {

    private final BlotterViewModel model;
    private final BlotterActions actions;
    private final Theme theme;
    private final Instrument instrument;
    private final List<Columns<?>> made = new ArrayList<>();

    BlotterTables(BlotterViewModel model, BlotterActions actions, Theme theme) {
        this.model = model;
        this.actions = actions;
        this.theme = theme;
        this.instrument = model.snapshot().market().instrument();
    }

    /** Makes every table's columns fit another text size. */
    void rescale(double scale) {
        made.forEach(columns -> columns.rescale(scale));
    }

    TableView<OpenLine> open() {
        Columns<OpenLine> columns = new Columns<>();
        made.add(columns);
        columns.text("Placed", 78, line -> Figures.clock(line.placedNanos()), line -> "is-faint");
        columns.chip("By", 80, line -> model.owner(line.owner()), line -> line.owner() != 0);
        columns.text("Side", 52, line -> BlotterWords.side(line.side()), line -> BlotterWords.tone(line.side()));
        columns.told("Type", 80, OpenLine::type, line -> "");
        columns.editable("Price", 62, OpenLine::price, BlotterTables::hasPrice, "Double-click to change the price",
                (line, text) -> ifOrder(line, order -> actions.reprice(order, text)));
        columns.editable("Size " + instrument.base().code(), 66, line -> shortSize(line.lots()), BlotterTables::isOrder,
                "Double-click to change the size", (line, text) -> ifOrder(line, order -> actions.resize(order, text)));
        columns.figure("Filled", 44, OpenLine::filled, line -> "is-secondary");
        columns.figure("Notional", 66, OpenLine::notional, line -> "");
        columns.live("Distance", 62, OpenLine::distanceProperty);
        columns.text("State", 82, OpenLine::state, OpenLine::tone);
        columns.told("Note", 78, OpenLine::note, line -> "is-secondary");
        columns.figure("Journal", 64, OpenLine::journal, line -> "mono");
        columns.action(26, "Cancel", this::cancel);
        return columns.table();
    }

    private static boolean isOrder(OpenLine line) {
        return line.order() != null;
    }

    private static boolean hasPrice(OpenLine line) {
        OrderRow order = line.order();
        return order != null && (order.priceTicks() > 0 || order.stopTicks() > 0);
    }

    private static void ifOrder(OpenLine line, Consumer<OrderRow> action) {
        OrderRow order = line.order();
        if (order != null) {
            action.accept(order);
        }
    }

    private void cancel(OpenLine line) {
        AlgoRow algo = line.algo();
        if (algo != null) {
            actions.cancelAlgo(algo.id());
        }
        ifOrder(line, order -> actions.cancel(order.clientOrderId()));
    }

    TableView<Position> positions() {
        Columns<Position> columns = new Columns<>();
        made.add(columns);
        return new PositionTable(instrument).table(columns, this::close, this::addMargin);
    }

    private void close(Position position, Node button) {
        String size = Figures.fixed(
                instrument.base().toDecimal(Math.abs(position.baseAtoms())), instrument.quantityDecimals());
        CloseCard.askToClose(
                theme, button, "Close " + size + " " + instrument.base().code() + " at market?",
                "About " + Figures.price(instrument, model.snapshot().market().lastTicks())
                        + "; the fee and what the book holds decide the rest.",
                () -> actions.close(position));
    }

    private void addMargin(Position position, Node button) {
        CloseCard.askForMargin(
                theme, button, instrument.quote().code(), amount -> actions.addMargin(position, amount));
    }

    TableView<Trouble> troubles() {
        Columns<Trouble> columns = new Columns<>();
        made.add(columns);
        columns.text("Time", 100, trouble -> Figures.minute(trouble.timeNanos()), trouble -> "is-faint");
        columns.text("What", 130, Trouble::what, trouble -> "");
        columns.told("What happened", 330, Trouble::words, trouble -> "is-secondary");
        columns.told("Now", 210, Trouble::now, Trouble::tone);
        columns.figure("Journal", 76, Trouble::row, trouble -> "mono");
        return columns.table();
    }

    TableView<FillRow> fills() {
        Columns<FillRow> columns = new Columns<>();
        made.add(columns);
        columns.text("Time", 112, fill -> Figures.minute(fill.timeNanos()), fill -> "is-faint");
        columns.chip("By", 104, fill -> model.owner(fill.botId()), fill -> fill.botId() != 0);
        columns.text("Side", 62, fill -> BlotterWords.side(fill.side()), fill -> BlotterWords.tone(fill.side()));
        columns.figure("Price", 92, fill -> Figures.price(instrument, fill.priceTicks()), fill -> "");
        columns.figure("Size " + instrument.base().code(), 100, fill -> size(fill.quantityLots()), fill -> "");
        columns.figure("Notional", 96,
                fill -> money(instrument.notionalAtoms(fill.priceTicks(), fill.quantityLots())), fill -> "");
        columns.figure("Fee", 110, this::fee, fill -> "is-secondary");
        columns.text("Role", 62, fill -> fill.maker() ? "Maker" : "Taker", fill -> "is-secondary");
        columns.text("Note", 90, FillRow::label, fill -> "is-secondary");
        columns.figure("Journal", 80, fill -> Figures.whole(fill.row()), fill -> "mono");
        return columns.table();
    }

    TableView<OrderRow> history() {
        Columns<OrderRow> columns = new Columns<>();
        made.add(columns);
        columns.text("Ended", 112, order -> Figures.minute(order.updatedNanos()), order -> "is-faint");
        columns.chip("By", 104, order -> model.owner(order.botId()), order -> order.botId() != 0);
        columns.text("Side", 62, order -> BlotterWords.side(order.side()), order -> BlotterWords.tone(order.side()));
        columns.text("Type", 66, order -> TicketKind.words(order.type()), order -> "");
        columns.figure("Price", 88, this::price, order -> "");
        columns.figure("Size " + instrument.base().code(), 96, order -> size(order.quantityLots()), order -> "");
        columns.figure("Filled", 60, BlotterTables::filled, order -> "is-secondary");
        columns.text("State", 90, order -> BlotterWords.state(order.state()), order -> BlotterWords.tone(order.state()));
        columns.text("Why", 150, order -> order.reason().isEmpty() ? order.label() : order.reason(),
                order -> "is-secondary");
        columns.figure("Journal", 80, order -> Figures.whole(order.row()), order -> "mono");
        return columns.table();
    }

    TableView<BotRow> bots() {
        Columns<BotRow> columns = new Columns<>();
        made.add(columns);
        columns.chip("Bot", 116, BotRow::name, bot -> true);
        columns.text("State", 110, bot -> BlotterWords.words(bot.state().name()), bot -> bot.state().isActive() ? "is-buy"
                : "is-faint");
        columns.text("Doing", 230, BotRow::phase, bot -> "is-secondary");
        columns.figure("Deals", 60, bot -> Integer.toString(bot.dealsClosed()), bot -> "");
        columns.figure("Open deal", 96, bot -> openDeal(bot), bot -> Labels.toneOf(bot.unrealisedAtoms()));
        columns.figure("Realised", 96, bot -> profit(bot.realisedAtoms()), bot -> Labels.toneOf(bot.realisedAtoms()));
        columns.figure("Fees", 80, bot -> money(bot.feesAtoms()), bot -> "is-secondary");
        columns.figure("Capital", 96, bot -> money(bot.capitalAtoms()), bot -> "");
        return columns.table();
    }

    private String openDeal(BotRow bot) {
        for (Deal deal : bot.deals()) {
            if (deal.closedNanos() == 0) {
                return profit(deal.resultAtoms());
            }
        }
        return Figures.NONE;
    }

    private String fee(FillRow fill) {
        return fill.feeInBase()
                ? Figures.fixed(instrument.base().toDecimal(fill.feeAtoms()), 8) + " " + instrument.base().code()
                : Figures.fixed(instrument.quote().toDecimal(fill.feeAtoms()), 4);
    }

    private String price(OrderRow order) {
        long ticks = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
        return ticks > 0 ? Figures.price(instrument, ticks) : "market";
    }

    private String size(long lots) {
        return Figures.quantity(instrument, lots);
    }

    private String shortSize(long lots) {
        return ChartOverlay.size(instrument, lots);
    }

    private String money(long atoms) {
        return Figures.money(instrument.quote(), atoms);
    }

    private String profit(long atoms) {
        return Figures.profit(instrument.quote(), atoms);
    }

    private static String filled(OrderRow order) {
        return order.quantityLots() == 0 ? Figures.NONE : order.filledLots() * 100 / order.quantityLots() + " %";
    }
}
