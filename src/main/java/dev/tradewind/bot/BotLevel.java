package dev.tradewind.bot;

import dev.tradewind.domain.Side;

/**
 * A price that matters to a bot, as charts and ladders show it.
 *
 * @param label         short, for instance {@code SO 3}
 * @param kind          what it is
 * @param side          which way it trades
 * @param priceTicks    where it is
 * @param quantityLots  how much, 0 where it has no size (an average)
 * @param clientOrderId its order, 0 where there is none
 */
public record BotLevel(String label, Kind kind, Side side, long priceTicks, long quantityLots, long clientOrderId) {

    /** What a level is. */
    public enum Kind {
        /** Will be placed later. */
        PLANNED,
        /** Rests on the venue. */
        LIVE,
        /** Has filled in this deal. */
        FILLED,
        /** The average cost. */
        AVERAGE,
        TAKE_PROFIT,
        STOP
    }
}
