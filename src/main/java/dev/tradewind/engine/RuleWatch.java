package dev.tradewind.engine;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.oms.Order;
import dev.tradewind.risk.ProfitCurves;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskUnit;
import dev.tradewind.risk.RuleState;
import dev.tradewind.risk.WindowRange;
import dev.tradewind.risk.WindowSum;
import dev.tradewind.risk.WindowTimes;
import org.jspecify.annotations.Nullable;

/**
 * One rule over one subject: keeps the figures its metric needs over its window, measures them and remembers where the rule
 * stands. Allocates nothing but on a change of state. Engine thread only.
 */
final class RuleWatch implements RiskMetricsView, Stateful {

    private static final long DAY_NANOS = 86_400L * 1_000_000_000L;

    private final int number;
    private final RiskRule rule;
    private final long limit;
    private final RiskSubject subject;
    private final WindowRange equities;
    private final WindowRange prices;
    private final @Nullable WindowSum profits;
    private final @Nullable WindowTimes placed;
    private final @Nullable ProfitCurves curves;
    private RuleState state;
    private long addedMarginAtoms;
    private long shrunkNanos;
    private long value = RiskMetric.NOTHING;
    private long nowNanos;
    private long dayEndsNanos = Long.MIN_VALUE;
    private long dayStartEquityAtoms;
    private long lastEquityAtoms;
    private long moveE8;
    private int losingStreak;
    private long closingOrder;
    private long closingProfit;
    private long lastStopNanos = RiskMetric.NOTHING;
    private long candidateAtoms;
    private boolean candidateOpens;
    private boolean candidateCounts;

    RuleWatch(int number, RiskRule rule, long limit, RiskSubject subject, long nowNanos) {
        this.number = number;
        this.rule = rule;
        this.limit = limit;
        this.subject = subject;
        this.nowNanos = nowNanos;
        state = RuleState.start(nowNanos);
        long window = rule.windowNanos();
        String metric = rule.metric().id();
        equities = new WindowRange(window);
        prices = new WindowRange(window);
        profits = metric.equals("low-profit") ? new WindowSum(window) : null;
        placed = metric.equals("order-rate")
                ? new WindowTimes(window, (int) Math.min(10_001, limit + 1))
                : null;
        curves = metric.equals("correlation") ? new ProfitCurves(window) : null;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Watch", 1);
        state.save(out);
        out.number(addedMarginAtoms).number(shrunkNanos).number(value).number(nowNanos).number(dayEndsNanos);
        out.number(dayStartEquityAtoms).number(lastEquityAtoms).number(moveE8).number(losingStreak);
        out.number(closingOrder).number(closingProfit).number(lastStopNanos).part(equities).part(prices);
        if (profits != null) {
            out.part(profits);
        }
        if (placed != null) {
            out.part(placed);
        }
        if (curves != null) {
            out.part(curves);
        }
    }

