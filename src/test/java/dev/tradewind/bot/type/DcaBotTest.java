package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.risk.Collar;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.RiskLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the bot does on hand-made trades, in the real engine with the simulated venue. */
class DcaBotTest {

    private static final long UNIT = 10_000_000_000L;

    private static BotSession simple() {
        return even(new BotSession());
    }

    /** Base 100, two safety orders of 100 one percent apart, one live, take profit 1 %. */
    private static BotSession even(BotSession session) {
        return session.with(
                "baseOrder", "100", "safetyOrder", "100", "safetyOrders", "2", "activeSafetyOrders", "1", "deviation", "1",
                "stepScale", "1", "volumeScale", "1", "takeProfit", "1");
    }

    private static BotSession lonely() {
        return simple().with("safetyOrders", "0");
    }

    @Test
    void editsNewDealsTheOpenDealOrBothAndNeitherInheritsTheOther() {
        BotSession session = lonely().start().trades(100).pass(0);
        session.command(new Command.EditBot(1, Map.of("takeProfit", "2"), EditScope.NEW_DEALS));
        assertEquals(List.of("Take profit 1.0000 @ 101.00"), session.pass(0).orders(), "the open deal is left alone");
        session.command(new Command.EditBot(1, Map.of("trailing", "0", "takeProfit", "3"), EditScope.OPEN_DEAL));
        assertEquals(List.of("Take profit 1.0000 @ 103.00"), session.pass(0).orders());
        assertEquals("2", session.bot().params().get("takeProfit"), "what the list shows is what new deals get");
        session.command(new Command.EditBot(1, Map.of("baseOrder", "50"), EditScope.BOTH));
        assertEquals(List.of("Take profit 1.0000 @ 103.00"), session.pass(0).orders(), "3 % is the open deal's own");
        session.trades(103.01, 100).pass(0);
        assertEquals("Take profit 0.5000 @ 105.08", session.orders().getFirst(), "50 sized at 100 and filled at 103.01, 2 %");
        session.command(new Command.EditBot(1, Map.of("takeProfit", "4"), EditScope.BOTH));
        assertEquals("Take profit 0.5000 @ 107.14", session.pass(0).orders().getFirst());
        assertEquals("4", session.bot().params().get("takeProfit"));
    }

    @Test
    void refusesToEditAnOpenDealWhereNoneIsOpen() {
        BotSession session = lonely().start();
        session.command(new Command.EditBot(1, Map.of("takeProfit", "2"), EditScope.OPEN_DEAL));
        assertEquals("bot 1 has no open deal to edit; edit it for new deals, or both", session.snapshot().lastRefusal());
        assertEquals("1", session.bot().params().get("takeProfit"));
    }

    @Test
    void saysWhyItStoppedByItself() {
        BotSession session = lonely().with("maxDeals", "1").start().trades(100, 101.01).pass(0);
        assertEquals(BotState.STOPPED, session.bot().state());
        assertEquals("the one deal asked for is done", session.bot().stateReason());
        BotSession lost = lonely().with("stopLoss", "5", "stopLossAction", "close and stop").start().trades(100, 94, 94).pass(0);
        assertEquals("its stop loss was reached, and it was to stop then", lost.bot().stateReason());
    }

    @Test
    void averagesDownAndSellsAllOfItAtOnce() {
        BotSession session = simple().start().trades(100).pass(0);
        assertEquals(List.of("Base 1.0000 @ 100.00"), session.fills());
        assertEquals(List.of("Take profit 1.0000 @ 101.00", "SO 1 1.0101 @ 99.00"), session.orders());
        assertEquals(
                List.of("Base filled", "SO 1 live", "SO 2 planned", "Average average", "Take profit take_profit"),
                session.levels());
        session.trades(98.99);
        // (100 + 99.9999) / 2.0101 × 1.01 = 100.4925, up to the tick
        assertEquals(List.of("SO 2 1.0204 @ 98.00", "Take profit 2.0101 @ 100.50"), session.orders());
        session.trades(100.51);
        assertEquals(
                List.of("Base 1.0000 @ 100.00", "SO 1 1.0101 @ 99.00", "Take profit 2.0101 @ 100.50"),
                session.fills().subList(0, 3));
        // 2.0101 × 100.50 − 199.9999 = 2.01515
        assertEquals(20_151_500_000L, session.bot().realisedAtoms());
        assertEquals(1, session.bot().dealsClosed());
        assertEquals("take profit", session.bot().deals().get(1).endedBy());
        assertEquals(2, session.bot().deals().get(1).filledOrders());
        assertEquals(1_999_999_000_000L, session.bot().deals().get(1).investedAtoms());
        assertEquals("open", session.ended(), "without a cooldown the next deal is open already");
    }

