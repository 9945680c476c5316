package dev.tradewind.engine;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RiskCatalog;
import dev.tradewind.risk.metric.RuleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every bot that stated a stop policy to it: all it holds is covered by live stops at the exchange, or watched here by
 * a bot that runs. What could change that is an order's report, a bot's word or a bot's failure, so it looks at each of
 * those; a timer runs only from the moment a position lacks its stop until it has one again or the rule's time is over, and
 * then every second until the position is covered. Engine thread only.
 */
final class StopWatchdog {

    /** Timers with this bit are the watchdog's; bots' timers stay below it. */
    static final long TIMER_BIT = 1L << 62;

    private static final long AGAIN_NANOS = 1_000_000_000L;
    private static final List<RiskRule> USUAL = RuleText.parse("account unprotected 5s warn");

    private final OrderDesk desk;
    private final Fleet fleet;
    private final TimerQueue timers;
    private final MarketState market;
    private final KillSwitch killSwitch;
    private final Listener listener;
    private List<RiskRule> rules = USUAL;

    /** Who is told that a rule was broken. */
    @FunctionalInterface
    interface Listener {
        void broken(RiskRule rule, int botId, long value, long limit);
    }

    StopWatchdog(
            OrderDesk desk, Fleet fleet, TimerQueue timers, MarketState market, KillSwitch killSwitch, Listener listener) {
        this.desk = desk;
        this.fleet = fleet;
        this.timers = timers;
        this.market = market;
        this.killSwitch = killSwitch;
        this.listener = listener;
    }

    static boolean isAbout(RiskRule rule) {
        return rule.metric() == RiskCatalog.find("unprotected");
    }

    /** What to do about positions without their stop; warns after 5 seconds where no rule says so. */
    void rules(List<RiskRule> given) {
        List<RiskRule> about = new ArrayList<>();
        for (RiskRule rule : given) {
            if (isAbout(rule)) {
                about.add(rule);
            }
        }
        rules = about.isEmpty() ? USUAL : List.copyOf(about);
    }

    /** Something happened that may have changed whether a bot's position has its stop. */
    void look(BotSlot slot) {
        boolean open = uncoveredLots(slot, false) > 0;
        if (open && slot.stopWord().missingSinceNanos() == 0) {
            slot.stopWord().missingSince(Math.max(1, desk.nowNanos()));
            for (int i = 0; i < rules.size(); i++) {
                timers.start(timer(i, slot), Math.addExact(desk.nowNanos(), grace(rules.get(i))));
            }
        } else if (!open && slot.stopWord().missingSinceNanos() != 0) {
            slot.stopWord().missingSince(0);
            for (int i = 0; i < rules.size(); i++) {
                timers.stop(timer(i, slot));
            }
        }
    }

    /** A rule's time is over. */
    void timer(long timerId) {
        BotSlot slot = fleet.find((int) (timerId & 0x7FFFFFFF));
        int index = (int) (timerId >>> 32 & 0xFFFF);
        if (slot == null || index >= rules.size()) {
            return;
        }
        look(slot);
        if (slot.stopWord().missingSinceNanos() == 0) {
            return;
        }
        RiskRule rule = rules.get(index);
        long since = slot.stopWord().missingSinceNanos();
        if (desk.nowNanos() - since < grace(rule) + AGAIN_NANOS) {
            listener.broken(rule, slot.id(), desk.nowNanos() - since, grace(rule));
        }
        act(rule.action(), slot);
        look(slot);
        if (slot.stopWord().missingSinceNanos() != 0 && rule.action() == RiskAction.PROTECT) {
            timers.start(timerId, Math.addExact(desk.nowNanos(), AGAIN_NANOS));
        }
    }

