package dev.tradewind.report;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Figures as reports print them, the same in every locale: a true minus sign, commas between thousands, two decimals, a
 * space before the percent sign, a dash where nothing can be told. Times are UTC.
 */
public final class FigureText {

    /** Shown where a figure cannot be told. */
    public static final String NONE = "–";

    private static final String MINUS = "\u2212";
    private static final double HOURS = 24;
    private static final double MINUTES = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    /** Gains and losses, whose sign is always shown. */
    private static final Set<Metric> SIGNED = EnumSet.of(
            Metric.TOTAL_RETURN, Metric.ANNUAL_RETURN, Metric.NET_PROFIT, Metric.AVERAGE_WIN, Metric.AVERAGE_LOSS,
            Metric.EXPECTANCY, Metric.FUNDING, Metric.BENCHMARK_RETURN, Metric.ALPHA);

    /** Falls below a peak: kept as positive shares, shown as the losses they are. */
    private static final Set<Metric> FALLS = EnumSet.of(Metric.MAX_DRAWDOWN, Metric.AVERAGE_DRAWDOWN);

    private FigureText() {}

    /** {@return a figure of a run, without its unit's name where that is money} */
    public static String of(Metric metric, Performance performance) {
        return of(metric, performance.value(metric));
    }

    /** {@return a value of that metric} */
    public static String of(Metric metric, double value) {
        if (FALLS.contains(metric)) {
            return percent(-Math.abs(value));
        }
        boolean signed = SIGNED.contains(metric);
        return switch (metric.unit()) {
            case FRACTION -> signed ? signedPercent(value) : percent(value);
            case RATIO -> ratio(value);
            case MONEY -> signed ? signedMoney(value) : money(value);
            case COUNT -> count(value);
            case DAYS -> days(value);
        };
    }

    /** {@return whether the metric is a gain or a loss by its sign} */
    static boolean signed(Metric metric) {
        return SIGNED.contains(metric);
    }

    /** {@return an amount in quote units} */
    public static String money(double amount) {
        return decimals(amount, 2, "");
    }

    /** {@return an amount with its sign} */
    public static String signedMoney(double amount) {
        return sign(amount, 2) + money(amount);
    }

    /** {@return a fraction in percent} */
    public static String percent(double fraction) {
        return decimals(fraction * 100, 2, " %");
    }

    /** {@return a fraction in percent with its sign} */
    public static String signedPercent(double fraction) {
        return sign(fraction * 100, 2) + percent(fraction);
    }

    /** {@return a ratio} */
    public static String ratio(double value) {
        return decimals(value, 2, "");
    }

    /** {@return a whole number} */
    public static String count(double value) {
        return decimals(value, 0, "");
    }

    /** {@return a price or a quantity with as many decimals as its size leaves worth reading} */
    public static String price(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1_000 || size == 0 ? 2 : size >= 1 ? 4 : size >= 0.01 ? 6 : 8;
        return decimals(value, decimals, "");
    }

    static String decimals(double value, int decimals, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? MINUS : "") + "∞" + unit;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        return (value < 0 && !isZero(text) ? MINUS : "") + text + unit;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static String sign(double value, int decimals) {
        return value > 0 && !isZero(String.format(Locale.ROOT, "%." + decimals + "f", value)) ? "+" : "";
    }

    /** {@return a length of time in its two largest units} */
    public static String days(double days) {
        if (Double.isNaN(days) || Double.isInfinite(days)) {
            return NONE;
        }
        long minutes = Math.round(days * HOURS * MINUTES);
        if (minutes >= 24 * 60) {
            return minutes / (24 * 60) + " d " + minutes / 60 % 24 + " h";
        }
        return minutes >= 60 ? minutes / 60 + " h " + minutes % 60 + " m" : minutes + " m";
    }

    /** {@return how long it is from one time to another} */
    static String length(long fromNanos, long toNanos) {
        return days((toNanos - fromNanos) / 86_400e9);
    }

    /** {@return the day of a time} */
    public static String day(long nanos) {
        return DAY.format(Instant.ofEpochSecond(0, nanos).atOffset(ZoneOffset.UTC));
    }

    /** {@return a time to the minute} */
    public static String minute(long nanos) {
        return MINUTE.format(Instant.ofEpochSecond(0, nanos).atOffset(ZoneOffset.UTC));
    }
}