    @Test
    void coversPartialFillsAsTheyCome() {
        BotSession session = simple().start().trades(100).trade(98.99, 0.4);
        // (100 + 0.4 × 99) / 1.4 × 1.01 = 100.7114
        assertEquals(List.of("SO 1 0.6101 @ 99.00", "Take profit 1.4000 @ 100.72"), session.orders());
        session.trade(98.99, 0.6101);
        assertEquals(List.of("SO 2 1.0204 @ 98.00", "Take profit 2.0101 @ 100.50"), session.orders());
        session.trade(100.51, 2);
        assertEquals(List.of("SO 2 1.0204 @ 98.00", "Take profit 0.0101 @ 100.50"), session.orders());
        session.trade(100.51, 2);
        assertEquals(1, session.bot().dealsClosed());
    }

    @Test
    void carriesDustAtItsCost() {
        BotSession session = even(new BotSession(
                        Instruments.of("0.01", "0.01"), 0.1, FeeAsset.BASE, RiskLimits.NONE, 0))
                .with("safetyOrders", "0", "cooldown", "1000").start().trades(100).pass(0);
        // 1.00 bought, 0.001 taken as fee: 0.999 held, 0.99 can be sold at 100 × 1.01 / (0.999 × 0.999) = 101.2024
        assertEquals(List.of("Take profit 0.99 @ 101.21"), session.orders());
        session.trades(101.22);
        assertEquals(90_000_000L, session.bot().baseAtoms(), "0.009, less than a lot");
        // 100 × 0.009 / 0.999 = 0.9009009…; the sale's share is rounded up, so the rest down
        assertEquals(9_009_009_009L, session.bot().costAtoms());
        session.pass(1001).pass(0);
        // 0.98 at 101.22, fee 0.00098: held 0.97902 + 0.009 at a cost of 99.1956 + 0.9009
        assertEquals(List.of("Take profit 0.98 @ 102.43"), session.orders());
        assertEquals(9_880_200_000L, session.bot().baseAtoms());
    }

    @Test
    void stopsALossWithAnOrderOnTheVenue() {
        BotSession session = lonely().with("stopLoss", "5", "cooldown", "60").start().trades(100).pass(0);
        assertEquals(List.of("Stop 1.0000 @ 95.00", "Take profit 1.0000 @ 101.00"), session.orders());
        assertEquals("Stop 95.00", session.bot().protection());
        session.trades(94.9);
        assertEquals(List.of("Base 1.0000 @ 100.00", "Stop 1.0000 @ 94.90"), session.fills());
        assertEquals(List.of(), session.orders());
        assertEquals("stop loss", session.ended());
        assertEquals(-51_000_000_000L, session.bot().realisedAtoms());
    }

    @Test
    void endsTheBotAfterAStopWhereAsked() {
        BotSession session =
                lonely().with("stopLoss", "5", "stopLossAction", "close and stop").start().trades(100, 94.9).pass(0);
        assertEquals(BotState.STOPPED, session.bot().state());
    }

    @Test
    void trailsTheTakeProfit() {
        BotSession session = lonely().with("trailing", "0.5", "cooldown", "60").start();
        session.trades(100, 100.9, 101, 102, 101.5);
        assertEquals(1, session.fills().size());
        session.trades(101.49).pass(0);
        assertEquals("Close 1.0000 @ 101.49", session.fills().getLast());
        assertEquals("trailing", session.ended());
    }

    @Test
    void sellsInStepsAndMovesTheStopToBreakEven() {
        BotSession session = lonely().with("takeProfitSteps", "1:50,2:50", "stopLossBreakEven", "1", "cooldown", "60");
        session.start().trades(100).pass(0);
        assertEquals(List.of("Take profit 0.5000 @ 101.00"), session.orders());
        session.trades(101.01);
        assertEquals(List.of("Stop 0.5000 @ 100.00", "Take profit 0.5000 @ 102.00"), session.orders());
        session.trades(102.01);
        assertEquals(1, session.bot().dealsClosed());
        assertEquals(15_000_000_000L, session.bot().realisedAtoms());
    }

    @Test
    void waitsWithAStopUntilItsTimeOut() {
        BotSession session = lonely().with("stopLoss", "5", "stopLossTimeout", "10", "cooldown", "60").start();
        session.trades(100, 94).pass(8).trades(96).pass(20).trades(94).pass(8);
        assertEquals(1, session.fills().size());
        session.pass(3);
        assertEquals("Close 1.0000 @ 94.00", session.fills().getLast());
        assertEquals("stop loss", session.ended());
    }

