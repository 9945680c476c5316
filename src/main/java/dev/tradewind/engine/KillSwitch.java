package dev.tradewind.engine;

import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;

/**
 * The session's trading state and the ways to change it: halt, reduce, flatten, and a person's end of it. Needs no market
 * events: cancels leave at once, and each position is sold at market as soon as its owner's last order is gone, judged by
 * the last price known. Engine thread only.
 */
final class KillSwitch implements Stateful {

    /** What closing orders are tagged with; no bot numbers an order so. */
    static final int TAG = -1;

    private static final int USER = 0;
    private static final int MOST_ATTEMPTS = 64;

    private final OrderDesk desk;
    private final Fleet fleet;
    private final Owner user;
    private final MarketState market;
    private final InstrumentFilters filters;
    private final Runnable changed;
    private String reason = "";
    private boolean closing;
    private boolean unpriced;

    /** @param changed told when {@link #closing} may have changed */
    KillSwitch(OrderDesk desk, Fleet fleet, Owner user, MarketState market, InstrumentFilters filters, Runnable changed) {
        this.desk = desk;
        this.fleet = fleet;
        this.user = user;
        this.market = market;
        this.filters = filters;
        this.changed = changed;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Kill switch", 1).text(reason).flag(closing).flag(unpriced);
    }

    @Override
    public void load(StateReader in) {
        reason = in.section("Kill switch", 1).text();
        closing = in.flag();
        unpriced = in.flag();
    }

    /** {@return why trading is not ACTIVE, empty while it is} */
    String reason() {
        return unpriced ? reason + "; no price is known, so what is held could not be closed yet" : reason;
    }

    /** {@return whether positions of the user's are still to be closed} */
    boolean closing() {
        return closing;
    }

    private void closing(boolean still) {
        closing = still;
        changed.run();
    }

    /** The session cannot go on. */
    void broken(String words) {
        desk.trading(TradingState.HALTED);
        reason = words;
    }

    /** No new entries, working ones are cancelled; protection stays; a person must end it. */
    void halt(String words) {
        desk.trading(TradingState.HALTED);
        reason = words;
        desk.decide(USER, Reason.HALTED, 0, 0);
        fleet.algos().cancelEntries("the session was halted");
        cancelEntries();
    }

    /**
     * No new entries, working ones are cancelled; what reduces a position passes.
     *
     * @throws IllegalArgumentException if the session is halted, which is more
     */
    void reduce(String words) {
        if (desk.tradingState() == TradingState.HALTED) {
            throw new IllegalArgumentException("the session is halted; end the halt first");
        }
        desk.trading(TradingState.REDUCING);
        reason = words;
        desk.decide(USER, Reason.REDUCING, 0, 0);
        fleet.algos().cancelEntries("only what reduces a position passes");
        cancelEntries();
    }

    /** Cancels every working entry, whoever placed it; protection stays. */
    private void cancelEntries() {
        for (int i = 0; i < desk.orders().size(); i++) {
            if (desk.isEntry(desk.orders().get(i))) {
                desk.cancel(desk.orders().get(i));
            }
        }
    }

    /** Halts, cancels every order, stops every bot and closes every position at market. */
    void flatten(String words) {
        desk.trading(TradingState.HALTED);
        reason = words;
        desk.decide(USER, Reason.FLATTENED, 0, 0);
        unpriced = market.lastTicks() == 0;
        if (unpriced) {
            desk.decide(USER, Reason.NOT_PRICED, 0, 0);
        }
        user.closingAgain();
        closing(true);
        fleet.algos().cancelAll(USER, "flattened");
        for (int i = user.workingOrders() - 1; i >= 0; i--) {
            desk.cancel(user.working(i));
        }
        for (BotSlot slot : fleet.slots()) {
            fleet.end(slot, "flattened: " + words, true);
        }
        advance();
    }

    /**
     * A person ends it.
     *
     * @throws IllegalArgumentException if there is nothing to end
     */
    void leave() {
        if (desk.tradingState() == TradingState.ACTIVE) {
            throw new IllegalArgumentException("the session is not halted");
        }
        desk.trading(TradingState.ACTIVE);
        reason = "";
        closing(false);
        unpriced = false;
        desk.decide(USER, Reason.RESUMED, 0, 0);
    }

    /** Sells what is the user's once nothing of his works any more; what stopped bots leave behind is his too. */
    void advance() {
        if (!closing) {
            return;
        }
        unpriced &= market.lastTicks() == 0;
        if (unpriced || user.workingOrders() > 0 || close(user)) {
            return;
        }
        for (BotSlot slot : fleet.slots()) {
            if (slot.windingDown()) {
                return;
            }
        }
        closing(false);
    }

    /** Closes an owner's positions at market, or as much of them as an order may. {@return whether an order was sent} */
    boolean close(Owner owner) {
        if (owner.closingAttempt() > MOST_ATTEMPTS) {
            return false;
        }
        if (!owner.ledger().instrument().isPerpetual()) {
            return close(owner, PositionSide.NET, Holdings.netLots(owner));
        }
        boolean sent = false;
        for (PositionSide side : Holdings.SIDES) {
            sent |= close(owner, side, owner.ledger().positionLots(side));
        }
        return sent;
    }

    /** Closes so many lots of an owner's net position at market. {@return whether an order was sent} */
    boolean closeNet(Owner owner, long lots) {
        return close(owner, PositionSide.NET, Holdings.netLots(owner) < 0 ? -lots : lots);
    }

    /** Closes one part of so many of each position of an owner. {@return lots of the orders sent} */
    long closePart(Owner owner, int parts) {
        long closed = 0;
        for (PositionSide side : Holdings.SIDES) {
            long lots = owner.ledger().positionLots(side);
            long part = Math.ceilDiv(Math.abs(lots), (long) parts);
            if (close(owner, side, lots < 0 ? -part : part)) {
                closed += part;
            }
        }
        return closed;
    }

    private boolean close(Owner owner, PositionSide position, long signedLots) {
        if (signedLots == 0) {
            return false;
        }
        long most = filters.marketMaxQuantityLots() > 0 ? filters.marketMaxQuantityLots() : filters.maxQuantityLots();
        long size = most > 0 ? Math.min(most, Math.abs(signedLots)) : Math.abs(signedLots);
        OrderTerms terms = !owner.ledger().instrument().isPerpetual()
                ? OrderTerms.NONE
                : position == PositionSide.NET ? OrderTerms.REDUCE_ONLY : OrderTerms.NONE.on(position);
        Side side = signedLots > 0 ? Side.SELL : Side.BUY;
        boolean sent =
                desk.submit(owner, side, OrderType.MARKET, TimeInForce.GTC, size, 0, 0, TAG, 0, terms) != 0;
        if (sent) {
            desk.decide(owner.id(), Reason.POSITION_CLOSED, market.lastTicks(), size);
        }
        return sent;
    }
}
