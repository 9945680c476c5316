package dev.tradewind.risk;

import dev.tradewind.domain.FilterMarket;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;

/** What the gate may look at. A reusable view of the engine thread, or one made of a snapshot. */
public interface RiskView extends FilterMarket {

    /** {@return whether orders may leave} */
    TradingState tradingState();

    /** {@return the clock, in nanoseconds since the epoch} */
    long nowNanos();

    /** {@return quote atoms the asker may spend} */
    long freeQuoteAtoms();

    /** {@return whole lots the asker holds, those of working sells among them} */
    long sellableLots();

    /** {@return lots of the asker's working sells; linked orders count once} */
    long workingSellLots();

    /** {@return lots the working sells of a link stand for, 0 without one} */
    long linkedSellLots(long linkId);

    /** {@return lots the asker is short, 0 where nothing can be} */
    default long shortLots() {
        return 0;
    }

    /** {@return whether the account keeps a long and a short position apart} */
    default boolean hedged() {
        return false;
    }

    /** {@return the usual size of the asker's orders in lots, 0 while there are too few to tell} */
    default long usualLots() {
        return 0;
    }

    /** {@return lots of the asker's working buys, linked orders counted once; asked for on a perpetual only} */
    default long workingBuyLots() {
        return 0;
    }

    /** {@return lots the working buys of a link stand for, 0 without one} */
    default long linkedBuyLots(long linkId) {
        return 0;
    }

    /** {@return lots of the asker's working orders that close what this one would; orders of its own link not counted} */
    default long closingLots(OrderRequest order) {
        return 0;
    }

    /** {@return whether others' positions are part of the one the exchange has, so that it cannot cut a reducing order} */
    default boolean shared() {
        return false;
    }

    /** {@return leverage and modes of the account} */
    default MarginConfig margin() {
        return MarginConfig.NONE;
    }

    /** {@return notional of the account's net position at the mark price, negative when short; 0 on spot} */
    default long netAtoms() {
        return 0;
    }

    /**
     * {@return how many of an order's lots would open or enlarge a position: on spot those of a buy; on a perpetual what is
     * beyond the opposite position that no working order is to close yet}
     */
    default long openingLots(OrderRequest order) {
        boolean buy = order.side() == Side.BUY;
        if (!instrument().isPerpetual()) {
            return buy ? order.quantityLots() : 0;
        }
        return switch (order.terms().positionSide()) {
            case LONG -> buy && !order.terms().reduceOnly() ? order.quantityLots() : 0;
            case SHORT -> !buy && !order.terms().reduceOnly() ? order.quantityLots() : 0;
            case NET -> {
                if (order.terms().reduceOnly()) {
                    yield 0;
                }
                long closable = buy ? shortLots() - workingBuyLots() : sellableLots() - workingSellLots();
                long shared = order.linkId() == 0
                        ? 0
                        : buy ? linkedBuyLots(order.linkId()) : linkedSellLots(order.linkId());
                yield Math.max(0, Math.max(0, order.quantityLots() - shared) - Math.max(0, closable));
            }
        };
    }

    /**
     * {@return how many of an order's lots enter by their effect: as {@link #openingLots}, but of the opposite position working
     * orders take no more than they were to close when they were placed. An exchange that counts all resting orders asks
     * margin for an exit beside entries of the same side; it is an exit all the same}
     */
    default long enteringLots(OrderRequest order) {
        return openingLots(order);
    }

    /** {@return value of all base held at the last price plus all working buys, in quote atoms} */
    long exposureAtoms();

    /** {@return quote atoms to set aside for what an order opens: on spot a buy's cost, on a perpetual its margin; fee included} */
    long reservationAtoms(long priceTicks, long quantityLots);
}