    @Test
    void followsThePriceWithATrailingStop() {
        BotSession session =
                lonely().with("stopLoss", "5", "stopLossTrailing", "true", "takeProfit", "50", "cooldown", "60").start();
        session.trades(100, 110, 104.51);
        assertEquals(1, session.fills().size());
        assertEquals("Stop 104.50 trailing here", session.bot().protection());
        session.trades(104.5).pass(0);
        assertEquals("Close 1.0000 @ 104.50", session.fills().getLast());
    }

    @Test
    void closesADealThatTakesTooLong() {
        BotSession session = simple().with("dealTimeout", "100", "cooldown", "60").start().trades(100).pass(101);
        assertEquals("Close 1.0000 @ 100.00", session.fills().getLast());
        assertEquals("time-out", session.ended());
        assertEquals(List.of(), session.orders());
        BotSession edited = simple().with("cooldown", "60").start().trades(100).pass(30);
        edited.command(new Command.EditBot(1, Map.of("dealTimeout", "50"), EditScope.BOTH));
        assertEquals(1, edited.pass(19).fills().size());
        assertEquals(2, edited.pass(2).fills().size(), "counted from the first fill");
    }

    @Test
    void stopsAfterTheDealsAskedFor() {
        BotSession session = simple().with("maxDeals", "1").start().trades(100, 101.01).pass(0);
        assertEquals(BotState.STOPPED, session.bot().state());
        assertEquals(List.of(), session.orders());
    }

    @Test
    void opensOnlyInItsPriceWindowAndAfterItsDelay() {
        BotSession window = lonely().with("startCondition", "price", "startPriceMin", "90", "startPriceMax", "95").start();
        window.trades(100, 96);
        assertEquals(BotState.ARMED, window.bot().state());
        window.trades(95).pass(0);
        assertEquals(List.of("Base 1.0526 @ 95.00"), window.fills());
        BotSession delayed = lonely().with("startCondition", "delay", "startDelay", "30").start().trades(100).pass(20);
        assertEquals(List.of(), delayed.fills());
        assertEquals(List.of("Base 1.0000 @ 100.00"), delayed.pass(10).fills());
    }

    @Test
    void waitsForVolume() {
        BotSession session = lonely().with("minDayVolume", "250000").start().trades(100, 100).pass(0);
        assertEquals(List.of(), session.fills());
        assertEquals(1, session.trades(100).pass(0).fills().size());
    }

    @Test
    void coolsDownBetweenDeals() {
        BotSession session = lonely().with("cooldown", "30").start().trades(100, 101.01).pass(29);
        assertEquals(2, session.fills().size());
        assertEquals(3, session.pass(2).fills().size());
    }

    @Test
    void addsAShareOfProfitsAndTakesOffAShareOfLosses() {
        BotSession grown = lonely().with("reinvest", "100", "cooldown", "10").start().trades(100, 101.01).trades(100).pass(20);
        assertEquals("Base 1.0100 @ 100.00", grown.fills().getLast(), "1.00 of profit on a plan of 100");
        BotSession shrunk = lonely().with("riskReduction", "50", "stopLoss", "10", "cooldown", "10").start();
        shrunk.trades(100, 90, 100).pass(20);
        assertEquals("Base 0.9500 @ 100.00", shrunk.fills().getLast(), "half of a loss of 10 on a plan of 100");
    }

    @Test
    void keepsProtectionWhilePaused() {
        BotSession session = simple().start().trades(100).pass(0);
        session.command(new Command.PauseBot(1));
        session.trades(98.99);
        assertEquals(List.of("Take profit 2.0101 @ 100.50"), session.orders(), "no new safety order");
        session.trades(100.51).pass(10);
        assertEquals(List.of(), session.orders(), "no new deal");
        assertEquals(BotState.PAUSED, session.bot().state());
        session.command(new Command.ResumeBot(1));
        assertEquals(List.of("Take profit 0.9949 @ 101.52", "SO 1 1.0050 @ 99.50"), session.pass(0).orders());
    }

    @Test
    void stopsWithOrWithoutItsCoins() {
        BotSession kept = simple().start().trades(100).pass(0);
        kept.command(new Command.StopBot(1, StopMode.KEEP));
        kept.pass(0);
        assertEquals(BotState.STOPPED, kept.bot().state());
        assertEquals(List.of(), kept.orders());
        assertEquals(UNIT, kept.snapshot().account().baseAtoms());
        BotSession sold = simple().start().trades(100).pass(0);
        sold.command(new Command.StopBot(1, StopMode.SELL));
        sold.pass(0);
        assertEquals(BotState.STOPPED, sold.bot().state());
        assertEquals("Close 1.0000 @ 100.00", sold.fills().getLast());
        assertEquals(0, sold.snapshot().account().baseAtoms());
    }

