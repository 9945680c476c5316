package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** What is left of the distance to liquidation a position opened with: the least of the scope's positions. */
final class LiquidationDistance {

    static final RiskMetric TYPE = Metrics.declare(
            "liquidation-distance",
            "distance to liquidation",
            RiskMetric.Sense.AT_MOST,
            RiskMetric.Window.NONE,
            false,
            Metrics.ANY_OR_MARGIN,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.liquidationLeftE8(),
            Metrics.percent(Reason.RISK_LIQUIDATION, "0.01", "100"));

    private LiquidationDistance() {}
}
