package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.BotAccount;

/** What an owner's account holds, in the words risk rules and the kill switch need. Pure. */
final class Holdings {

    private Holdings() {}

    /** {@return the price positions are valued at: the last one, on a perpetual the mark price; 0 before the first} */
    static long markTicks(Instrument instrument, MarketState market) {
        return instrument.isPerpetual() ? market.markTicks() : market.lastTicks();
    }

    /** {@return lots held, all positions together, negative when short} */
    static long netLots(Owner owner) {
        return owner.ledger().positionLots();
    }

    /** {@return lots held in all positions, without sign} */
    static long grossLots(BotAccount account) {
        if (!account.instrument().isPerpetual()) {
            return account.positionLots();
        }
        return Math.abs(account.positionLots(PositionSide.NET))
                + Math.abs(account.positionLots(PositionSide.LONG))
                + Math.abs(account.positionLots(PositionSide.SHORT));
    }

    /** {@return the worth of the owner's positions at a price, longs and shorts added up} */
    static long worthAtoms(BotAccount account, long ticks) {
        if (account.instrument().isPerpetual()) {
            return account.instrument().notionalAtoms(ticks, grossLots(account));
        }
        return account.baseAtoms() == 0 ? 0 : account.instrument().valueOfBaseAtoms(ticks, account.baseAtoms());
    }

    /** {@return the worth of what the owner holds with its sign, negative when short} */
    static long netWorthAtoms(BotAccount account, long ticks) {
        return account.instrument().isPerpetual()
                ? account.instrument().notionalAtoms(ticks, account.positionLots())
                : worthAtoms(account, ticks);
    }

    /** {@return lots of what is held that a stop at the exchange would close} */
    static long stoppedLots(Owner owner, boolean acknowledged) {
        long lots = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            Order order = owner.working(i);
            if ((order.side() == Side.SELL) == (owner.ledger().baseAtoms() >= 0)
                    && order.type().hasTrigger()
                    && !order.type().takesProfit()
                    && (order.state() == OrderState.LIVE
                            || order.state() == OrderState.PARTIALLY_FILLED
                            || !acknowledged && order.state() == OrderState.PENDING_NEW)) {
                lots += order.workingLots();
            }
        }
        return lots;
    }
}
