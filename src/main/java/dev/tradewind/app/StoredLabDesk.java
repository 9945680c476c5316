package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import dev.tradewind.persistence.Database;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The lab over an installation's samples and a data folder. Safe on any thread. */
final class StoredLabDesk implements LabDesk {

    private final List<Path> roots;
    private final SampleShelf samples;
    private final Path dataFolder;
    private final BotPresetStore presets;
    private final RunStore runs;
    private final TrialLedger trials;
    private final SearchDesk searches;

    /**
     * @param roots      folders that may hold the samples, best first
     * @param dataFolder holds the stored series and the trial ledger
     */
    StoredLabDesk(List<Path> roots, SampleShelf samples, Path dataFolder, BotPresetStore presets, RunStore runs) {
        this.roots = List.copyOf(roots);
        this.samples = samples;
        this.presets = presets;
        this.runs = runs;
        this.dataFolder = dataFolder;
        this.trials = TrialShelf.at(Optional.of(dataFolder), trouble -> {});
        this.searches = new SearchDesk(trials);
    }

    @Override
    public List<BotType> botTypes() {
        return BotCatalog.TYPES;
    }

    @Override
    public BotPresetStore presets() {
        return presets;
    }

    @Override
    public List<History> histories() {
        List<History> histories = new ArrayList<>();
        Database.reading(dataFolder).ifPresent(store -> store.list().forEach(series -> histories.add(history(series))));
        for (SampleFile sample : SampleFile.values()) {
            Optional<Path> file = sample.find(roots);
            file.ifPresent(path -> histories.add(history(path, samples.market(sample))));
        }
        return List.copyOf(histories);
    }

    @Override
    public History history(Path file) {
        return history(file, LoadedMarket.file(file));
    }

    private static History history(StoredSeries series) {
        Optional<Timeframe> own = series.key().timeframe();
        return new History(
                MarketChoice.of(new MarketSource.Stored(series.key(), Optional.empty())), series.key().toString(),
                series.instrument().symbol(), series.instrument().venue(), series.instrument().base().code(),
                series.instrument().quote().code(), own, own.isPresent() ? FillTier.T0 : FillTier.T2, series.rows(),
                series.firstNanos(), own.map(timeframe ->
                        timeframe.closeOf(series.lastNanos())).orElse(series.lastNanos()),
                LoadedMarket.DEFAULT_FEE);
    }

    @Override
    public Job<Run> run(RunSetup setup, boolean thorough) {
        return Job.start("lab-run", progress -> {
            RunReport report = BacktestRunner.of(setup.in(Optional.of(dataFolder))).play(progress, thorough).report();
            long data = checksum(report);
            trials.add(data, TrialLedger.BY_HAND, List.of(
                    new Trial(0, Map.of(), report.performance(), report.journalHash(), "")));
            int number = runs.keep(report, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
            return new Run(number, report, trials.count(data));
        });
    }

    /** {@return the checksum of the run's only history, or one of all of them} */
    private static long checksum(RunReport report) {
        long sum = 0;
        for (RunReport.Data data : report.data()) {
            sum = 31 * sum + Long.parseUnsignedLong(data.checksum(), 16);
        }
        return sum;
    }

    @Override
    public List<RunStore.Kept> runs(int most) {
        return runs.newest(most);
    }

    @Override
    public Optional<Run> load(int number) {
        return runs.load(number).map(report -> new Run(number, report, trials.count(checksum(report))));
    }

    @Override
    public boolean drop(int number) {
        return runs.drop(number);
    }

    @Override
    public Job<SearchReport> search(RunSetup setup, SearchSpec spec) {
        return searches.search(setup.in(Optional.of(dataFolder)), spec);
    }

    @Override
    public Job<List<String>> export(Run run, Format format, Path file) {
        return Job.start("lab-export", progress -> {
            RunFile place = RunFile.at(file);
            return place.write(
                    run.report(), place.needsDealings() ? Optional.of(dealings(run.report(), progress))
                    : Optional.empty());
        });
    }

    private Dealings dealings(RunReport report, Progress progress) throws StartException {
        BacktestRunner.Played again =
                BacktestRunner.of(RunSetup.ofJson(report.setup()).in(Optional.of(dataFolder))).play(progress);
        if (!again.report().journalHash().equals(report.journalHash())) {
            throw new StartException("orders and fills cannot be told: played again the run comes out otherwise,"
                    + " so its data has changed; the other formats need no playing");
        }
        return again.dealings();
    }

    private static History history(Path file, LoadedMarket market) {
        HistoryFeed feed = market.feed();
        Optional<Timeframe> own = market.trades() ? Optional.empty() : Optional.of(market.timeframes().getFirst());
        long covered = own.map(Timeframe::nanos).orElse(0L);
        return new History(
                MarketChoice.of(file), market.title(), market.instrument().symbol(), market.instrument().venue(),
                market.instrument().base().code(), market.instrument().quote().code(), own, market.tier(),
                feed.total(), feed.nextTimeNanos() - covered,
                market.lastNanos(), market.fee());
    }
}
