package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.widget.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The blotter without its nodes: lists that change only where a row did. */
final class BlotterViewModel {

    private final ObservableList<OpenLine> open = FXCollections.observableArrayList();
    private final ObservableList<Positions.Position> positions = FXCollections.observableArrayList();
    private final ObservableList<FillRow> fills = FXCollections.observableArrayList();
    private final ObservableList<OrderRow> history = FXCollections.observableArrayList();
    private final ObservableList<BotRow> bots = FXCollections.observableArrayList();
    private final ObservableList<Trouble> troubles = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private EngineSnapshot snapshot;

    BlotterViewModel(EngineSnapshot first) {
        snapshot = first;
        take(first);
    }

    /** Takes the newest snapshot. */
    void take(EngineSnapshot newest) {
        EngineSnapshot before = snapshot;
        boolean first = newest == before;
        snapshot = newest;
        if (first || !newest.openOrders().equals(before.openOrders()) || !newest.algos().equals(before.algos())) {
            takeOpen(lines(newest));
        }
        open.forEach(line -> line.follow(newest.market().lastTicks()));
        sync(positions, Positions.of(newest));
        sync(fills, newest.fills());
        sync(history, newest.history());
        sync(bots, newest.bots());
        if (first || !newest.quarantine().equals(before.quarantine()) || !newest.algos().equals(before.algos())
                || !newest.risk().log().equals(before.risk().log())) {
            sync(troubles, Trouble.of(newest));
        }
        summary.set(summary(newest));
    }

    /** Algorithms that are not done, each over its orders, then the other orders. */
    private static List<OpenLine> lines(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        Map<Long, OrderRow> others = new LinkedHashMap<>();
        snapshot.openOrders().forEach(order -> others.put(order.clientOrderId(), order));
        List<OpenLine> lines = new ArrayList<>();
        for (AlgoRow algo : snapshot.algos()) {
            if (!algo.state().isTerminal()) {
                lines.add(OpenLine.of(instrument, algo));
                for (Long id : algo.orders()) {
                    OrderRow order = others.remove(id);
                    if (order != null) {
                        lines.add(OpenLine.of(instrument, order, true));
                    }
                }
            }
        }
        others.values().forEach(order -> lines.add(OpenLine.of(instrument, order, false)));
        return lines;
    }

    private void takeOpen(List<OpenLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (i >= open.size()) {
                open.add(lines.get(i));
            } else if (!open.get(i).same(lines.get(i))) {
                open.set(i, lines.get(i));
            }
        }
        if (open.size() > lines.size()) {
            open.remove(lines.size(), open.size());
        }
    }

    private static <T> void sync(ObservableList<T> shown, List<T> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= shown.size()) {
                shown.add(wanted.get(i));
            } else if (!shown.get(i).equals(wanted.get(i))) {
                shown.set(i, wanted.get(i));
            }
        }
        if (shown.size() > wanted.size()) {
            shown.remove(wanted.size(), shown.size());
        }
    }

    private static String summary(EngineSnapshot snapshot) {
        long buy = 0;
        long sell = 0;
        for (OrderRow order : snapshot.openOrders()) {
            long price = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
            long left = order.quantityLots() - order.filledLots();
            long notional = price > 0 ? snapshot.market().instrument().notionalAtoms(price, left) : 0;
            switch (order.side()) {
                case BUY -> buy += notional;
                case SELL -> sell += notional;
            }
        }
        var quote = snapshot.market().instrument().quote();
        int count = snapshot.openOrders().size();
        long held = snapshot.openOrders().stream().filter(order -> order.state() == OrderState.HELD).count();
        return count + (count == 1 ? " order" : " orders") + (held == 0 ? "" : ", " + held + " held here")
                + "     Buy notional " + Figures.money(quote, buy)
                + "     Sell notional " + Figures.money(quote, sell);
    }

    /** {@return what a bot is called; {@code You} for 0} */
    String owner(int botId) {
        if (botId == 0) {
            return "You";
        }
        for (BotRow bot : snapshot.bots()) {
            if (bot.id() == botId) {
                return bot.name();
            }
        }
        return "Bot " + botId;
    }

    EngineSnapshot snapshot() {
        return snapshot;
    }

    ObservableList<OpenLine> open() {
        return open;
    }

    ObservableList<Positions.Position> positions() {
        return positions;
    }

    ObservableList<FillRow> fills() {
        return fills;
    }

    ObservableList<OrderRow> history() {
        return history;
    }

    ObservableList<BotRow> bots() {
        return bots;
    }

    ObservableList<Trouble> troubles() {
        return troubles;
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
