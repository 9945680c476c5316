package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** How long a position has been without the stop its policy asks for: what the stop watchdog does about it. */
final class Unprotected {

    static final RiskMetric TYPE = Metrics.declare(
            "unprotected",
            "time without a stop",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.NONE,
            false,
            Metrics.WATCHDOG,
            Metrics.WHOLE,
            (view, unit) -> view.unprotectedNanos(),
            Metrics.duration(Reason.RISK_UNPROTECTED, 1, 3_600));

    private Unprotected() {}
}
