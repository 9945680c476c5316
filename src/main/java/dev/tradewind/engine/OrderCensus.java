package dev.tradewind.engine;

import dev.tradewind.domain.Side;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;

/** Counts working orders by kind, for filters that ask: by looking at each, since few instruments have such filters. */
final class OrderCensus {

    private final OrderTable orders;

    OrderCensus(OrderTable orders) {
        this.orders = orders;
    }

    int icebergs() {
        int count = 0;
        for (int i = 0; i < orders.size(); i++) {
            count += orders.get(i).request().terms().displayLots() > 0 ? 1 : 0;
        }
        return count;
    }

    /** {@return links with a working order; those of different owners are different} */
    int lists() {
        int count = 0;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            count += order.request().linkId() != 0
                            && !linked(order.request().botId(), order.request().linkId(), i) ? 1 : 0;
        }
        return count;
    }

    boolean linked(int botId, long linkId) {
        return linked(botId, linkId, orders.size());
    }

    private boolean linked(int botId, long linkId, int before) {
        for (int i = 0; i < before; i++) {
            Order order = orders.get(i);
            if (order.request().linkId() == linkId && order.request().botId() == botId) {
                return true;
            }
        }
        return false;
    }

    long buyLots() {
        long lots = 0;
        for (int i = 0; i < orders.size(); i++) {
            lots += orders.get(i).side() == Side.BUY ? orders.get(i).workingLots() : 0;
        }
        return lots;
    }
}
