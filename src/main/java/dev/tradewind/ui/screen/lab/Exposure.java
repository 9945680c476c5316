package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the deals open at a time had cost at most together, as a share of equity. Pure.
 *
 * @param shares one per stretch of the run, all equally long; the most within each
 */
record Exposure(double[] shares) {

    private static final int STRETCHES = 480;

    static Exposure of(RunReport report) {
        long from = report.firstNanos();
        long length = Math.max(1, report.lastNanos() - from);
        double[] costs = most(report.trades(), from, length);
        double[] shares = new double[STRETCHES];
        int point = 0;
        for (int i = 0; i < STRETCHES; i++) {
            long end = from + (long) ((i + 1.0) / STRETCHES * length);
            while (point + 1 < report.equity().size() && report.equity().timeNanos()[point + 1] <= end) {
                point++;
            }
            double equity = report.equity().size() == 0 ? report.startEquity() : report.equity().equity()[point];
            shares[i] = equity > 0 ? Math.max(0, costs[i]) / equity : 0;
        }
        return new Exposure(shares);
    }

    /** {@return the most that deals had cost together within each stretch; many may begin and end in one} */
    static double[] most(List<ClosedTrade> trades, long from, long length) {
        List<ClosedTrade> opening = new ArrayList<>(trades);
        opening.sort(Comparator.comparingLong(ClosedTrade::openNanos));
        List<ClosedTrade> closing = new ArrayList<>(trades);
        closing.sort(Comparator.comparingLong(ClosedTrade::closeNanos));
        double[] most = new double[STRETCHES];
        double cost = 0;
        int closed = 0;
        int last = 0;
        for (ClosedTrade trade : opening) {
            while (closing.get(closed).closeNanos() < trade.openNanos()) {
                last = carry(most, last, stretch(closing.get(closed).closeNanos() - from, length), cost);
                cost -= closing.get(closed++).invested();
            }
            last = carry(most, last, stretch(trade.openNanos() - from, length), cost);
            cost += trade.invested();
            most[last] = Math.max(most[last], cost);
        }
        for (; closed < closing.size(); closed++) {
            last = carry(most, last, stretch(closing.get(closed).closeNanos() - from, length), cost);
            cost -= closing.get(closed).invested();
        }
        return most;
    }

    /** What is held lasts through all stretches from one to another. */
    private static int carry(double[] most, int from, int to, double cost) {
        for (int i = from; i <= to; i++) {
            most[i] = Math.max(most[i], cost);
        }
        return Math.max(from, to);
    }

    private static int stretch(long since, long length) {
        return (int) Math.clamp((long) (since / (double) length * STRETCHES), 0, STRETCHES - 1);
    }

    /** {@return the most of all stretches} */
    double most() {
        double most = 0;
        for (double share : shares) {
            most = Math.max(most, share);
        }
        return most;
    }
}
