package dev.tradewind.sim;

import static dev.tradewind.domain.OrderType.LIMIT;
import static dev.tradewind.domain.OrderType.MARKET;
import static dev.tradewind.domain.OrderType.STOP_LIMIT;
import static dev.tradewind.domain.OrderType.STOP_MARKET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fill tier T3: walking the recorded book and waiting in its queues. Sequences worked out by hand. */
class SimVenueBookTest {

    private final SimDesk desk = desk("linear");

    private static SimDesk desk(String share) {
        FillModels models = new FillModels(PathRule.NEAREST, "constant", "bps", "through", share, 1);
        SimDesk desk = new SimDesk(SimTerms.IDEAL.with(models), 1_000_000);
        return desk.book(1, -99, 10, -98, 20, -97, 30, 100, 4, 101, 6, 103, 8);
    }

    private static SimDesk holding(SimDesk desk, long lots) {
        desk.buy(MARKET, lots, 0, 0);
        desk.at(1.5).update(1.6, 100, 4, 101, 6, 103, 8);
        desk.said();
        return desk;
    }

    @Test
    void aTakerWalksTheBookLevelByLevel() {
        desk.buy(MARKET, 12, 0, 0);
        desk.at(2);
        assertEquals(
                List.of("1 FILLED 4@100 taker at 1", "1 FILLED 6@101 taker at 1", "1 FILLED 2@103 taker at 1"), desk.said());
    }

    @Test
    void whatWeTookIsGoneUntilTheLevelIsToldAgain() {
        desk.buy(MARKET, 5, 0, 0);
        desk.at(2);
        desk.buy(MARKET, 1, 0, 0);
        desk.update(3, 100, 4);
        desk.buy(MARKET, 5, 0, 0);
        desk.at(4);
        assertEquals(
                List.of(
                        "1 FILLED 4@100 taker at 1", "1 FILLED 1@101 taker at 1", "2 FILLED 1@101 taker at 2",
                        "3 FILLED 4@100 taker at 3", "3 FILLED 1@101 taker at 3"),
                desk.said());
    }

    @Test
    void whatOthersTookSinceTheLevelWasToldIsGoneToo() {
        desk.trade(2, 100, 3, Side.BUY);
        desk.buy(MARKET, 2, 0, 0);
        desk.at(3);
        assertEquals(List.of("1 FILLED 1@100 taker at 2", "1 FILLED 1@101 taker at 2"), desk.said());
    }

    @Test
    void whatTheBookDoesNotHoldOfAMarketOrderExpires() {
        desk.buy(MARKET, 20, 0, 0);
        desk.at(2);
        assertEquals(
                List.of(
                        "1 FILLED 4@100 taker at 1", "1 FILLED 6@101 taker at 1", "1 FILLED 8@103 taker at 1",
                        "1 EXPIRED at 1"),
                desk.said());
    }

    @Test
    void immediateOrdersTakeWhatIsThereWithinTheirLimitAndFillOrKillAllOrNothing() {
        desk.as(TimeInForce.IOC).buy(LIMIT, 12, 101, 0);
        desk.as(TimeInForce.IOC).buy(LIMIT, 1, 99, 0);
        desk.update(2, 100, 4, 101, 6);
        desk.as(TimeInForce.FOK).buy(LIMIT, 11, 101, 0);
        desk.as(TimeInForce.FOK).buy(LIMIT, 10, 101, 0);
        desk.at(3);
        assertEquals(
                List.of(
                        "1 FILLED 4@100 taker at 1", "1 FILLED 6@101 taker at 1", "1 EXPIRED at 1", "2 EXPIRED at 1",
                        "3 EXPIRED at 2", "4 FILLED 4@100 taker at 2", "4 FILLED 6@101 taker at 2"),
                desk.said());
        assertEquals(0, desk.venue.restingOrders());
    }

    @Test
    void aCrossingLimitTakesWhatIsVisibleAndRests() {
        desk.buy(LIMIT, 12, 101, 0);
        desk.trade(2, 101, 1, Side.SELL);
        desk.update(3, 100, 0, 101, 0).trade(4, 100, 50, Side.SELL);
        // nobody but us bids 101, so the first sale there is ours; the second goes through us
        assertEquals(
                List.of(
                        "1 ACCEPTED at 1", "1 FILLED 4@100 taker at 1", "1 FILLED 6@101 taker at 1",
                        "1 FILLED 1@101 maker at 2", "1 FILLED 1@101 maker at 4"),
                desk.said());
    }

    @Test
    void aMakerOnlyOrderIsRefusedWhereTheBookWouldTakeIt() {
        desk.asking(OrderTerms.POST_ONLY).buy(LIMIT, 1, 100, 0);
        desk.asking(OrderTerms.POST_ONLY).buy(LIMIT, 1, 99, 0);
        desk.at(2);
        assertEquals(List.of("1 REJECTED WOULD_TRADE at 1", "2 ACCEPTED at 1"), desk.said());
    }

    @Test
    void tradesEatTheQueueAheadAndThenUs() {
        desk.buy(LIMIT, 5, 99, 0);
        // 10 ahead
        desk.trade(2, 99, 7, Side.SELL).update(2.1, -99, 3).trade(3, 99, 4, Side.SELL).update(3.1, -99, 20);
        desk.trade(4, 99, 9, Side.SELL);
        assertEquals(
                List.of("1 ACCEPTED at 1", "1 FILLED 1@99 maker at 3", "1 FILLED 4@99 maker at 4"), desk.said());
    }

