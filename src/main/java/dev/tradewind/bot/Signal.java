package dev.tradewind.bot;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import java.util.Optional;

/**
 * A stateless signal: what a long-only bot of one size wants after a closed candle is a function of the candles up to
 * there and of nothing else. A bot whose {@link BotType#signal} makes one promises to do, and to write into the
 * journal, exactly this, so that a search may work its trades out of whole columns instead of playing the market to it:
 *
 * <ul>
 *   <li>it looks at closed candles only, of {@link #timeframe}, and sets no timers;
 *   <li>at each of the {@link #turns} it writes down one decision, then places what {@link #orderLots} says as a plain market
 *       order with the tag {@link #ENTRY} or {@link #EXIT}, if no order of its own is under way;
 *   <li>after an order is refused or rejected it writes down one decision; lacking balance at the gate it waits for the next
 *       turn, for any other reason it is in error and does nothing more.
 * </ul>
 *
 * <p>Immutable; safe on any thread.
 */
public interface Signal {

    /** The tag of orders that buy. */
    int ENTRY = 1;

    /** The tag of orders that sell. */
    int EXIT = 2;

    /** {@return lots of an entry} */
    long lots(Instrument instrument);

    /** {@return the candles it looks at, empty for those of the feed} */
    Optional<Timeframe> timeframe();

    /**
     * Adds every turn after the candles of {@code first} to {@code end} (exclusive), as if there had been none before
     * {@code first}. The turn after a candle depends on no later one.
     */
    void turns(SignalColumns columns, int first, int end, SignalTurns into);

    /**
     * {@return what to trade so that the position is as wanted: lots to buy, lots to sell as a negative number, or 0}
     * Less than half a size is what a fee in base left of the last trip, not a position.
     *
     * @param wanted   whether a position is
     * @param lots     of an entry
     * @param heldLots whole lots that can be sold
     */
    static long orderLots(boolean wanted, long lots, long heldLots) {
        if (wanted) {
            return heldLots < (lots + 1) / 2 ? lots : 0;
        }
        return -heldLots;
    }
}
