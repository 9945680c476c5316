package dev.tradewind.app;

import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.marketdata.ImportSummary;
import java.util.Optional;

/**
 * A finished backtest with where it came from. Money in quote atoms.
 *
 * @param request    under what it was played
 * @param report     what came of it
 * @param data       what the import of the history found
 * @param checksum   identity of the whole series, played or not
 * @param tier       how closely fills follow the market
 * @param timeframe  length of the candles played; empty where there were none
 * @param firstNanos when the range played begins
 * @param endNanos   when it ends
 * @param lastTicks  the last price played
 * @param tookNanos  how long the run took by the machine's clock, reading the file not counted
 * @param schedule   what fills were charged by
 */
public record BacktestOutcome(
        BacktestRequest request,
        BacktestReport report,
        ImportSummary data,
        long checksum,
        FillTier tier,
        Optional<Timeframe> timeframe,
        long firstNanos,
        long endNanos,
        long lastTicks,
        long tookNanos,
        FeeSchedule schedule) {

    /** {@return what the holding is worth at the last price beyond its cost} */
    public long unrealisedAtoms() {
        return report.endEquityAtoms() - report.startEquityAtoms() - report.realisedAtoms();
    }

    /** {@return the asset that may have paid fees} */
    public Optional<ThirdAsset> third() {
        return Optional.ofNullable(schedule.third());
    }

    /** {@return fees paid in the third asset, in its atoms} */
    public long thirdFeeAtoms() {
        FillLog fills = report.fills();
        long sum = 0;
        for (int row = 0; row < fills.size(); row++) {
            sum += fills.feeAsset(row) == FeeAsset.THIRD ? fills.feeAtoms(row) : 0;
        }
        return sum;
    }

    /** {@return whether what is left is less than one lot, too little to sell} */
    public boolean leftIsDust() {
        return report.baseAtoms() > 0 && report.baseAtoms() < report.instrument().lotAtoms();
    }

    /** {@return the deepest fall of equity from a peak, as a fraction of that peak} */
    public double maxDrawdown() {
        return report.equity().maxDrawdown();
    }

    /** {@return machine time for each market event, in nanoseconds} */
    public double nanosPerEvent() {
        return (double) tookNanos / Math.max(1, report.events());
    }
}
