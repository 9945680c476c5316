package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** The time since a stop closed a position: entries wait until it is long enough. */
final class CooldownAfterStop {

    static final RiskMetric TYPE = Metrics.declare(
            "cooldown-after-stop",
            "time since the last stop",
            RiskMetric.Sense.BELOW,
            RiskMetric.Window.NONE,
            false,
            Metrics.BLOCK_ONLY,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.sinceStopNanos(),
            Metrics.duration(Reason.RISK_COOLDOWN, 1, 316_224_000));

    private CooldownAfterStop() {}
}