    @Test
    void editsTheOpenDealOrOnlyTheNext() {
        BotSession session = simple().start().trades(100).pass(0);
        session.command(new Command.EditBot(1, Map.of("takeProfit", "2"), EditScope.NEW_DEALS));
        assertEquals(List.of("Take profit 1.0000 @ 101.00", "SO 1 1.0101 @ 99.00"), session.pass(0).orders());
        session.trades(101.01).pass(0);
        // the next deal: 100 / 100 = 1.0000 lots (the bot last heard 100.00), bought at 101.01; 2 % is 103.0302
        assertEquals("Take profit 1.0000 @ 103.04", session.orders().getFirst());
        session.command(new Command.EditBot(1, Map.of("deviation", "3", "takeProfit", "5"), EditScope.BOTH));
        assertEquals(List.of("SO 1 1.0206 @ 97.98", "Take profit 1.0000 @ 106.07"), session.pass(0).orders());
    }

    @Test
    void addsFundsAndClosesOnRequest() {
        BotSession session = simple().with("cooldown", "60").start().trades(100).pass(0);
        session.act("addFunds", "50");
        assertEquals("Take profit 1.5000 @ 101.00", session.pass(0).orders().getLast());
        session.act("addFunds", "nonsense");
        assertTrue(session.snapshot().lastRefusal().contains("nonsense"));
        session.act("skipSafety", "");
        assertEquals(List.of("Take profit 1.5000 @ 101.00", "SO 2 1.0204 @ 98.00"), session.pass(0).orders());
        session.act("closeDeal", "");
        assertEquals("Close 1.5000 @ 100.00", session.pass(0).fills().getLast());
        assertEquals("you", session.ended());
        session.act("closeDeal", "");
        assertTrue(session.snapshot().lastRefusal().contains("needs an open deal"));
    }

    @Test
    void closesOneStepOnRequest() {
        BotSession session = lonely().with("takeProfitSteps", "1:40,2:60", "cooldown", "60").start().trades(100).pass(0);
        session.act("closeStep", "");
        assertEquals("Close 0.4000 @ 100.00", session.pass(0).fills().getLast());
        assertEquals(List.of("Take profit 0.6000 @ 102.00"), session.orders());
    }

    @Test
    void keepsTheCoinsOfACancelledDealUntilResumed() {
        BotSession session = simple().start().trades(100).pass(0);
        session.act("cancelDeal", "");
        session.trades(100, 90).pass(0);
        assertEquals(List.of(), session.orders());
        assertEquals("cancelled", session.ended());
        assertEquals(UNIT, session.bot().baseAtoms());
        session.command(new Command.ResumeBot(1));
        // (100 + 1.1111 × 90) / 2.1111 × 1.01 = 95.6843
        assertEquals("Take profit 2.1111 @ 95.69", session.pass(0).orders().getFirst());
    }

    @Test
    void waitsForBalance() {
        BotSession session = simple().with("safetyOrder", "200").start(250).trades(100).pass(0);
        assertEquals(BotState.WAITING_FOR_BALANCE, session.bot().state());
        assertEquals(List.of("Take profit 1.0000 @ 101.00"), session.orders());
        session.trades(101.01).pass(120).trades(101.01).pass(0);
        assertEquals(1, session.bot().dealsClosed());
        assertEquals(3, session.fills().size(), "the base order of the next deal can be paid for");
        BotSession poor = lonely().start(50).trades(100).pass(0);
        assertEquals(BotState.WAITING_FOR_BALANCE, poor.bot().state());
    }

    @Test
    void keepsItsExitsWhileAnEntryNeedsAPerson() {
        RiskLimits limits = new RiskLimits(150 * UNIT, 0, 0);
        BotSession session = even(new BotSession(Instruments.of("0.01", "0.0001"), 0, FeeAsset.QUOTE, limits, 0))
                .with("volumeScale", "1.6").start().trades(100, 98.99);
        assertEquals(BotState.ERROR, session.bot().state());
        assertEquals(List.of("Take profit 2.0101 @ 100.50"), session.orders());
        session.trades(100.51).pass(200);
        assertEquals(1, session.bot().dealsClosed(), "an error of its own does not make it deaf");
        assertEquals(3, session.fills().size(), "but nothing new is bought");
        session.command(new Command.ResumeBot(1));
        assertEquals(4, session.pass(0).fills().size());
    }

