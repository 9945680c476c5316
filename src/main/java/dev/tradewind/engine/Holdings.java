package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Margin;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.risk.RiskMetric;
import java.util.List;

/** What an owner's account holds, in the words risk rules and the kill switch need. Pure. */
final class Holdings {

    static final List<PositionSide> SIDES = List.of(PositionSide.values());

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

    /**
     * {@return whether an order could open or enlarge a position: on spot a buy, on a perpetual what is more than may be
     * closed; other working orders that may close the same count first}
     */
    static boolean enters(Owner owner, OrderRequest request) {
        if (!owner.ledger().instrument().isPerpetual()) {
            return request.side() == Side.BUY;
        }
        if (request.terms().reduceOnly()) {
            return false;
        }
        long closable = owner.ledger().closableLots(request.side(), request.terms().positionSide());
        for (int i = 0; i < owner.workingOrders(); i++) {
            OrderRequest other = owner.working(i).request();
            if (other.side() == request.side()
                    && !other.terms().reduceOnly()
                    && other.terms().positionSide() == request.terms().positionSide()
                    && (request.clientOrderId() > other.clientOrderId())) {
                closable -= owner.working(i).workingLots();
            }
        }
        return request.terms().quoteAtoms() > 0 || request.quantityLots() > closable;
    }

    /** {@return whether an order is of the side that closes what the owner holds} */
    static boolean closes(Owner owner, Order order) {
        return order.side() == (netLots(owner) < 0 ? Side.BUY : Side.SELL);
    }

    /** {@return lots of what is held that a stop at the exchange would close} */
    static long stoppedLots(Owner owner, boolean acknowledged) {
        long lots = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            Order order = owner.working(i);
            if (closes(owner, order)
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

    /** {@return lots of what is held that a stop kept here, for a venue without such orders, would close} */
    static long keptStopLots(Owner owner) {
        long lots = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            Order order = owner.working(i);
            if (order.state() == OrderState.HELD
                    && closes(owner, order)
                    && order.type().hasTrigger()
                    && !order.type().takesProfit()) {
                lots += order.workingLots();
            }
        }
        return lots;
    }

    /** {@return lots of what is held that are on their way out at market} */
    static long closingLots(Owner owner) {
        long lots = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            if (owner.working(i).type() == OrderType.MARKET && closes(owner, owner.working(i))) {
                lots += owner.working(i).workingLots();
            }
        }
        return lots;
    }

    /**
     * {@return the least of an account's distances to liquidation at a mark price, each as a share of the distance from its
     * entry, times 10⁸; {@link RiskMetric#NOTHING} without a position that can be liquidated}
     */
    static long liquidationLeftE8(PerpetualAccount account, long markTicks) {
        long least = RiskMetric.NOTHING;
        for (PositionSide side : SIDES) {
            long share = liquidationLeftE8(account, side, markTicks);
            least = least == RiskMetric.NOTHING || share != RiskMetric.NOTHING && share < least ? share : least;
        }
        return least;
    }

    /** {@return as above, of one position} */
    static long liquidationLeftE8(PerpetualAccount account, PositionSide side, long markTicks) {
        long lots = account.positionLots(side);
        long liquidation = lots == 0 || markTicks == 0 ? 0 : Margin.liquidationTicks(account, side, markTicks);
        if (liquidation <= 0) {
            return RiskMetric.NOTHING;
        }
        long sign = lots > 0 ? 1 : -1;
        long left = Math.max(0, sign * (markTicks - liquidation));
        long whole = sign * (account.entryTicks(side) - liquidation);
        return whole <= 0 ? 0 : RiskMetric.shareE8(left, whole);
    }
}
