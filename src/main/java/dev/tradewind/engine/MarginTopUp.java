package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskUnit;
import org.jspecify.annotations.Nullable;

/**
 * Adds margin to an isolated position that came near its liquidation: a quarter of its initial margin at a time, to the one
 * nearest to it, never more in all than the rule's cap and never more than its owner has free. What was asked for counts as
 * added, whatever the exchange answers, so that the cap holds. Engine thread only.
 */
final class MarginTopUp {

    private static final long PARTS = 4;

    private final Instrument instrument;
    private final Ledger ledger;
    private final MarketState market;
    private final OrderDesk desk;
    private final Owner user;
    private final AccountDesk accounts;

    MarginTopUp(
            Instrument instrument, Ledger ledger, MarketState market, OrderDesk desk, Owner user, AccountDesk accounts) {
        this.instrument = instrument;
        this.ledger = ledger;
        this.market = market;
        this.desk = desk;
        this.user = user;
        this.accounts = accounts;
    }

    /** Refuses a rule that could never add margin, or whose cap cannot be counted. */
    static void check(RiskRule rule, Instrument instrument, MarginConfig margin) {
        RiskUnit.MONEY.raw(rule.cap(), instrument);
        if (rule.action() == RiskAction.ADD_MARGIN
                && !(instrument.isPerpetual() && margin.mode() == MarginMode.ISOLATED)) {
            throw new IllegalArgumentException("risk rule '" + rule.text() + "': margin is added to isolated positions only; "
                    + (instrument.isPerpetual() ? "this account's margin is cross" : instrument.symbol() + " is a spot pair"));
        }
    }

    /** Adds margin once for a broken rule; nothing while the exchange has not answered, or where nothing may be added. */
    void add(RuleWatch watch) {
        long left = capAtoms(watch) - watch.addedMarginAtoms();
        if (left <= 0 || accounts.adjusting()) {
            return;
        }
        PositionSide side = nearest(watch);
        Owner owner = side == null ? null : holder(watch, side);
        if (side == null || owner == null) {
            return;
        }
        PerpetualAccount account = (PerpetualAccount) owner.ledger();
        long part = Math.ceilDiv(account.margin().initialMargin(Math.abs(account.position(side).entryAtoms())), PARTS);
        long atoms = Math.min(Math.min(part, left), account.freeQuoteAtoms());
        if (atoms <= 0 || !ledger.marginRefusal(account, side, atoms).isEmpty()) {
            return;
        }
        watch.addedMargin(atoms);
        desk.decide(owner.id(), Reason.MARGIN_ADDED, watch.number(), atoms);
        if (atoms == left) {
            desk.decide(owner.id(), Reason.MARGIN_CAP_REACHED, watch.number(), capAtoms(watch));
        }
        accounts.adjustMargin(new Command.AdjustMargin(owner.id(), side, atoms));
    }

    private long capAtoms(RuleWatch watch) {
        return RiskUnit.MONEY.raw(watch.rule().cap(), instrument);
    }

    /** {@return the position nearest to its liquidation of those a rule is about, null if none can be liquidated} */
    private @Nullable PositionSide nearest(RuleWatch watch) {
        PositionSide nearest = null;
        long least = Long.MAX_VALUE;
        for (PositionSide side : Holdings.SIDES) {
            long left = left(watch, side);
            if (left != RiskMetric.NOTHING && left < least) {
                least = left;
                nearest = side;
            }
        }
        return nearest;
    }

    private long left(RuleWatch watch, PositionSide side) {
        PerpetualAccount exchange = ledger.exchange();
        if (watch.rule().scope().wholeSession()) {
            return exchange == null ? RiskMetric.NOTHING : Holdings.liquidationLeftE8(exchange, side, market.markTicks());
        }
        long least = RiskMetric.NOTHING;
        for (BotSlot slot : watch.subject().members()) {
            long left = Holdings.liquidationLeftE8((PerpetualAccount) slot.ledger(), side, market.markTicks());
            least = least == RiskMetric.NOTHING || left != RiskMetric.NOTHING && left < least ? left : least;
        }
        return least;
    }

    /** {@return who of those a rule is about has most of a position the way it is at the exchange, null if nobody} */
    private @Nullable Owner holder(RuleWatch watch, PositionSide side) {
        PerpetualAccount exchange = ledger.exchange();
        int way = exchange == null ? 0 : Long.signum(exchange.positionLots(side));
        Owner most = watch.subject().covers(user) && user.ledger().positionLots(side) * way > 0 ? user : null;
        for (BotSlot slot : watch.subject().members()) {
            long lots = slot.ledger().positionLots(side) * way;
            if (lots > (most == null ? 0 : most.ledger().positionLots(side) * way)) {
                most = slot;
            }
        }
        return most;
    }
}
