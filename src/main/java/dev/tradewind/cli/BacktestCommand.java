package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.FillFile;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.StartException;
import dev.tradewind.app.TrialShelf;
import java.nio.file.Path;
import java.util.Optional;
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

    @Option(names = "--out", paramLabel = "FILE", description = "Write every fill to this file, .csv or .json.")
    private @Nullable Path out;

    BacktestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        TrialShelf shelf = TrialShelf.at(market.dataDir(), why -> output.note("this run is not counted: " + why));
        RunSetup setup = setups.given() ? setups.read().in(market.dataDir()) : typed();
        BotChoice choice = setup.lanes().getFirst().bots().getFirst().bot();
        FillFile fills = out == null ? null : FillFile.at(out);
        BacktestRunner runner = BacktestRunner.of(setup);
        setups.save(setup, output);
        output.unknownFilters(runner.instrument());
        BacktestOutcome outcome = runner.run();
        Optional<BacktestRunner.Spread> spread = runner.spread(outcome);
        if (fills != null) {
            boolean replaced = fills.write(runner.instrument(), outcome.third(), outcome.report().fills());
            output.note((replaced ? "replaced " : "wrote ") + fills.path() + " with " + outcome.report().fills().size()
                    + " fills");
        }
        print(choice, outcome, spread, fills, shelf.add(outcome));
        return TradewindCommand.DONE;
    }

    private RunSetup typed() {
        BotChoice choice = bot.choice();
        MarketChoice source = market.choice();
        return RunSetup.of(choice, source, perpetual.choice(), terms.request(source));
    }

    private void print(
            BotChoice choice,
            BacktestOutcome outcome,
            Optional<BacktestRunner.Spread> spread,
            @Nullable FillFile fills,
            long trials) {
        if (common.json) {
            ObjectNode json = output.object();
            BacktestText.json(json, choice, outcome, spread);
            if (fills != null) {
                json.put("out", fills.path().toString());
            }
            output.json(json.put("trialsOnData", trials));
        } else {
            BacktestText.lines(choice, outcome, spread).forEach(output::line);
            if (trials > 0) {
                output.line("Trials on this data: " + Numbers.count(trials));
            }
            output.note("took " + Numbers.fixed(outcome.tookNanos() / 1e6, 1) + " ms, "
                    + Numbers.fixed(outcome.nanosPerEvent(), 1) + " ns per event");
        }
    }
}
