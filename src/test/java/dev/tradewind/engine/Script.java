package dev.tradewind.engine;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A bot whose every move a test writes down. By default it watches prices, does nothing, and stops at once. */
final class Script implements Bot {

    Consumer<BotContext> onStart = context -> {};
    ObjLongConsumer<BotContext> onPrice = (context, ticks) -> {};
    BiConsumer<BotContext, CandleEvent> onCandle = (context, candle) -> {};
    BiConsumer<BotContext, OrderUpdate> onOrder = (context, update) -> {};
    BiConsumer<BotContext, Integer> onTimer = (context, timer) -> {};
    BiConsumer<BotContext, StopMode> onStop = (context, mode) -> context.stopped();
    BiConsumer<BotContext, String> onAct = (context, action) -> {};
    Runnable onStatus = () -> {};
    boolean writesDown = true;
    final List<String> heard = new ArrayList<>();
    private @Nullable BotContext context;

    /** {@return a type whose only bot this is} */
    BotType type(String id) {
        List<ParamSpec> params =
                List.of(ParamSpec.integer("size", "Size", "Test", "", 1, 1, 100, "Nothing depends on it."));
        return new BotType(
                id, id, "A test's bot.", 1, params, List.of(), List.of(), given -> this, (given, terms) -> {
                    throw new UnsupportedOperationException("a script plans nothing");
                });
    }

    BotContext context() {
        BotContext known = context;
        if (known == null) {
            throw new IllegalStateException("the bot was not started");
        }
        return known;
    }

    @Override
    public void start(BotContext given) {
        context = given;
        given.watchPrices(true);
        onStart.accept(given);
    }

    @Override
    public void onPrice(BotContext given, long lastTicks) {
        onPrice.accept(given, lastTicks);
    }

    @Override
    public void onCandle(BotContext given, CandleEvent candle) {
        onCandle.accept(given, candle);
    }

    @Override
    public void onOrder(BotContext given, OrderUpdate update) {
        if (writesDown) {
            heard.add(update.kind() + " " + update.tag() + " " + update.state()
                    + (update.filledLots() > 0 ? " " + update.filledLots() + "@" + update.priceTicks() : ""));
        }
        onOrder.accept(given, update);
    }

    @Override
    public void onTimer(BotContext given, int timer) {
        heard.add("timer " + timer + " at " + given.nowNanos());
        onTimer.accept(given, timer);
    }

    @Override
    public void pause(BotContext given) {
        heard.add("pause");
    }

    @Override
    public void resume(BotContext given) {
        heard.add("resume");
    }

    @Override
    public void stop(BotContext given, StopMode mode) {
        heard.add("stop " + mode);
        onStop.accept(given, mode);
    }

    @Override
    public void edit(BotContext given, Params params, EditScope scope) {
        heard.add("edit " + params + " " + scope);
    }

    @Override
    public void act(BotContext given, String action, String amount) {
        onAct.accept(given, action);
    }

    @Override
    public void save(StateWriter out) {
        out.section("script", 1);
    }

    @Override
    public void load(BotContext given, StateReader in) {
        in.section("script", 1);
        context = given;
    }

    @Override
    public BotStatus status(BotContext given) {
        onStatus.run();
        return new BotStatus("scripted", List.of(), List.of(), 0, "");
    }
}
