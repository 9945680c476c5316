package dev.tradewind.hostile;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.kernel.Rng;
import dev.tradewind.oms.Order;
import java.math.BigDecimal;
import java.util.Map;

/** The user: places, changes and cancels orders, starts algorithms, pauses, edits and halts, at random. */
final class Person {

    private static final long MILLI = 1_000_000L;

    private final Rng rng;
    private final Scenario scenario;
    private boolean halted;

    Person(long seed, Scenario scenario) {
        rng = new Rng(seed ^ 0x9E25L);
        this.scenario = scenario;
    }

    /** {@return how long until the next command} */
    long pauseNanos() {
        return (500 + rng.nextInt(16_000)) * MILLI;
    }

    /** {@return what the user asks for now} */
    Command next(OpenOrders orders, long lastTicks) {
        if (halted && rng.nextInt(3) == 0) {
            halted = false;
            return new Command.LeaveHalt();
        }
        return switch (rng.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5 -> place(lastTicks);
            case 6, 7, 8 -> stopOrder(lastTicks);
            case 9, 10, 11 -> new Command.CancelOrder(any(orders));
            case 12, 13, 14 -> amend(orders, lastTicks);
            case 15 -> new Command.CancelMine();
            case 16 -> new Command.PauseBot(bot());
            case 17 -> new Command.ResumeBot(bot());
            case 18 -> edit();
            case 19 -> trailing();
            case 20 -> twap();
            case 21 -> bracket(lastTicks);
            case 22 -> new Command.CancelAlgo(1 + rng.nextInt(12));
            default -> rare();
        };
    }

    private int bot() {
        return 1 + rng.nextInt(scenario.bots().size());
    }

    private Command rare() {
        if (rng.nextInt(4) != 0) {
            return new Command.Transfer((rng.nextInt(201) - 100) * scenario.capitalAtoms() / 100_000);
        }
        halted = true;
        return new Command.Halt("a person wants to look");
    }

    private Side side() {
        return rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
    }

    private long lots() {
        return 5 + rng.nextInt(300);
    }

    private Command place(long lastTicks) {
        boolean market = rng.nextInt(4) == 0;
        OrderTerms terms = rng.nextInt(6) == 0 && !market ? OrderTerms.POST_ONLY : OrderTerms.NONE;
        TimeInForce force = market || rng.nextInt(5) != 0
                ? TimeInForce.GTC
                : rng.nextInt(2) == 0 ? TimeInForce.IOC : TimeInForce.FOK;
        return new Command.PlaceOrder(
                0, side(), market ? OrderType.MARKET : OrderType.LIMIT,
                terms.postOnly() ? TimeInForce.GTC : force, lots(),
                market ? 0 : lastTicks + rng.nextInt(161) - 80, 0, terms);
    }

    private Command stopOrder(long lastTicks) {
        Side side = side();
        boolean limit = rng.nextInt(3) == 0;
        long stop = lastTicks + (side == Side.SELL ? -1 : 1) * (10 + rng.nextInt(120));
        return new Command.PlaceOrder(
                0, side, limit ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET, TimeInForce.GTC, lots(),
                limit ? stop + (side == Side.SELL ? -30 : 30) : 0, stop);
    }

    /** {@return an order to cancel; never what protects a bot's position, which a person may take away for good} */
    private long any(OpenOrders orders) {
        Order order = orders.size() == 0 ? null : orders.get(rng.nextInt(orders.size()));
        return order == null || scenario.protects(order.request()) ? 1 : order.clientOrderId();
    }

    private Command amend(OpenOrders orders, long lastTicks) {
        for (int tries = 0; tries < 4 && orders.size() > 0; tries++) {
            Order order = orders.get(rng.nextInt(orders.size()));
            if (order.request().botId() == 0 && order.request().algoId() == 0 && order.type() == OrderType.LIMIT) {
                return new Command.AmendOrder(
                        order.clientOrderId(), Math.max(1, order.request().quantityLots() + rng.nextInt(41) - 20),
                        lastTicks + (order.side() == Side.BUY ? -1 : 1) * rng.nextInt(80), 0);
            }
        }
        return place(lastTicks);
    }

    private Command edit() {
        return scenario.instrument().isPerpetual()
                ? new Command.EditBot(bot(), Map.of("levels", Integer.toString(8 + rng.nextInt(12))), Command.EditScope.BOTH)
                : new Command.EditBot(
                        1 + rng.nextInt(2), Map.of("takeProfit", "0." + (3 + rng.nextInt(6))),
                        Command.EditScope.values()[rng.nextInt(3)]);
    }

    private String quantity() {
        return scenario.instrument().toQuantity(20 + rng.nextInt(300)).toPlainString();
    }

    private Command trailing() {
        return new Command.StartAlgo(
                0, "trailing-stop",
                Map.of("side", side().name(), "quantity", quantity(), "offset", "0." + (2 + rng.nextInt(7))));
    }

    private Command twap() {
        return new Command.StartAlgo(
                0, "twap",
                Map.of(
                        "side", side().name(), "quantity", quantity(), "duration", Integer.toString(20 + rng.nextInt(120)),
                        "slices", Integer.toString(2 + rng.nextInt(6)), "style", rng.nextInt(2) == 0 ? "taker" : "maker"));
    }

    private Command bracket(long lastTicks) {
        boolean buy = rng.nextInt(2) == 0;
        long sign = buy ? 1 : -1;
        return new Command.StartAlgo(
                0, "otoco",
                Map.of(
                        "side", buy ? "BUY" : "SELL", "quantity", quantity(),
                        "takeProfit", price(lastTicks + sign * (40 + rng.nextInt(80))),
                        "stop", price(lastTicks - sign * (40 + rng.nextInt(80)))));
    }

    private String price(long ticks) {
        BigDecimal price = scenario.instrument().toPrice(ticks);
        return price.toPlainString();
    }
}
