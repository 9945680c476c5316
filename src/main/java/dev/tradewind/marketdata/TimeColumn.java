package dev.tradewind.marketdata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time column of a file. Its unit is told by the size of the first value: today is near 1.7 × 10⁹ in seconds and a
 * thousand times that in each finer unit. A file keeps to one unit. Times may also be written out with their zone,
 * {@code 2023-01-02T09:30:00-05:00}; a bare date is that day in UTC.
 */
final class TimeColumn {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int DATE_LENGTH = 10;
    private static final int FIRST_DASH = 4;
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = SECONDS_BELOW * 1_000;
    private static final long MICROS_BELOW = MILLIS_BELOW * 1_000;

    /** A unit of time with its decimals of a second. */
    private enum Unit {
        SECONDS("seconds", 9, SECONDS_BELOW),
        MILLIS("milliseconds", 6, MILLIS_BELOW),
        MICROS("microseconds", 3, MICROS_BELOW),
        NANOS("nanoseconds", 0, Long.MAX_VALUE);

        private final String label;
        private final UnitScale toNanos;
        private final long below;

        Unit(String label, int decimals, long below) {
            this.label = label;
            this.toNanos = new UnitScale(1, decimals);
            this.below = below;
        }
    }

    private final DecimalCsv csv;
    private final int field;
    private final long millisBelow;
    private @Nullable Unit unit;

    /**
     * @param field       which of a line
     * @param millisBelow values below this are milliseconds; 0 where small values are seconds, as for trades
     */
    TimeColumn(DecimalCsv csv, int field, long millisBelow) {
        this.csv = csv;
        this.field = field;
        this.millisBelow = millisBelow;
    }

    /** {@return the line's time in nanoseconds since the epoch} */
    long read() {
        if (csv.byteAt(field, FIRST_DASH) == '-' && csv.byteAt(field, 0) != '-') {
            return written(csv.whole(field));
        }
        csv.decimal(field, "time");
        long mantissa = csv.mantissa();
        int scale = csv.scale();
        if (mantissa < 0) {
            throw csv.fail("time " + csv.text(field) + " is negative");
        }
        long whole = scale == 0 ? mantissa : (long) (mantissa / StrictMath.pow(10, scale));
        Unit known = unit;
        if (known == null) {
            known = unitOf(whole);
            unit = known;
        }
        if (whole >= known.below) {
            throw csv.fail("time " + csv.text(field) + " is not in " + known.label + " like the first line's");
        }
        try {
            long nanos = known.toNanos.exact(mantissa, scale);
            if (nanos == UnitScale.BETWEEN) {
                throw csv.fail("time " + csv.text(field) + " is finer than a nanosecond");
            }
            return nanos;
        } catch (ArithmeticException e) {
            throw csv.fail("time " + csv.text(field) + " is beyond the year 2262");
        }
    }

    private long written(String text) {
        try {
            Instant instant = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
        } catch (DateTimeException e) {
            throw csv.fail("time '" + csv.text(field) + "' is neither a number nor a time with its zone, for instance"
                    + " 2023-01-02T09:30:00Z or 2023-01-02T09:30:00-05:00");
        } catch (ArithmeticException e) {
            throw csv.fail("time " + csv.text(field) + " is beyond the year 2262");
        }
    }

    private Unit unitOf(long value) {
        if (value < millisBelow) {
            return Unit.MILLIS;
        }
        if (value < SECONDS_BELOW) {
            return Unit.SECONDS;
        }
        if (value < MILLIS_BELOW) {
            return Unit.MILLIS;
        }
        return value < MICROS_BELOW ? Unit.MICROS : Unit.NANOS;
    }

    /** {@return a time for a message} */
    static String show(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
