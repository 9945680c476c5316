package dev.tradewind.engine;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.TradingState;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskScope;
import dev.tradewind.risk.RiskUnit;
import dev.tradewind.risk.RuleState;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.Verdict;
import dev.tradewind.risk.metric.RuleText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force: judges orders by them, measures them after each price and report, and does what a broken one asks for.
 * Costs nothing where there is no rule. Time-outs (a cool-off, a window) end with the first price, report or order after
 * them, so no timer runs for them. Engine thread only.
 */
final class RiskDesk {

    private static final int USER = 0;

    private static final RiskMetric LIQUIDATION = RuleText.metric("liquidation-distance");

    /** What protects positions that can be liquidated where no rule of a person's is about that. */
    private static final List<RiskRule> USUAL_ON_PERPETUALS = RuleText.parse(
            """
            account liquidation-distance 60% warn
            account liquidation-distance 45% block-new
            account liquidation-distance 30% shrink
            account liquidation-distance 15% flatten
            """);

    private final SessionConfig config;
    private final Instrument instrument;
    private final Ledger ledger;
    private final MarketState market;
    private final OrderDesk desk;
    private final Fleet fleet;
    private final Owner user;
    private final KillSwitch killSwitch;
    private final StopWatchdog watchdog;
    private final RiskActions actions;
    private final RiskLog log = new RiskLog();
    private List<RiskRule> rules = List.of();
    private final List<RuleWatch> watches = new ArrayList<>();
    private @Nullable RuleWatch refusedBy;
    private boolean ruling;
    private boolean watching;
    private long refusedValue;
    private AccountBeyond beyond = AccountBeyond.NOTHING;

    RiskDesk(
            SessionConfig config,
            Ledger ledger,
            MarketState market,
            OrderDesk desk,
            Fleet fleet,
            Owner user,
            TimerQueue timers,
            AccountDesk accountDesk) {
        this.config = config;
        this.instrument = config.instrument();
        this.ledger = ledger;
        this.market = market;
        this.desk = desk;
        this.fleet = fleet;
        this.user = user;
        killSwitch = new KillSwitch(desk, fleet, user, market, instrument.filters(), this::refresh);
        watchdog = new StopWatchdog(desk, fleet, timers, market, killSwitch, this::unprotected);
        actions = new RiskActions(
                desk, fleet, user, killSwitch, new MarginTopUp(instrument, ledger, market, desk, user, accountDesk));
        install(config.limits().rules(), 0);
    }

    KillSwitch killSwitch() {
        return killSwitch;
    }

    StopWatchdog watchdog() {
        return watchdog;
    }

    RiskLog log() {
        return log;
    }

    /** {@return whether orders have to be judged} */
    boolean ruling() {
        return ruling;
    }

    /** {@return whether prices and reports have to be told} */
    boolean watching() {
        return watching;
    }

    /**
     * Puts rules in force in place of those before; a rule that stays keeps what it has seen.
     *
     * @throws IllegalArgumentException naming line, word and what would pass
     */
    void set(String text) {
        List<RiskRule> given = RuleText.parse(text);
        for (RiskRule rule : given) {
            rule.rawLimit(instrument);
        }
        install(given, desk.nowNanos());
        desk.decide(USER, Reason.RISK_RULES_SET, given.size(), 0);
    }

