package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers are written for people: comma groups, fixed decimals, − (U+2212) for less than nothing, “–” for no value. Pure;
 * any thread.
 */
public final class Decimals {

    /** No value. */
    public static final String NONE = "–";

    private static final char MINUS = '\u2212';

    private Decimals() {}

    /** {@return a number with comma groups and fixed decimals, rounded half up} */
    public static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + 8);
        if (rounded.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }

    /** {@return a whole number with comma groups} */
    public static String whole(long value) {
        return fixed(BigDecimal.valueOf(value), 0);
    }

    /** {@return a price at the tick's decimals, “–” for 0 ticks} */
    public static String price(Instrument instrument, long ticks) {
        return ticks == 0 ? NONE : fixed(instrument.toPrice(ticks), instrument.priceDecimals());
    }

    /** {@return a quantity at the lot's decimals} */
    public static String quantity(Instrument instrument, long lots) {
        return fixed(instrument.toQuantity(lots), instrument.quantityDecimals());
    }

    /** {@return an amount of money with two decimals} */
    public static String money(Asset asset, long atoms) {
        return fixed(asset.toDecimal(atoms), 2);
    }
}
