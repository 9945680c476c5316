package dev.tradewind.sim;

import static dev.tradewind.domain.OrderType.LIMIT;
import static dev.tradewind.domain.OrderType.MARKET;
import static dev.tradewind.domain.OrderType.STOP_LIMIT;
import static dev.tradewind.domain.OrderType.STOP_MARKET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimVenueTradeTest {

    private final SimDesk desk = new SimDesk();

    private void hold(SimDesk on, long lots) {
        on.trade(1, 100, 1);
        on.buy(MARKET, lots, 0, 0);
        on.at(2);
        on.said();
    }

    @Test
    void aLimitNeedsAPrintThroughItAndFillsNoMoreThanThePrint() {
        desk.trade(1, 100, 1);
        desk.buy(LIMIT, 10, 99, 0);
        desk.trade(2, 99, 50).trade(3, 98, 4).trade(4, 98, 3).trade(5, 97, 50);
        assertEquals(
                List.of(
                        "1 ACCEPTED at 1", "1 FILLED 4@99 maker at 3", "1 FILLED 3@99 maker at 4", "1 FILLED 3@99 maker at 5"),
                desk.said());
    }

    @Test
    void onePrintServesTheBestPriceFirstAndAtOnePriceWhoCameFirst() {
        desk.trade(1, 100, 1);
        desk.buy(LIMIT, 5, 98, 0);
        desk.buy(LIMIT, 5, 99, 0);
        desk.buy(LIMIT, 5, 99, 0);
        desk.trade(2, 97, 12);
        assertEquals(
                List.of("2 FILLED 5@99 maker at 2", "3 FILLED 5@99 maker at 2", "1 FILLED 2@98 maker at 2"),
                desk.said().stream().filter(line -> line.contains("FILLED")).toList());
    }

    @Test
    void takersMeetTheLastPriceAndStopsThePrint() {
        hold(desk, 10);
        desk.sell(STOP_MARKET, 4, 0, 95);
        desk.sell(STOP_LIMIT, 3, 94, 95);
        desk.sell(STOP_LIMIT, 3, 90, 95);
        desk.trade(3, 96, 1).trade(4, 93, 1).trade(5, 95, 2).trade(6, 96, 9);
        desk.buy(LIMIT, 1, 97, 0);
        desk.at(7);
        assertEquals(
                List.of(
                        "2 ACCEPTED at 2", "3 ACCEPTED at 2", "4 ACCEPTED at 2", "2 FILLED 4@93 taker at 4",
                        "4 FILLED 3@93 taker at 4", "3 FILLED 2@94 maker at 5", "3 FILLED 1@94 maker at 6",
                        "5 FILLED 1@96 taker at 6"),
                desk.said());
    }

    @Test
    void linkedOrdersShareWhatIsHeldAndShrinkEachOther() {
        hold(desk, 10);
        desk.linked(7).sell(LIMIT, 10, 110, 0);
        desk.linked(7).sell(STOP_MARKET, 10, 0, 90);
        desk.trade(3, 111, 4).trade(4, 89, 1);
        assertEquals(
                List.of(
                        "2 ACCEPTED at 2", "3 ACCEPTED at 2", "2 FILLED 4@110 maker at 3", "3 FILLED 6@89 taker at 4",
                        "2 CANCELED at 4", "3 CANCELED at 4"),
                desk.said());
        assertEquals(0, desk.venue.baseAtoms());
        assertEquals(0, desk.venue.restingOrders());
    }

    @Test
    void aLinkedOrderLosesWhatItsLinkFilledWhileItWasOnItsWay() {
        hold(desk, 20);
        desk.linked(7).sell(LIMIT, 10, 99, 0);
        desk.linked(7).sell(STOP_MARKET, 15, 0, 90);
        desk.linked(7).sell(LIMIT, 10, 110, 0);
        desk.at(3).trade(4, 89, 1);
        assertEquals(
                List.of(
                        "2 FILLED 10@100 taker at 2", "3 ACCEPTED at 2", "4 CANCELED at 2", "3 FILLED 5@89 taker at 4",
                        "3 CANCELED at 4"),
                desk.said());
        assertEquals(5 * 10_000_000L, desk.venue.baseAtoms());
    }

    @Test
    void aLinkedOrderSentBeforeTheFillWasHeardLosesItToo() {
        SimDesk slow = new SimDesk(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, SimDesk.SECOND), 1_000_000);
        slow.trade(1, 100, 1);
        slow.buy(MARKET, 20, 0, 0);
        slow.at(5);
        slow.linked(7).sell(MARKET, 10, 0, 0);
        slow.at(6.5);
        slow.linked(7).sell(STOP_MARKET, 10, 0, 90);
        slow.at(7.5);
        slow.linked(7).sell(STOP_MARKET, 10, 0, 90);
        slow.at(10);
        assertEquals(
                List.of(
                        "1 FILLED 20@100 taker at 2 heard 3", "2 FILLED 10@100 taker at 6 heard 7",
                        "3 CANCELED at 7.5 heard 8.5", "4 ACCEPTED at 8.5 heard 9.5"),
                slow.said());
    }

    @Test
    void aThirdSellBesideALinkIsRefused() {
        hold(desk, 10);
        desk.linked(7).sell(LIMIT, 10, 110, 0);
        desk.linked(7).sell(STOP_MARKET, 10, 0, 90);
        desk.sell(LIMIT, 1, 120, 0);
        desk.linked(8).sell(LIMIT, 1, 120, 0);
        desk.at(3);
        assertEquals(
                List.of("4 REJECTED INSUFFICIENT_BALANCE at 2", "5 REJECTED INSUFFICIENT_BALANCE at 2"),
                desk.said().stream().filter(line -> line.contains("REJECTED")).toList());
    }

    @Test
    void aLinkedBuyHidesNoSellFromWhatIsHeldBack() {
        hold(desk, 10);
        desk.linked(7).buy(LIMIT, 10, 90, 0);
        desk.linked(7).sell(LIMIT, 10, 110, 0);
        desk.sell(LIMIT, 1, 120, 0);
        desk.at(3);
        assertEquals(List.of("2 ACCEPTED at 2", "3 ACCEPTED at 2", "4 REJECTED INSUFFICIENT_BALANCE at 2"), desk.said());
    }

    @Test
    void aLinkedBuyThatShrinksGivesItsReservationBack() {
        SimDesk poor = new SimDesk(SimTerms.IDEAL, 2);
        poor.trade(1, 100, 1);
        // 10 lots at 90 hold back 0.90 each: the second reservation is the link's own
        poor.linked(7).buy(LIMIT, 10, 90, 0);
        poor.linked(7).buy(LIMIT, 10, 95, 0);
        poor.trade(2, 94, 6);
        poor.said();
        // 0.57 is paid, 0.38 and 0.36 are held back, 0.69 is free
        poor.buy(LIMIT, 7, 98, 0);
        poor.trade(3, 99, 1);
        assertEquals(List.of("3 FILLED 7@94 taker at 2"), poor.said());
    }

    @Test
    void aCancelThatComesTooLateIsRejected() {
        SimDesk slow = new SimDesk(
                new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, SimDesk.SECOND / 20), 1_000_000);
        slow.trade(1, 100, 1);
        long id = slow.buy(LIMIT, 5, 99, 0);
        slow.at(1.98);
        slow.cancel(id);
        slow.trade(2, 98, 9).trade(3, 98, 1);
        assertEquals(
                List.of(
                        "1 ACCEPTED at 1.05 heard 1.1", "1 FILLED 5@99 maker at 2 heard 2.05",
                        "1 CANCEL_REJECTED UNKNOWN_ORDER at 2.03 heard 2.08"),
                slow.said());
    }

    @Test
    void aCancelInTimeKeepsWhatHadFilled() {
        desk.trade(1, 100, 1);
        long id = desk.buy(LIMIT, 5, 99, 0);
        desk.trade(2, 98, 2);
        desk.cancel(id);
        desk.trade(3, 98, 9);
        assertEquals(List.of("1 ACCEPTED at 1", "1 FILLED 2@99 maker at 2", "1 CANCELED at 2"), desk.said());
    }

    @Test
    void feesComeOutOfQuoteOrOutOfWhatWasBought() {
        FeeRate taker = new FeeRate(100_000);
        FeeRate maker = new FeeRate(50_000);
        SimDesk quote = new SimDesk(new SimTerms(taker, maker, FeeAsset.QUOTE, 0, 0), 1_000);
        hold(quote, 10);
        // 10 lots are 0.01: 1.00 and 0.001
        assertEquals(9_989_990_000_000L, quote.venue.quoteAtoms());
        assertEquals(100_000_000L, quote.venue.baseAtoms());
        SimDesk base = new SimDesk(new SimTerms(taker, maker, FeeAsset.BASE, 0, 0), 1_000);
        hold(base, 10);
        assertEquals(999 * SimDesk.USD, base.venue.quoteAtoms());
        assertEquals(99_900_000L, base.venue.baseAtoms());
        base.sell(LIMIT, 9, 120, 0);
        base.trade(3, 121, 100);
        // 9 lots at 120 are 1.08, less 0.05 %
        assertEquals(999 * SimDesk.USD + 10_794_600_000L, base.venue.quoteAtoms());
    }
}
