package dev.tradewind.ui.chart;

import static dev.tradewind.domain.Timeframe.SECOND_NANOS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Round moments for a time axis, in UTC. Pure. */
final class TimeSteps {

    private static final long DAY = 86_400L;

    private static final long[] STEP_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, DAY, 2 * DAY, 7 * DAY,
        14 * DAY, 30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY, 2 * 365 * DAY, 5 * 365 * DAY
    };

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private TimeSteps() {}

    /** {@return the index of the finest step of at least {@code nanos}} */
    static int step(double nanos) {
        for (int i = 0; i < STEP_SECONDS.length; i++) {
            if (STEP_SECONDS[i] * (double) SECOND_NANOS >= nanos) {
                return i;
            }
        }
        return STEP_SECONDS.length - 1;
    }

    /** {@return the first round moment of a step at or after {@code nanos}} */
    static long atOrAfter(long nanos, int step) {
        long seconds = STEP_SECONDS[step];
        if (seconds < 30 * DAY) {
            long length = seconds * SECOND_NANOS;
            return -Math.floorDiv(-nanos, length) * length;
        }
        int months = (int) Math.round(seconds / (30.4 * DAY));
        LocalDateTime time = utc(nanos);
        long month = time.getYear() * 12L + time.getMonthValue() - 1;
        long aligned = Math.floorDiv(month, months) * months;
        while (startOfMonth(aligned) < nanos) {
            aligned += months;
        }
        return startOfMonth(aligned);
    }

    private static long startOfMonth(long month) {
        return LocalDateTime.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1, 0, 0)
                        .toEpochSecond(ZoneOffset.UTC)
                * SECOND_NANOS;
    }

    /** {@return what stands under a round moment: the coarsest part that changes there} */
    static String label(long nanos, int step) {
        LocalDateTime time = utc(nanos);
        if (isMidnight(nanos)) {
            if (time.getDayOfMonth() == 1 && STEP_SECONDS[step] >= DAY) {
                return time.getMonthValue() == 1
                        ? Integer.toString(time.getYear())
                        : MONTHS[time.getMonthValue() - 1];
            }
            return time.getDayOfMonth() + " " + MONTHS[time.getMonthValue() - 1];
        }
        return STEP_SECONDS[step] < 60 ? clock(time, true) : clock(time, false);
    }

    /** {@return whether something larger than the step begins there: a day, or a year among days} */
    static boolean isMajor(long nanos, int step) {
        return isMidnight(nanos) && (STEP_SECONDS[step] < DAY || utc(nanos).getDayOfYear() == 1);
    }

    private static boolean isMidnight(long nanos) {
        return Math.floorMod(nanos, DAY * SECOND_NANOS) == 0;
    }

    /** {@return a moment in full for the crosshair, for instance {@code Mon 5 Aug 06:20}} */
    static String full(long nanos, boolean seconds) {
        LocalDateTime time = utc(nanos);
        return DAYS[time.getDayOfWeek().getValue() - 1] + " " + time.getDayOfMonth() + " "
                + MONTHS[time.getMonthValue() - 1] + " "
                + String.format(Locale.ROOT, "%02d", Math.floorMod(time.getYear(), 100)) + "  " + clock(time, seconds);
    }

    private static String clock(LocalDateTime time, boolean seconds) {
        return seconds
                ? String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond())
                : String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    private static LocalDateTime utc(long nanos) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS)),
                ZoneOffset.UTC);
    }
}
