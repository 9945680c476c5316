package dev.tradewind.bench;

import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;

/** Whether a backtest did the right work. */
final class Gates {

    private Gates() {}

    /** {@return {@code ok} if there are that many round trips and the money is conserved} */
    static String roundTrips(BacktestOutcome outcome, int expected) {
        int found = outcome.report().fills().roundTrips();
        return found == expected ? conserved(outcome) : found + " round trips, not " + expected;
    }

    /** {@return {@code ok} if about as many deals closed as a count of its own finds, and the money is conserved} */
    static String deals(BacktestOutcome outcome, int counted) {
        int found = outcome.report().fills().roundTrips();
        return Math.abs(found - counted) * 100L <= counted
                ? conserved(outcome)
                : found + " deals, a bare loop closes " + counted;
    }

    /** {@return {@code ok} if there are about as many sells as a count of its own finds, and the money is conserved} */
    static String sells(BacktestOutcome outcome, int counted) {
        FillLog fills = outcome.report().fills();
        int found = 0;
        for (int row = 0; row < fills.size(); row++) {
            found += fills.side(row) == Side.SELL ? 1 : 0;
        }
        return Math.abs(found - counted) * 100L <= counted
                ? conserved(outcome)
                : found + " sells, a bare loop makes " + counted;
    }

    /** Adds up every fill once more, from nothing but prices, quantities and fees, and holds the ledger against it. */
    static String conserved(BacktestOutcome outcome) {
        BacktestReport report = outcome.report();
        Instrument instrument = report.instrument();
        FillLog fills = report.fills();
        long quote = report.startEquityAtoms();
        long base = 0;
        for (int row = 0; row < fills.size(); row++) {
            long notional = instrument.notionalAtoms(fills.priceTicks(row), fills.lots(row));
            int sign = fills.side(row) == Side.BUY ? 1 : -1;
            quote -= sign * notional;
            base += sign * fills.lots(row) * instrument.lotAtoms();
            if (fills.feeAsset(row) == FeeAsset.QUOTE) {
                quote -= fills.feeAtoms(row);
            } else {
                base -= fills.feeAtoms(row);
            }
        }
        if (base != report.baseAtoms()) {
            return "fills leave " + base + " base atoms, the ledger " + report.baseAtoms();
        }
        long equity = quote + instrument.valueOfBaseAtoms(outcome.lastTicks(), base);
        return equity == report.endEquityAtoms()
                ? BenchResult.OK
                : "fills leave " + equity + " quote atoms, the ledger " + report.endEquityAtoms();
    }
}
