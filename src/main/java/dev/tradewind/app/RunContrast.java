package dev.tradewind.app;

import dev.tradewind.analytics.Comparison;
import dev.tradewind.backtest.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs side by side, with what keeps their figures from being like for like. */
public final class RunContrast {

    /** Runs that are compared at least. */
    public static final int FEWEST = 2;

    private RunContrast() {}

    /**
     * Checks a choice of runs before anything is read.
     *
     * @throws IllegalArgumentException if there are too few or too many, or one comes twice
     */
    public static void check(List<Integer> numbers) {
        if (numbers.size() < FEWEST || numbers.size() > Comparison.MOST_RUNS) {
            throw new IllegalArgumentException(numbers.size() + (numbers.size() == 1 ? " run" : " runs")
                    + " cannot be compared; name " + FEWEST + " to " + Comparison.MOST_RUNS);
        }
        for (int number : numbers) {
            if (numbers.indexOf(number) != numbers.lastIndexOf(number)) {
                throw new IllegalArgumentException("run " + number + " is named twice; name each once");
            }
        }
    }

    /** {@return what differs between runs besides the bots, each in a sentence; empty if like is compared with like} */
    public static List<String> warnings(List<RunReport> runs) {
        List<String> warnings = new ArrayList<>();
        differ(runs, "data", RunContrast::data).ifPresent(warnings::add);
        differ(runs, "range", RunContrast::range).ifPresent(warnings::add);
        differ(runs, "fill tier", run -> run.tier().name()).ifPresent(warnings::add);
        differ(runs, "quote asset", RunReport::quote).ifPresent(warnings::add);
        List<Optional<BacktestRequest>> terms = runs.stream().map(RunContrast::terms).toList();
        if (terms.stream().allMatch(Optional::isPresent)) {
            List<BacktestRequest> all = terms.stream().map(Optional::orElseThrow).toList();
            differ(all, "capital", each -> each.capital().stripTrailingZeros().toPlainString()).ifPresent(warnings::add);
            differ(all, "fees", RunContrast::fees).ifPresent(warnings::add);
            differ(all, "slippage", each -> each.slippageBps().stripTrailingZeros().toPlainString() + " bp, "
                    + each.models().slippage()).ifPresent(warnings::add);
            differ(all, "latency", each -> each.latencyNanos() / 1_000_000 + " ms, " + each.models().latency())
                    .ifPresent(warnings::add);
        }
        return warnings;
    }

    private static <T> Optional<String> differ(List<T> runs, String what, Function<T, String> value) {
        List<String> values = runs.stream().map(value).distinct().toList();
        return values.size() == 1
                ? Optional.empty()
                : Optional.of("the " + what + (what.endsWith("s") ? " differ: " : " differs: ") + String.join(" | ", values));
    }

    private static String data(RunReport run) {
        return run.data().stream()
                .map(data -> data.symbol() + " " + data.checksum())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String range(RunReport run) {
        return Stream.of(run.firstNanos(), run.lastNanos())
                .map(nanos -> Instant.ofEpochSecond(0, nanos).toString())
                .collect(Collectors.joining(" to "));
    }

    private static Optional<BacktestRequest> terms(RunReport run) {
        try {
            return Optional.of(RunSetup.ofJson(run.setup()).terms());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String fees(BacktestRequest terms) {
        String rate = terms.fees().isPresent()
                ? "by volume (" + String.join("; ", terms.fees().get().lines()) + ")"
                : terms.fee().toBps().stripTrailingZeros().toPlainString() + " bp";
        return rate + ", buys pay in " + terms.buyFeeAsset().name().toLowerCase(Locale.ROOT);
    }
}
