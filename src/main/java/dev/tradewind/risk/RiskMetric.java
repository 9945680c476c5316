package dev.tradewind.risk;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure a rule can bound, declared once: the rule's text, its validation, its form and its words all come from it.
 *
 * @param id      stable id, for instance {@code daily-loss}
 * @param label   what a list shows
 * @param sense   when a value breaks a limit
 * @param limits  the units a limit may be given in, with its range; the first is the usual one
 * @param window  whether a rule has a window
 * @param perOrder whether an order is judged by the value it would lead to
 * @param actions what a rule on it may do
 * @param scopes  whom a rule on it may be about
 * @param reasons what the journal says when it is broken, by unit: the value, then the limit
 * @param measure reads the value
 */
public record RiskMetric(
        String id,
        String label,
        Sense sense,
        List<Limit> limits,
        Window window,
        boolean perOrder,
        Set<RiskAction> actions,
        Set<RiskScope.Kind> scopes,
        Map<RiskUnit, Reason> reasons,
        Measure measure) {

    /** A value that says there is nothing to measure; it breaks no limit. */
    public static final long NOTHING = Long.MIN_VALUE;

    /** When a value breaks a limit. */
    public enum Sense {
        /** Above it: the limit itself is allowed. */
        ABOVE,
        /** From it on upwards. */
        AT_LEAST,
        /** From it on downwards. */
        AT_MOST,
        /** Below it: the limit itself is allowed. */
        BELOW;

        /** {@return whether less is worse} */
        public boolean lowIsBad() {
            return this == AT_MOST || this == BELOW;
        }

        /** {@return whether a value breaks a limit} */
        public boolean broken(long value, long limit) {
            return switch (this) {
                case ABOVE -> value > limit;
                case AT_LEAST -> value >= limit;
                case AT_MOST -> value <= limit;
                case BELOW -> value < limit;
            };
        }
    }

    /** Whether a rule says {@code over WINDOW}. */
    public enum Window {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** Reads a value in the unit of the rule's limit. */
    @FunctionalInterface
    public interface Measure {

        /** {@return the value, or {@link #NOTHING}} */
        long of(RiskMetricsView view, RiskUnit unit);
    }

    /**
     * A unit a limit may have.
     *
     * @param unit  what it is counted in
     * @param range what numbers pass: quote units, percent, a count, a multiple, or seconds
     */
    public record Limit(RiskUnit unit, ParamSpec range) {}

    public RiskMetric {
        limits = List.copyOf(limits);
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("metric " + id + " has no limit");
        }
    }

    /** {@return the declaration of a unit, null if a limit cannot be given in it} */
    public @Nullable Limit limit(RiskUnit unit) {
        for (Limit limit : limits) {
            if (limit.unit() == unit) {
                return limit;
            }
        }
        return null;
    }

    /** {@return what the journal says when a limit of that unit is broken} */
    public Reason reason(RiskUnit unit) {
        Reason reason = reasons.get(unit);
        if (reason == null) {
            throw new IllegalArgumentException("metric " + id + " has no limit in " + unit);
        }
        return reason;
    }

    /** {@return {@code part} of {@code whole} times 10⁸, {@link #NOTHING} of nothing} */
    public static long shareE8(long part, long whole) {
        if (whole <= 0) {
            return part == 0 ? 0 : NOTHING;
        }
        // a share needs eight digits, not sixty-three bits
        return Math.round((double) part / whole * RiskUnit.ONE_E8);
    }
}
