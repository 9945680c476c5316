package dev.tradewind.engine;

import dev.tradewind.domain.StateException;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * The parts of a session's state in the order in which they can be loaded: money before bots, orders before their owners,
 * bots before the rules that watch them. Engine thread only.
 */
final class SessionState implements Stateful {

    private final Session session;
    private final AccountDesk account;
    private final History history;

    SessionState(Session session, AccountDesk account, History history) {
        this.session = session;
        this.account = account;
        this.history = history;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Session", 1).part(session.loop()).part(session.market()).part(session.ledger());
        out.part(session.candles()).part(session.desk()).part(session.algos()).part(session.fleet());
        session.user().saveOwner(out);
        out.part(account).part(session.quarantine()).part(new RiskState(session.risk(), session.fleet())).part(history);
        out.part(session.outside());
    }

    @Override
    public void load(StateReader in) {
        try {
            parts(in);
        } catch (StateException e) {
            throw e;
        } catch (RuntimeException e) {
            // what reads well may still be no state of a session: a price nobody can count, a bot of parameters that clash
            throw in.wrong("this cannot be: " + e);
        }
    }

    private void parts(StateReader in) {
        in.section("Session", 1).part(session.loop()).part(session.market()).part(session.ledger());
        in.part(session.candles()).part(session.desk()).part(session.algos()).part(session.fleet());
        session.user().loadOwner(in, session.desk().orders());
        in.part(account).part(session.quarantine()).part(new RiskState(session.risk(), session.fleet())).part(history);
        in.part(session.outside());
    }
}
