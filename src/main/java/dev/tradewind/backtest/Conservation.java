package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.engine.Session;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether money was conserved: what is there at the end is the start with what was earned, over all owners; the venue's own books
 * say the same; and the curves and trades of the report add up to the ledgers.
 */
final class Conservation {

    /** Doubles of a report may be off by so much of the money moved. */
    private static final double ROUNDING = 1e-9;

    private Conservation() {}

    static Check check(PlayedRun run, RunWalk walk) {
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < run.lanes().size(); i++) {
            lane(run.lanes().get(i), walk.lanes().get(i), troubles);
        }
        if (walk.endAtoms() != run.endEquityAtoms()) {
            troubles.add("the curve ends at " + walk.endAtoms() + " atoms, the ledgers at " + run.endEquityAtoms());
        }
        return troubles.isEmpty()
                ? new Check("conservation", "Money conserved", Verdict.PASSED,
                        "start, profit and costs add up to the end over all owners, and the venue's books agree")
                : new Check("conservation", "Money conserved", Verdict.FAILED, String.join("; ", troubles));
    }

    private static void lane(Lane lane, LaneMarks marks, List<String> troubles) {
        Session session = lane.session();
        Ledger ledger = session.ledger();
        Instrument instrument = lane.plan().config().instrument();
        String on = " on " + instrument.symbol();
        long quote = 0;
        long base = 0;
        long profit = 0;
        long mark = ledger.markTicks();
        for (BotAccount account : ledger.accounts()) {
            quote = Math.addExact(quote, account.quoteAtoms());
            base = Math.addExact(base, account.baseAtoms());
            profit += account.realisedAtoms() + (mark == 0 ? 0 : account.unrealisedAtoms(mark));
        }
        same("quote of all owners and of the account" + on, quote, ledger.quoteAtoms(), 0, troubles);
        same("base of all owners and of the account" + on, base, ledger.baseAtoms(), 0, troubles);
        // each owner's holding is rounded down to an atom for itself
        same("profit of all owners and equity" + on, profit, ledger.equityAtoms() - ledger.startEquityAtoms(),
                ledger.accounts().size(), troubles);
        venue(lane, ledger, instrument, on, troubles);
        double trades = marks.trades().closed().stream().mapToDouble(ClosedTrade::net).sum();
        double unit = Math.pow(10, instrument.quote().scale());
        double moved = Math.abs(profit) / unit + marks.trades().traded() + 1;
        double off = Math.abs(trades + marks.trades().looseAtoms() / unit - profit / unit);
        double dust = instrument.priceAsDouble(mark) * instrument.quantityAsDouble(1) * ledger.accounts().size();
        if (off > moved * ROUNDING + dust) {
            troubles.add("trades" + on + " sum to " + trades + ", the ledgers to " + profit / unit);
        }
    }

    private static void venue(Lane lane, Ledger ledger, Instrument instrument, String on, List<String> troubles) {
        if (!lane.venue().isQuiet()) {
            return;
        }
        same("base here and at the venue" + on, ledger.baseAtoms(), lane.venue().baseAtoms(), 0, troubles);
        if (instrument.isPerpetual()) {
            long entries = 0;
            for (PositionSide side : PositionSide.values()) {
                entries += lane.venue().entryAtoms(side);
            }
            var exchange = ledger.exchange();
            long ours = exchange == null ? 0 : exchange.quoteAtoms() - exchange.costAtoms();
            same("wallet less entries here and at the venue" + on, ours, lane.venue().quoteAtoms() - entries, 0, troubles);
        } else {
            // what a third asset pays leaves its owner's quote for the user's: the sum is the venue's
            same("quote here and at the venue" + on, ledger.quoteAtoms(), lane.venue().quoteAtoms(), 0, troubles);
            same("third asset here and at the venue" + on, ledger.thirdAtoms(), lane.venue().thirdAtoms(), 0, troubles);
        }
    }

    private static void same(String what, long one, long other, long tolerance, List<String> troubles) {
        if (Math.abs(one - other) > tolerance) {
            troubles.add(what + " differ: " + one + " and " + other + " atoms");
        }
    }
}
