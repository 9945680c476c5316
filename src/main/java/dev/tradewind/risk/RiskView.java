package dev.tradewind.risk;

import dev.tradewind.domain.TradingState;
import dev.tradewind.portfolio.BotAccount;

/** What the gate may look at. A reusable view of the engine thread. */
public interface RiskView {

    /** {@return whether orders may leave} */
    TradingState tradingState();

    /** {@return the last price in ticks, 0 before the first} */
    long lastTicks();

    /** {@return the account of whoever asks} */
    BotAccount account();

    /** {@return lots of the asker's working sells; linked orders count once} */
    long workingSellLots();

    /** {@return lots the working sells of a link stand for, 0 without one} */
    long linkedSellLots(long linkId);

    /** {@return working orders on the instrument, over all owners} */
    int openOrders();

    /** {@return value of all base held at the last price plus all working buys, in quote atoms} */
    long exposureAtoms();

    /** {@return quote atoms to set aside for a buy, fee included} */
    long reservationAtoms(long priceTicks, long quantityLots);
}
