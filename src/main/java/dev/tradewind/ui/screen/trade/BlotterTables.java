package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.screen.trade.BlotterViewModel.OpenLine;
import dev.tradewind.ui.screen.trade.Positions.Position;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.scene.control.TableView;

/** The blotter's five tables: which columns, in which words. */
final class BlotterTables {

    private final BlotterViewModel model;
    private final LongConsumer cancel;
    private final Instrument instrument;
    private final List<Columns<?>> made = new ArrayList<>();

    BlotterTables(BlotterViewModel model, LongConsumer cancel) {
        this.model = model;
        this.cancel = cancel;
        this.instrument = model.snapshot().market().instrument();
    }

    /** Makes every table's columns fit another text size. */
    void rescale(double scale) {
        made.forEach(columns -> columns.rescale(scale));
    }

    TableView<OpenLine> open() {
        Columns<OpenLine> columns = new Columns<>();
        made.add(columns);
        columns.text("Placed", 68, line -> Figures.clock(line.order().placedNanos()), line -> "is-faint");
        columns.chip("By", 104, line -> model.owner(line.order().botId()), line -> line.order().botId() != 0);
        columns.text("Side", 58, line -> side(line.order().side()), line -> tone(line.order().side()));
        columns.text("Type", 52, line -> type(line.order().type()), line -> "");
        columns.figure("Price", 66, line -> price(line.order()), line -> "");
        columns.figure("Size " + instrument.base().code(), 72, line -> shortSize(line.order().quantityLots()),
                line -> "");
        columns.figure("Filled", 48, line -> filled(line.order()), line -> "is-secondary");
        columns.figure("Notional", 72, line -> notional(line.order()), line -> "");
        columns.live("Distance", 68, OpenLine::distanceProperty);
        columns.text("State", 62, line -> state(line.order().state()), line -> stateTone(line.order().state()));
        columns.text("Note", 58, line -> line.order().label(), line -> "is-secondary");
        columns.figure("Journal", 72, line -> Figures.whole(line.order().row()), line -> "mono");
        columns.action(28, "Cancel this order", line -> cancel.accept(line.order().clientOrderId()));
        return columns.table();
    }

    TableView<Position> positions() {
        Columns<Position> columns = new Columns<>();
        made.add(columns);
        columns.chip("Owner", 116, Position::owner, position -> !position.owner().equals("You"));
        columns.figure("Size " + instrument.base().code(), 110, position -> base(position.baseAtoms()), position -> "");
        columns.figure("Average", 96, this::average, position -> "");
        columns.figure("Cost", 100, position -> money(position.costAtoms()), position -> "");
        columns.figure("Value", 100, position -> money(position.valueAtoms()), position -> "");
        columns.figure("Open PnL", 100, position -> profit(position.unrealisedAtoms()),
                position -> Labels.toneOf(position.unrealisedAtoms()));
        columns.figure("Realised", 100, position -> profit(position.realisedAtoms()),
                position -> Labels.toneOf(position.realisedAtoms()));
        columns.figure("Fees", 90, position -> money(position.feesAtoms()), position -> "is-secondary");
        return columns.table();
    }

    TableView<FillRow> fills() {
        Columns<FillRow> columns = new Columns<>();
        made.add(columns);
        columns.text("Time", 112, fill -> Figures.minute(fill.timeNanos()), fill -> "is-faint");
        columns.chip("By", 104, fill -> model.owner(fill.botId()), fill -> fill.botId() != 0);
        columns.text("Side", 62, fill -> side(fill.side()), fill -> tone(fill.side()));
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
        columns.text("Side", 62, order -> side(order.side()), order -> tone(order.side()));
        columns.text("Type", 66, order -> type(order.type()), order -> "");
        columns.figure("Price", 88, this::price, order -> "");
        columns.figure("Size " + instrument.base().code(), 96, order -> size(order.quantityLots()), order -> "");
        columns.figure("Filled", 60, BlotterTables::filled, order -> "is-secondary");
        columns.text("State", 90, order -> state(order.state()), order -> stateTone(order.state()));
        columns.text("Why", 150, order -> order.reason().isEmpty() ? order.label() : order.reason(),
                order -> "is-secondary");
        columns.figure("Journal", 80, order -> Figures.whole(order.row()), order -> "mono");
        return columns.table();
    }

    TableView<BotRow> bots() {
        Columns<BotRow> columns = new Columns<>();
        made.add(columns);
        columns.chip("Bot", 116, BotRow::name, bot -> true);
        columns.text("State", 110, bot -> words(bot.state().name()), bot -> bot.state().isActive() ? "is-buy"
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

    private String average(Position position) {
        return Figures.price(
                instrument, Positions.averageTicks(instrument, position.baseAtoms(), position.costAtoms()));
    }

    private String price(OrderRow order) {
        long ticks = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
        return ticks > 0 ? Figures.price(instrument, ticks) : "market";
    }

    private String notional(OrderRow order) {
        long ticks = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
        return ticks > 0 ? money(instrument.notionalAtoms(ticks, order.quantityLots())) : Figures.NONE;
    }

    private String size(long lots) {
        return Figures.quantity(instrument, lots);
    }

    private String shortSize(long lots) {
        return ChartOverlay.size(instrument, lots);
    }

    private String base(long atoms) {
        return Figures.fixed(instrument.base().toDecimal(atoms), instrument.quantityDecimals());
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

    static String side(Side side) {
        return side == Side.BUY ? "▲ Buy" : "▼ Sell";
    }

    private static String tone(Side side) {
        return side == Side.BUY ? "is-buy" : "is-sell";
    }

    private static String type(OrderType type) {
        return switch (type) {
            case MARKET -> "Market";
            case LIMIT -> "Limit";
            case STOP_MARKET -> "Stop";
            case STOP_LIMIT -> "Stop limit";
            case TAKE_PROFIT_MARKET -> "Take profit";
            case TAKE_PROFIT_LIMIT -> "Take profit limit";
        };
    }

    private static String state(OrderState state) {
        return switch (state) {
            case PENDING_NEW -> "◌ Sending";
            case LIVE -> "● Live";
            case PARTIALLY_FILLED -> "◐ Part filled";
            case CANCEL_PENDING -> "◌ Cancelling";
            case UNRESOLVED -> "? Unresolved";
            case FILLED -> "✓ Filled";
            case CANCELED -> "✕ Cancelled";
            case REJECTED -> "✕ Rejected";
            case REFUSED -> "✕ Refused";
            case EXPIRED -> "✕ Expired";
            case HELD -> "○ Held here";
        };
    }

    private static String stateTone(OrderState state) {
        return switch (state) {
            case LIVE, PARTIALLY_FILLED, FILLED -> "is-buy";
            case PENDING_NEW, CANCEL_PENDING, UNRESOLVED, HELD -> "is-warn";
            case REJECTED, REFUSED -> "is-sell";
            case CANCELED, EXPIRED -> "is-faint";
        };
    }

    private static String words(String constant) {
        String lower = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
