package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.RunShelf;
import dev.tradewind.app.StartException;
import dev.tradewind.domain.Progress;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind runs rerun}. */
@Command(
        name = "rerun",
        description = {
            "Play a kept run's setup again and compare the journals.",
            "Fails if not every command, timer, order and report is the same, and says what changed."
        })
final class RunsRerunCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Parameters(paramLabel = "N", description = "The run's number, as tradewind runs list shows it.")
    private int number;

    @Option(names = "--keep", description = "Keep the new run too, under a number of its own.")
    private boolean keep;

    RunsRerunCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        try (RunShelf shelf = RunShelf.open(folder.chosen())) {
            RunShelf.Rerun rerun = shelf.rerun(number, Progress.NONE);
            OptionalInt kept = keep ? OptionalInt.of(shelf.keep(rerun.again())) : OptionalInt.empty();
            if (common.json) {
                json(rerun, kept);
            } else {
                lines(rerun);
            }
            kept.ifPresent(as -> output.note("kept as run " + as + " in " + shelf.folder()));
            return rerun.identical() ? TradewindCommand.DONE : TradewindCommand.FAILED;
        }
    }

    private void lines(RunShelf.Rerun rerun) {
        String now = rerun.again().journalHash() + " over " + rerun.again().journalRows() + " journal rows";
        if (rerun.identical()) {
            output.line("run " + number + " came out identical: " + now);
            rerun.differences().forEach(difference -> output.line("- though " + difference));
        } else if (rerun.before().isEmpty()) {
            output.line("run " + number + " is damaged, so there is nothing to compare with; played again: " + now);
        } else {
            output.line("run " + number + " came out otherwise:");
            rerun.differences().forEach(difference -> output.line("- " + difference));
        }
    }

    private void json(RunShelf.Rerun rerun, OptionalInt kept) {
        ObjectNode json = output.object()
                .put("number", number)
                .put("identical", rerun.identical())
                .put("before", rerun.before().map(report -> report.journalHash()).orElse(null))
                .put("now", rerun.again().journalHash());
        ArrayNode differences = json.putArray("differences");
        rerun.differences().forEach(differences::add);
        if (kept.isPresent()) {
            json.put("kept", kept.getAsInt());
        }
        output.json(json);
    }
}