    @Test
    void leavesAnOrderTheUserCancelledUntilResumed() {
        BotSession session = simple().start().trades(100).pass(0);
        session.command(new Command.CancelOrder(session.snapshot().openOrders().getLast().clientOrderId()));
        assertEquals(List.of("Take profit 1.0000 @ 101.00", "SO 2 1.0204 @ 98.00"), session.pass(0).orders());
        session.command(new Command.CancelOrder(session.snapshot().openOrders().getFirst().clientOrderId()));
        assertEquals("Take profit 1.0000 @ 101.00", session.pass(0).orders().getLast(), "a position keeps its exit");
        session.act("skipSafety", "");
        session.command(new Command.ResumeBot(1));
        assertEquals(
                List.of("Take profit 1.0000 @ 101.00", "SO 1 1.0101 @ 99.00"), session.pass(0).orders(),
                "what the user skipped stays skipped");
    }

    @Test
    void waitsUntilWhatItHoldsCanBeSold() {
        BotSession session = even(new BotSession(Instruments.strict(), 0, FeeAsset.QUOTE, RiskLimits.NONE, 2))
                .with("baseOrderType", "limit", "safetyOrders", "0").start().trades(100, 101).pass(9);
        session.trade(99.99, 0.01).pass(9);
        assertEquals(List.of("Base 0.9900 @ 100.00"), session.orders(), "1.00 is below the smallest order of 5");
        session.trade(99.99, 0.1).pass(9);
        assertEquals(List.of("Base 0.8900 @ 100.00", "Take profit 0.1100 @ 101.00"), session.orders());
        session.trade(99.99, 5).pass(9);
        assertEquals(List.of("Take profit 1.0000 @ 101.00"), session.orders());
    }

    @Test
    void coversASafetyOrderThatFillsWhileBeingCancelled() {
        BotSession session = even(new BotSession(
                        Instruments.of("0.01", "0.0001"), 0, FeeAsset.QUOTE, RiskLimits.NONE, 2))
                .with("cooldown", "60").start().trades(100).pass(20);
        assertEquals(List.of("Take profit 1.0000 @ 101.00", "SO 1 1.0101 @ 99.00"), session.orders());
        // the take profit's report arrives after 2 s, the cancel 2 s later: in between the price falls through SO 1
        session.trades(101.01).pass(1).trades(98.5).pass(20);
        assertEquals(
                List.of("Base 1.0000 @ 100.00", "Take profit 1.0000 @ 101.00", "SO 1 1.0101 @ 99.00"), session.fills());
        assertEquals(List.of("Take profit 1.0101 @ 99.99"), session.orders());
        assertTrue(session.snapshot().log().stream().anyMatch(row -> row.reason() == Reason.LATE_FILL));
        session.trades(100).pass(10);
        assertEquals("take profit", session.ended());
        assertEquals(0, session.bot().baseAtoms());
    }

    @Test
    void aCircuitBreakerHoldsEntriesBackAndTheBotGoesOnByItself() {
        RiskLimits limits =
                new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse("symbol volatility 10% over 5m block-new for 10m"));
        BotSession session = new BotSession(Instruments.of("0.01", "0.0001"), 0, FeeAsset.QUOTE, limits, 0)
                .with("baseOrder", "100", "takeProfit", "5", "safetyOrders", "1", "safetyOrder", "20");
        session.trades(100).start().trades(100, 106, 112, 118, 118);
        assertEquals(BotState.RUNNING, session.bot().state());
        assertTrue(
                session.bot().stateReason().startsWith("VOLATILITY: risk rule 'symbol volatility 10% over 5m"),
                session.bot().stateReason());
        int before = session.fills().size();
        session.pass(300).trades(118).pass(900).trades(118, 118).pass(4_000).trades(118, 118);
        assertEquals(before + 1, session.fills().size(), session.fills().toString());
        assertEquals("", session.bot().stateReason());
    }

    @Test
    void whatIsRefusedAgainAndAgainIsTriedLessOften() {
        RiskLimits limits = new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse("account order-size 50 block-new"));
        BotSession session = new BotSession(Instruments.of("0.01", "0.0001"), 0, FeeAsset.QUOTE, limits, 0);
        session.trades(100).start().trades(100).pass(86_400);
        long refused = session.snapshot().log().stream()
                .filter(row -> row.reason() == Reason.ORDER_REFUSED)
                .count();
        // after 1, 2, 4 … 64 minutes, then every 64
        assertEquals(8 + (24 * 60 - 127) / 64, refused);
    }
}
