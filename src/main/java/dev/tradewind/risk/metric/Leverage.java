package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** How often the equity of the scope goes into its positions, working entries included. */
final class Leverage {

    static final RiskMetric TYPE = Metrics.declare(
            "leverage",
            "leverage",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.NONE,
            true,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> RiskMetric.shareE8(Metrics.committed(view), view.equityAtoms()),
            Metrics.times(Reason.RISK_LEVERAGE, "0.01", "125"));

    private Leverage() {}
}
