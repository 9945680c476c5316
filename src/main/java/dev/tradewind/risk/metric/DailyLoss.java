package dev.tradewind.risk.metric;

import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskUnit;

/** What was lost since the UTC day began, open positions at the last price. */
final class DailyLoss {

    static final RiskMetric TYPE = Metrics.declare(
            "daily-loss",
            "daily loss",
            RiskMetric.Sense.AT_LEAST,
            RiskMetric.Window.NONE,
            false,
            Metrics.ANY_ACTION,
            Metrics.EVERY_SCOPE,
            DailyLoss::of,
            Metrics.money(Reason.RISK_DAILY_LOSS, "0.01", "1000000000000"),
            Metrics.percent(Reason.RISK_DAILY_LOSS_SHARE, "0.01", "100"));

    private static long of(RiskMetricsView view, RiskUnit unit) {
        long loss = view.dayStartEquityAtoms() - view.equityAtoms();
        return unit == RiskUnit.MONEY ? loss : RiskMetric.shareE8(loss, view.dayStartEquityAtoms());
    }

    private DailyLoss() {}
}
