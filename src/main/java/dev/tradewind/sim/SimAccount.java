package dev.tradewind.sim;

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
