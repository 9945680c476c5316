package dev.tradewind.cli;

import dev.tradewind.app.RunShelf;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.RunJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tradewind runs show}. */
@Command(name = "show", description = "Show a kept run: what was played, every figure, and its checks.")
final class RunsShowCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Parameters(paramLabel = "N", description = "The run's number, as tradewind runs list shows it.")
    private int number;

    RunsShowCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        try (RunShelf shelf = RunShelf.open(folder.chosen())) {
            RunReport report = shelf.load(number);
            if (common.json) {
                output.line(RunJson.write(report));
            } else {
                KeptRunText.lines(report).forEach(output::line);
            }
        }
        return TradewindCommand.DONE;
    }
}
