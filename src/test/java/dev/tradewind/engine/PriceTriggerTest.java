package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.StopMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a bot hears of the prices it waits for. */
class PriceTriggerTest {

    private final List<String> told = new ArrayList<>();
    private final List<Script> bots = new ArrayList<>();

    /** A bot that hears of nothing but its triggers. */
    private Script waiting(String name, Consumer<BotContext> onStart) {
        Script bot = new Script();
        bot.onStart = context -> {
            context.watchPrices(false);
            onStart.accept(context);
        };
        bot.onPrice = (context, ticks) -> told.add(name + " " + ticks);
        bots.add(bot);
        return bot;
    }

    private Scene started() {
        Scene scene = new Scene(bots.stream().map(bot -> bot.type("type" + bots.indexOf(bot))).toArray(
                BotType[]::new));
        scene.trades(100);
        for (int i = 0; i < bots.size(); i++) {
            // ids fall, so that the order told is that of starting
            scene.start(90 - i, "type" + i, 10);
        }
        return scene;
    }

    @Test
    void aTriggerIsToldOnceAndOnlyWhenTheLastPriceReachesIt() {
        waiting("a", context -> {
            context.watchAbove(110);
            context.watchBelow(90);
        });
        started().trades(109, 91, 110, 120, 111, 90, 80);
        assertEquals(List.of("a 110", "a 90"), told);
    }

    @Test
    void botsAreToldInTheOrderTheyWereStarted() {
        waiting("a", context -> context.watchAbove(105));
        waiting("b", context -> context.watchAbove(101));
        waiting("c", context -> context.watchBelow(200));
        started().trades(106);
        assertEquals(List.of("a 106", "b 106", "c 106"), told);
    }

    @Test
    void aNewTriggerIsForThePricesAfterThisOne() {
        Script bot = waiting("a", context -> context.watchAbove(101));
        bot.onPrice = (context, ticks) -> {
            told.add("a " + ticks);
            context.watchAbove(101);
        };
        started().trades(105, 106, 100, 107);
        assertEquals(List.of("a 105", "a 106", "a 107"), told);
    }

    @Test
    void zeroClearsATriggerAndALaterOneReplacesIt() {
        waiting("a", context -> {
            context.watchAbove(110);
            context.watchAbove(0);
            context.watchBelow(90);
            context.watchBelow(80);
        });
        started().trades(110, 90, 80);
        assertEquals(List.of("a 80"), told);
    }

    @Test
    void aPriceInsideACandleReachesNoTrigger() {
        waiting("a", context -> context.watchAbove(110));
        started().minute(100, 130, 90, 105).minute(105, 112, 104, 111);
        assertEquals(List.of("a 111"), told);
    }

    @Test
    void aBotThatFailedKeepsItsTriggerAndAStoppedOneHasNone() {
        Script failing = waiting("a", context -> context.watchAbove(110));
        failing.onPrice = (context, ticks) -> {
            told.add("a " + ticks);
            context.watchAbove(120);
            throw new IllegalStateException("broken");
        };
        waiting("b", context -> context.watchBelow(95));
        Scene scene = started().trades(110);
        assertEquals(BotState.ERROR, scene.session.botState(90));
        scene.trades(125).send(new Command.StopBot(89, StopMode.KEEP)).trades(90);
        assertEquals(List.of("a 110"), told);

        scene.send(new Command.ResumeBot(90)).trades(119, 121);
        assertEquals(List.of("a 110", "a 121"), told);
    }
}
