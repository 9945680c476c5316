package dev.tradewind.engine;

import dev.tradewind.domain.Reason;
import dev.tradewind.domain.TradingState;
import dev.tradewind.oms.Order;
import dev.tradewind.risk.RiskAction;
import java.util.List;

/** What broken rules ask for, done. Engine thread only. */
final class RiskActions {

    /** A shrinking rule closes one part of so many at a time. */
    private static final int SHRINK_PARTS = 4;

    /** Where the value does not follow at once, as the distance to liquidation, shrinking must not become flattening. */
    private static final long SHRINK_PAUSE_NANOS = 10_000_000_000L;

    private final OrderDesk desk;
    private final Fleet fleet;
    private final Owner user;
    private final KillSwitch killSwitch;
    private final MarginTopUp topUp;

    RiskActions(OrderDesk desk, Fleet fleet, Owner user, KillSwitch killSwitch, MarginTopUp topUp) {
        this.topUp = topUp;
        this.desk = desk;
        this.fleet = fleet;
        this.user = user;
        this.killSwitch = killSwitch;
    }

    /** Does what the rule of a watch says; {@code words} say why. */
    void act(RuleWatch watch, String words) {
        switch (watch.rule().action()) {
            case WARN, PROTECT -> {}
            case BLOCK_NEW -> desk.decide(watch.subject().botId(), Reason.ENTRIES_BLOCKED, watch.number(), 0);
            case CANCEL_ENTRIES -> cancelEntries(watch);
            case REDUCE_ONLY -> reduceOnly(watch, words);
            case SHRINK -> shrink(watch);
            case FLATTEN -> flatten(watch, words);
            case STOP_BOTS -> end(watch, words, false);
            case HALT -> killSwitch.halt(words);
            case ADD_MARGIN -> topUp.add(watch);
        }
    }

    /** Does again what is done as long as a rule stays broken. */
    void again(RuleWatch watch) {
        if (watch.rule().action() == RiskAction.SHRINK) {
            if (desk.nowNanos() - watch.shrunkNanos() >= SHRINK_PAUSE_NANOS) {
                shrink(watch);
            }
        } else if (watch.rule().action() == RiskAction.ADD_MARGIN) {
            topUp.add(watch);
        }
    }

    private void cancelEntries(RuleWatch watch) {
        String words = "risk rule " + watch.number();
        if (watch.subject().covers(user)) {
            fleet.algos().cancelEntries(words);
        }
        for (BotSlot slot : watch.subject().members()) {
            fleet.algos().cancelEntries(slot.id(), words);
        }
        for (int i = 0; i < desk.orders().size(); i++) {
            Order order = desk.orders().get(i);
            Owner owner = owner(order.request().botId());
            if (desk.isEntry(order) && watch.subject().covers(owner)) {
                desk.cancel(order);
            }
        }
        desk.decide(watch.subject().botId(), Reason.ENTRIES_CANCELLED, watch.number(), 0);
    }

    private Owner owner(int botId) {
        BotSlot slot = fleet.find(botId);
        return slot == null ? user : slot;
    }

    private void reduceOnly(RuleWatch watch, String words) {
        if (!watch.rule().scope().wholeSession()) {
            cancelEntries(watch);
        } else if (desk.tradingState() == TradingState.ACTIVE) {
            killSwitch.reduce(words);
        }
    }

    private void flatten(RuleWatch watch, String words) {
        if (watch.rule().scope().wholeSession()) {
            killSwitch.flatten(words);
        } else {
            end(watch, words, true);
        }
    }

    private void end(RuleWatch watch, String words, boolean close) {
        List<BotSlot> members = List.copyOf(watch.subject().members());
        for (BotSlot slot : members) {
            fleet.end(slot, words, close);
        }
    }

    /** Closes a part of each position in scope that is not being closed already. */
    private void shrink(RuleWatch watch) {
        watch.shrunk(desk.nowNanos());
        if (watch.subject().covers(user)) {
            shrink(watch, user);
        }
        for (BotSlot slot : watch.subject().members()) {
            shrink(watch, slot);
        }
    }

    private void shrink(RuleWatch watch, Owner owner) {
        for (int i = 0; i < owner.workingOrders(); i++) {
            if (owner.working(i).request().tag() == KillSwitch.TAG) {
                return;
            }
        }
        long closed = killSwitch.closePart(owner, SHRINK_PARTS);
        if (closed > 0) {
            desk.decide(owner.id(), Reason.POSITION_SHRUNK, watch.number(), closed);
        }
    }
}
