package dev.tradewind.app;

import dev.tradewind.persistence.TapeKeep;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a person says about how much of the tape is to be kept; what is not said stays as it was.
 *
 * @param keep how long, {@code 30d} or {@code 12h}, or {@code all}
 * @param max  how much, {@code 500m} or {@code 2g} bytes, or {@code all}
 */
public record TapeChoice(Optional<String> keep, Optional<String> max) {

    /** Nothing is said. */
    public static final TapeChoice NONE = new TapeChoice(Optional.empty(), Optional.empty());

    private static final String ALL = "all";

    /** {@return whether anything is said} */
    public boolean given() {
        return keep.isPresent() || max.isPresent();
    }

    /**
     * {@return what holds then}
     *
     * @throws IllegalArgumentException if it is not written so
     */
    TapeKeep over(TapeKeep before) {
        return new TapeKeep(
                keep.map(TapeChoice::nanos).orElse(before.nanos()), max.map(TapeChoice::bytes).orElse(before.bytes()));
    }

    /** {@return how much is kept, as a person would ask for it} */
    static String text(TapeKeep keep) {
        String events = keep.nanos() == Long.MAX_VALUE
                ? "all events"
                : "events of " + keep.nanos() / TimeUnit.HOURS.toNanos(1) + " h";
        return events + (keep.bytes() == Long.MAX_VALUE ? "" : ", at most " + (keep.bytes() >> 20) + " MiB");
    }

    private static long nanos(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (unit(lower)) {
            case 'd' -> times(text, TimeUnit.DAYS.toNanos(1), "--tape-keep", "30d, 12h");
            case 'h' -> times(text, TimeUnit.HOURS.toNanos(1), "--tape-keep", "30d, 12h");
            default -> all(text, "--tape-keep", "30d, 12h");
        };
    }

    private static long bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (unit(lower)) {
            case 'm' -> times(text, 1L << 20, "--tape-max", "500m, 2g");
            case 'g' -> times(text, 1L << 30, "--tape-max", "500m, 2g");
            default -> all(text, "--tape-max", "500m, 2g");
        };
    }

    private static char unit(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static long all(String text, String option, String examples) {
        if (text.equalsIgnoreCase(ALL)) {
            return Long.MAX_VALUE;
        }
        throw wrong(text, option, examples);
    }

    private static long times(String text, long unit, String option, String examples) {
        try {
            long count = Long.parseLong(text.substring(0, text.length() - 1));
            if (count > 0) {
                return Math.multiplyExact(count, unit);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // said below with the value
        }
        throw wrong(text, option, examples);
    }

    private static IllegalArgumentException wrong(String text, String option, String examples) {
        return new IllegalArgumentException(
                option + " '" + text + "' is no amount; " + examples + " or " + ALL + " are");
    }
}
