package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RuleState;
import dev.tradewind.risk.WindowRange;

/** One rule over an account that several sessions share. Engine thread only; what only one session can tell is nothing. */
final class AccountWatch implements RiskMetricsView {

    private static final long DAY_NANOS = 86_400L * 1_000_000_000L;

    private final AccountRules account;
    private final int number;
    private final RiskRule rule;
    private final long limit;
    private final WindowRange equities;
    private RuleState state = RuleState.start(0);
    private long value = RiskMetric.NOTHING;
    private long dayEndsNanos = Long.MIN_VALUE;
    private long dayStartAtoms;
    private long lastAtoms;

    AccountWatch(AccountRules account, int number, RiskRule rule, long limit, long startAtoms) {
        this.account = account;
        this.number = number;
        this.rule = rule;
        this.limit = limit;
        equities = new WindowRange(rule.windowNanos());
        lastAtoms = startAtoms;
    }

    /** Measures at an instant. */
    void measure(long timeNanos) {
        // what closes at midnight happened in the day before
        if (timeNanos > dayEndsNanos) {
            dayStartAtoms = lastAtoms;
            dayEndsNanos = Math.floorDiv(timeNanos - 1, DAY_NANOS) * DAY_NANOS + DAY_NANOS;
        }
        lastAtoms = account.equityAtoms();
        equities.add(timeNanos, lastAtoms);
        value = rule.metric().measure().of(this, rule.unit());
        state = state.next(rule, limit, value, timeNanos);
    }

    int number() {
        return number;
    }

    RiskRule rule() {
        return rule;
    }

    long limit() {
        return limit;
    }

    long value() {
        return value;
    }

    RuleState state() {
        return state;
    }

    /** {@return what bars entries, for people} */
    String words(Instrument instrument) {
        return "risk rule '" + rule.text() + "' of the whole account: " + rule.metric().label() + " "
                + (value == RiskMetric.NOTHING ? "-" : rule.unit().text(value, instrument)) + " against "
                + rule.unit().text(limit, instrument);
    }

    @Override
    public long equityAtoms() {
        return account.equityAtoms();
    }

    @Override
    public long dayStartEquityAtoms() {
        return dayStartAtoms;
    }

    @Override
    public long peakEquityAtoms() {
        return equities.high();
    }

    @Override
    public long heldAtoms() {
        return account.heldAtoms();
    }

    @Override
    public long netHeldAtoms() {
        return account.netHeldAtoms();
    }

    @Override
    public long workingEntryAtoms() {
        return account.workingEntryAtoms();
    }

    @Override
    public long candidateAtoms() {
        return 0;
    }

    @Override
    public int openPositions() {
        return account.openPositions();
    }

    @Override
    public int orders() {
        return 0;
    }

    @Override
    public int losingStreak() {
        return 0;
    }

    @Override
    public long sinceStopNanos() {
        return RiskMetric.NOTHING;
    }

    @Override
    public long realisedAtoms() {
        return 0;
    }

    @Override
    public int closes() {
        return 0;
    }

    @Override
    public long correlationE8() {
        return RiskMetric.NOTHING;
    }

    @Override
    public long priceMoveE8() {
        return 0;
    }

    @Override
    public long liquidationLeftE8() {
        return RiskMetric.NOTHING;
    }

    @Override
    public long unprotectedNanos() {
        return 0;
    }
}
