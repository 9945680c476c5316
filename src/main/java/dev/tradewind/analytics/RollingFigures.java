package dev.tradewind.analytics;

/**
 * Figures over the last so many days, at each UTC day's end from the first with enough of them: whether a run earned
 * all along or once. The arrays are the caller's to leave unchanged.
 *
 * @param days       of each window
 * @param timeNanos  the windows' ends, nanoseconds since the epoch
 * @param returns    what the window earned, as a fraction, not annualised
 * @param volatility as {@link Metric#VOLATILITY}
 * @param sharpe     as {@link Metric#SHARPE}
 */
public record RollingFigures(int days, long[] timeNanos, double[] returns, double[] volatility, double[] sharpe) {

    /**
     * {@return the figures of a series, which is reduced to days first; empty where it is shorter than a window}
     *
     * @param days of a window, from 2
     */
    public static RollingFigures of(EquitySeries series, int days) {
        if (days < 2) {
            throw new IllegalArgumentException("a window of " + days + " days tells nothing; 2 or more pass");
        }
        EquitySeries daily = series.daily();
        int size = Math.max(0, daily.size() - days);
        RollingFigures figures =
                new RollingFigures(days, new long[size], new double[size], new double[size], new double[size]);
        double yearRoot = Math.sqrt(Performance.DAYS_A_YEAR);
        for (int i = 0; i < size; i++) {
            EquitySeries window = daily.part(i, i + days + 1);
            DailyReturns returns = DailyReturns.of(window);
            double deviation = returns.deviation();
            figures.timeNanos[i] = daily.timeNanos()[i + days];
            figures.returns[i] = Performance.ratio(window.equity()[days], window.equity()[0]) - 1;
            figures.volatility[i] = deviation * yearRoot;
            figures.sharpe[i] = Performance.ratio(returns.mean(), deviation) * yearRoot;
        }
        return figures;
    }
}
