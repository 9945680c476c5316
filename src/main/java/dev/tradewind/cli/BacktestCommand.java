package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BacktestRunner.Played;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.FillFile;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunFile;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.StartException;
import dev.tradewind.app.TrialShelf;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.Progress;
import dev.tradewind.report.RunJson;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind backtest}: plays a bot over a file of market data. */
@Command(name = "backtest", description = "Play a bot over a file of market data and report what came of it.")
final class BacktestCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private BotOptions bot = new BotOptions();

    @Mixin private MarketOptions market = new MarketOptions();

    @Mixin private PerpetualOptions perpetual = new PerpetualOptions();

    @Mixin private RequestOptions terms = new RequestOptions();

    @Mixin private SetupOptions setups = new SetupOptions();

    @Mixin private ReportOptions reports = new ReportOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write every fill to this file, .csv or .json.")
    private @Nullable Path out;

    @Option(
            names = "--check",
            description = {
                "Play it some thirty times more: cut off right after orders, to find a bot that sees the future,",
                "and begun later, to see how much hangs on that."
            })
    private boolean check;

    BacktestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        TrialShelf shelf = TrialShelf.at(market.dataDir(), why -> output.note("this run is not counted: " + why));
        RunSetup setup = reports.named(setups.given() ? setups.read().in(market.dataDir()) : typed());
        if (out != null && setup.lanes().size() > 1) {
            throw new IllegalArgumentException("--out " + out + " takes the fills of one history; the setup has "
                    + setup.lanes().size());
        }
        List<RunFile> files = reports.files();
        FillFile fills = out == null ? null : FillFile.at(out);
        BacktestRunner runner = BacktestRunner.of(setup);
        setups.save(setup, output);
        runner.instruments().forEach(output::unknownFilters);
        Played played = runner.play(Progress.NONE, check);
        if (fills != null) {
            BacktestReport first = played.bots().getFirst().getFirst();
            boolean replaced = fills.write(runner.instrument(), runner.third(), first.fills());
            output.note((replaced ? "replaced " : "wrote ") + fills.path() + " with " + first.fills().size() + " fills");
        }
        long trials = shelf.add(played.report());
        OptionalInt kept = reports.finish(played, files, market.dataDir(), output);
        if (common.json) {
            ObjectNode json = json(setup, runner, played, fills).put("trialsOnData", trials);
            kept.ifPresent(number -> json.put("run", number));
            output.json(json);
        } else {
            print(setup, runner, played, trials);
        }
        boolean believable = played.report().checks().stream().allMatch(one -> one.verdict() != RunReport.Verdict.FAILED);
        if (!believable) {
            output.note("a check failed: this run is not to be believed");
        }
        return believable ? TradewindCommand.DONE : TradewindCommand.FAILED;
    }

    private RunSetup typed() {
        BotChoice choice = bot.choice();
        MarketChoice source = market.choice();
        return RunSetup.of(choice, source, perpetual.choice(), terms.request(source));
    }

    private ObjectNode json(RunSetup setup, BacktestRunner runner, Played played, @Nullable FillFile fills) {
        ObjectNode json = output.object();
        if (setup.bots() == 1) {
            BacktestText.json(json, bot(setup), runner.outcome(played), played.report());
            RunText.json(json, played.report());
        } else {
            RunText.whole(json, played.report());
        }
        if (fills != null) {
            json.put("out", fills.path().toString());
        }
        return json.putRawValue("report", new RawValue(RunJson.write(played.report())));
    }

    private void print(RunSetup setup, BacktestRunner runner, Played played, long trials) {
        if (setup.bots() == 1) {
            BacktestText.lines(bot(setup), runner.outcome(played), played.report()).forEach(output::line);
        } else {
            RunText.lines(played).forEach(output::line);
        }
        if (trials > 0) {
            output.line("Trials on this data: " + Numbers.count(trials));
        }
        long events = played.report().data().stream().mapToLong(RunReport.Data::events).sum();
        output.note("took " + Numbers.fixed(played.tookNanos() / 1e6, 1) + " ms, "
                + Numbers.fixed((double) played.tookNanos() / Math.max(1, events), 1) + " ns per event");
    }

    private static BotChoice bot(RunSetup setup) {
        return setup.lanes().getFirst().bots().getFirst().bot();
    }
}
