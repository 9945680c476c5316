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

    /** A manual order. Prices in ticks (0 for market), size in lots (0 where the terms size it in quote). */
    record PlaceOrder(
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks,
            OrderTerms terms)
            implements Command {

        /** A plain order. */
        public PlaceOrder(
                int instrument,
                Side side,
                OrderType type,
                TimeInForce timeInForce,
                long quantityLots,
                long priceTicks,
                long stopTicks) {
            this(instrument, side, type, timeInForce, quantityLots, priceTicks, stopTicks, OrderTerms.NONE);
        }
    }

    /** Changes a working order's size and prices; its other terms stay. Anybody's order; its owner hears of it. */
    record AmendOrder(long clientOrderId, long quantityLots, long priceTicks, long stopTicks) implements Command {}

    /**
     * Starts an execution algorithm for the user.
     *
     * @param type   the {@link AlgoType}'s id
     * @param params parameter values by id, over the defaults
     */
    record StartAlgo(int instrument, String type, Map<String, String> params) implements Command {

        /** Keeps the parameters in the order of their ids. */
        public StartAlgo {
            params = Collections.unmodifiableMap(new TreeMap<>(params));
        }
    }

    /** Ends an execution algorithm and cancels its orders. */
    record CancelAlgo(int algoId) implements Command {}

    /** Deposits (positive) or withdraws (negative) quote atoms. */
    record Transfer(long quoteAtoms) implements Command {}

    /** Moves quote atoms between the free wallet and the margin of an isolated position; negative takes margin out. */
    record AdjustMargin(int botId, PositionSide positionSide, long quoteAtoms) implements Command {}

    /** No new entries until a person says otherwise; what reduces a position passes. */
    record Reduce(String reason) implements Command {}

    /** The kill switch in full: halt, cancel everything, close every position at market. */
    record Flatten(String reason) implements Command {}

    /** The risk rules in force from now on, in their own text form. */
    record SetRiskRules(String rules) implements Command {}

    /** Puts a stopped bot out of sight. */
    record ArchiveBot(int botId) implements Command {}

    /** Brings an archived bot back into sight. */
    record RestoreBot(int botId) implements Command {}

    /** Cancels one order. */
    record CancelOrder(long clientOrderId) implements Command {}

    /** Cancels all working orders of the user (bots' orders are left alone). */
    record CancelMine() implements Command {}

    /** The kill switch: cancel entries, accept no new ones. */
    record Halt(String reason) implements Command {}

    /** A person ends a halt. */
    record LeaveHalt() implements Command {}
}
