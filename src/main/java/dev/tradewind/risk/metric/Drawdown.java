package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskUnit;

/** The fall from the highest equity within the window, or since the start. */
final class Drawdown {

    static final RiskMetric TYPE = Metrics.declare(
            "drawdown",
            "drawdown",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.OPTIONAL,
            false,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            Drawdown::of,
            Metrics.percent(Reason.RISK_DRAWDOWN_SHARE, "0.01", "100"),
            Metrics.money(Reason.RISK_DRAWDOWN, "0.01", "1000000000000"));

    private static long of(RiskMetricsView view, RiskUnit unit) {
        long fall = view.peakEquityAtoms() - view.equityAtoms();
        return unit == RiskUnit.MONEY ? fall : RiskMetric.shareE8(fall, view.peakEquityAtoms());
    }

    private Drawdown() {}
}
