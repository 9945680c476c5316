package dev.tradewind.risk;

/** Lengths of time as rules write them: a whole number and {@code s}, {@code m}, {@code h} or {@code d}. */
public final class RiskTime {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long LONGEST_DAYS = 3_660;

    private RiskTime() {}

    /**
     * {@return nanoseconds of a text such as {@code 30m}}
     *
     * @throws IllegalArgumentException if it is no such text, or not from one second to ten years
     */
    public static long parse(String text) {
        long unit = text.isEmpty() ? 0 : unit(text.charAt(text.length() - 1));
        if (unit == 0) {
            throw wrong(text);
        }
        try {
            long count = Long.parseLong(text.substring(0, text.length() - 1));
            if (count <= 0 || count > LONGEST_DAYS * (DAY / unit)) {
                throw wrong(text);
            }
            return count * unit;
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static long unit(char letter) {
        return switch (letter) {
            case 's' -> SECOND;
            case 'm' -> 60 * SECOND;
            case 'h' -> 3_600 * SECOND;
            case 'd' -> DAY;
            default -> 0;
        };
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a length of time such as 30s, 5m, 2h or 1d (from 1s to " + LONGEST_DAYS + "d)");
    }

    /** {@return the shortest text of a length of time; parts of a second are dropped} */
    public static String text(long nanos) {
        long seconds = nanos / SECOND;
        if (seconds != 0 && seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds != 0 && seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
