package dev.tradewind.ui.screen.lab;

import dev.tradewind.domain.ParamSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A parameter that is searched, with its range. Holds no nodes. */
final class SearchRow {

    /** Values to each side of the present one a range begins with. */
    private static final int ASIDE = 4;

    /** A range begins as wide as the present value, in so many steps. */
    private static final int STEPS = 8;

    final ParamSpec spec;
    final StringProperty from;
    final StringProperty to;
    final StringProperty step;

    /** @param value the present one, which the first range surrounds */
    SearchRow(ParamSpec spec, String value, Runnable changed) {
        this.spec = spec;
        if (isNumber(spec)) {
            BigDecimal middle = new BigDecimal(value.isEmpty() ? spec.defaultValue() : value);
            BigDecimal stride = stride(spec, middle);
            BigDecimal aside = stride.multiply(BigDecimal.valueOf(ASIDE));
            BigDecimal low = middle.subtract(aside);
            while (low.compareTo(spec.min()) < 0 && low.add(stride).compareTo(spec.max()) <= 0) {
                low = low.add(stride);
            }
            BigDecimal high = middle.add(aside).min(spec.max());
            from = heard(text(low), changed);
            to = heard(text(high), changed);
            step = heard(text(stride), changed);
        } else {
            from = heard("", changed);
            to = heard("", changed);
            step = heard("", changed);
        }
    }

    static boolean isNumber(ParamSpec spec) {
        return switch (spec.kind()) {
            case DECIMAL, INTEGER -> true;
            case CHOICE, SWITCH, LADDER -> false;
        };
    }

    /** A round stride of about an eighth of the value; of whole numbers at least 1. */
    private static BigDecimal stride(ParamSpec spec, BigDecimal middle) {
        BigDecimal wanted = middle.abs().signum() == 0
                ? spec.max().subtract(spec.min()).divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL32)
                : middle.abs().divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL32);
        BigDecimal round = wanted.round(new MathContext(1, RoundingMode.HALF_UP));
        boolean whole = spec.kind() == ParamSpec.Kind.INTEGER;
        return whole ? round.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE) : round;
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static StringProperty heard(String first, Runnable changed) {
        StringProperty value = new SimpleStringProperty(first);
        value.addListener((property, before, now) -> changed.run());
        return value;
    }

    /** {@return the range as a search takes it} */
    String range() {
        return isNumber(spec)
                ? plain(from) + ":" + plain(to) + ":" + plain(step)
                : "all";
    }

    private static String plain(StringProperty text) {
        return text.get().strip().replace(",", "");
    }
}
