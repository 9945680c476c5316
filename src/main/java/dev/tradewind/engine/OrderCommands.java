package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.oms.AlgoDesk;
import dev.tradewind.oms.Order;
import dev.tradewind.venue.Capabilities;

/** The user's own orders and algorithms; what cannot be done is said in words, by exception. Engine thread only. */
final class OrderCommands {

    private static final int USER = 0;

    private final OrderDesk desk;
    private final AlgoDesk algos;
    private final Owner user;

    OrderCommands(OrderDesk desk, AlgoDesk algos, Owner user) {
        this.desk = desk;
        this.algos = algos;
        this.user = user;
    }

    void amend(Command.AmendOrder amend) {
        Order order = working(amend.clientOrderId());
        Owner owner = desk.owner(order.request().botId());
        accepted(desk.changes().amend(owner, order, amend.quantityLots(), amend.priceTicks(), amend.stopTicks()));
    }

    void startAlgo(Command.StartAlgo start) {
        if (start.instrument() != 0) {
            throw new IllegalArgumentException("instrument " + start.instrument() + " is not part of this session");
        }
        algos.start(USER, start.type(), start.params(), 0);
    }

    void place(Command.PlaceOrder place) {
        if (place.instrument() != 0) {
            throw new IllegalArgumentException("instrument " + place.instrument() + " is not part of this session");
        }
        if (place.terms().displayLots() > 0 && !desk.changes().venue().has(Capabilities.Feature.ICEBERG)) {
            algos.start(USER, "iceberg", desk.changes().asIceberg(place), 0);
            return;
        }
        long id = desk.submit(
                user,
                place.side(),
                place.type(),
                place.timeInForce(),
                place.quantityLots(),
                place.priceTicks(),
                place.stopTicks(),
                0,
                0,
                place.terms());
        accepted(id);
    }

    private void accepted(long orderId) {
        if (orderId == 0) {
            throw new IllegalArgumentException(desk.verdict().rule() + ": " + desk.verdict().message());
        }
    }

    /** The user may cancel anybody's order; its owner hears of it. */
    void cancel(long clientOrderId) {
        desk.cancel(working(clientOrderId));
    }

    private Order working(long clientOrderId) {
        Order order = desk.orders().find(clientOrderId);
        if (order == null) {
            throw new IllegalArgumentException("order " + clientOrderId + " is not working any more");
        }
        return order;
    }

    void cancelMine() {
        algos.cancelAll(USER, "cancelled with all orders of yours");
        for (int i = 0; i < user.workingOrders(); i++) {
            desk.cancel(user.working(i));
        }
    }
}
