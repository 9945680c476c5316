package dev.tradewind.app;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.PerformanceInput;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.domain.Asset;
import java.math.BigDecimal;

/** The figures of a trial, worked out when they are asked for. */
final class TrialFigures {

    private final BacktestOutcome outcome;
    private final BacktestReport report;

    TrialFigures(BacktestOutcome outcome) {
        this.outcome = outcome;
        this.report = outcome.report();
    }

    double value(Metric metric) {
        return switch (metric) {
            case TOTAL_RETURN -> report.totalReturn();
            case NET_PROFIT -> money(report.endEquityAtoms() - report.startEquityAtoms());
            case MAX_DRAWDOWN -> outcome.maxDrawdown();
            default -> all().value(metric);
        };
    }

    Performance all() {
        return Performance.measure(PerformanceInput.of(equity()));
    }

    private double money(long atoms) {
        return report.instrument().quote().toDecimal(atoms).doubleValue();
    }

    private EquitySeries equity() {
        Asset quote = report.instrument().quote();
        long[][] points = report.equity().points();
        double[] equity = new double[points[1].length];
        double unit = quote.toAtoms(BigDecimal.ONE);
        for (int i = 0; i < equity.length; i++) {
            equity[i] = points[1][i] / unit;
        }
        return new EquitySeries(points[0], equity);
    }
}
