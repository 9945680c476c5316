package dev.tradewind.bot;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * A trading program. It reacts to callbacks on the engine thread and acts through its context; it holds its own state and
 * must be a pure function of what it was told, so that replaying the journal rebuilds it. Callbacks allocate nothing in
 * steady state.
 */
public interface Bot {

    /** Called once, before anything else. */
    void start(BotContext context);

    /**
     * The market's last price changed or was confirmed: once per trade, or once per closed candle (its close) where the feed
     * has candles only. Called only while {@link BotContext#watchPrices} is on.
     */
    default void onPrice(BotContext context, long lastTicks) {}

    /**
     * The last price reached the price of {@link BotContext#watchAbove} or {@link BotContext#watchBelow}. What was reached
     * is off; the bot may set it anew, for the prices after this one.
     */
    default void onTrigger(BotContext context, long lastTicks) {
        onPrice(context, lastTicks);
    }

    /** A candle of the timeframe asked for with {@link BotContext#watchCandles} closed. */
    default void onCandle(BotContext context, CandleEvent candle) {}

    /** Something happened to one of the bot's orders; fills are already in {@link BotContext#account()}. */
    void onOrder(BotContext context, OrderUpdate update);

    /** A timer the bot set is due. */
    default void onTimer(BotContext context, int timer) {}

    /** No new entries until {@link #resume}; protection stays. */
    default void pause(BotContext context) {}

    /** The pause is over, or the user asks to retry after an error. */
    default void resume(BotContext context) {}

    /** Cancel orders, then keep or sell what was bought; ends with {@link BotContext#stopped}. */
    void stop(BotContext context, StopMode mode);

    /**
     * New parameters, already valid for the type: those of later deals, of the open deal, or of both. A bot whose
     * {@link #dealParams} are {@link DealParams.Same} is always told {@link EditScope#BOTH}.
     */
    void edit(BotContext context, Params params, EditScope scope);

    /**
     * {@return what its open deal runs under; by default the bot has no deals of its own and runs under {@code now}}
     *
     * @param now what new deals run under
     */
    default DealParams dealParams(Params now) {
        return new DealParams.Same();
    }

    /** Whether a deal may run under other parameters than the next one. */
    sealed interface DealParams {

        /** The bot has no deals apart from itself: every edit is about all of it. */
        record Same() implements DealParams {}

        /** It has deals, and none is open. */
        record NoneOpen() implements DealParams {}

        /** The open deal's parameters. */
        record Open(Params params) implements DealParams {}
    }

    /**
     * One of the type's own actions.
     *
     * @throws IllegalArgumentException if it cannot be done now, saying why
     */
    default void act(BotContext context, String action, String amount) {
        throw new IllegalArgumentException("this bot has no action '" + action + "'");
    }

    /** {@return a short name for an order of the bot, for instance {@code SO 3}; may allocate} */
    default String label(int tag) {
        return "";
    }

    /**
     * Writes its state down, beginning with a {@linkplain StateWriter#section section} of its own: all that decides what it
     * does from here on. What its context keeps for it (account, orders, timers, watches) is not its own.
     */
    void save(StateWriter out);

    /**
     * Takes a state over instead of {@link #start}, on a bot made from the parameters it ran under last. The context may be
     * asked for what never changes (instrument, fees); nothing may be placed, watched, timed or decided.
     *
     * @throws dev.tradewind.domain.StateException if it is no state of such a bot
     */
    void load(BotContext context, StateReader in);

    /** {@return what a screen shows of the bot; may allocate, called only for snapshots} */
    BotStatus status(BotContext context);
}
