package dev.tradewind.domain;

/** What instrument filters may look at besides the order: the market and what is open already. Engine thread, or immutable. */
public interface FilterMarket {

    /** {@return what is traded} */
    Instrument instrument();

    /** {@return the last price in ticks, 0 before the first} */
    long lastTicks();

    /** {@return the mark price in ticks, the last price where there is none} */
    default long markTicks() {
        return lastTicks();
    }

    /**
     * {@return the volume-weighted average price in ticks, the last price where there is none}
     *
     * @param minutes over how long; 0 is the last price itself
     */
    default long averageTicks(int minutes) {
        return lastTicks();
    }

    /** {@return working orders on the instrument, over all owners} */
    int openOrders();

    /** {@return those of them that wait for a stop price} */
    default int openStops() {
        return 0;
    }

    /** {@return those of them that show less than they are} */
    default int openIcebergs() {
        return 0;
    }

    /** {@return order lists that work: links of at least one working order} */
    default int openLists() {
        return 0;
    }

    /** {@return whether a working order has this link, so that another one joins its list} */
    default boolean listOpen(long linkId) {
        return false;
    }

    /** {@return lots of the base asset held by the whole account, and of all its working buys} */
    default long heldAndBoughtLots() {
        return 0;
    }
}
