package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a recording one by one, as they were recorded: books, changes of books, trades. Whoever knows the format
 * fills the carriers; {@link BookSync} puts what it reads in order.
 */
abstract class BookReader implements Closeable {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    final BookEvent book = new BookEvent();
    final TradeEvent trade = new TradeEvent();
    private final String file;
    private final @Nullable InstrumentGuess guess;
    private final UnitScale tick;
    private final UnitScale lot;
    private int rounded;

    /** @param guess takes every number in while nobody knows the instrument; prices and quantities then mean nothing */
    BookReader(String file, @Nullable Instrument instrument, @Nullable InstrumentGuess guess) {
        this.file = file;
        this.guess = guess;
        tick = instrument == null ? new UnitScale(1, 0) : UnitScale.of(instrument.tickSize());
        lot = instrument == null ? new UnitScale(1, 0) : UnitScale.of(instrument.lotSize());
    }

    /**
     * Moves to the next message that matters.
     *
     * @return {@link #book} or {@link #trade}, valid until the next call; null at the end
     * @throws ImportException if a message is refused
     */
    abstract @Nullable MarketEvent next() throws IOException;

    /** {@return the line of the last message, from 1} */
    abstract long line();

    /** {@return quantities finer than a lot so far, rounded to the nearest} */
    int rounded() {
        return rounded;
    }

    ImportException fail(String reason) {
        return new ImportException(file, line(), reason);
    }

    static long nanos(long millis) {
        return Math.multiplyExact(millis, NANOS_PER_MILLI);
    }

    /** {@return a price in ticks} */
    long ticks(long mantissa, int scale) {
        if (guess != null) {
            guess.see(mantissa, scale, true);
            return 1;
        }
        try {
            long ticks = tick.exact(mantissa, scale);
            if (ticks != UnitScale.BETWEEN && ticks > 0) {
                return ticks;
            }
        } catch (ArithmeticException e) {
            throw fail("price " + mantissa + " × 10^-" + scale + " is too large");
        }
        throw fail("price " + mantissa + " × 10^-" + scale + " is no positive multiple of the tick");
    }

    /** {@return a quantity in lots, to the nearest} */
    long lots(long mantissa, int scale) {
        if (guess != null) {
            guess.see(mantissa, scale, false);
            return 1;
        }
        if (mantissa < 0) {
            throw fail("quantity " + mantissa + " × 10^-" + scale + " is negative");
        }
        try {
            long lots = lot.exact(mantissa, scale);
            if (lots != UnitScale.BETWEEN) {
                return lots;
            }
            rounded++;
            return lot.nearest(mantissa, scale);
        } catch (ArithmeticException e) {
            throw fail("quantity " + mantissa + " × 10^-" + scale + " is too large");
        }
    }
}
