package dev.tradewind.bot.type;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.TradeRule;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.List;

/**
 * The futures grid: as the spot grid, on a perpetual. A long grid holds what its upper levels sell, a short one owes what
 * its lower levels buy, a neutral one begins with nothing. Engine thread only; a pure function of its callbacks; steady
 * trading allocates nothing.
 *
 * <p>An edit of the range, the levels, the direction or the sizes lays the grid anew around the last price; any other takes
 * effect at once. A grid is one open deal, so the scope of an edit makes no difference.
 */
public final class FuturesGridBot implements Bot {

    /** The bot's declaration. */
    public static final BotType TYPE = new BotType(
            "futures-grid",
            "Futures grid",
            "A grid on a perpetual with leverage: long, short or from nothing, and the liquidation price of its worst state.",
            1,
            FuturesGridParams.SPECS,
            FuturesGridParams.PRESETS,
            List.of(),
            FuturesGridBot::new,
            FuturesGridPlanner::plan)
            .trading(TradeRule.PAIRED);

    private final FuturesGrid grid;

    private FuturesGridBot(Params params) {
        grid = new FuturesGrid(params);
    }

    @Override
    public void start(BotContext context) {
        grid.start(context);
    }

    @Override
    public void onPrice(BotContext context, long lastTicks) {
        grid.onPrice(context, lastTicks);
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
        grid.onOrder(context, update);
    }

    @Override
    public void onTimer(BotContext context, int timer) {
        grid.onTimer(context);
    }

    @Override
    public void pause(BotContext context) {
        grid.pause(context);
    }

    @Override
    public void resume(BotContext context) {
        grid.resume(context);
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
        grid.stop(context, mode);
    }

    @Override
    public void edit(BotContext context, Params params, EditScope scope) {
        grid.edit(context, params);
    }

    @Override
    public void save(StateWriter out) {
        grid.save("futures-grid", out);
    }

    @Override
    public void load(BotContext context, StateReader in) {
        grid.load("futures-grid", context, in);
    }

    @Override
    public String label(int tag) {
        return GridLife.label(tag);
    }

    @Override
    public BotStatus status(BotContext context) {
        return FuturesGridStatus.of(grid, context);
    }
}
