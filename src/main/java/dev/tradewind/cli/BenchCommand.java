package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.bench.BenchCatalog;
import dev.tradewind.bench.BenchResult;
import dev.tradewind.bench.Benchmark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind bench}: measures the program, one JSON object a line. */
@Command(
        name = "bench",
        description = {
            "Measure the program; prints one JSON object a line, with or without --json.",
            "'value' is the median of at least five runs after warm-up, 'peer' what ran beside it in the same process,",
            "'ratio' value / peerValue, 'gate' whether the work done was the right work. Fails if a gate does."
        })
final class BenchCommand implements Callable<Integer> {

    private static final int DIGITS = 3;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Run those whose name starts so; without, all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "List them instead of running them.")
    private boolean list;

    BenchCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Benchmark> chosen = BenchCatalog.named(names);
        boolean passed = true;
        for (Benchmark benchmark : chosen) {
            if (list) {
                list(benchmark);
            } else {
                passed &= run(benchmark);
            }
        }
        return passed ? TradewindCommand.DONE : TradewindCommand.FAILED;
    }

    private void list(Benchmark benchmark) {
        if (common.json) {
            output.json(head(benchmark).put("unit", benchmark.unit()).put("goal", goal(benchmark.goal())));
        } else {
            BigDecimal asked = goal(benchmark.goal());
            String goal = asked == null ? "" : asked.toPlainString();
            output.line(String.format("%-20s %-10s %s", benchmark.name(), benchmark.unit(), goal).strip());
        }
    }

    private ObjectNode head(Benchmark benchmark) {
        return output.object().put("name", benchmark.name());
    }

    /** The goal, null where nothing is asked: JSON's own word for it. */
    private static @Nullable BigDecimal goal(OptionalDouble goal) {
        return goal.isPresent() ? Numbers.decimal(goal.getAsDouble(), DIGITS) : null;
    }

    private boolean run(Benchmark benchmark) {
        BenchResult result;
        try {
            result = benchmark.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            result = BenchResult.of(Double.NaN).judged("interrupted");
        } catch (Exception | LinkageError failure) {
            // a missing native library is an error of linkage
            result = BenchResult.of(Double.NaN).judged("could not be measured: " + failure.getMessage());
        }
        output.json(line(benchmark, result));
        return result.passed();
    }

    private ObjectNode line(Benchmark benchmark, BenchResult result) {
        ObjectNode line = head(benchmark);
        if (Double.isNaN(result.value())) {
            line.putNull("value");
        } else {
            line.put("value", Numbers.decimal(result.value(), DIGITS));
        }
        line.put("unit", benchmark.unit());
        line.put("goal", goal(result.goal().isPresent() ? result.goal() : benchmark.goal()));
        line.put("peer", result.peer().orElse(null));
        if (result.peerValue().isPresent()) {
            line.put("peerValue", Numbers.decimal(result.peerValue().getAsDouble(), DIGITS));
            line.put("ratio", Numbers.decimal(result.ratio().getAsDouble(), 2 * DIGITS));
        } else {
            line.putNull("peerValue").putNull("ratio");
        }
        line.put("hash", result.hash().orElse(null)).put("gate", result.gate());
        if (result.allocatedBytes().isPresent()) {
            line.put("allocatedBytes", Numbers.decimal(result.allocatedBytes().getAsDouble(), DIGITS));
        }
        return line;
    }
}
