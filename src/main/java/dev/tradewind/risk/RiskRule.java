package dev.tradewind.risk;

import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;

/**
 * One rule a person set: within a scope, a metric, over a window, may not break a limit; what is done if it does.
 *
 * @param limit        quote units, percent, a count, a multiple, or nanoseconds, as {@code unit} says
 * @param windowNanos  how far back the metric looks, 0 for none
 * @param cap          what {@link RiskAction#ADD_MARGIN} may add in all, in quote units; 0 of other actions
 * @param coolOffNanos how long the rule counts as broken after the value came back, 0 for not at all
 */
public record RiskRule(
        RiskScope scope,
        RiskMetric metric,
        RiskUnit unit,
        BigDecimal limit,
        long windowNanos,
        RiskAction action,
        BigDecimal cap,
        long coolOffNanos) {

    /** A rule whose action has no cap. */
    public RiskRule(
            RiskScope scope,
            RiskMetric metric,
            RiskUnit unit,
            BigDecimal limit,
            long windowNanos,
            RiskAction action,
            long coolOffNanos) {
        this(scope, metric, unit, limit, windowNanos, action, BigDecimal.ZERO, coolOffNanos);
    }

    public RiskRule {
        if (metric.limit(unit) == null) {
            throw new IllegalArgumentException("metric " + metric.id() + " takes no limit in " + unit);
        }
        if (!metric.actions().contains(action) || !metric.scopes().contains(scope.kind())) {
            throw new IllegalArgumentException(
                    "metric " + metric.id() + " does not go with " + scope.text() + " and " + action.text());
        }
        if (windowNanos < 0 || coolOffNanos < 0) {
            throw new IllegalArgumentException("a rule's window and cool-off are not negative");
        }
        if (action == RiskAction.ADD_MARGIN ? cap.signum() <= 0 : cap.signum() != 0) {
            throw new IllegalArgumentException("a cap of " + cap.toPlainString() + " does not go with " + action.text());
        }
        cap = cap.signum() == 0 ? BigDecimal.ZERO : cap.stripTrailingZeros();
        limit = limit.signum() == 0 ? BigDecimal.ZERO : limit.stripTrailingZeros();
    }

    /** {@return the limit as it is compared} */
    public long rawLimit(Instrument instrument) {
        return unit.raw(limit, instrument);
    }

    /** {@return the rule in its text form, which parses to the same rule} */
    public String text() {
        StringBuilder text = new StringBuilder(scope.text()).append(' ').append(metric.id()).append(' ');
        text.append(unit == RiskUnit.DURATION ? RiskTime.text(limit.longValueExact()) : limit.toPlainString() + unit.suffix());
        if (windowNanos > 0) {
            text.append(" over ").append(RiskTime.text(windowNanos));
        }
        text.append(' ').append(action.text());
        if (action == RiskAction.ADD_MARGIN) {
            text.append(' ').append(cap.toPlainString());
        }
        if (coolOffNanos > 0) {
            text.append(" for ").append(RiskTime.text(coolOffNanos));
        }
        return text.toString();
    }

    /** {@return what was broken in words, for instance {@code daily loss reached 100 USD}} */
    public String violation(Instrument instrument) {
        return metric.label() + (metric.sense().lowIsBad() ? " fell to " : " reached ")
                + unit.text(rawLimit(instrument), instrument);
    }
}
