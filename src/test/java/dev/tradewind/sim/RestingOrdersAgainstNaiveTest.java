package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The venue's index of resting orders answers as a plain list would. */
class RestingOrdersAgainstNaiveTest {

    private static final OrderType[] RESTING = {
        OrderType.LIMIT,
        OrderType.STOP_MARKET,
        OrderType.STOP_LIMIT,
        OrderType.TAKE_PROFIT_MARKET,
        OrderType.TAKE_PROFIT_LIMIT
    };

    private final RestingOrders resting = new RestingOrders();
    private final NaiveResting naive = new NaiveResting();

    @Test
    void everyQuestionIsAnsweredTheSame() {
        for (long seed = 1; seed <= 120; seed++) {
            new RestingOrdersAgainstNaiveTest().live(new Rng(seed), "seed " + seed);
        }
    }

    private void live(Rng rng, String seed) {
        int span = 2 + rng.nextInt(1 << 1 + rng.nextInt(16));
        int most = 1 + rng.nextInt(150);
        int bots = 1 + rng.nextInt(4);
        for (int step = 0; step < 1_500; step++) {
            if (naive.orders.isEmpty() || rng.nextInt(2 * most) > naive.orders.size() + most / 2) {
                SimOrder order = order(rng, step, span, bots);
                assertEquals(naive.linkedSellLots(order), resting.linkedSellLots(order), seed);
                naive.orders.add(order);
                resting.add(order);
            } else {
                change(rng, naive.orders.get(rng.nextInt(naive.orders.size())), seed);
            }
            compare(rng, 1 + rng.nextInt(span + 2), seed + ", step " + step);
        }
    }

    private static SimOrder order(Rng rng, long step, int span, int bots) {
        SimOrder order = new SimOrder();
        long id = rng.nextInt(30) == 0 ? Math.max(1, step - rng.nextInt(20)) : step + 1;
        Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        order.take(new OrderRequest().set(
                id, rng.nextInt(bots), 0, side, RESTING[rng.nextInt(RESTING.length)],
                TimeInForce.GTC, 1 + rng.nextInt(50), 1 + rng.nextInt(span), 1 + rng.nextInt(span), 0,
                rng.nextInt(3) == 0 ? 1 + rng.nextInt(5) : 0));
        return order;
    }

    private void change(Rng rng, SimOrder order, String seed) {
        switch (rng.nextInt(4)) {
            case 0 -> {
                order.remainingLots = Math.max(1, order.remainingLots - rng.nextInt(10));
                resting.resized(order);
            }
            case 1 -> {
                if (order.waitsForStop() && order.request.type().hasLimit()) {
                    order.triggered = true;
                    resting.changed(order);
                }
            }
            case 2 -> {
                List<SimOrder> linked = new ArrayList<>();
                if (order.request.linkId() != 0) {
                    SimOrder other = resting.lastLinked(order);
                    while (other != null) {
                        linked.add(other);
                        other = resting.linkedBefore(other);
                    }
                    linked.remove(order);
                }
                assertEquals(naive.linkedLatestFirst(order), linked, seed);
                remove(order);
            }
            default -> remove(order);
        }
    }

    private void remove(SimOrder order) {
        naive.orders.remove(order);
        resting.remove(order);
    }

    private void compare(Rng rng, long ticks, String step) {
        assertEquals(naive.orders.size(), resting.size(), step);
        assertEquals(naive.nearestAbove(), resting.nearestAbove(), step);
        assertEquals(naive.nearestBelow(), resting.nearestBelow(), step);
        assertEquals(naive.reservedSellLots(), resting.reservedSellLots(), step);
        assertSame(naive.firstActingAt(ticks), resting.firstActingAt(ticks), step);
        assertSame(naive.firstStopAt(ticks), resting.firstStopAt(ticks), step);
        assertSame(naive.bestThrough(ticks), resting.bestThrough(ticks), step);
        int any = naive.orders.isEmpty() ? -1 : rng.nextInt(naive.orders.size());
        long id = any < 0 ? 1 : naive.orders.get(any).request.clientOrderId();
        assertSame(naive.find(id), resting.find(id), step);
        assertSame(naive.find(-id), resting.find(-id), step);
    }
}
