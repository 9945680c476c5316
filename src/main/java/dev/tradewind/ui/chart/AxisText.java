package dev.tradewind.ui.chart;

import java.util.function.DoubleFunction;
import javafx.util.StringConverter;

/** Writes the values of a ChartFX axis; nothing reads one back. */
public final class AxisText extends StringConverter<Number> {

    private final DoubleFunction<String> words;

    /** @param words what to write for a value */
    public AxisText(DoubleFunction<String> words) {
        this.words = words;
    }

    @Override
    public String toString(Number value) {
        return value == null ? "" : words.apply(value.doubleValue());
    }

    @Override
    public Number fromString(String text) {
        throw new UnsupportedOperationException("axis labels are only written");
    }
}
