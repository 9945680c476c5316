package dev.tradewind.marketdata;

import java.util.List;

/**
 * The order book as a ladder shows it, at one moment. Immutable. Prices in ticks, sizes in lots.
 *
 * @param label what to call it on screen, for instance {@code synthetic depth}
 * @param bids  highest first
 * @param asks  lowest first
 */
public record DepthView(String label, List<Level> bids, List<Level> asks) {

    /**
     * A price at which something rests.
     *
     * @param priceTicks     the price
     * @param lots           what rests there
     * @param cumulativeLots what rests there and nearer the market
     */
    public record Level(long priceTicks, long lots, long cumulativeLots) {}

    public DepthView {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** {@return a book nobody has written in} */
    public static DepthView empty(String label) {
        return new DepthView(label, List.of(), List.of());
    }

    /** {@return the distance between the best prices in ticks, 0 where a side is empty} */
    public long spreadTicks() {
        return bids.isEmpty() || asks.isEmpty()
                ? 0
                : asks.getFirst().priceTicks() - bids.getFirst().priceTicks();
    }

    /** {@return (bids − asks) / (bids + asks) over the levels given: 1 only bids, −1 only asks, 0 even or empty} */
    public double imbalance() {
        double bid = total(bids);
        double ask = total(asks);
        return bid + ask == 0 ? 0 : (bid - ask) / (bid + ask);
    }

    private static long total(List<Level> levels) {
        return levels.isEmpty() ? 0 : levels.getLast().cumulativeLots();
    }
}
