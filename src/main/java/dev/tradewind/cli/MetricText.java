package dev.tradewind.cli;

import dev.tradewind.analytics.Metric;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a figure's id from the command line, {@code sharpe} for instance, and writes figures. */
final class MetricText implements ITypeConverter<Metric> {

    private static final int DIGITS = 4;

    @Override
    public Metric convert(String text) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.id().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no figure; the figures are "
                        + Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.joining(", "))));
    }

    /** {@return a figure as people read it; a dash where it cannot be told} */
    static String show(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : value > 0 ? "infinite" : "-infinite";
        }
        return switch (metric.unit()) {
            case FRACTION -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case RATIO -> Numbers.fixed(value, DIGITS);
            case MONEY -> String.format(Locale.ROOT, "%,.2f", value);
            case COUNT -> Numbers.count(Math.round(value));
            case DAYS -> Numbers.fixed(value, 1);
        };
    }
}
