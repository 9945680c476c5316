package dev.tradewind.risk.metric;

import dev.tradewind.risk.RiskMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every figure a rule can bound. */
public final class RiskCatalog {

    /** In the order a list shows them. */
    public static final List<RiskMetric> METRICS = List.of(
            PositionSize.TYPE,
            Leverage.TYPE,
            OpenPositions.TYPE,
            OrderRate.TYPE,
            OrderSize.TYPE,
            DailyLoss.TYPE,
            Drawdown.TYPE,
            LosingStreak.TYPE,
            CooldownAfterStop.TYPE,
            LowProfit.TYPE,
            Correlation.TYPE,
            Exposure.TYPE,
            LiquidationDistance.TYPE,
            Volatility.TYPE,
            Unprotected.TYPE);

    private RiskCatalog() {}

    /** {@return the metric of an id, null if there is none} */
    public static @Nullable RiskMetric find(String id) {
        for (RiskMetric metric : METRICS) {
            if (metric.id().equals(id)) {
                return metric;
            }
        }
        return null;
    }
}
