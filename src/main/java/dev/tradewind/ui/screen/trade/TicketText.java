package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketOutcome.Fix;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Reads what is typed into the ticket's fields. Pure. */
final class TicketText {

    private static final int MOST_DIGITS = 24;

    private final Instrument instrument;
    private final Side side;
    private final long lastTicks;

    /** @param side of the order */
    TicketText(Instrument instrument, Side side, long lastTicks) {
        this.instrument = instrument;
        this.side = side;
        this.lastTicks = lastTicks;
    }

    /** {@return a price in ticks} */
    long price(Field field, String name, String text) throws TicketTrouble {
        if (text.isBlank()) {
            throw new TicketTrouble(Field.NONE, "Enter a " + name + ".");
        }
        BigDecimal price = number(text);
        if (price == null || price.signum() <= 0) {
            throw new TicketTrouble(field, "The " + name + " '" + text.strip()
                    + "' is not a positive number, for instance "
                    + Figures.price(instrument, Math.max(1, lastTicks)) + ".");
        }
        try {
            return instrument.toTicks(price, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            String would = Figures.price(instrument, Math.max(1, nearest(field, price)));
            throw new TicketTrouble(field, "The " + name + " " + price.toPlainString() + " is no multiple of the tick "
                    + instrument.tickSize().toPlainString() + "; " + would + " would pass.", new Fix(field, "", would));
        }
    }

    /** Never a worse price than typed, and never a stop further away. */
    private long nearest(Field field, BigDecimal price) {
        Side exit = side == Side.BUY ? Side.SELL : Side.BUY;
        return switch (field) {
            case STOP -> side == Side.SELL
                    ? Rounding.protectiveTicks(instrument, side, price)
                    : Rounding.entryStopTicks(instrument, side, price);
            case STOP_LOSS -> Rounding.protectiveTicks(instrument, exit, price);
            case TAKE_PROFIT -> Rounding.limitTicks(instrument, exit, price);
            case NONE, PRICE, SIZE, WORTH, ENDS, VALUE -> Rounding.limitTicks(instrument, side, price);
        };
    }

    /** {@return a size, positive} */
    BigDecimal size(String text) throws TicketTrouble {
        if (text.isBlank()) {
            throw new TicketTrouble(Field.NONE, "Enter a size.");
        }
        BigDecimal size = number(text);
        if (size == null || size.signum() <= 0) {
            throw new TicketTrouble(
                    Field.SIZE, "The size '" + text.strip() + "' is not a positive number, for instance 0.01.");
        }
        return size;
    }

    /** {@return a length of time in nanoseconds, of {@code 90s}, {@code 30m}, {@code 4h} or {@code 2d}} */
    static long duration(String text) throws TicketTrouble {
        String plain = text.strip();
        int units = plain.isEmpty() ? -1 : "smhd".indexOf(plain.charAt(plain.length() - 1));
        BigDecimal count = units < 0 ? null : number(plain.substring(0, plain.length() - 1));
        if (count == null || count.signum() <= 0 || count.scale() > 0 || count.precision() > 6) {
            throw new TicketTrouble(
                    Field.ENDS, "Say after how long the order ends: 90s, 30m, 4h or 2d"
                            + (plain.isEmpty() ? "." : ", not '" + plain + "'."), new Fix(Field.ENDS, "", "4h"));
        }
        long[] seconds = {1, 60, 3_600, 86_400};
        return count.longValueExact() * seconds[units] * Timeframe.SECOND_NANOS;
    }

    /** {@return the number a text is, without its comma groups; null if it is none} */
    static @Nullable BigDecimal number(String text) {
        String plain = text.strip().replace(",", "");
        try {
            return plain.isEmpty() || plain.length() > MOST_DIGITS ? null : new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
