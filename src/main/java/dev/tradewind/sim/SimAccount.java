package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** The venue's own books of our balances. Independent of the engine's ledger, so that one can be held against the other. */
final class SimAccount {

    private long quoteAtoms;
    private long baseAtoms;
    private long reservedQuoteAtoms;

    SimAccount(long quoteAtoms) {
        this.quoteAtoms = quoteAtoms;
    }

    long quoteAtoms() {
        return quoteAtoms;
    }

    long baseAtoms() {
        return baseAtoms;
    }

    long availableQuoteAtoms() {
        return quoteAtoms - reservedQuoteAtoms;
    }

    void reserve(SimOrder order, long atoms) {
        reservedQuoteAtoms = Math.addExact(reservedQuoteAtoms, atoms - order.reservedQuoteAtoms);
        order.reservedQuoteAtoms = atoms;
    }

    /** A deposit, or a withdrawal where negative. */
    void pay(long atoms) {
        quoteAtoms = Math.addExact(quoteAtoms, atoms);
    }

    void save(StateWriter out) {
        out.section("SimAccount", 1).number(quoteAtoms).number(baseAtoms).number(reservedQuoteAtoms);
    }

    void load(StateReader in) {
        quoteAtoms = in.section("SimAccount", 1).number();
        baseAtoms = in.number();
        reservedQuoteAtoms = in.number();
    }

    void bought(long paidAtoms, long receivedBaseAtoms) {
        quoteAtoms = Math.subtractExact(quoteAtoms, paidAtoms);
        baseAtoms = Math.addExact(baseAtoms, receivedBaseAtoms);
    }

    void sold(long givenBaseAtoms, long receivedAtoms) {
        baseAtoms = Math.subtractExact(baseAtoms, givenBaseAtoms);
        quoteAtoms = Math.addExact(quoteAtoms, receivedAtoms);
        if (baseAtoms < 0) {
            throw new IllegalStateException("the venue sold " + -baseAtoms + " base atoms we do not have");
        }
    }
}
