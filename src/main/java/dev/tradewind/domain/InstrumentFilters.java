package dev.tradewind.domain;

/**
 * What a venue demands of an order on one instrument; 0 means no such limit.
 *
 * @param minQuantityLots        smallest order in lots
 * @param maxQuantityLots        largest limit order in lots
 * @param marketMaxQuantityLots  largest market order in lots
 * @param minNotionalAtoms       smallest price × quantity, in atoms of the quote asset
 * @param minPriceTicks          lowest price in ticks
 * @param maxPriceTicks          highest price in ticks
 * @param maxOpenOrders          how many orders may be open on the symbol at once
 */
public record InstrumentFilters(
        long minQuantityLots,
        long maxQuantityLots,
        long marketMaxQuantityLots,
        long minNotionalAtoms,
        long minPriceTicks,
        long maxPriceTicks,
        int maxOpenOrders) {

    /** No limits but one lot and one tick. */
    public static final InstrumentFilters NONE = new InstrumentFilters(1, 0, 0, 0, 1, 0, 0);
}
