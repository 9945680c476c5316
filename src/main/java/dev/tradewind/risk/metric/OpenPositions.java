package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** How many owners (you, and each bot) hold a position. */
final class OpenPositions {

    static final RiskMetric TYPE = Metrics.declare(
            "open-positions",
            "open positions",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.NONE,
            true,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.openPositions(),
            Metrics.count(Reason.RISK_OPEN_POSITIONS, 0, 100_000));

    private OpenPositions() {}
}
