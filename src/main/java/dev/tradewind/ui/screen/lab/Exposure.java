package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport;

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
        // one pass over the deals and one over the stretches: changes summed up afterwards
        double[] change = new double[STRETCHES + 1];
        for (ClosedTrade trade : report.trades()) {
            change[stretch(trade.openNanos() - from, length)] += trade.invested();
            change[stretch(trade.closeNanos() - from, length) + 1] -= trade.invested();
        }
        double[] shares = new double[STRETCHES];
        double cost = 0;
        int point = 0;
        for (int i = 0; i < STRETCHES; i++) {
            cost += change[i];
            long end = from + (long) ((i + 1.0) / STRETCHES * length);
            while (point + 1 < report.equity().size() && report.equity().timeNanos()[point + 1] <= end) {
                point++;
            }
            double equity = report.equity().size() == 0 ? report.startEquity() : report.equity().equity()[point];
            shares[i] = equity > 0 ? Math.max(0, cost) / equity : 0;
        }
        return new Exposure(shares);
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
