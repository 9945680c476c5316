package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** The worth of what is held, what working entries would add, and the order being judged. */
final class PositionSize {

    static final RiskMetric TYPE = Metrics.declare(
            "position-size",
            "position",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.NONE,
            true,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> Metrics.ofEquity(Metrics.committed(view), view, unit),
            Metrics.money(Reason.RISK_POSITION, "0.01", "1000000000000"),
            Metrics.percent(Reason.RISK_POSITION_SHARE, "0.01", "12500"));

    private PositionSize() {}
}
