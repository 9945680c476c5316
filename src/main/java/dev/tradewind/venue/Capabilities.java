package dev.tradewind.venue;

import dev.tradewind.domain.OrderType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a venue offers, declared up front so that nothing is discovered by exception.
 *
 * @param orderTypes     order types it takes natively
 * @param linkedOrders   whether it cancels one order of a link when the other trades
 * @param simulated      whether no real money is at stake
 * @param label          what the user sees, for instance {@code Simulated}
 */
public record Capabilities(Set<OrderType> orderTypes, boolean linkedOrders, boolean simulated, String label) {

    public Capabilities {
        orderTypes = EnumSet.copyOf(orderTypes);
    }
}
