package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/**
 * The highest correlation between two bots' profits over a window. With one symbol in a session it is the bots' profit
 * curves that are compared, not symbols.
 */
final class Correlation {

    static final RiskMetric TYPE = Metrics.declare(
            "correlation",
            "correlation",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.REQUIRED,
            false,
            Metrics.ANY_ACTION,
            Metrics.GROUPS,
            (view, unit) -> view.correlationE8(),
            Metrics.percent(Reason.RISK_CORRELATION, "1", "100"));

    private Correlation() {}
}
