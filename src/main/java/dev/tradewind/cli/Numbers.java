package dev.tradewind.cli;

import dev.tradewind.domain.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them, the same in every locale. */
final class Numbers {

    private Numbers() {}

    /** {@return an amount with thousands separators and two decimals} */
    static String money(Asset asset, long atoms) {
        return String.format(
                Locale.ROOT, "%,.2f", asset.toDecimal(atoms).setScale(2, RoundingMode.HALF_UP));
    }

    /** {@return an amount to two decimals with its sign and the asset} */
    static String change(Asset asset, long atoms) {
        return (atoms > 0 ? "+" : "") + money(asset, atoms) + " " + asset.code();
    }

    /** {@return a fraction in percent with its sign} */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%+.4f %%", fraction * 100);
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.toPlainString();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return {@code , 128 missing in 28 gaps}, nothing where none is} */
    static String gaps(long missing, int gaps) {
        return gaps == 0 ? "" : ", " + count(missing) + " missing in " + count(gaps) + (gaps == 1 ? " gap" : " gaps");
    }

    static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** {@return a double as a decimal of few digits, for JSON} */
    static BigDecimal decimal(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
