package dev.tradewind.sim;

import dev.tradewind.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@link RestingOrders} ought to answer, from a plain list in the order they came to rest. */
final class NaiveResting {

    final List<SimOrder> orders = new ArrayList<>();

    long nearestAbove() {
        return orders.stream()
                .filter(SimOrder::actsOnRise)
                .mapToLong(SimOrder::actsAtTicks)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    long nearestBelow() {
        return orders.stream()
                .filter(order -> !order.actsOnRise())
                .mapToLong(SimOrder::actsAtTicks)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    @Nullable SimOrder find(long id) {
        return first(order -> order.request.clientOrderId() == id);
    }

    @Nullable SimOrder firstActingAt(long ticks) {
        return first(order -> acts(order, ticks));
    }

    @Nullable SimOrder firstStopAt(long ticks) {
        return first(order -> order.waitsForStop() && acts(order, ticks));
    }

    @Nullable SimOrder bestThrough(long ticks) {
        SimOrder best = null;
        for (SimOrder order : orders) {
            long price = order.request.priceTicks();
            boolean through = !order.waitsForStop() && (order.isBuy() ? price > ticks : price < ticks);
            if (through && (best == null || isBefore(order, best))) {
                best = order;
            }
        }
        return best;
    }

    long reservedSellLots() {
        long lots = 0;
        for (int i = 0; i < orders.size(); i++) {
            SimOrder order = orders.get(i);
            if (order.request.side() == Side.SELL) {
                lots += order.remainingLots - linkedAmong(orders.subList(0, i), order);
            }
        }
        return lots;
    }

    long linkedSellLots(SimOrder order) {
        return linkedAmong(orders, order);
    }

    List<SimOrder> linkedLatestFirst(SimOrder order) {
        return orders.reversed().stream().filter(other -> RestingOrders.isLinked(other, order)).toList();
    }

    private static long linkedAmong(List<SimOrder> others, SimOrder order) {
        long largest = others.stream()
                .filter(other -> !other.isBuy() && RestingOrders.isLinked(other, order))
                .mapToLong(other -> other.remainingLots)
                .max()
                .orElse(0);
        return Math.min(largest, order.remainingLots);
    }

    private static boolean isBefore(SimOrder order, SimOrder best) {
        return order.isBuy()
                ? order.request.priceTicks() > best.request.priceTicks()
                : order.request.priceTicks() < best.request.priceTicks();
    }

    private static boolean acts(SimOrder order, long ticks) {
        return order.actsOnRise() ? order.actsAtTicks() <= ticks : order.actsAtTicks() >= ticks;
    }

    private @Nullable SimOrder first(Predicate<SimOrder> asked) {
        return orders.stream().filter(asked).findFirst().orElse(null);
    }
}