    @Test
    void ofACancelledAmountTheShareBehindLeavesUsWhereWeAre() {
        desk.buy(LIMIT, 5, 99, 0);
        // 10 ahead, 30 behind; 20 cancelled, of which 30/40 behind: 5 left ahead
        desk.update(2, -99, 40).update(3, -99, 20).trade(4, 99, 5, Side.SELL).trade(5, 99, 1, Side.SELL);
        assertEquals(List.of("1 ACCEPTED at 1", "1 FILLED 1@99 maker at 5"), desk.said());
    }

    @Test
    void byTheLogarithmMoreOfACancelledAmountStoodAhead() {
        SimDesk log = desk("log");
        log.buy(LIMIT, 5, 99, 0);
        // log 31 / (log 31 + log 11) = 0.5888: of 20 cancelled 12 behind, 8 ahead: 2 left ahead
        log.update(2, -99, 40).update(3, -99, 20).trade(4, 99, 2, Side.SELL).trade(5, 99, 1, Side.SELL);
        assertEquals(List.of("1 ACCEPTED at 1", "1 FILLED 1@99 maker at 5"), log.said());
    }

    @Test
    void aDecreaseThatTradesExplainIsNoCancel() {
        desk.buy(LIMIT, 5, 99, 0);
        // 30 behind; 6 of the 10 ahead trade, the update shows just that: still 4 ahead
        desk.update(2, -99, 40).trade(3, 99, 6, Side.SELL).update(4, -99, 34).trade(5, 99, 5, Side.SELL);
        assertEquals(List.of("1 ACCEPTED at 1", "1 FILLED 1@99 maker at 5"), desk.said());
    }

    @Test
    void theQueueAheadIsNeverLongerThanWhatTheLevelShows() {
        desk.buy(LIMIT, 5, 99, 0);
        desk.update(2, -99, 2).update(3, -99, 50).trade(4, 99, 3, Side.SELL);
        assertEquals(List.of("1 ACCEPTED at 1", "1 FILLED 1@99 maker at 4"), desk.said());
    }

    @Test
    void theOtherSideComingToOurPriceFillsUsUpToWhatItShows() {
        desk.buy(LIMIT, 5, 99, 0);
        desk.update(2, -99, 0, 99, 3, 100, 0).update(3, 99, 3);
        assertEquals(
                List.of("1 ACCEPTED at 1", "1 FILLED 3@99 maker at 2", "1 FILLED 2@99 maker at 3"), desk.said());
    }

    @Test
    void stopsTriggerOnThePrintAndWalkTheBook() {
        holding(desk, 10);
        desk.sell(STOP_MARKET, 4, 0, 98);
        desk.sell(STOP_LIMIT, 6, 98, 98);
        desk.update(2, -99, 0, -98, 5).trade(3, 98, 1, Side.SELL).update(4, -98, 0, 98, 1).trade(5, 98, 3, Side.BUY);
        // 4 of the 5 bids at 98 go to the stop, the fifth was the print; the limit waits at 98 for the asks' side:
        // it is alone there
        assertEquals(
                List.of("2 ACCEPTED at 1.6", "3 ACCEPTED at 1.6", "2 FILLED 4@98 taker at 3", "3 FILLED 1@98 taker at 3",
                        "3 FILLED 3@98 maker at 5"),
                desk.said());
    }

    @Test
    void anIcebergsNextSliceQueuesBehindWhatTheLevelShows() {
        desk.asking(new OrderTerms(0, false, false, PositionSide.NET, 0, 2)).buy(LIMIT, 4, 99, 0);
        desk.trade(2, 99, 12, Side.SELL).update(2.1, -99, 3).trade(3, 99, 3, Side.SELL).trade(4, 99, 9, Side.SELL);
        assertEquals(
                List.of("1 ACCEPTED at 1", "1 FILLED 2@99 maker at 2", "1 FILLED 2@99 maker at 3"), desk.said());
    }

    @Test
    void withoutAWholeBookTheMarketIsOneOfTrades() {
        desk.buy(LIMIT, 5, 99, 0);
        desk.trade(2, 100, 1, Side.BUY).updateAfterGap(3, 100, 1);
        desk.buy(MARKET, 50, 0, 0);
        desk.trade(4, 99, 100, Side.SELL).trade(5, 98, 2, Side.SELL).book(6, -99, 7, 100, 9);
        desk.buy(MARKET, 10, 0, 0);
        desk.at(7);
        assertEquals(
                List.of(
                        "1 ACCEPTED at 1", "2 FILLED 50@100 taker at 3", "1 FILLED 2@99 maker at 5",
                        "3 FILLED 9@100 taker at 6", "3 EXPIRED at 6"),
                desk.said());
    }

    @Test
    void anEmptySideHasNoMarket() {
        desk.update(2, 100, 0, 101, 0, 103, 0);
        desk.buy(MARKET, 1, 0, 0);
        desk.at(3);
        assertEquals(List.of("1 REJECTED NO_MARKET at 2"), desk.said());
    }
}
