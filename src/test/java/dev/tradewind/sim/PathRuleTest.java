package dev.tradewind.sim;

import static dev.tradewind.domain.OrderType.LIMIT;
import static dev.tradewind.domain.OrderType.MARKET;
import static dev.tradewind.domain.OrderType.STOP_MARKET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A candle that holds a stop and a take profit: which came first is the rule's to say. */
class PathRuleTest {

    private static SimDesk desk(PathRule rule) {
        SimDesk desk = new SimDesk(SimTerms.IDEAL.with(FillModels.DEFAULT.with(rule)), 1_000_000);
        desk.candle(0, 100, 101, 99, 100);
        desk.buy(MARKET, 10, 0, 0);
        desk.at(60).said();
        return desk;
    }

    /** Nearer the low: 94 is 6 away, 108 is 8. */
    private static List<String> bracket(SimDesk desk) {
        desk.linked(1).sell(LIMIT, 10, 107, 0);
        desk.linked(1).sell(STOP_MARKET, 10, 0, 95);
        desk.candle(60, 100, 108, 94, 100).at(120);
        return desk.said().stream().filter(line -> line.contains("FILLED")).toList();
    }

    @Test
    void theRuleDecidesWhereBothLieInTheCandle() {
        SimDesk nearest = desk(PathRule.NEAREST);
        SimDesk pessimistic = desk(PathRule.PESSIMISTIC);
        SimDesk optimistic = desk(PathRule.OPTIMISTIC);
        assertEquals(List.of("3 FILLED 10@95 taker at 76.666666666"), bracket(nearest));
        assertEquals(List.of("3 FILLED 10@95 taker at 76.666666666"), bracket(pessimistic));
        assertEquals(List.of("2 FILLED 10@107 maker at 77.5"), bracket(optimistic));
        assertEquals(List.of(1L, 1L, 1L), List.of(
                nearest.venue.unclearCandles(), pessimistic.venue.unclearCandles(), optimistic.venue.unclearCandles()));
    }

    @Test
    void aCandleThatHoldsOnlyOneOfThemIsClear() {
        SimDesk desk = desk(PathRule.OPTIMISTIC);
        desk.linked(1).sell(LIMIT, 10, 107, 0);
        desk.linked(1).sell(STOP_MARKET, 10, 0, 95);
        desk.candle(60, 100, 106, 94, 100).at(120);
        assertEquals(0, desk.venue.unclearCandles());
        assertEquals(List.of("3 FILLED 10@95 taker at 76.666666666"),
                desk.said().stream().filter(line -> line.contains("FILLED")).toList());
    }

    @Test
    void aCandleThatOpensBeyondTheStopIsClear() {
        SimDesk desk = desk(PathRule.OPTIMISTIC);
        desk.linked(1).sell(LIMIT, 10, 107, 0);
        desk.linked(1).sell(STOP_MARKET, 10, 0, 95);
        desk.candle(60, 93, 108, 92, 100).at(120);
        assertEquals(0, desk.venue.unclearCandles());
        assertEquals(List.of("3 FILLED 10@93 taker at 60"),
                desk.said().stream().filter(line -> line.contains("FILLED")).toList());
    }

    @Test
    void twoShortStopsAndAProfitBelowTurnTheOtherWay() {
        SimDesk desk = desk(PathRule.PESSIMISTIC);
        desk.buy(STOP_MARKET, 10, 0, 105);
        desk.buy(LIMIT, 10, 96, 0);
        desk.candle(60, 100, 108, 94, 100).at(120);
        assertEquals("2 FILLED 10@105 taker at 72.5",
                desk.said().stream().filter(line -> line.contains("FILLED")).findFirst().orElse(""));
        assertEquals(1, desk.venue.unclearCandles());
    }
}
