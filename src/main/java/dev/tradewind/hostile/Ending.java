package dev.tradewind.hostile;

import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.LineState;
import dev.tradewind.engine.ReconciliationReport;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.engine.Session;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.sim.SimVenue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be true once the world has been calm for a while: both sides say the same, to the atom. */
final class Ending {

    /** Each order at work here is at work there, and the reverse. */
    static final String ORDERS = "recovery converges: the same orders work on both sides";

    /** No order is in doubt. */
    static final String DOUBT = "recovery converges: no order stays unresolved";

    /** Both sides' balances are equal. */
    static final String BALANCES = "recovery converges: balances equal the exchange's";

    /** Every fill of ours is booked, and no other. */
    static final String FILLS = "no fill is lost or made up";

    /** The engine trades. */
    static final String TRADES = "recovery converges: the engine trades again";

    /** Comparing books that agree changes nothing. */
    static final String AGAIN = "comparing the books once more changes nothing";

    private final TrueExchange exchange;

    Ending(TrueExchange exchange) {
        this.exchange = exchange;
    }

    /** {@return whether the last comparison found nothing to change} */
    static boolean agreed(Terminal terminal) {
        if (!terminal.lives()) {
            return false;
        }
        Session session = terminal.process().session();
        session.publish();
        EngineSnapshot.Outside outside = session.view().snapshot().outside();
        ReconciliationReport compared = outside == null ? null : outside.report();
        return compared != null && compared.changes() == 0;
    }

    void check(Terminal terminal) {
        if (!terminal.lives()) {
            throw new Violation(TRADES, "the process did not come back");
        }
        Process process = terminal.process();
        fills(process.books());
        doubts(process.orders());
        orders(process.orders());
        balances(process.session().ledger());
        trades(process.session());
    }

    private void fills(Books books) {
        for (Map.Entry<Long, TrueExchange.TrueFill> fill : exchange.fills().entrySet()) {
            if (!fill.getValue().isForeign() && !books.hasFill(fill.getKey())) {
                throw new Violation(FILLS, "not booked: " + fill.getValue());
            }
        }
        for (long booked : books.fills()) {
            if (!exchange.fills().containsKey(booked)) {
                throw new Violation(FILLS, "fill " + booked + " is booked, the exchange never had it");
            }
        }
    }

    private static void doubts(OpenOrders orders) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.state() == OrderState.UNRESOLVED || order.state() == OrderState.PENDING_NEW
                    || order.state() == OrderState.CANCEL_PENDING || order.amending()) {
                throw new Violation(DOUBT, order.request() + " is " + order.state()
                        + (order.amending() ? " with an amendment on its way" : ""));
            }
        }
    }

    private void orders(OpenOrders orders) {
        Set<Long> here = new TreeSet<>();
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.state() != OrderState.HELD) {
                here.add(order.venueId());
                TrueExchange.TrueOrder there = exchange.order(order.venueId());
                if (there != null && there.isWorking() && there.filledLots() != order.filledSinceSent()) {
                    throw new Violation(ORDERS, order.request() + " has " + order.filledSinceSent()
                            + " lots filled here, there " + there.filledLots());
                }
            }
        }
        Set<Long> there = new TreeSet<>();
        for (TrueExchange.TrueOrder order : exchange.working()) {
            if (!order.isForeign()) {
                there.add(order.request.clientOrderId());
            }
        }
        if (!here.equals(there)) {
            Set<Long> onlyHere = new TreeSet<>(here);
            onlyHere.removeAll(there);
            Set<Long> onlyThere = new TreeSet<>(there);
            onlyThere.removeAll(here);
            throw new Violation(ORDERS, "only here " + onlyHere + ", only there " + onlyThere);
        }
    }

    private void balances(Ledger ledger) {
        SimVenue books = exchange.books();
        PerpetualAccount net = ledger.exchange();
        long quote = net == null ? ledger.quoteAtoms() : net.quoteAtoms();
        long base = net == null ? ledger.baseAtoms() : net.baseAtoms();
        if (quote != books.quoteAtoms() || base != books.baseAtoms() || ledger.thirdAtoms() != books.thirdAtoms()) {
            throw new Violation(BALANCES, "here " + quote + " quote and " + base + " base, there " + books.quoteAtoms()
                    + " and " + books.baseAtoms());
        }
    }

    private static void trades(Session session) {
        session.publish();
        EngineSnapshot snapshot = session.view().snapshot();
        if (snapshot.trading() == TradingState.HALTED) {
            throw new Violation(TRADES, "halted: " + snapshot.haltReason());
        }
        EngineSnapshot.Outside outside = snapshot.outside();
        if (outside == null || outside.line() != LineState.OPEN || outside.inDoubt() != 0) {
            throw new Violation(TRADES, "the line is " + outside);
        }
        ReconciliationReport compared = outside.report();
        if (compared == null || compared.changes() != 0) {
            throw new Violation(AGAIN, "the last comparison came to " + compared);
        }
    }
}