    @Override
    public void load(StateReader in) {
        state = RuleState.load(in.section("Watch", 1));
        addedMarginAtoms = in.number();
        shrunkNanos = in.number();
        value = in.number();
        nowNanos = in.number();
        dayEndsNanos = in.number();
        dayStartEquityAtoms = in.number();
        lastEquityAtoms = in.number();
        moveE8 = in.number();
        losingStreak = in.integer();
        closingOrder = in.number();
        closingProfit = in.number();
        lastStopNanos = in.number();
        in.part(equities).part(prices);
        if (profits != null) {
            in.part(profits);
        }
        if (placed != null) {
            in.part(placed);
        }
        if (curves != null) {
            in.part(curves);
        }
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

    RiskSubject subject() {
        return subject;
    }

    RuleState state() {
        return state;
    }

    void state(RuleState next) {
        state = next;
    }

    /** {@return when the rule last had positions made smaller} */
    long shrunkNanos() {
        return shrunkNanos;
    }

    void shrunk(long timeNanos) {
        shrunkNanos = timeNanos;
    }

    /** {@return margin the rule has added so far, in quote atoms} */
    long addedMarginAtoms() {
        return addedMarginAtoms;
    }

    void addedMargin(long atoms) {
        addedMarginAtoms = Math.addExact(addedMarginAtoms, atoms);
    }

    /** {@return the newest value, {@link RiskMetric#NOTHING} before the first} */
    long value() {
        return value;
    }

    /** A bot joined the subject. */
    void joined(BotSlot slot) {
        long capital = slot.startCapitalAtoms();
        subject.add(slot);
        if (!subject.marksDays()) {
            dayStartEquityAtoms += capital;
            lastEquityAtoms += capital;
        }
    }

    /** A price came; {@code highTicks} and {@code lowTicks} were reached on the way. */
    void marked(long time, long dayNanos, long highTicks, long lowTicks, long ticks) {
        nowNanos = time;
        if (dayNanos >= dayEndsNanos) {
            dayStartEquityAtoms = dayEndsNanos == Long.MIN_VALUE ? subject.capitalAtoms() : lastEquityAtoms;
            dayEndsNanos = Math.floorDiv(dayNanos, DAY_NANOS) * DAY_NANOS + DAY_NANOS;
        }
        lastEquityAtoms = subject.equityAtoms();
        equities.add(time, lastEquityAtoms - subject.transfersAtoms());
        if (rule.metric().id().equals("volatility")) {
            prices.add(time, highTicks);
            prices.add(time, lowTicks);
            prices.add(time, ticks);
            moveE8 = Math.max(prices.moveE8(ticks), Math.max(prices.moveE8(highTicks), prices.moveE8(lowTicks)));
        }
        ProfitCurves alike = curves;
        if (alike != null && alike.due(time)) {
            for (int i = 0; i < Math.min(ProfitCurves.MOST, subject.members().size()); i++) {
                alike.profit(i, subject.profitAtoms(subject.members().get(i)));
            }
            alike.sampled(time);
        }
    }

    /** An order in scope was placed. */
    void ordered(long time) {
        if (placed != null) {
            placed.add(time);
        }
    }

    /** An order in scope closed part of a position with a profit. */
    void closed(long time, Order order, long profitAtoms) {
        if (closingOrder != order.clientOrderId()) {
            settle(time);
            closingOrder = order.clientOrderId();
        }
        closingProfit += profitAtoms;
        if (order.type().hasTrigger() && !order.type().takesProfit()) {
            stopped(time);
        }
        if (order.state().isTerminal()) {
            settle(time);
        }
    }

    private void settle(long time) {
        if (closingOrder != 0) {
            losingStreak = closingProfit < 0 ? losingStreak + 1 : 0;
            if (profits != null) {
                profits.add(time, closingProfit);
            }
        }
        closingOrder = 0;
        closingProfit = 0;
    }

    /** A stop closed a position. */
    void stopped(long time) {
        lastStopNanos = time;
    }

    /** Measures now. {@return whether the rule's state changed} */
    boolean evaluate(long time) {
        value = measure(time);
        RuleState next = state.next(rule, limit, value, nowNanos);
        boolean changed = next != state;
        state = next;
        return changed;
    }

    /** {@return whether the newest value breaks the limit} */
    boolean broken() {
        return value != RiskMetric.NOTHING && rule.metric().sense().broken(value, limit);
    }

    /** {@return the value at a time} */
    long measure(long time) {
        nowNanos = Math.max(nowNanos, time);
        if (!subject.present()) {
            return RiskMetric.NOTHING;
        }
        equities.roll(nowNanos);
        if (profits != null) {
            profits.roll(nowNanos);
        }
        return rule.metric().measure().of(this, rule.unit());
    }

    /** {@return the value an order would lead to} */
    long judge(long time, Owner owner, long orderAtoms) {
        candidateAtoms = orderAtoms;
        candidateCounts = true;
        candidateOpens = Holdings.grossLots(owner.ledger()) == 0;
        long judged = measure(time);
        candidateAtoms = 0;
        candidateCounts = false;
        candidateOpens = false;
        return judged;
    }

    /** {@return how much more an entry of an owner may be worth, {@link Long#MAX_VALUE} where the rule sets no bound} */
    long roomAtoms(long time, Owner owner) {
        if (!rule.action().blocks() || !subject.covers(owner)) {
            return Long.MAX_VALUE;
        }
        if (state.next(rule, limit, measure(time), nowNanos).red(nowNanos)) {
            return 0;
        }
        if (!rule.metric().perOrder()) {
            return Long.MAX_VALUE;
        }
        long used = judge(time, owner, 0);
        return switch (rule.unit()) {
            case MONEY -> Math.max(0, limit - used);
            case PERCENT, TIMES -> used == RiskMetric.NOTHING || used >= limit
                    ? 0
                    : Exact.mulDivFloor(Math.max(0, equityAtoms()), limit - used, RiskUnit.ONE_E8);
            case COUNT, DURATION -> rule.metric().sense().broken(used, limit) ? 0 : Long.MAX_VALUE;
        };
    }

    /** {@return how much of the limit is used, in basis points} */
    int usedBps() {
        return RuleState.usedBps(rule.metric().sense(), limit, value);
    }

    @Override
    public long equityAtoms() {
        return subject.equityAtoms();
    }

    @Override
    public long dayStartEquityAtoms() {
        return subject.marksDays() ? subject.dayStartEquityAtoms() : dayStartEquityAtoms;
    }

    @Override
    public long peakEquityAtoms() {
        long moved = subject.transfersAtoms();
        return Math.max(equities.high(), subject.equityAtoms() - moved) + moved;
    }

    @Override
    public long heldAtoms() {
        return subject.heldAtoms();
    }

    @Override
    public long netHeldAtoms() {
        return subject.netHeldAtoms();
    }

    @Override
    public long workingEntryAtoms() {
        return subject.workingEntryAtoms();
    }

    @Override
    public long candidateAtoms() {
        return candidateAtoms;
    }

    @Override
    public int openPositions() {
        return subject.openPositions() + (candidateOpens ? 1 : 0);
    }

    @Override
    public int orders() {
        return placed == null ? 0 : placed.count(nowNanos) + (candidateCounts ? 1 : 0);
    }

    @Override
    public int losingStreak() {
        return losingStreak;
    }

    @Override
    public long sinceStopNanos() {
        return lastStopNanos == RiskMetric.NOTHING ? RiskMetric.NOTHING : nowNanos - lastStopNanos;
    }

    @Override
    public long realisedAtoms() {
        return profits == null ? 0 : profits.sum();
    }

    @Override
    public int closes() {
        return profits == null ? 0 : profits.count();
    }

    @Override
    public long correlationE8() {
        return curves == null ? RiskMetric.NOTHING : curves.highestE8();
    }

    @Override
    public long priceMoveE8() {
        return moveE8;
    }

    @Override
    public long liquidationLeftE8() {
        return subject.liquidationLeftE8();
    }

    @Override
    public long unprotectedNanos() {
        return 0;
    }

    /** {@return a value of the rule in words} */
    String text(long number, Instrument instrument) {
        return number == RiskMetric.NOTHING ? "-" : rule.unit().text(number, instrument);
    }


    /** What was counted has been acted upon: the count starts again, so that a cool-off can begin. */
    void forgetStreak() {
        losingStreak = 0;
    }
}
