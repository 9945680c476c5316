package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.RunShelf;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.report.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind runs list}. */
@Command(name = "list", description = "List kept runs, the newest first.")
final class RunsListCommand implements Callable<Integer> {

    private static final int MOST = 50;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Option(names = "--most", paramLabel = "N", description = "List at most so many; default " + MOST + ".")
    private int most = MOST;

    RunsListCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (most < 1) {
            throw new IllegalArgumentException("--most " + most + " must be 1 or more");
        }
        try (RunShelf shelf = RunShelf.open(folder.chosen())) {
            List<RunStore.Kept> kept = shelf.newest(most);
            if (common.json) {
                json(kept);
            } else if (kept.isEmpty()) {
                output.line("No run is kept in " + shelf.folder() + "; tradewind backtest --keep keeps one.");
            } else {
                Table.aligned(rows(kept)).forEach(output::line);
            }
        }
        return TradewindCommand.DONE;
    }

    private static List<List<String>> rows(List<RunStore.Kept> kept) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Run", "Kept, UTC", "Return", "Drawdown", "Sharpe", "Trades", "Journal", "Title"));
        for (RunStore.Kept run : kept) {
            rows.add(List.of(
                    Integer.toString(run.number()), FigureText.minute(run.atNanos()),
                    FigureText.signedPercent(run.totalReturn()), FigureText.percent(-run.maxDrawdown()),
                    FigureText.ratio(run.sharpe()), FigureText.count(run.trades()), run.journalHash(),
                    run.title() + (run.symbols().isEmpty() ? "" : " (" + run.symbols() + ")")));
        }
        return rows;
    }

    private void json(List<RunStore.Kept> kept) {
        ObjectNode json = output.object();
        ArrayNode runs = json.putArray("runs");
        for (RunStore.Kept run : kept) {
            runs.addObject()
                    .put("number", run.number())
                    .put("kept", Times.iso(run.atNanos()))
                    .put("title", run.title())
                    .put("symbols", run.symbols())
                    .put("totalReturn", finite(run.totalReturn()))
                    .put("maxDrawdown", finite(run.maxDrawdown()))
                    .put("sharpe", finite(run.sharpe()))
                    .put("trades", run.trades())
                    .put("journalHash", run.journalHash());
        }
        output.json(json);
    }

    /** {@return the figure, null where it cannot be told} */
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
