package dev.tradewind.cli;

import dev.tradewind.analytics.Metric;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is searched, for what, in which order. */
final class SearchOptions {

    @Option(
            names = "--search",
            arity = "1..*",
            paramLabel = "K=RANGE",
            description = {
                "A parameter and what to try: 5:50:5 (from, to, step), 0.5:8:log:5 (5 values on a logarithmic",
                "scale), 5,10,20 (a list), all (every choice). May be repeated; the last one runs fastest."
            })
    private List<String> ranges = new ArrayList<>();

    @Option(
            names = "--constraint",
            paramLabel = "EXPR",
            description = {
                "Only combinations for which this holds, 'fast * 2 <= slow' for instance: + - * / ( ) and",
                "< <= > >= == != between parameters and numbers, searched or not. May be repeated."
            })
    private List<String> constraints = new ArrayList<>();

    @Option(
            names = "--objective",
            paramLabel = "FIGURE",
            converter = MetricText.class,
            description = "The figure whose best is looked for: sharpe (default), totalReturn, calmar, maxDrawdown, …")
    private Metric objective = Metric.SHARPE;

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "Try N different combinations by chance instead of all; --seed decides which.")
    private @Nullable Integer random;

    @Option(names = "--workers", paramLabel = "N", description = "Threads; default one for each core.")
    private int workers = Math.min(Runtime.getRuntime().availableProcessors(), SearchSpec.MOST_WORKERS);

    @Option(names = "--top", paramLabel = "K", description = "How many of the best to show, up to 100; default 10.")
    private int top = 10;

    /** {@return the search as typed} */
    SearchSpec spec(long seed) {
        if (top < 1 || top > SearchReport.MOST_KEPT) {
            throw new IllegalArgumentException("--top " + top + " must be from 1 to 100");
        }
        return new SearchSpec(
                values(),
                constraints,
                objective,
                Optional.ofNullable(random).map(trials -> new SearchSpec.Draw(trials, seed)),
                workers,
                top);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : ranges) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "--search '" + text + "' must be id=range, for instance fast=5:50:5");
            }
            String before = values.putIfAbsent(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
            if (before != null) {
                throw new IllegalArgumentException("parameter " + text.substring(0, equals) + " is searched twice, '"
                        + before + "' and '" + text.substring(equals + 1) + "'; name all its values once");
            }
        }
        return values;
    }

    /** {@return how many of the best to show} */
    int top() {
        return top;
    }
}
