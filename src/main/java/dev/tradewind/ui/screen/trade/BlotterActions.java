package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.screen.trade.Positions.Position;

/** What can be asked for from the blotter. JavaFX thread only. */
interface BlotterActions {

    /** Cancels an order. */
    void cancel(long clientOrderId);

    /** Ends an execution algorithm with its orders. */
    void cancelAlgo(int algoId);

    /** Cancels all of the user's orders. */
    void cancelMine();

    /** Asks for another price of an order; words that are no price are answered in words. */
    void reprice(OrderRow order, String text);

    /** Asks for another size of an order. */
    void resize(OrderRow order, String text);

    /** Closes a position of the user at market. */
    void close(Position position);

    /**
     * Moves free quote into a position's margin.
     *
     * @param text the amount as typed
     */
    void addMargin(Position position, String text);
}
