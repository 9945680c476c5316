package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** The worth of one entry. */
final class OrderSize {

    static final RiskMetric TYPE = Metrics.declare(
            "order-size",
            "order",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.NONE,
            true,
            Metrics.BLOCK_ONLY,
            Metrics.EVERY_SCOPE,
            (view, unit) -> Metrics.ofEquity(view.candidateAtoms(), view, unit),
            Metrics.money(Reason.RISK_ORDER, "0.01", "1000000000000"),
            Metrics.percent(Reason.RISK_ORDER_SHARE, "0.01", "12500"));

    private OrderSize() {}
}
