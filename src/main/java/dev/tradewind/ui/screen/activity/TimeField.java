package dev.tradewind.ui.screen.activity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A time as it is typed, UTC: a day, or a day and a time of it. Pure. */
final class TimeField {

    /** What a field says while nothing is typed. */
    static final String FORM = "2024-08-05 14:00";

    private static final long SECOND_NANOS = 1_000_000_000L;

    private TimeField() {}

    /** {@return whether a text is a time, or empty} */
    static boolean passes(String text) {
        try {
            nanos(text, 0);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * {@return the time in nanoseconds since 1970}
     *
     * @param otherwise for an empty text
     * @throws IllegalArgumentException if it is no time, in words
     */
    static long nanos(String text, long otherwise) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDateTime time = typed.length() == 10
                    ? LocalDate.parse(typed).atStartOfDay()
                    : LocalDateTime.parse(typed.replace(' ', 'T'));
            return Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), SECOND_NANOS);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + typed + "' is no time; 2024-08-05 or " + FORM + " is.", e);
        }
    }
}
