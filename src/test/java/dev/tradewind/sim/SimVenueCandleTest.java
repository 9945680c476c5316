package dev.tradewind.sim;

import static dev.tradewind.domain.OrderType.LIMIT;
import static dev.tradewind.domain.OrderType.MARKET;
import static dev.tradewind.domain.OrderType.STOP_LIMIT;
import static dev.tradewind.domain.OrderType.STOP_MARKET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fill tier T0 by hand: a minute walks open, nearer extreme, other extreme, close, twenty seconds a leg. */
class SimVenueCandleTest {

    private final SimDesk desk = new SimDesk();

    /** A quiet minute at 100, at the end of which 10 lots are held. */
    private SimDesk holding(SimDesk on) {
        on.candle(0, 100, 100, 100, 100).at(10);
        on.buy(MARKET, 10, 0, 0);
        on.at(60);
        on.said();
        return on;
    }

    @Test
    void anOrderSentBetweenCandlesMeetsTheNextOpen() {
        desk.candle(0, 100, 101, 99, 100).at(60);
        desk.buy(MARKET, 5, 0, 0);
        desk.candle(60, 107, 108, 106, 107).at(120);
        assertEquals(List.of("1 FILLED 5@107 taker at 60"), desk.said());
    }

    @Test
    void anOrderSentInsideAQuietCandleMeetsThePathThere() {
        // 100 → 95 in the first twenty seconds
        desk.candle(0, 100, 110, 95, 105).at(8);
        desk.buy(MARKET, 5, 0, 0);
        desk.at(60);
        assertEquals(List.of("1 FILLED 5@98 taker at 8"), desk.said());
    }

    @Test
    void limitsFillAtTheirPriceWhenThePathTouchesThem() {
        desk.candle(0, 100, 100, 100, 100).at(60);
        desk.buy(LIMIT, 5, 97, 0);
        desk.buy(LIMIT, 5, 94, 0);
        desk.candle(60, 100, 110, 95, 105).at(72);
        desk.sell(LIMIT, 5, 110, 0);
        desk.at(120);
        assertEquals(
                List.of(
                        "1 ACCEPTED at 60", "2 ACCEPTED at 60", "1 FILLED 5@97 maker at 72", "3 ACCEPTED at 72",
                        "3 FILLED 5@110 maker at 100"),
                desk.said());
        assertEquals(1, desk.venue.restingOrders());
    }

    @Test
    void aCandleThatOpensBeyondRestingOrdersFillsThemAtItsOpen() {
        holding(desk);
        desk.sell(LIMIT, 4, 105, 0);
        desk.sell(STOP_MARKET, 6, 0, 95);
        desk.buy(LIMIT, 3, 98, 0);
        desk.candle(60, 100, 101, 99, 100).at(120);
        desk.candle(120, 112, 113, 111, 112).at(180);
        desk.candle(180, 90, 91, 89, 90).at(240);
        assertEquals(
                List.of(
                        "2 ACCEPTED at 60", "3 ACCEPTED at 60", "4 ACCEPTED at 60", "2 FILLED 4@112 maker at 120",
                        "3 FILLED 6@90 taker at 180", "4 FILLED 3@90 maker at 180"),
                desk.said());
    }

    @Test
    void aStopLimitThatGapsPastItsLimitRestsThereUntilThePriceComesBack() {
        holding(desk);
        desk.sell(STOP_LIMIT, 10, 94, 95);
        desk.candle(60, 90, 92, 88, 91).at(120);
        assertEquals(List.of("2 ACCEPTED at 60"), desk.said());
        assertEquals(1, desk.venue.restingOrders());
        desk.candle(120, 91, 96, 90, 95).at(180);
        // 91 → 90 → 96: 94 is four sixths up the second leg
        assertEquals(List.of("2 FILLED 10@94 maker at 153.333333333"), desk.said());
    }

    @Test
    void aStopLimitWithinItsLimitFillsWhereItIsTriggered() {
        holding(desk);
        desk.sell(STOP_LIMIT, 10, 93, 95);
        desk.candle(60, 100, 101, 90, 91).at(120);
        // 100 → 101 → 90: 95 is six elevenths down the second leg
        assertEquals(List.of("2 ACCEPTED at 60", "2 FILLED 10@95 taker at 90.909090909"), desk.said());
    }

    @Test
    void aStopLimitThatMayNotRestEndsWhenItsTriggerFindsNoMatch() {
        holding(desk);
        desk.as(TimeInForce.IOC).sell(STOP_LIMIT, 10, 94, 95);
        desk.candle(60, 90, 92, 88, 91).at(120);
        assertEquals(List.of("2 EXPIRED at 60"), desk.said().stream().filter(line -> !line.contains("ACCEPTED")).toList());
        assertEquals(0, desk.venue.restingOrders());
    }

    @Test
    void immediateLimitsFillAtOnceOrExpire() {
        desk.candle(0, 100, 100, 100, 100).at(10);
        desk.as(TimeInForce.IOC).buy(LIMIT, 5, 99, 0);
        desk.as(TimeInForce.FOK).buy(LIMIT, 5, 99, 0);
        desk.as(TimeInForce.IOC).buy(LIMIT, 5, 101, 0);
        desk.as(TimeInForce.FOK).buy(LIMIT, 5, 100, 0);
        desk.at(60);
        assertEquals(
                List.of("1 EXPIRED at 10", "2 EXPIRED at 10", "3 FILLED 5@100 taker at 10", "4 FILLED 5@100 taker at 10"),
                desk.said());
    }

