package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final SimTerms SLOW =
            new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, Scene.SECOND / 10);

    private final Script bot = new Script();

    private static long buy(BotContext context, long lots, long limit, int tag) {
        OrderType type = limit == 0 ? OrderType.MARKET : OrderType.LIMIT;
        return context.submit(Side.BUY, type, TimeInForce.GTC, lots, limit, 0, tag, 0);
    }

    private static long sell(BotContext context, OrderType type, long lots, long limit, long stop, int tag, long link) {
        return context.submit(Side.SELL, type, TimeInForce.GTC, lots, limit, stop, tag, link);
    }

    private Scene started() {
        return new Scene(bot.type("script")).trades(100).start(1, "script", 400);
    }

    private static String refusal(Scene scene, Command command) {
        scene.send(command);
        return scene.snapshot().lastRefusal();
    }

    @Test
    void aCommandThatCannotBeObeyedIsRefusedInWordsAndChangesNothing() {
        Scene scene = started();
        EngineSnapshot.Account before = scene.snapshot().account();
        Map<String, String> none = Map.of();
        assertEquals(
                "bot id 1 is taken or not positive",
                refusal(scene, new Command.StartBot(1, "script", "", 0, 1, none)));
        assertEquals(
                "bot type 'grid' is not one of script", refusal(scene, new Command.StartBot(2, "grid", "", 0, 1, none)));
        assertEquals(
                "instrument 3 is not part of this session",
                refusal(scene, new Command.StartBot(2, "script", "", 3, 1, none)));
        assertEquals(
                "capital 601 USD is not between one atom and the free 600 USD",
                refusal(scene, new Command.StartBot(2, "script", "", 0, 601 * Scene.USD, none)));
        assertEquals(
                "parameter size: '101' is not allowed; it takes a whole number from 1 to 100",
                refusal(scene, new Command.StartBot(2, "script", "", 0, Scene.USD, Map.of("size", "101"))));
        assertEquals("there is no bot 9", refusal(scene, new Command.PauseBot(9)));
        assertEquals("order 77 is not working any more", refusal(scene, new Command.CancelOrder(77)));
        assertEquals("the session is not halted", refusal(scene, new Command.LeaveHalt()));
        assertEquals(
                "BALANCE: needs 1000.00 USD, free 600.00 USD",
                refusal(scene, new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10_000, 0, 0)));
        assertEquals(before, scene.snapshot().account());
        assertEquals(List.of(), scene.orders());
        assertEquals(1, scene.snapshot().bots().size());
    }

    @Test
    void anAbsurdTicketIsRefusedAndTheSessionGoesOn() {
        Scene scene = started();
        for (long absurd : new long[] {Long.MAX_VALUE, Long.MAX_VALUE / 100, Long.MIN_VALUE}) {
            scene.send(new Command.PlaceOrder(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, absurd, absurd, 0));
            scene.send(new Command.PlaceOrder(0, Side.SELL, OrderType.STOP_LIMIT, TimeInForce.GTC, absurd, 1, absurd));
            scene.send(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, absurd, 0, 0));
        }
        assertEquals(List.of(), scene.orders());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
    }

    @Test
    void theUserSellsOnlyTheUsersCoins() {
        Scene scene = started();
        buy(bot.context(), 1_000, 0, 1);
        scene.trades(100);
        scene.place(Side.SELL, OrderType.MARKET, 1, 0);
        assertEquals(
                "BALANCE: sells 0.001 BTC, but only 0.000 is free to sell", scene.snapshot().lastRefusal());
        scene.place(Side.BUY, OrderType.MARKET, 500, 0).trades(100).place(Side.SELL, OrderType.MARKET, 500, 0).trades(100);
        assertEquals(1_000, scene.session.account(1).sellableLots());
        assertEquals(0, scene.session.ledger().user().baseAtoms());
    }

    @Test
    void pauseAndResumeAndEditReachTheBot() {
        Scene scene = started();
        scene.send(new Command.PauseBot(1));
        assertEquals(BotState.PAUSED, scene.session.botState(1));
        bot.context().state(BotState.RUNNING);
        assertEquals(BotState.PAUSED, scene.session.botState(1), "only a person ends a pause");
        scene.send(new Command.EditBot(1, Map.of("size", "7"), Command.EditScope.BOTH));
        scene.send(new Command.ResumeBot(1));
        assertEquals(BotState.RUNNING, scene.session.botState(1));
        assertEquals(List.of("pause", "edit size=7 BOTH", "resume"), bot.heard);
        assertEquals(Map.of("size", "7"), scene.snapshot().bots().getFirst().params());
    }

    @Test
    void aStoppedBotHandsEverythingToTheUserAndItsProfitStaysKnown() {
        bot.onStop = (context, mode) -> context.stopped();
        Scene scene = started();
        buy(bot.context(), 2_000, 0, 1);
        scene.trades(100, 120);
        sell(bot.context(), OrderType.MARKET, 1_000, 0, 0, 2, 0);
        scene.trades(120).send(new Command.StopBot(1, StopMode.KEEP));
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        EngineSnapshot snapshot = scene.snapshot();
        assertEquals(20 * Scene.USD, snapshot.bots().getFirst().realisedAtoms());
        assertEquals(20 * Scene.USD, snapshot.account().realisedAtoms());
        assertEquals(20 * Scene.USD, snapshot.account().unrealisedAtoms());
        assertEquals(1_040 * Scene.USD, snapshot.account().equityAtoms());
        assertEquals(1_000, scene.session.ledger().user().sellableLots());
        // what the user earns with the coins counts once
        scene.trades(130).place(Side.SELL, OrderType.MARKET, 1_000, 0).trades(130);
        assertEquals(50 * Scene.USD, scene.snapshot().account().realisedAtoms());
        assertEquals(1_050 * Scene.USD, scene.snapshot().account().equityAtoms());
        assertEquals("bot 1 is stopped already", refusal(scene, new Command.StopBot(1, StopMode.KEEP)));
        assertThrows(IllegalStateException.class, () -> buy(bot.context(), 1, 0, 3));
    }

    @Test
    void aBotThatSellsAtTheStopEndsWhenTheSaleHasFilled() {
        bot.onStop = (context, mode) ->
                sell(context, OrderType.MARKET, context.account().sellableLots(), 0, 0, 9, 0);
        bot.onOrder = (context, update) -> {
            if (update.tag() == 9) {
                context.stopped();
            }
        };
        Scene scene = new Scene(SLOW, RiskLimits.NONE, bot.type("script")).trades(100).start(1, "script", 400);
        buy(bot.context(), 1_000, 0, 1);
        scene.sent();
        scene.trades(100).send(new Command.StopBot(1, StopMode.SELL));
        assertEquals(BotState.STOPPING, scene.session.botState(1));
        assertEquals("selling what it bought", scene.session.botStateReason(1));
        scene.trades(100);
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals(0, scene.session.ledger().baseAtoms());
    }

    @Test
    void aBotWaitsForItsLastOrdersAndASecondStopMeanwhileDoesNotHoldItUp() {
        Scene scene = new Scene(SLOW, RiskLimits.NONE, bot.type("script")).trades(100).start(1, "script", 400);
        buy(bot.context(), 1_000, 90, 1);
        scene.sent();
        scene.trades(100).send(new Command.StopBot(1, StopMode.KEEP));
        assertEquals("waiting for its last orders to end", scene.session.botStateReason(1));
        scene.send(new Command.StopBot(1, StopMode.SELL));
        assertEquals(
                "bot 1 is stopping already, waiting for its last orders to end", scene.snapshot().lastRefusal());
        scene.trades(100);
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals(1_000 * Scene.USD, scene.session.ledger().user().freeQuoteAtoms());
    }

    @Test
    void aBotThatThrowsIsSetAsideWithItsReasonAndItsEntriesGo() {
        Script other = new Script();
        Scene scene = new Scene(bot.type("script"), other.type("other")).trades(100);
        scene.start(1, "script", 400).start(2, "other", 400);
        buy(bot.context(), 1_000, 0, 1);
        buy(bot.context(), 1_000, 90, 2);
        buy(other.context(), 1_000, 90, 2);
        scene.sent();
        sell(bot.context(), OrderType.LIMIT, 1_000, 110, 0, 3, 0);
        scene.sent();
        bot.onPrice = (context, ticks) -> {
            throw new IllegalStateException("sums do not add up");
        };
        scene.trades(100, 100);
        assertEquals(BotState.ERROR, scene.session.botState(1));
        assertEquals("sums do not add up", scene.session.botStateReason(1));
        assertEquals(List.of("2 BUY 1000@90 LIVE", "1 SELL 1000@110 LIVE"), scene.orders());
        assertEquals(BotState.RUNNING, scene.session.botState(2));
        bot.onPrice = (context, ticks) -> bot.heard.add("price");
        bot.heard.clear();
        scene.trades(100).send(new Command.ResumeBot(1)).trades(100);
        assertEquals(List.of("resume", "price"), bot.heard);
    }

    @Test
    void aBotThatThrowsWhateverIsAskedIsIsolated() {
        Scene scene = started();
        bot.onAct = (context, action) -> {
            throw new UnsupportedOperationException("act");
        };
        bot.onStatus = () -> {
            throw new UnsupportedOperationException("status");
        };
        scene.send(new Command.ActOnBot(1, "addFunds", "5"));
        assertEquals(BotState.ERROR, scene.session.botState(1));
        assertEquals("its status failed: status", scene.snapshot().bots().getFirst().phase());
        bot.onAct = (context, action) -> {
            throw new IllegalArgumentException("not now");
        };
        scene.send(new Command.ResumeBot(1)).send(new Command.ActOnBot(1, "addFunds", "5"));
        assertEquals("not now", scene.snapshot().lastRefusal());
        assertEquals(BotState.RUNNING, scene.session.botState(1));
    }

    @Test
    void aBotThatCannotEvenStopGivesItsMoneyBack() {
        Scene scene = new Scene(SLOW, RiskLimits.NONE, bot.type("script")).trades(100).start(1, "script", 400);
        bot.onStop = (context, mode) -> {
            throw new IllegalStateException("stuck");
        };
        buy(bot.context(), 1_000, 0, 1);
        buy(bot.context(), 1_000, 90, 2);
        scene.sent();
        scene.trades(100).send(new Command.StopBot(1, StopMode.SELL)).trades(100);
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals("its stop failed, what it bought is kept: stuck", scene.session.botStateReason(1));
        assertEquals(List.of(), scene.orders());
        assertEquals(1_000, scene.session.ledger().user().sellableLots());
        assertEquals(900 * Scene.USD, scene.session.ledger().user().freeQuoteAtoms());
    }

    @Test
    void theKillSwitchCancelsEntriesKeepsProtectionAndAPersonEndsIt() {
        Scene scene = started();
        buy(bot.context(), 1_000, 0, 1);
        buy(bot.context(), 1_000, 90, 2);
        scene.sent();
        sell(bot.context(), OrderType.STOP_MARKET, 1_000, 0, 80, 3, 0);
        scene.sent().place(Side.BUY, OrderType.LIMIT, 100, 95).trades(100);
        scene.send(new Command.Halt("enough for today")).trades(100);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals("enough for today", scene.snapshot().haltReason());
        assertEquals(List.of("1 SELL 1000@80 LIVE"), scene.orders());
        assertEquals(0, buy(bot.context(), 1, 0, 4));
        assertEquals("TRADING_STATE", bot.context().refusal().rule());
        scene.send(new Command.LeaveHalt()).trades(79);
        assertEquals("", scene.snapshot().haltReason());
        assertEquals(0, scene.session.ledger().baseAtoms());
        scene.place(Side.BUY, OrderType.LIMIT, 100, 70);
        assertEquals(List.of("0 BUY 100@70 PENDING_NEW"), scene.orders());
    }

    @Test
    void theDailyLossHaltsAndTheNextDayStartsAfresh() {
        Scene scene = new Scene(SimTerms.IDEAL, new RiskLimits(0, 0, 10 * Scene.USD), bot.type("script"));
        scene.minute(100, 100, 100, 100).start(1, "script", 900);
        buy(bot.context(), 1_000, 0, 1);
        scene.sent();
        scene.minute(100, 100, 100, 100).minute(91, 91, 91, 91);
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
        // the last minute of the day: its close at midnight still counts for it
        scene.now = 24 * 3_600 * Scene.SECOND - Scene.minutes(1);
        scene.minute(90, 90, 90, 90);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
        assertEquals("daily loss reached 10 USD", scene.snapshot().haltReason());
        scene.send(new Command.LeaveHalt()).minute(90, 90, 90, 90).minute(81, 81, 81, 81);
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading());
        assertEquals(990 * Scene.USD, scene.snapshot().account().dayStartEquityAtoms());
        scene.minute(80, 80, 80, 80);
        assertEquals(TradingState.HALTED, scene.snapshot().trading());
    }

    @Test
    void reservationsFollowOrdersThroughPartialFillsAndCancels() {
        SimTerms fees = new SimTerms(new FeeRate(1_000_000), new FeeRate(2_000_000), FeeAsset.QUOTE, 0, 0);
        Scene scene = new Scene(fees, RiskLimits.NONE, bot.type("script")).trades(100).start(1, "script", 400);
        long id = buy(bot.context(), 1_000, 90, 1);
        // 1 at 90 with the higher of both fees, 2 %
        assertEquals(91 * Scene.USD + 8_000_000_000L, scene.session.account(1).reservedAtoms());
        scene.sent();
        scene.trades(95).trade(89, 400);
        assertEquals(55 * Scene.USD + 800_000_000L, scene.session.account(1).reservedAtoms());
        assertEquals(36 * Scene.USD + 7_200_000_000L, scene.session.account(1).costAtoms());
        bot.context().cancel(id);
        scene.sent();
        scene.trades(95);
        assertEquals(0, scene.session.account(1).reservedAtoms());
        assertEquals(0, scene.session.ledger().reservedAtoms());
        assertEquals(
                List.of("ACCEPTED 1 LIVE", "FILLED 1 PARTIALLY_FILLED 400@90", "CANCELED 1 CANCELED"), bot.heard);
    }

    @Test
    void aLinkedStopCanBeReplacedAfterItsTakeProfitFilledInPart() {
        Scene scene = started();
        buy(bot.context(), 1_000, 0, 1);
        scene.sent();
        sell(bot.context(), OrderType.LIMIT, 1_000, 110, 0, 2, 7);
        long stop = sell(bot.context(), OrderType.STOP_MARKET, 1_000, 0, 80, 3, 7);
        scene.sent();
        scene.trades(100).trade(111, 400);
        // 600 are left; a second stop of the link shares them
        assertTrue(sell(bot.context(), OrderType.STOP_MARKET, 600, 0, 85, 4, 7) != 0, bot.context().refusal().message());
        bot.context().cancel(stop);
        assertEquals(0, sell(bot.context(), OrderType.STOP_MARKET, 601, 0, 85, 5, 7));
        assertEquals(
                "sells 0.601 BTC, but only 0.600 is free to sell", bot.context().refusal().message());
        scene.sent();
        scene.trades(100, 84);
        assertEquals(List.of(), scene.orders());
        assertEquals(0, scene.venue().restingOrders());
        assertEquals(0, scene.session.ledger().baseAtoms());
    }

    @Test
    void timersOfABotFireForThatBotAtTheirTime() {
        Script other = new Script();
        Scene scene = new Scene(bot.type("script"), other.type("other")).trades(100);
        scene.start(1, "script", 400).start(2, "other", 400);
        bot.context().startTimer(5, 2 * Scene.SECOND);
        other.context().startTimer(5, 3 * Scene.SECOND);
        other.context().startTimer(6, Scene.SECOND);
        other.context().stopTimer(6);
        scene.trades(100, 100, 100, 100);
        assertEquals(List.of("timer 5 at 3000000000"), bot.heard);
        assertEquals(List.of("timer 5 at 4000000000"), other.heard);
        assertThrows(IllegalArgumentException.class, () -> bot.context().startTimer(1 << 16, 0));
    }

    @Test
    void aBotThatSellsLessThanTheVenueTakesIsToldSoAndCanStillStop() {
        InstrumentFilters filters = new InstrumentFilters(1, 0, 0, 50 * Scene.USD, 1, 0, 0);
        bot.onStop = (context, mode) -> {
            if (sell(context, OrderType.MARKET, context.account().sellableLots(), 0, 0, 9, 0) == 0) {
                bot.heard.add(context.refusal().rule());
                context.stopped();
            }
        };
        Scene scene = new Scene(
                        SimTerms.IDEAL, RiskLimits.NONE, filters, new HashJournal(), List.of(bot.type("script")))
                .trades(100)
                .start(1, "script", 400);
        buy(bot.context(), 500, 0, 1);
        scene.sent();
        scene.trades(100, 99).send(new Command.StopBot(1, StopMode.SELL));
        assertEquals(BotState.STOPPED, scene.session.botState(1));
        assertEquals("MIN_NOTIONAL", bot.heard.getLast());
        assertEquals(500, scene.session.ledger().user().sellableLots());
    }

    @Test
    void aBusyDaysVolumeFitsTheSnapshot() {
        Scene scene = new Scene(bot.type("script"));
        for (int i = 0; i < 5; i++) {
            scene.trade(90_000, 1_000_000_000_000L);
        }
        assertEquals(Long.MAX_VALUE, scene.snapshot().market().dayVolumeAtoms());
    }

    @Test
    void minutesMadeOfTradesReachEveryBotOnce() {
        Script other = new Script();
        bot.onStart = BotContext::watchFeedCandles;
        bot.onCandle = (context, candle) -> bot.heard.add("candle " + candle.openTimeNanos() / Scene.SECOND);
        other.onStart = context -> context.watchCandles(Timeframe.M1);
        other.onCandle = (context, candle) -> other.heard.add("candle " + candle.openTimeNanos() / Scene.SECOND);
        Scene scene = new Scene(bot.type("script"), other.type("other"));
        scene.start(1, "script", 400).trades(100).start(2, "other", 400);
        for (int i = 0; i < 150; i++) {
            scene.trades(100);
        }
        assertEquals(List.of("candle 0", "candle 60"), bot.heard);
        assertEquals(List.of("candle 0", "candle 60"), other.heard);
    }
}
