package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BacktestRunner;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.FillFile;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.SampleFile;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.StartException;
import dev.tradewind.app.TermsChoice;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
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

    /** The usual taker fee of a spot exchange, 0.1 %. */
    private static final FeeRate USUAL_FEE = new FeeRate(100_000);

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private BotOptions bot = new BotOptions();

    @Mixin private MarketOptions market = new MarketOptions();

    @Mixin private PerpetualOptions perpetual = new PerpetualOptions();

    @Mixin private RiskOptions risk = new RiskOptions();

    @Mixin private SetupOptions setups = new SetupOptions();

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "Begin here (UTC), included.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "End here (UTC), not included.")
    private @Nullable Long to;

    @Option(names = "--capital", paramLabel = "C", description = "Quote units the bot starts with; default 10000.")
    private BigDecimal capital = StartChoice.DEFAULT_CAPITAL;

    @Mixin private TermsOptions terms = new TermsOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = TimeframeText.class,
            description = {
                "Candles for a bot that takes them as the data has them, built from the data's finer ones;",
                "fills still walk the data's own (fill tier T1)."
            })
    private @Nullable Timeframe timeframe;

    @Option(names = "--out", paramLabel = "FILE", description = "Write every fill to this file, .csv or .json.")
    private @Nullable Path out;

    BacktestCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
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
        print(choice, outcome, spread, fills);
        return TradewindCommand.DONE;
    }

    private RunSetup typed() {
        BotChoice choice = bot.choice();
        MarketChoice source = market.choice();
        return RunSetup.of(choice, source, perpetual.choice(), request(source));
    }

    private BacktestRequest request(MarketChoice source) {
        long first = from == null ? Long.MIN_VALUE : from;
        long end = to == null ? Long.MAX_VALUE : to;
        if (end <= first) {
            throw new IllegalArgumentException(
                    "--to " + Times.show(end) + " must be after --from " + Times.show(first));
        }
        TermsChoice said = terms.choice();
        return new BacktestRequest(
                capital,
                said.fee().or(() -> source.sample().map(SampleFile::fee)).orElse(USUAL_FEE),
                said.buyFeeAsset().orElse(FeeAsset.QUOTE),
                said.slippageBps().orElse(BigDecimal.ZERO),
                said.latencyNanos().orElse(0L),
                first,
                end,
                risk.rules(),
                said.models(),
                said.fees(),
                Optional.ofNullable(timeframe));
    }

    private void print(
            BotChoice choice, BacktestOutcome outcome, Optional<BacktestRunner.Spread> spread, @Nullable FillFile fills) {
        if (common.json) {
            ObjectNode json = output.object();
            BacktestText.json(json, choice, outcome, spread);
            if (fills != null) {
                json.put("out", fills.path().toString());
            }
            output.json(json);
        } else {
            BacktestText.lines(choice, outcome, spread).forEach(output::line);
            output.note("took " + Numbers.fixed(outcome.tookNanos() / 1e6, 1) + " ms, "
                    + Numbers.fixed(outcome.nanosPerEvent(), 1) + " ns per event");
        }
    }
}