    private void act(RiskAction action, BotSlot slot) {
        switch (action) {
            case PROTECT -> protect(slot);
            case STOP_BOTS -> fleet.end(slot, "its position had no stop; what it bought is kept", false);
            case FLATTEN -> fleet.end(slot, "its position had no stop and was closed at market", true);
            case WARN -> {}
            case BLOCK_NEW, CANCEL_ENTRIES, REDUCE_ONLY, SHRINK, HALT, ADD_MARGIN ->
                throw new IllegalStateException(action + " is not an answer to a missing stop");
        }
    }

    /** The bot is put into ERROR, so that it places nothing against it, and its position gets the stop it stated. */
    private void protect(BotSlot slot) {
        long lots = uncoveredLots(slot, false);
        if (lots <= 0) {
            return;
        }
        fleet.fault(slot, "its position had no stop; the engine placed one. Look at it before you retry");
        boolean isShort = Holdings.netLots(slot) < 0;
        long last = market.lastTicks();
        if (last > 0 && (isShort ? last >= slot.stopWord().ticks() : last <= slot.stopWord().ticks())) {
            killSwitch.closeNet(slot, lots);
            return;
        }
        long id = desk.submit(
                slot,
                isShort ? Side.BUY : Side.SELL,
                OrderType.STOP_MARKET,
                TimeInForce.GTC,
                lots,
                0,
                slot.stopWord().ticks(),
                KillSwitch.TAG,
                0,
                slot.instrument().isPerpetual() ? OrderTerms.REDUCE_ONLY : OrderTerms.NONE);
        if (id != 0) {
            desk.decide(slot.id(), Reason.PROTECTIVE_STOP, slot.stopWord().ticks(), lots);
        }
    }

    /** {@return lots of a position no stop covers; {@code acknowledged} counts only stops the exchange has confirmed} */
    long uncoveredLots(BotSlot slot, boolean acknowledged) {
        if (slot.stopWord().policy() == StopPolicy.NONE || slot.windingDown()) {
            return 0;
        }
        long held = Math.abs(Holdings.netLots(slot));
        if (held == 0 || slot.stopWord().policy() == StopPolicy.HERE && slot.reacts()) {
            return 0;
        }
        return Math.max(
                0,
                held - Holdings.stoppedLots(slot, acknowledged) - Holdings.keptStopLots(slot) - Holdings.closingLots(slot));
    }

    /** {@return a row for each bot with a policy and a position} */
    List<EngineSnapshot.StopRow> rows() {
        List<EngineSnapshot.StopRow> rows = new ArrayList<>();
        for (BotSlot slot : fleet.slots()) {
            long held = Holdings.netLots(slot);
            if (slot.stopWord().policy() == StopPolicy.NONE || held == 0) {
                continue;
            }
            boolean watches = slot.stopWord().policy() == StopPolicy.HERE && slot.reacts() && !slot.windingDown();
            long here = watches ? Math.abs(held) : Holdings.keptStopLots(slot);
            long open = uncoveredLots(slot, true);
            Level level = uncoveredLots(slot, false) > 0 ? Level.RED : open > 0 ? Level.AMBER : Level.GREEN;
            rows.add(new EngineSnapshot.StopRow(
                    slot.id(), slot.stopWord().policy(), held, Holdings.stoppedLots(slot, true), here, open, slot.stopWord().ticks(), level,
                    slot.stopWord().missingSinceNanos()));
        }
        return rows;
    }

    /** {@return the rules in force} */
    List<RiskRule> rules() {
        return rules;
    }

    /** {@return the longest a position has been without its stop, 0 if all have theirs} */
    long longestNanos() {
        long longest = 0;
        for (BotSlot slot : fleet.slots()) {
            if (slot.stopWord().missingSinceNanos() != 0) {
                longest = Math.max(longest, desk.nowNanos() - slot.stopWord().missingSinceNanos());
            }
        }
        return longest;
    }

    static long grace(RiskRule rule) {
        return rule.limit().longValueExact();
    }

    /** {@return whether the rules are the engine's own, not a person's} */
    boolean usual() {
        return rules == USUAL;
    }

    private static long timer(int rule, BotSlot slot) {
        return TIMER_BIT | (long) rule << 32 | slot.id();
    }
}