    @Test
    void twoOrdersAtOnePriceActInTheOrderTheyCame() {
        desk.candle(0, 100, 100, 100, 100).at(60);
        desk.buy(LIMIT, 5, 97, 0);
        desk.buy(LIMIT, 6, 97, 0);
        desk.candle(60, 100, 101, 97, 100).at(120);
        assertEquals(
                List.of("1 FILLED 5@97 maker at 100", "2 FILLED 6@97 maker at 100"),
                desk.said().stream().filter(line -> line.contains("FILLED")).toList());
    }

    @Test
    void slippageAndRoundingGoAgainstTakersOnlyAndStopAtTheLimit() {
        // 150 bp: 100 → 101.5, rounded against us
        SimDesk slow = holding(new SimDesk(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 1_500_000, 0), 1_000_000));
        slow.buy(MARKET, 1, 0, 0);
        slow.sell(MARKET, 1, 0, 0);
        slow.buy(LIMIT, 1, 110, 0);
        slow.buy(LIMIT, 1, 101, 0);
        slow.sell(LIMIT, 1, 99, 0);
        slow.buy(LIMIT, 1, 96, 0);
        slow.sell(STOP_MARKET, 1, 0, 96);
        slow.candle(60, 100, 100, 95, 96).at(120);
        assertEquals(
                List.of(
                        "2 FILLED 1@102 taker at 60", "3 FILLED 1@98 taker at 60", "4 FILLED 1@102 taker at 60",
                        "5 FILLED 1@101 taker at 60", "6 FILLED 1@99 taker at 60", "7 ACCEPTED at 60", "8 ACCEPTED at 60",
                        "7 FILLED 1@96 maker at 96", "8 FILLED 1@94 taker at 96"),
                slow.said());
    }

    @Test
    void latencyTakesOrdersAndReportsTheirTime() {
        SimDesk slow = new SimDesk(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, 2 * SimDesk.SECOND), 1_000_000);
        slow.candle(0, 100, 110, 95, 105).at(4);
        slow.buy(LIMIT, 5, 97, 0);
        slow.at(60);
        // arrives at 6, when the path stands at 98.5, and is touched at 12
        assertEquals(List.of("1 ACCEPTED at 6 heard 8", "1 FILLED 5@97 maker at 12 heard 14"), slow.said());
        slow.buy(MARKET, 1, 0, 0);
        slow.candle(60, 105, 105, 105, 105).at(61).at(120);
        assertEquals(List.of("2 FILLED 1@105 taker at 62 heard 64"), slow.said());
    }

    @Test
    void anOrderInFlightOverAGapMeetsTheFirstOpenAfterIt() {
        SimDesk slow = new SimDesk(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, 2 * SimDesk.SECOND), 1_000_000);
        slow.candle(0, 100, 100, 100, 100).at(60);
        slow.buy(MARKET, 5, 0, 0);
        slow.at(61).at(70);
        slow.candle(600, 120, 121, 119, 120).at(660);
        assertEquals(List.of("1 FILLED 5@120 taker at 600 heard 602"), slow.said());
    }

    @Test
    void whatCannotBePaidIsRefusedOnArrival() {
        SimDesk poor = new SimDesk(
                new SimTerms(new FeeRate(1_000_000), FeeRate.ZERO, FeeAsset.QUOTE, 0, 0), 1);
        poor.candle(0, 100, 100, 100, 100).at(10);
        // 10 lots at 100 are 1.00 and the fee 0.01 is missing
        poor.buy(MARKET, 10, 0, 0);
        poor.buy(LIMIT, 9, 99, 0);
        poor.buy(LIMIT, 2, 99, 0);
        poor.sell(MARKET, 1, 0, 0);
        poor.at(60);
        assertEquals(
                List.of(
                        "1 REJECTED INSUFFICIENT_BALANCE at 10", "2 ACCEPTED at 10", "3 REJECTED INSUFFICIENT_BALANCE at 10",
                        "4 REJECTED INSUFFICIENT_BALANCE at 10"),
                poor.said());
    }

    @Test
    void aStopThatGapsBeyondTheBalanceIsCancelled() {
        SimDesk poor = new SimDesk(SimTerms.IDEAL, 1);
        poor.candle(0, 90, 90, 90, 90).at(10);
        poor.buy(STOP_MARKET, 10, 0, 100);
        poor.at(60);
        poor.candle(60, 110, 110, 110, 110).at(120);
        assertEquals(List.of("1 ACCEPTED at 10", "1 CANCELED INSUFFICIENT_BALANCE at 60"), poor.said());
        assertEquals(0, poor.venue.restingOrders());
        poor.buy(MARKET, 9, 0, 0);
        poor.candle(120, 110, 110, 110, 110).at(180);
        assertEquals(List.of("2 FILLED 9@110 taker at 120"), poor.said());
    }

    @Test
    void withoutAMarketThereIsNothingToMeet() {
        desk.buy(MARKET, 1, 0, 0);
        desk.at(1);
        assertEquals(List.of("1 REJECTED NO_MARKET at 0"), desk.said());
    }
}
