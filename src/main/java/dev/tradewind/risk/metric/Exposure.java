package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;

/** The worth of the asset held, shorts taken off longs, against the equity. */
final class Exposure {

    static final RiskMetric TYPE = Metrics.declare(
            "exposure",
            "exposure",
            RiskMetric.Sense.ABOVE,
            RiskMetric.Window.NONE,
            true,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            (view, unit) -> Metrics.ofEquity(view.netHeldAtoms() + view.candidateAtoms(), view, unit),
            Metrics.percent(Reason.RISK_EXPOSURE_SHARE, "0.01", "12500"),
            Metrics.money(Reason.RISK_EXPOSURE, "0.01", "1000000000000"));

    private Exposure() {}
}
