package dev.tradewind.risk;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.risk.RiskMetric.Sense;

/**
 * Where a rule stands. Immutable; {@link #next} is a pure function that gives the same object while nothing changes.
 *
 * <p>A rule turns RED when its limit is broken and acts then, once. It leaves RED when the value is back by a tenth of the
 * limit (so that it does not flutter; not so for lengths of time), and then only after the rule's cool-off. It is AMBER
 * from four fifths of the limit on. When a person ends what it did while it is still broken, it stays AMBER and acts again
 * only when the value has become worse by a quarter of the limit, or after it was back once.
 *
 * @param sinceNanos when it took its level
 * @param coolNanos  end of the cool-off that runs, 0 where none does
 * @param againAt    the value at which it acts again after a person ended it; {@link RiskMetric#NOTHING} otherwise
 */
public record RuleState(Level level, long sinceNanos, long coolNanos, long againAt) {

    /** How close to its limit. */
    public enum Level {
        GREEN,
        AMBER,
        RED
    }

    private static final int HYSTERESIS = 10;
    private static final int STEP = 4;

    /** {@return a rule that was never near its limit} */
    public static RuleState start(long nowNanos) {
        return new RuleState(Level.GREEN, nowNanos, 0, RiskMetric.NOTHING);
    }

    /** Writes it down, as part of what watches the rule. */
    public void save(StateWriter out) {
        out.constant(level).number(sinceNanos).number(coolNanos).number(againAt);
    }

    /** {@return what {@link #save} wrote} */
    public static RuleState load(StateReader in) {
        return new RuleState(in.constant(Level.class), in.number(), in.number(), in.number());
    }

    /** {@return the state after a value was measured; this one if nothing changed} */
    public RuleState next(RiskRule rule, long limit, long value, long nowNanos) {
        Sense sense = rule.metric().sense();
        boolean nothing = value == RiskMetric.NOTHING;
        boolean broken = !nothing && sense.broken(value, limit);
        boolean back = nothing || !sense.broken(value, releaseAt(rule, limit));
        if (level == Level.RED) {
            return whileRed(rule, limit, value, broken, back, nowNanos);
        }
        if (againAt != RiskMetric.NOTHING && !back) {
            return sense.broken(value, againAt) ? new RuleState(Level.RED, nowNanos, 0, RiskMetric.NOTHING) : this;
        }
        Level now = broken ? Level.RED : near(sense, limit, value) ? Level.AMBER : Level.GREEN;
        return now == level && againAt == RiskMetric.NOTHING
                ? this
                : new RuleState(now, now == level ? sinceNanos : nowNanos, 0, RiskMetric.NOTHING);
    }

    private RuleState whileRed(RiskRule rule, long limit, long value, boolean broken, boolean back, long nowNanos) {
        if (broken || !back && coolNanos == 0) {
            return coolNanos == 0 ? this : new RuleState(level, sinceNanos, 0, againAt);
        }
        if (coolNanos == 0 && rule.coolOffNanos() > 0) {
            return new RuleState(level, sinceNanos, Math.addExact(nowNanos, rule.coolOffNanos()), againAt);
        }
        if (coolNanos > nowNanos) {
            return this;
        }
        Level now = near(rule.metric().sense(), limit, value) ? Level.AMBER : Level.GREEN;
        return new RuleState(now, nowNanos, 0, RiskMetric.NOTHING);
    }

    /** {@return the state after a person ended what the rule did, for a value that still breaks it} */
    public RuleState ended(RiskRule rule, long limit, long value, long nowNanos) {
        if (level != Level.RED) {
            return this;
        }
        long step = Math.max(1, Math.abs(limit) / STEP);
        if (value == RiskMetric.NOTHING || !rule.metric().sense().broken(value, releaseAt(rule, limit))) {
            return new RuleState(near(rule.metric().sense(), limit, value) ? Level.AMBER : Level.GREEN, nowNanos, 0,
                    RiskMetric.NOTHING);
        }
        return new RuleState(Level.AMBER, nowNanos, 0, rule.metric().sense().lowIsBad() ? value - step : value + step);
    }

    /** {@return whether the rule is broken, or cools off, at a time} */
    public boolean red(long nowNanos) {
        return level == Level.RED && (coolNanos == 0 || coolNanos > nowNanos);
    }

    private static long releaseAt(RiskRule rule, long limit) {
        long margin = rule.unit() == RiskUnit.DURATION ? 0 : Math.abs(limit) / HYSTERESIS;
        return rule.metric().sense().lowIsBad() ? limit + margin : limit - margin;
    }

    private static boolean near(Sense sense, long limit, long value) {
        if (value == RiskMetric.NOTHING || limit <= 0) {
            return false;
        }
        return sense.lowIsBad() ? value <= limit + limit / 4 : value >= limit - limit / 5 && value > 0;
    }

    /** {@return how much of a limit a value uses up, in basis points; 0 where there is nothing to measure} */
    public static int usedBps(Sense sense, long limit, long value) {
        if (value == RiskMetric.NOTHING || limit <= 0 || value < 0) {
            return 0;
        }
        long bps = sense.lowIsBad()
                ? (value == 0 ? Integer.MAX_VALUE : Math.round(1e4 * limit / value))
                : Math.round(1e4 * value / limit);
        return (int) Math.min(Integer.MAX_VALUE, bps);
    }
}
