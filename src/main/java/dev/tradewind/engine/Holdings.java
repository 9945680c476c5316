package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.BotAccount;

/** What an owner's account holds, in the words risk rules and the kill switch need. Pure. */
final class Holdings {

    private Holdings() {}

    /** {@return lots held, negative when short} */
    static long netLots(Owner owner) {
        return owner.ledger().sellableLots();
    }

    /** {@return the worth of the owner's positions, longs and shorts added up} */
    static long worthAtoms(BotAccount account, long lastTicks) {
        return account.baseAtoms() == 0 ? 0 : account.instrument().valueOfBaseAtoms(lastTicks, account.baseAtoms());
    }

    /** {@return the worth of what the owner holds with its sign, negative when short} */
    static long netWorthAtoms(BotAccount account, long lastTicks) {
        return worthAtoms(account, lastTicks);
    }

    /** {@return whether an order could open or enlarge a position} */
    static boolean enters(OrderRequest request) {
        return request.side() == Side.BUY;
    }

    /** {@return lots of what is held that a stop at the exchange would close} */
    static long stoppedLots(Owner owner, boolean acknowledged) {
        long lots = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            Order order = owner.working(i);
            if (!enters(order.request())
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
