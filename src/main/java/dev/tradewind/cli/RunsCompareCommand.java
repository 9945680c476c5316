package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.analytics.Comparison;
import dev.tradewind.app.RunContrast;
import dev.tradewind.app.RunShelf;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tradewind runs compare}. */
@Command(
        name = "compare",
        description = {
            "Show the figures of two to ten kept runs side by side; * marks the best.",
            "Says where the runs differ in more than their bots."
        })
final class RunsCompareCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Parameters(paramLabel = "N", arity = "1..*", description = "The runs' numbers, as tradewind runs list shows them.")
    private List<Integer> numbers = new ArrayList<>();

    RunsCompareCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        RunContrast.check(numbers);
        List<RunReport> runs = new ArrayList<>();
        try (RunShelf shelf = RunShelf.open(folder.chosen())) {
            for (int number : numbers) {
                runs.add(shelf.load(number));
            }
        }
        Comparison comparison = Comparison.of(
                numbers.stream().map(number -> "Run " + number).toList(), runs.stream().map(RunReport::performance).toList());
        List<String> warnings = RunContrast.warnings(runs);
        if (common.json) {
            json(runs, comparison, warnings);
        } else {
            lines(runs, comparison, warnings);
        }
        return TradewindCommand.DONE;
    }

    private void lines(List<RunReport> runs, Comparison comparison, List<String> warnings) {
        for (int i = 0; i < runs.size(); i++) {
            output.line(comparison.names().get(i) + ": " + runs.get(i).title());
        }
        output.line("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", comparison.names().stream().map(name -> name + " ").toList()));
        for (Comparison.Row figure : comparison.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < figure.values().size(); i++) {
                cells.add(FigureText.of(figure.metric(), figure.values().get(i)) + (figure.best() == i ? "*" : " "));
            }
            rows.add(row(figure.metric().label(), cells));
        }
        Table.aligned(rows).forEach(output::line);
        if (!warnings.isEmpty()) {
            output.line("");
            output.line("Not like for like:");
            warnings.forEach(warning -> output.line("- " + warning));
        }
    }

    /** A label, the figures, and an empty column so that the last figure ends on the right too. */
    private static List<String> row(String label, List<String> cells) {
        List<String> row = new ArrayList<>();
        row.add(label);
        row.addAll(cells);
        row.add("");
        return row;
    }

    private void json(List<RunReport> runs, Comparison comparison, List<String> warnings) {
        ObjectNode json = output.object();
        ArrayNode listed = json.putArray("runs");
        for (int i = 0; i < runs.size(); i++) {
            RunReport run = runs.get(i);
            listed.addObject()
                    .put("number", numbers.get(i))
                    .put("title", run.title())
                    .put("tier", run.tier().name())
                    .put("quote", run.quote())
                    .put("journalHash", run.journalHash());
        }
        ArrayNode figures = json.putArray("figures");
        for (Comparison.Row figure : comparison.rows()) {
            ObjectNode row = figures.addObject().put("id", figure.metric().id()).put("label", figure.metric().label());
            ArrayNode values = row.putArray("values");
            figure.values().forEach(value -> values.add(RunsListCommand.finite(value)));
            row.put("best", figure.best() < 0 ? null : numbers.get(figure.best()));
        }
        ArrayNode differences = json.putArray("warnings");
        warnings.forEach(differences::add);
        output.json(json);
    }
}
