package dev.tradewind.ui.widget;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Decimals;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Reason;
import dev.tradewind.risk.ReasonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How figures are written everywhere: comma groups, fixed decimals, − (U+2212) for less than nothing, a space before %,
 * “–” for no value. Pure; any thread.
 */
public final class Figures {

    /** No value. */
    public static final String NONE = Decimals.NONE;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** {@return a number with comma groups and fixed decimals, rounded half up} */
    public static String fixed(BigDecimal value, int decimals) {
        return Decimals.fixed(value, decimals);
    }

    /** {@return a number with comma groups and fixed decimals; “–” if it is not finite} */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? fixed(BigDecimal.valueOf(value), decimals) : NONE;
    }

    /** {@return a whole number with comma groups} */
    public static String whole(long value) {
        return Decimals.whole(value);
    }

    /** {@return the same with + before a gain; nothing before zero} */
    public static String signed(BigDecimal value, int decimals) {
        String text = fixed(value, decimals);
        return value.setScale(decimals, RoundingMode.HALF_UP).signum() > 0 ? "+" + text : text;
    }

    /** {@return a price at the tick's decimals, “–” for 0 ticks} */
    public static String price(Instrument instrument, long ticks) {
        return Decimals.price(instrument, ticks);
    }

    /** {@return a quantity at the lot's decimals} */
    public static String quantity(Instrument instrument, long lots) {
        return Decimals.quantity(instrument, lots);
    }

    /** {@return an amount of money with two decimals} */
    public static String money(Asset asset, long atoms) {
        return Decimals.money(asset, atoms);
    }

    /** {@return profit or loss with its sign and two decimals} */
    public static String profit(Asset asset, long atoms) {
        return signed(asset.toDecimal(atoms), 2);
    }

    /** {@return {@code part} of {@code whole} as a signed percentage with two decimals; “–” where whole is 0} */
    public static String change(long part, long whole) {
        if (whole == 0) {
            return NONE;
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        return signed(percent, 2) + " %";
    }

    /** {@return {@code 14:19:58}, UTC} */
    public static String clock(long nanos) {
        return CLOCK.format(utc(nanos));
    }

    /** {@return {@code 5 Aug 14:19}, UTC} */
    public static String minute(long nanos) {
        return MINUTE.format(utc(nanos));
    }

    /** {@return {@code 5 Aug 2024 14:19:58}, UTC} */
    public static String moment(long nanos) {
        return MOMENT.format(utc(nanos));
    }

    /** {@return {@code 5 Aug 2024}, UTC} */
    public static String day(long nanos) {
        return DAY.format(utc(nanos));
    }

    /** {@return a length of time in its two largest units, for instance {@code 14 h 20 m}} */
    public static String duration(long nanos) {
        long seconds = Math.max(0, nanos / SECOND_NANOS);
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " m " + seconds % 60 + " s";
        }
        long hours = minutes / 60;
        return hours < 24 ? hours + " h " + minutes % 60 + " m" : hours / 24 + " d " + hours % 24 + " h";
    }

    /** {@return a decision in words, its numbers written as the instrument writes them} */
    public static String decision(Instrument instrument, Reason reason, long first, long second) {
        return ReasonText.of(instrument, reason, first, second);
    }

    private static LocalDateTime utc(long nanos) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS)),
                ZoneOffset.UTC);
    }
}
