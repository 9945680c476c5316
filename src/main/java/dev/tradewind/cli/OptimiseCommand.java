package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.SearchDesk;
import dev.tradewind.app.StartException;
import dev.tradewind.app.TrialFile;
import dev.tradewind.app.TrialShelf;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.Search;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind optimise}: tries many parameters of a bot over one history. */
@Command(
        name = "optimise",
        description = {
            "Try combinations of a bot's parameters over one history on all cores and show the best.",
            "Every trial is counted in the data folder; a search that was stopped goes on when it is typed again."
        })
final class OptimiseCommand implements Callable<Integer> {

    private static final int MANY = 1_000_000;
    private static final long PATIENCE_SECONDS = 30;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private BotOptions bot = new BotOptions();

    @Mixin private MarketOptions market = new MarketOptions();

    @Mixin private PerpetualOptions perpetual = new PerpetualOptions();

    @Mixin private RequestOptions terms = new RequestOptions();

    @Mixin private SetupOptions setups = new SetupOptions();

    @Mixin private SearchOptions search = new SearchOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write every trial to this file, .csv.")
    private @Nullable Path out;

    OptimiseCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        RunSetup setup = setups.given() ? setups.read().in(market.dataDir()) : typed();
        SearchSpec spec = search.spec(setup.terms().models().seed());
        SearchDesk.space(setup, spec);
        TrialShelf shelf = TrialShelf.at(
                market.dataDir(),
                why -> output.note("trials are not kept, so this search cannot be gone on with: " + why));
        Search planned = new SearchDesk(shelf).plan(setup, spec);
        setups.save(setup, output);
        if (planned.trials() >= MANY) {
            output.note(Numbers.count(planned.trials()) + " trials will take long; larger steps make fewer, --random N"
                    + " tries some of them by chance");
        }
        SearchReport report = out == null ? run(planned, null) : written(planned, setup, spec, out);
        if (report.refused() == report.trials()) {
            throw new StartException("the bot refused all " + Numbers.count(report.trials()) + " trials; the first: "
                    + report.refusal());
        }
        if (common.json) {
            ObjectNode json = output.object();
            SearchText.json(json, report, search.top());
            output.json(json);
        } else {
            SearchText.lines(report, setup, search.top()).forEach(output::line);
        }
        return TradewindCommand.DONE;
    }

    private RunSetup typed() {
        MarketChoice source = market.choice();
        return RunSetup.of(bot.choice(), source, perpetual.choice(), terms.request(source));
    }

    private SearchReport written(Search planned, RunSetup setup, SearchSpec spec, Path path) throws StartException {
        try (TrialFile file = TrialFile.begin(path, SearchDesk.space(setup, spec).axes(), spec.objective())) {
            SearchReport report = run(planned, file);
            output.note("wrote " + path + " with " + Numbers.count(file.finish()) + " trials");
            return report;
        }
    }

    /** Runs it; the end of the process asked for from outside stops it between two trials and waits for that. */
    private SearchReport run(Search planned, @Nullable TrialFile file) throws StartException {
        AtomicBoolean ending = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("stop-search").unstarted(() -> {
            ending.set(true);
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Progress progress = new SearchProgress(output, ending::get);
            return file == null ? planned.run(progress) : planned.run(progress, file);
        } catch (CancelledException stopped) {
            throw new StartException(String.valueOf(stopped.getMessage()), stopped);
        } finally {
            ended.countDown();
            unhook(hook);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends right now, and the hook with it
        }
    }
}
