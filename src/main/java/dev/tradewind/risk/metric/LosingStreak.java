package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** Closing orders in a row that lost money. */
final class LosingStreak {

    static final RiskMetric TYPE = Metrics.declare(
            "losing-streak",
            "losses in a row",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.NONE,
            false,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> view.losingStreak(),
            Metrics.count(Reason.RISK_LOSING_STREAK, 1, 1_000));

    private LosingStreak() {}
}
