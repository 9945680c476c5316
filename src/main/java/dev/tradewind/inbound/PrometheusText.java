package dev.tradewind.inbound;

import dev.tradewind.monitor.Histogram;
import dev.tradewind.monitor.Metrics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Metrics in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). By hand: the format is a few
 * lines a metric, and the library for it would bring seven more to each installation.
 */
public final class PrometheusText {

    /** The format's media type. */
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double EXACT_LONGS = 1e15;
    private static final int NANO_DIGITS = 9;

    private PrometheusText() {}

    /** {@return the metrics as text, each line ended} */
    public static String of(List<Metrics.Family> families) {
        StringBuilder out = new StringBuilder(8_192);
        for (Metrics.Family family : families) {
            String kind = family.kind().name().toLowerCase(Locale.ROOT);
            out.append("# HELP ").append(family.name()).append(' ').append(escaped(family.help())).append('\n');
            out.append("# TYPE ").append(family.name()).append(' ').append(kind).append('\n');
            for (Metrics.Sample sample : family.samples()) {
                Histogram.Counted durations = sample.durations();
                if (durations == null) {
                    line(out, family.name(), sample.label(), sample.labelValue(), number(sample.value()));
                } else {
                    histogram(out, family.name(), durations);
                }
            }
        }
        return out.toString();
    }

    private static void histogram(StringBuilder out, String name, Histogram.Counted durations) {
        long below = 0;
        for (int i = 0; i < durations.boundsNanos().length; i++) {
            below += durations.counts()[i];
            line(out, name + "_bucket", "le", seconds(durations.boundsNanos()[i]), Long.toString(below));
        }
        line(out, name + "_bucket", "le", "+Inf", Long.toString(durations.count()));
        line(out, name + "_sum", "", "", seconds(durations.sumNanos()));
        line(out, name + "_count", "", "", Long.toString(durations.count()));
    }

    private static void line(StringBuilder out, String name, String label, String labelValue, String value) {
        out.append(name);
        if (!label.isEmpty()) {
            String quoted = escaped(labelValue).replace("\"", "\\\"");
            out.append('{').append(label).append("=\"").append(quoted).append("\"}");
        }
        out.append(' ').append(value).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String seconds(long nanos) {
        return nanos == 0 ? "0" : BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_LONGS;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
