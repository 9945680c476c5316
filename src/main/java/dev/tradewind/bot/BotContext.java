package dev.tradewind.bot;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.BotAccount;
import java.util.Map;

/** All a bot may see and do. Engine thread only. */
public interface BotContext {

    /** {@return the engine's time, nanoseconds since the epoch} */
    long nowNanos();

    /** {@return what the bot trades} */
    Instrument instrument();

    /** {@return the fee the venue takes of a taker's fill, to plan with} */
    FeeRate takerFee();

    /** {@return the fee the venue takes of a maker's fill, to plan with} */
    FeeRate makerFee();

    /** {@return the asset the venue takes a buy's fee in; a sell's is always taken in quote} */
    FeeAsset buyFeeAsset();

    /** {@return the last price in ticks, 0 before the first} */
    long lastTicks();

    /** {@return quote volume traded in the last 24 hours, in quote atoms} */
    long dayVolumeAtoms();

    /** {@return the bot's own book of what it bought, paid and earned} */
    BotAccount account();

    /** Turns {@link Bot#onPrice} on or off. */
    void watchPrices(boolean on);

    /**
     * Asks for {@link Bot#onTrigger} once, as soon as the last price is at {@code ticks} or above; a bot has one such
     * trigger, so this replaces the one before, and 0 clears it. Waiting costs nothing, however many bots wait: prefer it
     * to {@link #watchPrices}, which is a call for every price.
     *
     * <p>The last price is what {@link Bot#onPrice} tells: each trade's, or each closed candle's close where the feed has
     * candles only, so a price inside a candle reaches no trigger. A trigger set at or below the present price is reached
     * by the next one that is not under it. Of several bots that one price reaches, those started first are told first, all
     * before those that watch prices.
     *
     * @throws IllegalArgumentException if {@code ticks} is negative
     */
    void watchAbove(long ticks);

    /** As {@link #watchAbove}, for a last price at {@code ticks} or below; a bot may have one of each. */
    void watchBelow(long ticks);

    /** Asks for closed candles of one timeframe; {@code feed} ones come as the feed has them (trades: one minute). */
    void watchCandles(Timeframe timeframe);

    /** Asks for closed candles as the feed has them; of one minute where it has trades. */
    void watchFeedCandles();

    /** Places a plain order, see {@link #submit(Side, OrderType, TimeInForce, long, long, long, int, long, OrderTerms)}. */
    default long submit(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId) {
        return submit(side, type, timeInForce, quantityLots, priceTicks, stopTicks, tag, linkId, OrderTerms.NONE);
    }

    /**
     * Places an order after the risk gate and the instrument's filters.
     *
     * @param priceTicks limit, 0 for market orders
     * @param stopTicks  trigger, 0 where there is none
     * @param tag        the bot's own name for it
     * @param linkId     one-cancels-other link within this bot, 0 for none
     * @param terms      what it asks for beyond that
     * @return the order's id, or 0 if it was refused here; then {@link #refusal()} says why
     */
    long submit(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId,
            OrderTerms terms);

    /** {@return why the last {@link #submit} was refused} */
    Refusal refusal();

    /**
     * Changes the size and prices of one of the bot's working orders; its other terms stay. Where the venue amends none, the
     * order is cancelled and what is left of it placed again under a new id once that is confirmed.
     *
     * @param quantityLots in all, what has filled included
     * @param priceTicks   limit, 0 for market orders
     * @param stopTicks    trigger, 0 where there is none
     * @return the id of the order that goes on, 0 if it was refused here; then {@link #refusal()} says why. The answer comes
     *     as {@code REPLACED} or {@code REPLACE_REJECTED}, or as the end of the old order and the acceptance of the new one
     */
    long amend(long clientOrderId, long quantityLots, long priceTicks, long stopTicks);

    /** Asks the venue to cancel one of the bot's orders; unknown or finished ones are ignored. */
    void cancel(long clientOrderId);

    /** {@return how many of the bot's orders work or are on their way} */
    int workingOrders();

    /** {@return whether one of the bot's orders works or is on its way} */
    boolean isWorking(long clientOrderId);

    /**
     * Starts an execution algorithm (trailing stop, one-cancels-other, bracket, iceberg, TWAP …) that trades for the bot: its
     * orders come to {@link Bot#onOrder} as the bot's own. It ends with the bot.
     *
     * @param type   the {@link dev.tradewind.domain.AlgoType}'s id
     * @param params parameter values by id, over the defaults
     * @param tag    the bot's own name for the algorithm's orders
     * @return the algorithm's id, 0 if it was refused; then {@link #refusal()} says why
     */
    int startAlgo(String type, Map<String, String> params, int tag);

    /** Ends one of the bot's algorithms and cancels its orders; unknown or ended ones are ignored. */
    void cancelAlgo(int algoId);

    /** {@return whether the algorithm of that id is the bot's and still active} */
    boolean algoActive(int algoId);

    /** Sets a timer of the bot, replacing one of the same number. */
    void startTimer(int timer, long delayNanos);

    /** Drops a timer. */
    void stopTimer(int timer);

    /**
     * States where the stop of what the bot holds has to be, for the engine's stop watchdog: it shows whether it is there,
     * and acts where it is not. To be called whenever that changes; costs nothing while it does not.
     *
     * @param stopTicks the price the stop is to trigger at, 0 with {@link StopPolicy#NONE}
     */
    void protect(StopPolicy policy, long stopTicks);

    /** Writes down why; see {@link Reason} for what the numbers mean. */
    void decide(Reason reason, long first, long second);

    /** Says what the bot is doing now; PAUSED, STOPPING and STOPPED are the engine's to say. */
    void state(BotState state);

    /** The bot has nothing more to do; its orders are gone. Nobody needs to be told why: it was asked to. */
    default void stopped() {
        stopped("");
    }

    /**
     * The bot has nothing more to do; its orders are gone.
     *
     * @param why what a person reads beside its state, empty where it was asked to
     */
    void stopped(String why);
}
