package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** The largest move to the present price from any within the window: a circuit breaker with a cool-off. */
final class Volatility {

    static final RiskMetric TYPE = Metrics.declare(
            "volatility",
            "price move",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.REQUIRED,
            false,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.priceMoveE8(),
            Metrics.percent(Reason.RISK_VOLATILITY, "0.01", "1000"));

    private Volatility() {}
}
