package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.widget.Figures;
import java.util.List;
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
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private EngineSnapshot snapshot;

    /** An open order and how far the market is from it. */
    static final class OpenLine {

        private final OrderRow order;
        private final ReadOnlyStringWrapper distance = new ReadOnlyStringWrapper("");

        private OpenLine(OrderRow order, long lastTicks) {
            this.order = order;
            follow(lastTicks);
        }

        private void follow(long lastTicks) {
            long price = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
            distance.set(price > 0 && lastTicks > 0 ? Figures.change(price - lastTicks, lastTicks) : Figures.NONE);
        }

        OrderRow order() {
            return order;
        }

        ReadOnlyStringProperty distanceProperty() {
            return distance.getReadOnlyProperty();
        }
    }

    BlotterViewModel(EngineSnapshot first) {
        snapshot = first;
        take(first);
    }

    /** Takes the newest snapshot. */
    void take(EngineSnapshot newest) {
        snapshot = newest;
        takeOpen(newest.openOrders(), newest.market().lastTicks());
        sync(positions, Positions.of(newest));
        sync(fills, newest.fills());
        sync(history, newest.history());
        sync(bots, newest.bots());
        summary.set(summary(newest));
    }

    private void takeOpen(List<OrderRow> orders, long lastTicks) {
        for (int i = 0; i < orders.size(); i++) {
            if (i >= open.size()) {
                open.add(new OpenLine(orders.get(i), lastTicks));
            } else if (!open.get(i).order().equals(orders.get(i))) {
                open.set(i, new OpenLine(orders.get(i), lastTicks));
            } else {
                open.get(i).follow(lastTicks);
            }
        }
        if (open.size() > orders.size()) {
            open.remove(orders.size(), open.size());
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
        return count + (count == 1 ? " order" : " orders") + "     Buy notional " + Figures.money(quote, buy)
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

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
