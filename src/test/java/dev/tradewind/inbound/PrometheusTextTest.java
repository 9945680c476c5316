package dev.tradewind.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.monitor.EngineTotals;
import dev.tradewind.monitor.Histogram;
import dev.tradewind.monitor.LogRing;
import dev.tradewind.monitor.Metrics;
import dev.tradewind.monitor.ProcessGauges;
import dev.tradewind.monitor.SessionGauges;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    /** The lines' form is that of the examples in prometheus.io/docs/instrumenting/exposition_formats. */
    @Test
    void writesTheFormat() {
        Metrics metrics = new Metrics();
        metrics.counter("http_requests_total", "The total number of HTTP requests.", "code", "200", () -> 1_027);
        metrics.counter("http_requests_total", "The total number of HTTP requests.", "code", "400", () -> 3);
        metrics.gauge("something_weird", "A \\ and\na line.", "problem", "C:\\DIR \"quoted\"\n", () -> -0.5);
        metrics.gauge("not_known", "Left out.", () -> Double.NaN);
        metrics.gauge("not_readable", "Left out too.", () -> {
            throw new IllegalStateException("nobody knows");
        });
        metrics.gauge("no_end", "Infinity.", () -> Double.POSITIVE_INFINITY);
        Histogram durations = new Histogram(50_000_000, 100_000_000, 1_000_000_000);
        durations.record(50_000_000);
        durations.record(70_000_000);
        durations.record(5_000_000_000L);
        metrics.histogram("request_duration_seconds", "A histogram.", durations);

        assertThat(PrometheusText.of(metrics.collect())).isEqualTo("""
                # HELP http_requests_total The total number of HTTP requests.
                # TYPE http_requests_total counter
                http_requests_total{code="200"} 1027
                http_requests_total{code="400"} 3
                # HELP something_weird A \\\\ and\\na line.
                # TYPE something_weird gauge
                something_weird{problem="C:\\\\DIR \\"quoted\\"\\n"} -0.5
                # HELP no_end Infinity.
                # TYPE no_end gauge
                no_end +Inf
                # HELP request_duration_seconds A histogram.
                # TYPE request_duration_seconds histogram
                request_duration_seconds_bucket{le="0.05"} 1
                request_duration_seconds_bucket{le="0.1"} 2
                request_duration_seconds_bucket{le="1"} 2
                request_duration_seconds_bucket{le="+Inf"} 3
                request_duration_seconds_sum 5.12
                request_duration_seconds_count 3
                """);
    }

    /** Every line of what the program tells fits the grammar, each name is told once, and nothing speaks of money. */
    @Test
    void everythingTheProgramTellsFitsTheGrammar() {
        Metrics metrics = new Metrics();
        ProcessGauges.register(metrics, "0.1.0", new LogRing(1));
        new EngineTotals().register(metrics);
        SessionGauges.register(metrics, List::of);

        List<String> lines = PrometheusText.of(metrics.collect()).lines().toList();

        assertThat(lines).allSatisfy(line -> assertThat(line)
                .matches("# HELP [a-z][a-z0-9_]* .+|# TYPE [a-z][a-z0-9_]* (counter|gauge|histogram)"
                        + "|[a-z][a-z0-9_]*(\\{[a-z]+=\"[^\"\\\\\n]*\"\\})? (-?[0-9.]+(E-?[0-9]+)?|[+-]Inf)"));
        assertThat(lines.stream().filter(line -> line.startsWith("# TYPE")).distinct().count())
                .isEqualTo(lines.stream().filter(line -> line.startsWith("# TYPE")).count())
                .isGreaterThan(20);
        assertThat(lines.stream().filter(line -> line.startsWith("# TYPE")))
                .noneMatch(line -> line.matches("(?i).*(equity|balance|profit|pnl|atoms|capital|price).*"));
    }
}
