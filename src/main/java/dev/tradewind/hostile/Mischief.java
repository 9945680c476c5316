package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.oms.Order;
import org.jspecify.annotations.Nullable;

/** What befalls the world from outside: lines break, clocks jump, and the user does things in the exchange's own app. */
final class Mischief {

    private static final long MILLI = 1_000_000L;

    private final Scenario scenario;
    private final Storm storm;
    private final TrueExchange exchange;
    private final HostileVenue venue;
    private final Clocks clocks;

    Mischief(Scenario scenario, Storm storm, TrueExchange exchange, HostileVenue venue, Clocks clocks) {
        this.scenario = scenario;
        this.storm = storm;
        this.exchange = exchange;
        this.venue = venue;
        this.clocks = clocks;
    }

    /** Once for each market event. */
    void strike(long now, long ticks, @Nullable Process process, HostileVenue.World world) {
        if (process != null && venue.up() && storm.strikes(Fault.LINE_LOST)) {
            venue.breakLine();
        }
        if (storm.strikes(Fault.VENUE_CLOCK_JUMP)) {
            world.metAll(Fault.VENUE_CLOCK_JUMP);
            clocks.venueJumps(now, storm.between(100, 30_000) * MILLI, storm.between(1_000, 60_000) * MILLI);
        }
        if (storm.strikes(Fault.OWN_CLOCK_JUMP)) {
            world.metAll(Fault.OWN_CLOCK_JUMP);
            clocks.ownJumps(now, storm.between(100, 30_000) * MILLI, storm.between(1_000, 60_000) * MILLI);
        }
        if (storm.strikes(Fault.FOREIGN_ORDER)) {
            world.metAll(Fault.FOREIGN_ORDER);
            exchange.submit(foreign(OrderType.LIMIT, ticks - storm.between(5, 200)));
        }
        if (storm.strikes(Fault.MANUAL_TRADE)) {
            world.metAll(Fault.MANUAL_TRADE);
            exchange.submit(foreign(OrderType.MARKET, 0));
        }
        if (storm.strikes(Fault.MANUAL_TRANSFER)) {
            world.metAll(Fault.MANUAL_TRANSFER);
            exchange.transfer((storm.between(0, 400) - 200) * scenario.capitalAtoms() / 1_000_000);
        }
        if (process != null && process.orders().size() > 0 && storm.strikes(Fault.MANUAL_CANCEL)) {
            OpenOrders orders = process.orders();
            Order order = orders.get(storm.between(0, orders.size() - 1));
            if (!scenario.protects(order.request())) {
                world.met(Fault.MANUAL_CANCEL, order.venueId());
                exchange.cancel(order.venueId());
            }
        }
    }

    /** On spot it only buys: coins sold there would be bots', which nobody can make good. */
    private OrderRequest foreign(OrderType type, long ticks) {
        boolean sell = scenario.instrument().isPerpetual() && type == OrderType.MARKET && storm.oneIn(2);
        return new OrderRequest()
                .set(
                        exchange.foreignId(), TrueExchange.FOREIGN_OWNER, 0, sell ? Side.SELL : Side.BUY, type, TimeInForce.GTC,
                        storm.between(1, 60), ticks, 0, 0, 0);
    }
}
