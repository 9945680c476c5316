package dev.tradewind.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something a person (or another actor outside the engine) asks of a session. Commands are journalled before they act.
 */
public sealed interface Command {

    /** What becomes of a bot's coins and orders when it stops. */
    enum StopMode {
        /** Cancel its orders, keep what it bought. */
        KEEP,
        /** Cancel its orders, sell what it bought at market. */
        SELL
    }

    /** What an edit applies to. */
    enum EditScope {
        NEW_DEALS,
        OPEN_DEAL,
        BOTH
    }

    /**
     * Creates a bot and starts it.
     *
     * @param botId        the id the bot gets, positive and new in this session
     * @param type         the bot type's id
     * @param name         what the user calls it
     * @param instrument   the instrument's index in the session
     * @param capitalAtoms quote atoms the bot may use
     * @param params       parameter values by id, over the defaults
     */
    record StartBot(int botId, String type, String name, int instrument, long capitalAtoms, Map<String, String> params)
            implements Command {

        /** Keeps the parameters in the order of their ids: a map's own order may differ from one start to the next. */
        public StartBot {
            params = Collections.unmodifiableMap(new TreeMap<>(params));
        }
    }

    /** No new entries; protection stays. */
    record PauseBot(int botId) implements Command {}

    /** Ends a pause, or retries after an error. */
    record ResumeBot(int botId) implements Command {}

    /** Ends a bot. */
    record StopBot(int botId, StopMode mode) implements Command {}

    /** Changes a bot's parameters. */
    record EditBot(int botId, Map<String, String> changes, EditScope scope) implements Command {

        /** Keeps the changes in the order of their ids. */
        public EditBot {
            changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        }
    }

    /**
     * A bot type's own action on a running bot, for instance {@code addFunds} or {@code closeDeal}.
     *
     * @param action the action's id, declared by the bot type
     * @param amount its argument, canonical text; empty where it takes none
     */
    record ActOnBot(int botId, String action, String amount) implements Command {}

    /** A manual order. Prices in ticks (0 for market), size in lots. */
    record PlaceOrder(
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks)
            implements Command {}

    /** Cancels one order. */
    record CancelOrder(long clientOrderId) implements Command {}

    /** Cancels all working orders of the user (bots' orders are left alone). */
    record CancelMine() implements Command {}

    /** The kill switch: cancel entries, accept no new ones. */
    record Halt(String reason) implements Command {}

    /** A person ends a halt. */
    record LeaveHalt() implements Command {}
}
