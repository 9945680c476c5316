package dev.tradewind.bench;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import java.util.List;

/**
 * The benchmark's bot: waits for one price, trades one lot at market when it is reached, buying and selling in turns, and
 * waits for the price so many ticks further up.
 */
final class TriggerBot implements Bot {

    /** The type's id. */
    static final String ID = "bench-trigger";

    /** The price of the first trigger, in ticks. */
    static final String FIRST = "first";

    /** From one trigger to the next, in ticks. */
    static final String STEP = "step";

    private static final int MOST_TICKS = 1_000_000_000;

    /** The bot's declaration, for the session of the benchmark alone. */
    static final BotType TYPE = new BotType(
            ID,
            "Benchmark trigger",
            "Trades one lot each time the price has risen by a step.",
            1,
            List.of(
                    ParamSpec.integer(FIRST, "First trigger", "Entry", "ticks", 1, 1, MOST_TICKS, "Where it first trades."),
                    ParamSpec.integer(STEP, "Step", "Entry", "ticks", 1, 1, MOST_TICKS, "From one trade to the next.")),
            List.of(),
            List.of(),
            TriggerBot::new,
            (params, terms) -> {
                throw new UnsupportedOperationException("the benchmark's bot plans nothing");
            });

    private final long first;
    private final long step;
    private boolean holds;

    private TriggerBot(Params params) {
        first = params.integer(FIRST);
        step = params.integer(STEP);
    }

    @Override
    public void start(BotContext context) {
        context.watchAbove(first);
    }

    @Override
    public void onTrigger(BotContext context, long lastTicks) {
        context.submit(holds ? Side.SELL : Side.BUY, OrderType.MARKET, TimeInForce.GTC, 1, 0, 0, 1, 0);
        context.watchAbove(lastTicks + step);
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
        if (update.filledLots() > 0) {
            holds = !holds;
        }
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
        context.stopped();
    }

    @Override
    public void edit(BotContext context, Params params, EditScope scope) {
        throw new UnsupportedOperationException("the benchmark's bot is not edited");
    }

    @Override
    public void save(StateWriter out) {
        out.section(ID, 1).flag(holds);
    }

    @Override
    public void load(BotContext context, StateReader in) {
        holds = in.section(ID, 1).flag();
    }

    @Override
    public BotStatus status(BotContext context) {
        return new BotStatus("", List.of(), List.of(), 0, "");
    }
}
