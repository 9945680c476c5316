package dev.tradewind.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The length of a candle. All but the week and the month divide the Unix epoch evenly; weeks open on Monday, UTC. */
public enum Timeframe {
    S1("1s", 1),
    S5("5s", 5),
    S15("15s", 15),
    M1("1m", 60),
    M3("3m", 180),
    M5("5m", 300),
    M15("15m", 900),
    M30("30m", 1_800),
    H1("1h", 3_600),
    H2("2h", 7_200),
    H4("4h", 14_400),
    H6("6h", 21_600),
    H8("8h", 28_800),
    H12("12h", 43_200),
    D1("1D", 86_400),
    W1("1W", 604_800),
    MN1("1M", 0);

    /** Nanoseconds in a second. */
    public static final long SECOND_NANOS = 1_000_000_000L;

    /** The epoch was a Thursday: Monday weeks are shifted by four days. */
    private static final long WEEK_SHIFT_NANOS = 4 * 86_400 * SECOND_NANOS;

    private final String label;
    private final long nanos;

    Timeframe(String label, long seconds) {
        this.label = label;
        this.nanos = seconds * SECOND_NANOS;
    }

    /** {@return the usual short label, for instance {@code 5m}; minutes are lower case, the month is {@code 1M}} */
    public String label() {
        return label;
    }

    /** {@return the length in nanoseconds; for the month the length of its longest, 31 days} */
    public long nanos() {
        return this == MN1 ? 31 * 86_400 * SECOND_NANOS : nanos;
    }

    /** {@return when the candle that holds {@code timeNanos} opened} */
    public long openOf(long timeNanos) {
        return switch (this) {
            case MN1 -> monthOf(timeNanos).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * SECOND_NANOS;
            case W1 -> Math.floorDiv(timeNanos - WEEK_SHIFT_NANOS, nanos) * nanos + WEEK_SHIFT_NANOS;
            default -> Math.floorDiv(timeNanos, nanos) * nanos;
        };
    }

    /** {@return when the candle that opened at {@code openNanos} closes, which is when the next one opens} */
    public long closeOf(long openNanos) {
        return this == MN1
                ? monthOf(openNanos).plusMonths(1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * SECOND_NANOS
                : openNanos + nanos;
    }

    /** {@return how many candles open from the open of one to before the open of a later one, 0 for the same} */
    public long candlesBetween(long openNanos, long laterOpenNanos) {
        return this == MN1
                ? ChronoUnit.MONTHS.between(monthOf(openNanos), monthOf(laterOpenNanos))
                : (laterOpenNanos - openNanos) / nanos;
    }

    /**
     * {@return whether whole candles of a finer timeframe, and nothing but them, make a candle of this one}; a month is made
     * of days, not of weeks
     */
    public boolean isMadeOf(Timeframe finer) {
        return switch (this) {
            case MN1 -> finer.nanos() <= D1.nanos();
            case W1 -> finer.ordinal() < ordinal();
            default -> finer.ordinal() < ordinal() && nanos % finer.nanos == 0;
        };
    }

    /**
     * {@return the timeframe with that label}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Timeframe ofLabel(String label) {
        StringBuilder known = new StringBuilder();
        for (Timeframe timeframe : values()) {
            if (timeframe.label.equals(label)) {
                return timeframe;
            }
            known.append(known.isEmpty() ? "" : ", ").append(timeframe.label);
        }
        throw new IllegalArgumentException("timeframe '" + label + "' is not one of " + known);
    }

    private static YearMonth monthOf(long timeNanos) {
        return YearMonth.from(Instant.ofEpochSecond(Math.floorDiv(timeNanos, SECOND_NANOS)).atOffset(ZoneOffset.UTC));
    }
}
