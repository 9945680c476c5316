package dev.tradewind.hostile;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.engine.Session;
import dev.tradewind.oms.Order;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every position of a bot that promised a stop has one for all it really holds, within a deadline. What is held is counted
 * from the exchange's own fills; a stop counts if the exchange has it, if the engine keeps it here, or if an order that closes
 * the position is at work. Only time in which the exchange can be reached and the bot runs counts.
 */
final class Protection {

    /** Every protected position is covered in time. */
    static final String COVERED = "every protected position is covered within its deadline";

    /** How long a position may be without its stop, while the exchange can be reached. */
    static final long DEADLINE_NANOS = 90_000_000_000L;

    private final TrueExchange exchange;
    private final Scenario scenario;
    private final Map<Integer, Long> uncovered = new TreeMap<>();

    Protection(TrueExchange exchange, Scenario scenario) {
        this.exchange = exchange;
        this.scenario = scenario;
    }

    /** So much time went by in which the exchange could be reached, and this is how things stand. */
    void check(Process process, long passedNanos) {
        for (int bot : scenario.stopped()) {
            if (exchange.heldLots(bot) == 0 || !runs(process.session(), bot) || openLots(process.orders(), bot) <= 0) {
                uncovered.remove(bot);
                continue;
            }
            long since = uncovered.merge(bot, passedNanos, Long::sum);
            if (since > DEADLINE_NANOS) {
                throw new Violation(COVERED, "bot " + bot + " really holds " + exchange.heldLots(bot) + " lots, of which "
                        + openLots(process.orders(), bot) + " had no stop for " + since / 1_000_000_000L + " s");
            }
        }
    }

    private static boolean runs(Session session, int bot) {
        BotState state;
        try {
            state = session.botState(bot);
        } catch (IllegalArgumentException unknown) {
            throw new Violation(COVERED, "bot " + bot + " really holds coins, but the engine does not know it");
        }
        return state == BotState.RUNNING || state == BotState.PAUSED;
    }

    private long openLots(OpenOrders orders, int bot) {
        long open = exchange.heldLots(bot) - exchange.stopLots(bot);
        for (int i = 0; i < orders.size() && open > 0; i++) {
            Order order = orders.get(i);
            if (order.request().botId() == bot && order.side() == Side.SELL && guards(order)) {
                open -= order.workingLots();
            }
        }
        return open;
    }

    /** {@return whether an order not yet at the exchange closes the position, or will when its price comes} */
    private static boolean guards(Order order) {
        return order.state() == OrderState.HELD && order.type().hasTrigger()
                || order.type() == OrderType.MARKET && order.state() == OrderState.PENDING_NEW;
    }
}
