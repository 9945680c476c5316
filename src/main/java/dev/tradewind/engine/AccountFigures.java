package dev.tradewind.engine;

import dev.tradewind.risk.RiskScope;

/** What one session adds to the figures of an account that several share. Engine thread only; money in quote atoms. */
public final class AccountFigures {

    private final RiskSubject whole;

    AccountFigures(Session session) {
        whole = new RiskSubject(
                RiskScope.ACCOUNT, session.ledger(), session.user(), session.market(), () -> AccountBeyond.NOTHING);
        session.fleet().slots().forEach(whole::add);
    }

    /** {@return equity at the last mark} */
    public long equityAtoms() {
        return whole.equityAtoms();
    }

    /** {@return worth of the positions held at the last price, longs and shorts added up} */
    public long heldAtoms() {
        return whole.heldAtoms();
    }

    /** {@return worth of the asset held at the last price, shorts taken off longs; without sign} */
    public long netHeldAtoms() {
        return whole.netHeldAtoms();
    }

    /** {@return worth of working entries} */
    public long workingEntryAtoms() {
        return whole.workingEntryAtoms();
    }

    /** {@return owners with a position} */
    public int openPositions() {
        return whole.openPositions();
    }
}
