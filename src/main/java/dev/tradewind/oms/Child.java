package dev.tradewind.oms;

import dev.tradewind.domain.Side;

/** One order of an algorithm, under whatever id it has: an amendment may give it a new one. */
final class Child {

    final int role;
    final Side side;
    long orderId;
    /** The order that goes on once the present one has ended, 0 if none does. */
    long nextId;
    long lots;
    long filledLots;
    boolean working = true;

    Child(int role, Side side, long orderId, long lots) {
        this.role = role;
        this.side = side;
        this.orderId = orderId;
        this.lots = lots;
    }

    long leftLots() {
        return lots - filledLots;
    }
}
