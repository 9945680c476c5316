package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** Orders placed within a window. */
final class OrderRate {

    static final RiskMetric TYPE = Metrics.declare(
            "order-rate",
            "orders placed",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.REQUIRED,
            true,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.orders(),
            Metrics.count(Reason.RISK_ORDER_RATE, 1, 10_000));

    private OrderRate() {}
}
