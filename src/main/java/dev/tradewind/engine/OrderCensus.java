package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import java.util.Arrays;

/** Counts working orders by kind, for filters that ask: by looking at each, since few instruments have such filters. */
final class OrderCensus {

    private final OrderTable orders;
    private long[] links = new long[0];
    private int[] owners = new int[0];

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
        int places = Integer.highestOneBit(Math.max(8, orders.size())) << 2;
        if (links.length < places) {
            links = new long[places];
            owners = new int[places];
        }
        Arrays.fill(links, 0);
        int count = 0;
        for (int i = 0; i < orders.size(); i++) {
            OrderRequest request = orders.get(i).request();
            count += request.linkId() != 0 && isNew(request.linkId(), request.botId()) ? 1 : 0;
        }
        return count;
    }

    /** Linear probing; a link is never 0, which marks a free place. */
    private boolean isNew(long link, int owner) {
        int mask = links.length - 1;
        int at = (int) ((link * 31 + owner) * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (links[at] != 0) {
            if (links[at] == link && owners[at] == owner) {
                return false;
            }
            at = at + 1 & mask;
        }
        links[at] = link;
        owners[at] = owner;
        return true;
    }

    boolean linked(int botId, long linkId) {
        for (int i = 0; i < orders.size(); i++) {
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
