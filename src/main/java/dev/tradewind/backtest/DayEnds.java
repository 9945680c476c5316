package dev.tradewind.backtest;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.domain.Instrument;

/**
 * Equity at the ends of days out of what changed the accounts, to the last bit what {@link RunWalk} finds at every
 * mark: for spot on candles, where between changes nothing but the close moves equity.
 */
final class DayEnds {

    private DayEnds() {}

    /**
     * {@return equity of a lane at its start, at the end of each day with candles and at its end, in quote units}
     *
     * @param cashAtoms quote atoms outside of the lane
     */
    static EquitySeries of(Lane lane, long cashAtoms, DayRows days) {
        Instrument instrument = lane.plan().config().instrument();
        AccountLog log = lane.log();
        double unit = Math.pow(10, instrument.quote().scale());
        long start = lane.session().ledger().startEquityAtoms() + cashAtoms;
        long[] times = new long[days.size() + 1];
        double[] equity = new double[days.size() + 1];
        times[0] = lane.plan().firstNanos();
        equity[0] = start / unit;
        long[] earned = new long[log.places()];
        long[] base = new long[log.places()];
        long earnedSum = 0;
        long baseSum = 0;
        int row = 0;
        for (int day = 0; day < days.size(); day++) {
            // what came after the last candle belongs to the end
            int until = day == days.size() - 1 ? Integer.MAX_VALUE : days.event(day);
            for (; row < log.size() && log.index(row) <= until; row++) {
                int place = log.place(row);
                earnedSum += log.earnedAtoms(row) - earned[place];
                baseSum += log.baseAtoms(row) - base[place];
                earned[place] = log.earnedAtoms(row);
                base[place] = log.baseAtoms(row);
            }
            times[day + 1] = days.timeNanos(day);
            equity[day + 1] = (start + earnedSum + valueAtoms(instrument, days.closeTicks(day), baseSum)) / unit;
        }
        return new EquitySeries(times, equity);
    }

    /** Whole lots and what is less than one are valued apart, as the ledger does. */
    private static long valueAtoms(Instrument instrument, long closeTicks, long base) {
        long lots = base / instrument.lotAtoms();
        long odd = base - lots * instrument.lotAtoms();
        long value = closeTicks * Math.multiplyExact(lots, instrument.tickLotAtoms());
        return odd == 0 ? value : value + instrument.valueOfBaseAtoms(closeTicks, odd);
    }
}
