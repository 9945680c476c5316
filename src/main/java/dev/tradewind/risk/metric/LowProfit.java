package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskUnit;

/** Realised profit within a window, of at least two closing orders. */
final class LowProfit {

    static final RiskMetric TYPE = Metrics.declare(
            "low-profit",
            "profit",
            RiskMetric.Sense.AT_MOST,
            RiskMetric.Window.REQUIRED,
            false,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            LowProfit::of,
            Metrics.percent(Reason.RISK_LOW_PROFIT_SHARE, "-100", "1000"),
            Metrics.money(Reason.RISK_LOW_PROFIT, "-1000000000000", "1000000000000"));

    private static final int LEAST_CLOSES = 2;

    private static long of(RiskMetricsView view, RiskUnit unit) {
        return view.closes() < LEAST_CLOSES ? RiskMetric.NOTHING : Metrics.ofEquity(view.realisedAtoms(), view, unit);
    }

    private LowProfit() {}
}
