package dev.tradewind.sim;

import static dev.tradewind.domain.OrderType.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fill tier T2 with a queue: what must trade at a limit's price before it is its turn. Sequences worked out by hand. */
class SimVenueQueueTest {

    private static SimDesk desk(String queue) {
        FillModels models = new FillModels(PathRule.NEAREST, "constant", "bps", queue, "log", 1);
        return new SimDesk(SimTerms.IDEAL.with(models), 1_000_000);
    }

    /** Runs of 4, 6 and 2 lots at 100, 101 and 100; 102 goes on: on average 4 traded at a price. */
    private static SimDesk usualFour(String queue) {
        SimDesk desk = desk(queue);
        desk.trade(1, 100, 1).trade(2, 100, 3).trade(3, 101, 6).trade(4, 100, 2).trade(5, 102, 1);
        return desk;
    }

    @Test
    void aPrintAtThePriceIsOursOnceTheQueueIsUsedUp() {
        SimDesk desk = usualFour("average:times=2");
        desk.buy(LIMIT, 5, 99, 0);
        // 8 lots ahead: 5 and 3 go, 2 of the 5 are ours, then 1, then the rest as the price goes through
        desk.trade(6, 99, 5).trade(7, 99, 5).trade(8, 99, 1).trade(9, 98, 100);
        assertEquals(
                List.of("1 ACCEPTED at 5", "1 FILLED 2@99 maker at 7", "1 FILLED 1@99 maker at 8", "1 FILLED 2@99 maker at 9"),
                desk.said());
    }

    @Test
    void whoTradedOnOurOwnSideTakesNothingFromTheQueue() {
        SimDesk desk = usualFour("average:times=1");
        desk.buy(LIMIT, 2, 99, 0);
        desk.trade(6, 99, 50, Side.BUY).trade(7, 99, 5, Side.SELL);
        assertEquals(List.of("1 ACCEPTED at 5", "1 FILLED 1@99 maker at 7"), desk.said());
    }

    @Test
    void twoOrdersOfOneQueueFillInTurnAndTheMarketBetweenThemCounts() {
        SimDesk desk = usualFour("average:times=1");
        desk.buy(LIMIT, 3, 99, 0);
        desk.trade(6, 103, 9).trade(6.5, 104, 1);
        // runs of 4, 6, 2, 1 and 9 lots: 4.4, so 4 ahead of the second as well, the same ones
        desk.buy(LIMIT, 3, 99, 0);
        desk.trade(7, 99, 9);
        assertEquals(
                List.of("1 ACCEPTED at 5", "2 ACCEPTED at 6.5", "1 FILLED 3@99 maker at 7", "2 FILLED 2@99 maker at 7"),
                desk.said());
    }

    @Test
    void withoutAQueueModelAPrintAtThePriceIsNeverOurs() {
        SimDesk desk = usualFour("through");
        desk.buy(LIMIT, 5, 99, 0);
        desk.trade(6, 99, 1_000).trade(7, 99, 1_000);
        assertEquals(List.of("1 ACCEPTED at 5"), desk.said());
    }

    @Test
    void anIcebergGoesToTheEndWithEachSliceItShows() {
        SimDesk desk = usualFour("average:times=1");
        desk.asking(new OrderTerms(0, false, false, PositionSide.NET, 0, 2)).buy(LIMIT, 5, 99, 0);
        // 4 ahead, 2 ours; then (runs 4, 6, 2, 1: 3.25) 3 ahead, 2 ours; then 3 ahead, the last
        desk.trade(6, 99, 100).trade(7, 99, 100).trade(8, 99, 3).trade(9, 99, 1);
        assertEquals(
                List.of("1 ACCEPTED at 5", "1 FILLED 2@99 maker at 6", "1 FILLED 2@99 maker at 7", "1 FILLED 1@99 maker at 9"),
                desk.said());
    }

    @Test
    void anOrderEndsAtItsDateBetweenTwoTrades() {
        SimDesk desk = desk("through");
        desk.trade(1, 100, 1);
        desk.asking(OrderTerms.NONE.until(4 * SimDesk.SECOND)).as(TimeInForce.GTD).buy(LIMIT, 5, 99, 0);
        desk.asking(OrderTerms.NONE.until(3 * SimDesk.SECOND)).as(TimeInForce.GTD).buy(LIMIT, 5, 98, 0);
        desk.trade(3.5, 98, 2).trade(5, 90, 10);
        assertEquals(
                List.of(
                        "1 ACCEPTED at 1", "2 ACCEPTED at 1", "2 EXPIRED at 3", "1 FILLED 2@99 maker at 3.5",
                        "1 EXPIRED at 4"),
                desk.said());
        assertEquals(0, desk.venue.restingOrders());
    }

    @Test
    void anOrderThatMayNotTakeIsRefusedWhereItWould() {
        SimDesk desk = desk("through");
        desk.trade(1, 100, 1);
        desk.asking(OrderTerms.POST_ONLY).buy(LIMIT, 1, 100, 0);
        desk.asking(OrderTerms.POST_ONLY).buy(LIMIT, 1, 99, 0);
        desk.at(2);
        assertEquals(List.of("1 REJECTED WOULD_TRADE at 1", "2 ACCEPTED at 1"), desk.said());
    }
}
