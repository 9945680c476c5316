package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;

/** How a report's figures are written. Pure. */
final class Words {

    private Words() {}

    /** {@return a figure in its unit; what cannot be told is “–”} */
    static String of(Metric metric, Performance performance) {
        return of(metric, performance.value(metric));
    }

    static String of(Metric metric, double value) {
        return switch (metric.unit()) {
            case FRACTION -> percent(value, 2);
            case RATIO -> value == Double.POSITIVE_INFINITY ? "∞" : Figures.fixed(value, 2);
            case MONEY -> Figures.fixed(value, 2);
            case COUNT -> Figures.fixed(value, 0);
            case DAYS -> Figures.fixed(value, 1) + (Double.isFinite(value) ? " d" : "");
        };
    }

    /** {@return a share in percent} */
    static String percent(double fraction, int decimals) {
        return Double.isFinite(fraction) ? Figures.fixed(fraction * 100, decimals) + " %" : Figures.NONE;
    }

    /** {@return a share in percent with its sign} */
    static String change(double fraction, int decimals) {
        return Double.isFinite(fraction) ? signed(fraction * 100, decimals) + " %" : Figures.NONE;
    }

    /** {@return a number with its sign} */
    static String signed(double value, int decimals) {
        return Double.isFinite(value) ? Figures.signed(BigDecimal.valueOf(value), decimals) : Figures.NONE;
    }

    /** {@return the tone of a gain, a loss, or nothing} */
    static String tone(double value) {
        return value > 0 ? "is-buy" : value < 0 ? "is-sell" : "";
    }

    /** {@return {@code 5 Aug 2024 14:19}, UTC} */
    static String minute(long nanos) {
        String moment = Figures.moment(nanos);
        return moment.substring(0, moment.length() - ":00".length());
    }
}