    private void install(List<RiskRule> given, long nowNanos) {
        for (RiskRule rule : given) {
            MarginTopUp.check(rule, instrument, config.margin());
        }
        List<RuleWatch> before = List.copyOf(watches);
        watches.clear();
        rules = given;
        watchdog.rules(given);
        if (config.limits().maxDailyLossAtoms() > 0) {
            add(before, 0, dailyLoss(), nowNanos);
        }
        if (instrument.isPerpetual() && given.stream().noneMatch(RiskDesk::answersLiquidation)) {
            for (RiskRule rule : USUAL_ON_PERPETUALS) {
                add(before, 0, rule, nowNanos);
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (!StopWatchdog.isAbout(given.get(i))) {
                add(before, i + 1, given.get(i), nowNanos);
            }
        }
        for (BotSlot slot : fleet.slots()) {
            slot.seen(Holdings.grossLots(slot.ledger()));
        }
        user.seen(Holdings.grossLots(user.ledger()));
        refresh();
    }

    /** {@return whether a rule says what happens near liquidation; one that only adds margin does not say enough} */
    private static boolean answersLiquidation(RiskRule rule) {
        return rule.metric() == LIQUIDATION && rule.action() != RiskAction.ADD_MARGIN;
    }

    /** The session's own limit is a rule like the others, with number 0. */
    private RiskRule dailyLoss() {
        BigDecimal limit = instrument.quote().toDecimal(config.limits().maxDailyLossAtoms());
        return new RiskRule(
                RiskScope.ACCOUNT, RuleText.metric("daily-loss"), RiskUnit.MONEY, limit, 0, RiskAction.HALT, 0);
    }

    private void add(List<RuleWatch> before, int number, RiskRule rule, long nowNanos) {
        if (rule.scope().kind() != RiskScope.Kind.EACH_BOT) {
            RuleWatch watch = watch(number, rule, nowNanos);
            for (BotSlot slot : fleet.slots()) {
                join(watch, slot);
            }
            watches.add(kept(before, watch));
            return;
        }
        for (BotSlot slot : fleet.slots()) {
            RuleWatch watch = watch(number, rule, nowNanos);
            join(watch, slot);
            watches.add(kept(before, watch));
        }
    }

    /** Every event asks these two. */
    private void refresh() {
        watching = !watches.isEmpty() || killSwitch.closing();
        ruling = !watches.isEmpty() || beyond != AccountBeyond.NOTHING;
    }

    /** The account is shared with other sessions. */
    void beyond(AccountBeyond others) {
        beyond = others;
        refresh();
    }

    private AccountBeyond beyond() {
        return beyond;
    }

    /** {@return what watches a rule, for nobody yet} */
    RuleWatch watch(int number, RiskRule rule, long nowNanos) {
        return new RuleWatch(
                number, rule, rule.rawLimit(instrument), new RiskSubject(rule.scope(), ledger, user, market, this::beyond), nowNanos);
    }

    /** {@return the rules in force that persons gave} */
    List<RiskRule> rules() {
        return rules;
    }

    /** {@return what watches the rules in force, in the order they are measured} */
    List<RuleWatch> watches() {
        return watches;
    }

    /** {@return the rules of the engine's own that may be in force, each by a number of its own} */
    List<RiskRule> own() {
        List<RiskRule> own = new ArrayList<>(USUAL_ON_PERPETUALS);
        own.add(dailyLoss());
        return own;
    }

    /** Takes over rules that were in force, with what watches them. */
    void taken(List<RiskRule> given, List<RuleWatch> watching) {
        rules = given;
        watchdog.rules(given);
        watches.clear();
        watches.addAll(watching);
        refresh();
    }

    static void join(RuleWatch watch, BotSlot slot) {
        if (watch.rule().scope().covers(slot.id(), slot.name())) {
            watch.joined(slot);
        }
    }

    private static RuleWatch kept(List<RuleWatch> before, RuleWatch fresh) {
        for (RuleWatch old : before) {
            if (old.number() == fresh.number()
                    && old.rule().equals(fresh.rule())
                    && old.subject().members().equals(fresh.subject().members())) {
                return old;
            }
        }
        return fresh;
    }

    /** A bot was started. */
    void started(BotSlot slot) {
        for (int i = 0; i < watches.size(); i++) {
            if (watches.get(i).rule().scope().kind() != RiskScope.Kind.EACH_BOT) {
                join(watches.get(i), slot);
            }
        }
        for (int i = 0; i < rules.size(); i++) {
            RiskRule rule = rules.get(i);
            if (rule.scope().kind() == RiskScope.Kind.EACH_BOT && !StopWatchdog.isAbout(rule)) {
                RuleWatch watch = watch(i + 1, rule, desk.nowNanos());
                watch.joined(slot);
                watches.add(watch);
            }
        }
        refresh();
    }

    /** A price came; the ledger is marked at it. */
    void marked(long timeNanos, long dayNanos, long highTicks, long lowTicks, long ticks) {
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).marked(timeNanos, dayNanos, highTicks, lowTicks, ticks);
        }
        evaluate();
        killSwitch.advance();
    }

    /** The mark price moved between trades. */
    void markMoved() {
        evaluate();
    }

    /** A report about an owner's order was booked, and the owner has heard of it. */
    void reported(Owner owner, Order order, boolean fill) {
        if (owner instanceof BotSlot slot && slot.stopWord().policy() != StopPolicy.NONE) {
            watchdog.look(slot);
        }
        if (!watching()) {
            return;
        }
        long before = owner.seenLots();
        long profit = owner.ledger().realisedAtoms() - owner.seenRealisedAtoms();
        owner.seen(Holdings.grossLots(owner.ledger()));
        if (profit != 0 || before != owner.seenLots()) {
            boolean closes = fill && owner.seenLots() < before;
            for (int i = 0; closes && i < watches.size(); i++) {
                if (watches.get(i).subject().covers(owner)) {
                    watches.get(i).closed(desk.nowNanos(), order, profit);
                }
            }
            evaluate();
        }
        killSwitch.advance();
    }

    /** An owner's position changed by no order that works. */
    void looked(Owner owner) {
        if (owner instanceof BotSlot slot && slot.stopWord().policy() != StopPolicy.NONE) {
            watchdog.look(slot);
        }
        if (watching()) {
            owner.seen(Holdings.grossLots(owner.ledger()));
            evaluate();
            killSwitch.advance();
        }
    }

    /** A bot says that its stop closed its position. */
    void decided(BotSlot slot, Reason reason) {
        if (reason == Reason.STOP_LOSS_TRIGGERED || reason == Reason.GRID_STOPPED) {
            for (int i = 0; i < watches.size(); i++) {
                if (watches.get(i).subject().covers(slot)) {
                    watches.get(i).stopped(desk.nowNanos());
                }
            }
        }
    }

    /** {@return what the rules say of an order the gate lets pass}; places nothing */
    Verdict check(Owner owner, OrderRequest request) {
        refusedBy = null;
        String barred = beyond.barred();
        if (watches.isEmpty() && barred.isEmpty() || !desk.opens(owner, request)) {
            return Verdict.PASS;
        }
        if (!barred.isEmpty()) {
            return Verdict.refuse("ACCOUNT_RULE", barred);
        }
        long now = desk.nowNanos();
        long ticks = request.type() == OrderType.MARKET
                ? market.lastTicks()
                : request.type().hasLimit() ? request.priceTicks() : request.stopTicks();
        for (int i = 0; i < watches.size(); i++) {
            RuleWatch watch = watches.get(i);
            if (watch.rule().action().blocks() && watch.subject().covers(owner)
                    && !(owner == user && watch.rule().action() == RiskAction.STOP_BOTS)) {
                Verdict verdict = judge(watch, owner, request, ticks, now);
                if (!verdict.passes()) {
                    return verdict;
                }
            }
        }
        return Verdict.PASS;
    }

    private Verdict judge(RuleWatch watch, Owner owner, OrderRequest request, long ticks, long now) {
        RiskRule rule = watch.rule();
        long value = watch.measure(now);
        RuleState state = watch.state().next(rule, watch.limit(), value, now);
        if (state.red(now)) {
            return refusal(watch, state, value, 0, request);
        }
        if (!rule.metric().perOrder()) {
            return Verdict.PASS;
        }
        long worth = request.terms().quoteAtoms();
        value = watch.judge(now, owner, worth > 0 ? worth : instrument.notionalAtoms(ticks, request.quantityLots()));
        if (value == RiskMetric.NOTHING || !rule.metric().sense().broken(value, watch.limit())) {
            return Verdict.PASS;
        }
        refusedBy = watch;
        refusedValue = value;
        return refusal(watch, state, value, fitting(watch, owner, ticks, now), request);
    }

    /** {@return what the rules say of an order that is about to leave, which they count or write down} */
    Verdict admit(Owner owner, OrderRequest request) {
        Verdict verdict = check(owner, request);
        RuleWatch watch = refusedBy;
        refusedBy = null;
        if (verdict.passes()) {
            placed(owner);
        } else if (watch != null) {
            desk.decide(owner.id(), watch.rule().metric().reason(watch.rule().unit()), refusedValue, watch.limit());
            write(watch.number(), watch.rule(), RiskLog.Kind.REFUSED, owner.id(), refusedValue, watch.limit());
        }
        return verdict;
    }

    /** {@return the largest size the rule leaves room for at a price} */
    private long fitting(RuleWatch watch, Owner owner, long ticks, long now) {
        long room = watch.roomAtoms(now, owner);
        return room == Long.MAX_VALUE || ticks <= 0 ? 0 : instrument.lotsFor(room, ticks);
    }

    private Verdict refusal(RuleWatch watch, RuleState state, long value, long mostLots, OrderRequest request) {
        RiskRule rule = watch.rule();
        String until = state.coolNanos() > 0
                ? "; entries pass again from " + Instant.ofEpochSecond(0, state.coolNanos())
                : state.level() == Level.RED
                        ? "; entries pass again when it is back"
                        : mostLots > 0 ? "; up to " + instrument.toQuantity(mostLots).toPlainString() + " passes" : "";
        return Verdict.refuse(
                rule.metric().id().toUpperCase(Locale.ROOT).replace('-', '_'),
                "risk rule '" + rule.text() + "': " + rule.metric().label() + " " + watch.text(value, instrument) + " against "
                        + watch.text(watch.limit(), instrument) + until,
                mostLots > 0 ? OrderField.SIZE : OrderField.NONE,
                mostLots > 0 ? request.quantityLots() : 0,
                mostLots,
                0);
    }

    /** An order left. */
    private void placed(Owner owner) {
        for (int i = 0; i < watches.size(); i++) {
            if (watches.get(i).subject().covers(owner)) {
                watches.get(i).ordered(desk.nowNanos());
            }
        }
    }

    private void evaluate() {
        long now = desk.nowNanos();
        for (int i = 0; i < watches.size(); i++) {
            RuleWatch watch = watches.get(i);
            Level before = watch.state().level();
            boolean changed = watch.evaluate(now);
            Level level = watch.state().level();
            if (changed && level == Level.RED && before != Level.RED) {
                broken(watch);
            } else if (changed && level != Level.RED && before == Level.RED) {
                desk.decide(watch.subject().botId(), Reason.RISK_CLEARED, watch.number(), 0);
                write(
                        watch.number(),
                        watch.rule(),
                        RiskLog.Kind.CLEARED,
                        watch.subject().botId(),
                        watch.value(),
                        watch.limit());
            } else if (level == Level.RED && watch.broken()) {
                actions.again(watch);
            }
        }
    }

    private void broken(RuleWatch watch) {
        RiskRule rule = watch.rule();
        int bot = watch.subject().botId();
        if (rule.action() == RiskAction.HALT && desk.tradingState() == TradingState.HALTED) {
            return;
        }
        desk.decide(bot, rule.metric().reason(rule.unit()), watch.value(), watch.limit());
        write(watch.number(), rule, RiskLog.Kind.BROKEN, bot, watch.value(), watch.limit());
        actions.act(watch, rule.violation(instrument));
        if (rule.coolOffNanos() > 0) {
            watch.forgetStreak();
        }
    }

    private void unprotected(RiskRule rule, int botId, long value, long limit) {
        desk.decide(botId, Reason.RISK_UNPROTECTED, value, limit);
        write(rules.indexOf(rule) + 1, rule, RiskLog.Kind.BROKEN, botId, value, limit);
    }

    private void write(int number, RiskRule rule, RiskLog.Kind kind, int botId, long value, long limit) {
        String measured = value == RiskMetric.NOTHING ? "-" : rule.unit().text(value, instrument);
        log.add(new RiskLog.Row(
                desk.nowNanos(), number, rule.text(), kind, botId, measured, rule.unit().text(limit, instrument)));
    }

    /** A person ends what the rules did: those still broken act again only when it gets worse, or after they were kept. */
    void leave() {
        killSwitch.leave();
        long now = desk.nowNanos();
        for (RuleWatch watch : watches) {
            if (watch.rule().action().latches(watch.rule().scope())) {
                watch.state(watch.state().ended(watch.rule(), watch.limit(), watch.value(), now));
            }
        }
    }
}
