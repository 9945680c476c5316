package dev.tradewind.risk;

import dev.tradewind.domain.FilterMarket;
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

    /** {@return value of all base held at the last price plus all working buys, in quote atoms} */
    long exposureAtoms();

    /** {@return quote atoms to set aside for a buy, fee included} */
    long reservationAtoms(long priceTicks, long quantityLots);
}
