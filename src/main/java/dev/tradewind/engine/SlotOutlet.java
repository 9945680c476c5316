package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.kernel.Journal;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.SlotBroker;

/** Sends and moves away what the slot broker shares the venue's slots among. Engine thread only. */
final class SlotOutlet implements SlotBroker.Outlet {

    private static final long SEQUENCE = (1L << 34) - 1;

    private final OrderDesk desk;
    private final MarketState market;
    private final Journal journal;
    private final OrderRequest sent = new OrderRequest();

    SlotOutlet(OrderDesk desk, MarketState market, Journal journal) {
        this.desk = desk;
        this.market = market;
        this.journal = journal;
    }

    @Override
    public long lastTicks() {
        return market.lastTicks();
    }

    @Override
    public long touchTicks(Side side) {
        return market.hasBook() ? market.touchTicks(side) : 0;
    }

    @Override
    public void send(Order order) {
        long now = desk.nowNanos();
        long lots = order.workingLots();
        if (lots == 0) {
            desk.changes().drop(order);
            return;
        }
        OrderRequest request = order.request();
        sent.set(
                        order.venueId(),
                        request.botId(),
                        request.instrument(),
                        request.side(),
                        request.type(),
                        request.timeInForce(),
                        lots,
                        request.priceTicks(),
                        request.stopTicks(),
                        request.tag(),
                        request.linkId())
                .with(request.terms(), request.algoId());
        journal.submitIntent(desk.sequence(), now, sent);
        order.release(now, journal.lastRow());
        desk.changes()
                .held()
                .translate(desk.toVenue(desk.owner(request.botId()), desk.queue(0).set(sent)));
        if (order.sentAgain()) {
            decide(order, Reason.ORDER_SENT_AGAIN, order.clientOrderId() & SEQUENCE, order.venueId() >>> 34 & 63);
        }
    }

    @Override
    public void park(Order order) {
        long now = desk.nowNanos();
        journal.cancelIntent(desk.sequence(), now, order.venueId());
        order.park(now);
        desk.queue(order.venueId());
        decide(order, Reason.ORDER_PARKED, order.clientOrderId() & SEQUENCE, 0);
    }

    @Override
    public void decide(Order order, Reason reason, long first, long second) {
        desk.decide(order.request().botId(), reason, first, second);
    }
}
