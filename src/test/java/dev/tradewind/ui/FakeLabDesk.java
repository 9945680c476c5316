package dev.tradewind.ui;

import dev.tradewind.app.Desks;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.StartException;
import dev.tradewind.app.job.Job;
import dev.tradewind.backtest.MemoryRuns;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A lab that makes what a test gave it, and writes down what it was asked. */
public final class FakeLabDesk implements LabDesk {

    private final BotPresetStore presets = BotPresetStore.inMemory();
    public final RunStore runs = new MemoryRuns();
    public final List<RunSetup> played = new ArrayList<>();
    public final List<SearchSpec> searched = new ArrayList<>();
    public final List<Path> written = new ArrayList<>();
    /** What the next run makes of its set-up. */
    public Function<RunSetup, RunReport> result = setup -> {
        throw new IllegalStateException("no result was given");
    };
    public Optional<SearchReport> found = Optional.empty();
    /** Why the next run or search cannot be, empty where it can. */
    public String refusal = "";
    public long trials = 1;
    public boolean lastWasThorough;

    /** {@return desks with a lab nobody has used} */
    public static Desks desks() {
        return FakeDesks.of(new FakeLabDesk(), FakeDataDesk.filled());
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
        return List.of(
                new History(
                        MarketChoice.of(Path.of("bitstamp-btcusd-2013-11-trades.csv.gz")), "Bitstamp BTC/USD trades", "BTCUSD",
                        "Bitstamp", "BTC", "USD", Optional.empty(), FillTier.T2, 99_982, Fixtures.nanos("2013-11-25T00:00:02Z"),
                        Fixtures.nanos("2013-12-01T00:00:00Z"), new FeeRate(250_000)),
                new History(
                        MarketChoice.of(Path.of("binance-btcusdt-1m.csv.gz")), "binance:BTCUSDT:1m", "BTCUSDT", "binance",
                        "BTC", "USDT", Optional.of(Timeframe.M1), FillTier.T0, 787_680, Fixtures.nanos("2023-01-01T00:00:00Z"),
                        Fixtures.nanos("2024-07-01T00:00:00Z"), new FeeRate(100_000)));
    }

    @Override
    public History history(Path file) {
        return histories().getLast();
    }

    private void refuse() throws StartException {
        if (!refusal.isEmpty()) {
            throw new StartException(refusal);
        }
    }

    @Override
    public Job<Run> run(RunSetup setup, boolean thorough) {
        played.add(setup);
        lastWasThorough = thorough;
        return Job.start("fake-run", progress -> {
            progress.at(1, 4);
            refuse();
            RunReport report = result.apply(setup);
            return new Run(runs.keep(report, Fixtures.NOW), report, trials);
        });
    }

    @Override
    public List<RunStore.Kept> runs(int most) {
        return runs.newest(most);
    }

    @Override
    public Optional<Run> load(int number) {
        return runs.load(number).map(report -> new Run(number, report, trials));
    }

    @Override
    public boolean drop(int number) {
        return runs.drop(number);
    }

    @Override
    public Job<SearchReport> search(RunSetup setup, SearchSpec spec) {
        searched.add(spec);
        return Job.start("fake-search", progress -> {
            progress.at(1, 4);
            refuse();
            return found.orElseThrow();
        });
    }

    @Override
    public Job<List<String>> export(Run run, Format format, Path file) {
        return Job.start("fake-export", progress -> {
            refuse();
            written.add(file);
            return List.of("wrote " + file);
        });
    }
}
