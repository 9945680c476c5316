package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.SeedRun;
import dev.tradewind.hostile.Outcome;
import dev.tradewind.hostile.Parts;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind simulate}: runs the engine through hostile worlds and says what did not hold. */
@Command(
        name = "simulate",
        description = {
            "Run the engine through hostile worlds, one for each seed.",
            "Reports come late, doubled or never, requests time out, lines and disks break, it crashes at any step.",
            "Prints how often each fault met an order in each state.",
            "A seed is the same world everywhere. Fails if anything that must always hold did not, naming the seeds."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final long NOTE_EVERY_NANOS = 10_000_000_000L;
    private static final int DIGITS = 3;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "500", description = "How many seeds (500).")
    private long seeds;

    @Option(names = "--from", paramLabel = "S", defaultValue = "1", description = "The first seed (1).")
    private long from;

    @Option(names = "--threads", paramLabel = "T", defaultValue = "2", description = "How many run at once (2).")
    private int threads;

    SimulateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (seeds < 1 || threads < 1 || threads > 256) {
            throw new IllegalArgumentException(
                    "--seeds " + seeds + " and --threads " + threads + ": at least one of each, at most 256 threads");
        }
        long began = System.nanoTime();
        AtomicLong noted = new AtomicLong(began);
        SeedRun run = SeedRun.of(from, seeds, threads, Parts.SOUND, done -> {
            long last = noted.get();
            long now = System.nanoTime();
            if (now - last > NOTE_EVERY_NANOS && noted.compareAndSet(last, now)) {
                output.note(done + " of " + seeds + " seeds, " + rate(done, (now - began) / 1e9) + " a second");
            }
        });
        if (common.json) {
            output.json(json(run));
        } else {
            tell(run);
        }
        return run.violations().isEmpty() ? TradewindCommand.DONE : TradewindCommand.FAILED;
    }

    private static String rate(long count, double seconds) {
        return Numbers.decimal(count / seconds, 1).toPlainString();
    }

    private void tell(SeedRun run) {
        run.coverage().table().forEach(output::line);
        output.line("");
        output.line("seeds " + from + " to " + (from + seeds - 1) + ": " + run.inputs() + " inputs, " + run.restarts()
                + " restarts, " + run.fills() + " fills; " + Numbers.decimal(run.seconds(), 1).toPlainString() + " s, "
                + rate(run.seeds(), run.seconds()) + " seeds a second");
        for (Outcome broken : run.violations()) {
            output.line("");
            output.line("seed " + broken.seed() + " broke after " + broken.inputs() + " inputs: " + broken.detail());
            broken.steps().forEach(step -> output.line("  " + step));
        }
        output.line(run.violations().isEmpty()
                ? "everything held"
                : run.violations().size() + " of " + run.seeds() + " seeds broke");
    }

    private ObjectNode json(SeedRun run) {
        ObjectNode node = output.object()
                .put("from", from)
                .put("seeds", run.seeds())
                .put("inputs", run.inputs())
                .put("restarts", run.restarts())
                .put("fills", run.fills())
                .put("seconds", Numbers.decimal(run.seconds(), DIGITS));
        ArrayNode broken = node.putArray("violations");
        for (Outcome outcome : run.violations()) {
            broken.addObject()
                    .put("seed", outcome.seed())
                    .put("invariant", outcome.invariant())
                    .put("detail", outcome.detail());
        }
        return node;
    }
}
