package dev.tradewind.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places on an axis that people count in: 1, 2 and 5 times powers of ten; hours, days, months and years. */
final class Ticks {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double NANOS_PER_HOUR = 3_600e9;
    private static final int[] HOURS = {1, 2, 3, 6, 12, 24, 48, 96, 168, 336};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
    private static final double HOURS_PER_MONTH = 730.5;

    private Ticks() {}

    /**
     * A time on an axis.
     *
     * @param strong whether something larger than the step begins here: a day, a year
     */
    record TimeTick(long nanos, String label, boolean strong) {}

    /** {@return the step that puts at most {@code most} ticks between two values} */
    static double step(double low, double high, int most) {
        double raw = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : STEPS) {
            if (step * power >= raw * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** {@return ticks within two values} */
    static List<Double> numbers(double low, double high, int most) {
        List<Double> ticks = new ArrayList<>();
        double step = step(low, high, most);
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** {@return the number of decimals that tell ticks of this step apart} */
    static int decimals(double step) {
        int decimals = 0;
        for (double scaled = step; decimals < 8 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled; scaled *= 10) {
            decimals++;
        }
        return decimals;
    }

    /** {@return ticks within two times, UTC} */
    static List<TimeTick> times(long fromNanos, long toNanos, int most) {
        double hours = (toNanos - fromNanos) / NANOS_PER_HOUR / most;
        for (int step : HOURS) {
            if (step >= hours) {
                return hourly(fromNanos, toNanos, step);
            }
        }
        for (int step : MONTHS) {
            if (step * HOURS_PER_MONTH >= hours) {
                return monthly(fromNanos, toNanos, step);
            }
        }
        return monthly(fromNanos, toNanos, MONTHS[MONTHS.length - 1] * 10);
    }

    private static List<TimeTick> hourly(long from, long to, int hours) {
        List<TimeTick> ticks = new ArrayList<>();
        LocalDateTime time = at(from).truncatedTo(ChronoUnit.DAYS);
        DateTimeFormatter clock = format("HH:mm");
        DateTimeFormatter day = format("d MMM");
        for (; nanos(time) <= to; time = time.plusHours(hours)) {
            boolean midnight = time.getHour() == 0;
            if (nanos(time) >= from) {
                boolean strong = midnight && (hours < 24 || time.getDayOfYear() == 1);
                ticks.add(new TimeTick(nanos(time), (midnight ? day : clock).format(time), strong));
            }
        }
        return ticks;
    }

    private static List<TimeTick> monthly(long from, long to, int months) {
        List<TimeTick> ticks = new ArrayList<>();
        LocalDateTime time = at(from).truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        if (months > 12) {
            time = time.withYear(time.getYear() - Math.floorMod(time.getYear(), months / 12));
        }
        DateTimeFormatter month = format("MMM");
        DateTimeFormatter year = format("yyyy");
        for (; nanos(time) <= to; time = time.plusMonths(months)) {
            boolean january = time.getMonthValue() == 1;
            if (nanos(time) >= from) {
                ticks.add(new TimeTick(nanos(time), (january ? year : month).format(time), january));
            }
        }
        return ticks;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static LocalDateTime at(long nanos) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(0, nanos), ZoneOffset.UTC);
    }

    private static long nanos(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
    }
}
