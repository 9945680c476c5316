package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How decimals become ticks and lots so that rounding never increases risk. Each rule moves a figure by less than one step:
 *
 * <ul>
 *   <li>a size goes down: never more than asked;
 *   <li>a limit goes to its owner's side, a buy down and a sale up: never a worse price than asked;
 *   <li>a protective stop goes towards the market, a long's (a sale) up and a short's (a buy) down: never a larger loss;
 *   <li>a stop that opens a position goes away from the market, a buy up and a sale down: never earlier than asked;
 *   <li>the trigger of a take profit goes towards the market, a sale's down and a buy's up: never further away; its limit, if
 *       it has one, is a limit.
 * </ul>
 *
 * <p>Bots whose published vectors fix another rounding keep it and say so where they round. Pure; a result below 1 is no
 * figure an order may have.
 */
public final class Rounding {

    private Rounding() {}

    /** {@return whole lots of a size, rounded down} */
    public static long lots(Instrument instrument, BigDecimal size) {
        return instrument.toLots(size, RoundingMode.FLOOR);
    }

    /** {@return a limit in ticks: a buy's rounded down, a sale's up} */
    public static long limitTicks(Instrument instrument, Side side, BigDecimal price) {
        return instrument.toTicks(price, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /**
     * {@return a protective stop in ticks: a long's rounded up, a short's down}
     *
     * @param side of the order that closes: a sale for a long
     */
    public static long protectiveTicks(Instrument instrument, Side side, BigDecimal price) {
        return instrument.toTicks(price, side == Side.SELL ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    /** {@return a stop that opens a position, in ticks: a buy's rounded up, a sale's down} */
    public static long entryStopTicks(Instrument instrument, Side side, BigDecimal price) {
        return instrument.toTicks(price, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    /**
     * {@return the trigger of a take profit in ticks: a sale's rounded down, a buy's up}
     *
     * @param side of the order that closes: a sale for a long
     */
    public static long profitTicks(Instrument instrument, Side side, BigDecimal price) {
        return instrument.toTicks(price, side == Side.SELL ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /**
     * {@return the trigger of any order in ticks}
     *
     * @param protects whether it closes a position, as a sale on spot and a reduce-only order do
     */
    public static long triggerTicks(
            Instrument instrument, OrderType type, Side side, boolean protects, BigDecimal price) {
        return type.takesProfit()
                ? profitTicks(instrument, side, price)
                : protects ? protectiveTicks(instrument, side, price) : entryStopTicks(instrument, side, price);
    }
}
