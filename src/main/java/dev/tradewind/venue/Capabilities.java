package dev.tradewind.venue;

import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.TimeInForce;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a venue offers, declared up front so that nothing is discovered by exception. What is missing is emulated on our side
 * where that is possible, and refused with its name where it is not.
 *
 * @param orderTypes    order types it takes natively; market and limit are always among them
 * @param timesInForce  how long it can let an order stay; good-till-cancelled is always among them
 * @param features      what else it does by itself
 * @param maxOpenOrders orders it lets rest on one instrument, 0 for no limit of its own
 * @param simulated     whether no real money is at stake
 * @param label         what the user sees, for instance {@code Simulated}
 */
public record Capabilities(
        Set<OrderType> orderTypes,
        Set<TimeInForce> timesInForce,
        Set<Feature> features,
        int maxOpenOrders,
        boolean simulated,
        String label) {

    /** Something a venue may or may not do by itself. */
    public enum Feature {
        /** Cancels one order of a link as far as another trades (one-cancels-other). */
        LINKED_ORDERS,
        /** Changes a resting order's size and prices; one made smaller keeps its place in the queue. */
        AMEND,
        /** Refuses a post-only order that would take. */
        POST_ONLY,
        /** Never lets a reduce-only order open or enlarge a position. */
        REDUCE_ONLY,
        /** Takes market orders sized in quote. */
        QUOTE_SIZED,
        /** Shows part of an order at a time. */
        ICEBERG,
        /** Follows the market with a stop. */
        TRAILING
    }

    public Capabilities {
        orderTypes = EnumSet.copyOf(orderTypes);
        timesInForce = EnumSet.copyOf(timesInForce);
        features = features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
        if (!orderTypes.contains(OrderType.MARKET) || !orderTypes.contains(OrderType.LIMIT)
                || !timesInForce.contains(TimeInForce.GTC)) {
            throw new IllegalArgumentException(
                    label + " takes " + orderTypes + " " + timesInForce + "; market, limit and GTC are the least");
        }
    }

    /** {@return whether the venue does this by itself} */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** {@return the same venue without some features} */
    public Capabilities without(Feature... missing) {
        EnumSet<Feature> left = EnumSet.noneOf(Feature.class);
        left.addAll(features);
        for (Feature feature : missing) {
            left.remove(feature);
        }
        return new Capabilities(orderTypes, timesInForce, left, maxOpenOrders, simulated, label);
    }

    /** {@return the same venue without some order types} */
    public Capabilities without(OrderType... missing) {
        EnumSet<OrderType> left = EnumSet.copyOf(orderTypes);
        for (OrderType type : missing) {
            left.remove(type);
        }
        return new Capabilities(left, timesInForce, features, maxOpenOrders, simulated, label);
    }

    /** {@return the same venue without some times in force} */
    public Capabilities without(TimeInForce... missing) {
        EnumSet<TimeInForce> left = EnumSet.copyOf(timesInForce);
        for (TimeInForce force : missing) {
            left.remove(force);
        }
        return new Capabilities(orderTypes, left, features, maxOpenOrders, simulated, label);
    }
}
