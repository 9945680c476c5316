package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.RunFile;
import dev.tradewind.app.RunShelf;
import dev.tradewind.app.StartException;
import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tradewind runs}: what can be done with kept backtests. */
@Command(
        name = "runs",
        synopsisSubcommandLabel = "list|show|compare|rerun|export|drop",
        description = "List, show, compare, play again, export or drop backtests kept with backtest --keep.")
final class RunsCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "one of list, show, compare, rerun, export and drop is missing");
    }

    /** {@code export}. */
    @Command(
            name = "export",
            description = {
                "Write a kept run's report to files.",
                "For CSV the run is played again: its orders and fills are not kept, they follow from its setup."
            })
    static final class Export implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Parameters(paramLabel = "N", description = "The run's number, as tradewind runs list shows it.")
        private int number;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "Where to: .html, .pdf, .json, or .csv (one file for each list); may be repeated.")
        private List<Path> out = new ArrayList<>();

        Export(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            List<RunFile> files = new ArrayList<>();
            for (Path path : out) {
                files.add(RunFile.at(path));
            }
            try (RunShelf shelf = RunShelf.open(folder.chosen())) {
                RunReport report = shelf.load(number);
                // before the first file is written: what cannot be had leaves everything as it was
                Optional<Dealings> dealings = files.stream().anyMatch(RunFile::needsDealings)
                        ? Optional.of(shelf.dealings(number, Progress.NONE))
                        : Optional.empty();
                ObjectNode json = output.object().put("number", number);
                ArrayNode done = json.putArray("done");
                for (RunFile file : files) {
                    file.write(report, dealings).forEach(line -> {
                        done.add(line);
                        if (!common.json) {
                            output.line(line);
                        }
                    });
                }
                if (common.json) {
                    output.json(json);
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code drop}. */
    @Command(name = "drop", description = "Drop a kept run for good; files written of it stay.")
    static final class Drop implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Parameters(paramLabel = "N", description = "The run's number, as tradewind runs list shows it.")
        private int number;

        Drop(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() {
            try (RunShelf shelf = RunShelf.open(folder.chosen())) {
                shelf.drop(number);
            }
            if (common.json) {
                output.json(output.object().put("dropped", number));
            } else {
                output.line("dropped run " + number);
            }
            return TradewindCommand.DONE;
        }
    }
}
