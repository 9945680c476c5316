package dev.tradewind.risk.metric;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Reason;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskScope;
import dev.tradewind.risk.RiskUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words metrics are declared in. */
final class Metrics {

    static final Set<RiskAction> ANY_ACTION =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(RiskAction.PROTECT, RiskAction.ADD_MARGIN)));
    static final Set<RiskAction> ANY_OR_MARGIN =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(RiskAction.PROTECT)));
    static final Set<RiskAction> BLOCK_ONLY =
            Collections.unmodifiableSet(EnumSet.of(RiskAction.WARN, RiskAction.BLOCK_NEW));
    static final Set<RiskAction> WATCHDOG = Collections.unmodifiableSet(EnumSet.of(
            RiskAction.WARN, RiskAction.PROTECT, RiskAction.STOP_BOTS, RiskAction.FLATTEN));
    static final Set<RiskScope.Kind> EVERY_SCOPE =
            Collections.unmodifiableSet(EnumSet.allOf(RiskScope.Kind.class));
    static final Set<RiskScope.Kind> GROUPS = Collections.unmodifiableSet(
            EnumSet.of(RiskScope.Kind.ACCOUNT, RiskScope.Kind.SYMBOL, RiskScope.Kind.TAG));
    static final Set<RiskScope.Kind> WHOLE = Collections.unmodifiableSet(EnumSet.of(RiskScope.Kind.ACCOUNT));

    private Metrics() {}

    /** A limit and what the journal says when it is broken. */
    record Bound(RiskMetric.Limit limit, Reason reason) {}

    static RiskMetric declare(
            String id,
            String label,
            RiskMetric.Sense sense,
            RiskMetric.Window window,
            boolean perOrder,
            Set<RiskAction> actions,
            Set<RiskScope.Kind> scopes,
            RiskMetric.Measure measure,
            Bound... bounds) {
        List<RiskMetric.Limit> limits = new ArrayList<>();
        Map<RiskUnit, Reason> reasons = new EnumMap<>(RiskUnit.class);
        for (Bound bound : bounds) {
            limits.add(bound.limit());
            reasons.put(bound.limit().unit(), bound.reason());
        }
        return new RiskMetric(
                id, label, sense, limits, window, perOrder, actions, scopes, Collections.unmodifiableMap(reasons), measure);
    }

    static Bound money(Reason reason, String min, String max) {
        return decimal(RiskUnit.MONEY, reason, "quote", min, max);
    }

    static Bound percent(Reason reason, String min, String max) {
        return decimal(RiskUnit.PERCENT, reason, "%", min, max);
    }

    static Bound times(Reason reason, String min, String max) {
        return decimal(RiskUnit.TIMES, reason, "×", min, max);
    }

    static Bound count(Reason reason, long min, long max) {
        return whole(RiskUnit.COUNT, reason, "", min, max);
    }

    static Bound duration(Reason reason, long minSeconds, long maxSeconds) {
        return whole(RiskUnit.DURATION, reason, "s", minSeconds, maxSeconds);
    }

    private static Bound decimal(RiskUnit unit, Reason reason, String shown, String min, String max) {
        return new Bound(
                new RiskMetric.Limit(
                        unit, ParamSpec.decimal("limit", "Limit", "Rule", shown, min, min, max, "What may not be broken.")),
                reason);
    }

    private static Bound whole(RiskUnit unit, Reason reason, String shown, long min, long max) {
        return new Bound(
                new RiskMetric.Limit(
                        unit, ParamSpec.integer("limit", "Limit", "Rule", shown, min, min, max, "What may not be broken.")),
                reason);
    }

    /** {@return what is held, what working entries would add, and the order being judged} */
    static long committed(RiskMetricsView view) {
        return view.heldAtoms() + view.workingEntryAtoms() + view.candidateAtoms();
    }

    /** {@return an amount as it is, or as a share of the equity} */
    static long ofEquity(long atoms, RiskMetricsView view, RiskUnit unit) {
        return unit == RiskUnit.MONEY ? atoms : RiskMetric.shareE8(atoms, view.equityAtoms());
    }
}
