package dev.tradewind.oms;

import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

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

    void save(StateWriter out) {
        out.number(role).constant(side).number(orderId).number(nextId).number(lots).number(filledLots).flag(working);
    }

    static Child load(StateReader in) {
        Child child = new Child(in.integer(), in.constant(Side.class), in.number(), 0);
        child.nextId = in.number();
        child.lots = in.number();
        child.filledLots = in.number();
        child.working = in.flag();
        return child;
    }

    long leftLots() {
        return lots - filledLots;
    }
}
