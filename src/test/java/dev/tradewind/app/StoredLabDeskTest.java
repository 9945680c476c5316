package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradewind.analytics.Metric;
import dev.tradewind.app.LabDesk.Format;
import dev.tradewind.app.LabDesk.History;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.MemoryRuns;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.persistence.Database;
import dev.tradewind.report.RunJson;
import dev.tradewind.settings.BotPresetStore;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLabDeskTest {

    @TempDir
    private Path folder;

    private final RunStore runs = new MemoryRuns();

    private StoredLabDesk desk() {
        return new StoredLabDesk(
                PaperFixture.ROOTS, new SampleShelf(PaperFixture.ROOTS), folder, BotPresetStore.inMemory(), runs);
    }

    private static History candles(LabDesk desk) {
        return desk.histories().stream().filter(history -> history.symbol().equals("ETHUSD")).findFirst().orElseThrow();
    }

    private static RunSetup setup(History history, String capital) {
        BacktestRequest terms = BacktestRequest.plain(new BigDecimal(capital), history.fee());
        return RunSetup.of(
                BotChoice.of("dca", Map.of("takeProfit", "0.5", "deviation", "0.4")), history.market(),
                Optional.empty(), terms);
    }

    @Test
    void samplesCanBePlayedAtOnce() {
        assertThat(desk().histories()).extracting(History::symbol, History::tier, History::events, History::timeframe)
                .containsExactly(
                        tuple("BTCUSD", FillTier.T2, 99_982L, Optional.empty()),
                        tuple("ETHUSD", FillTier.T0, 580L, Optional.of(Timeframe.M5)));
    }

    @Test
    void aRunIsCountedKeptAndComesOutTheSameAgain() throws Exception {
        LabDesk desk = desk();
        RunSetup setup = setup(candles(desk), "10000");
        Run first = desk.run(setup, false).await();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.trials()).isEqualTo(1);
        assertThat(first.report().trades()).isNotEmpty();
        Run again = desk.run(RunSetup.ofJson(first.report().setup()), false).await();
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(again.trials()).as("a repeat is no new trial").isEqualTo(1);
        assertThat(desk.runs(10)).extracting(RunStore.Kept::number).containsExactly(2, 1);
        assertThat(desk.load(1)).contains(first);
        assertThat(desk.drop(1)).isTrue();
        assertThat(desk.load(1)).isEmpty();
    }

    @Test
    void aThoroughRunChecksForLookAhead() throws Exception {
        LabDesk desk = desk();
        Run run = desk.run(setup(candles(desk), "10000"), true).await();
        assertThat(run.report().checks()).extracting(RunReport.Check::id).contains("lookAhead", "warmUp");
    }

    @Test
    void whatCannotRunSaysWhyAndKeepsNothing() {
        LabDesk desk = desk();
        RunSetup whole = setup(candles(desk), "10000");
        BacktestRequest late = new BacktestRequest(
                whole.terms().capital(), whole.terms().fee(), FeeAsset.QUOTE, BigDecimal.ZERO, 0,
                candles(desk).lastNanos() + 1, Long.MAX_VALUE, RiskRules.NONE, FillChoice.DEFAULT, Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> desk.run(new RunSetup("", late, whole.lanes()), false).await())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nothing happened in the range asked for");
        assertThat(desk.runs(10)).isEmpty();
    }

    @Test
    void aCancelledRunKeepsNothing() {
        LabDesk desk = desk();
        Job<Run> job = desk.run(setup(desk.histories().getFirst(), "10000"), false);
        job.cancel();
        assertThatThrownBy(job::await).isInstanceOf(CancelledException.class);
        assertThat(desk.runs(10)).isEmpty();
    }

    @Test
    void aFileThatIsNoneSaysSo() {
        assertThatThrownBy(() -> desk().history(folder.resolve("none.csv")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aStoredSeriesIsOfferedAndPlayed() throws Exception {
        SeriesKey key = SeriesKey.parse("binanceus:ETHUSD:5m");
        try (Database database = Database.open(folder)) {
            CandleImport read = DataFiles.candles(
                    SampleFile.BINANCEUS_ETHUSD.find(PaperFixture.ROOTS).orElseThrow(),
                    SampleFile.BINANCEUS_ETHUSD.instrument());
            database.candles().put(key, read.instrument(), read.candles(), "sample", Progress.NONE);
        }
        LabDesk desk = desk();
        History stored = desk.histories().getFirst();
        assertThat(stored.title()).isEqualTo("binanceus:ETHUSD:5m");
        assertThat(stored.events()).isEqualTo(580);
        assertThat(stored.lastNanos()).isEqualTo(candles(desk).lastNanos());
        Run run = desk.run(setup(stored, "10000"), false).await();
        assertThat(run.report().data().getFirst().source()).contains("binanceus:ETHUSD:5m");
        assertThat(run.report().trades()).isNotEmpty();
    }

    @Test
    void aSearchCountsItsTrialsBesideTheRuns() throws Exception {
        LabDesk desk = desk();
        RunSetup setup = setup(candles(desk), "10000");
        desk.run(setup, false).await();
        SearchReport report = desk.search(setup, new SearchSpec(
                        Map.of("takeProfit", "0.3:0.9:0.2", "deviation", "0.3,0.5"), List.of(), Metric.NET_PROFIT,
                        Optional.empty(), 1))
                .await();
        assertThat(report.trials()).isEqualTo(8);
        assertThat(report.maps()).hasSize(1);
        assertThat(desk.load(1).orElseThrow().trials()).isEqualTo(9);
    }

    @Test
    void everyFormatIsWrittenWhole() throws Exception {
        LabDesk desk = desk();
        Run run = desk.run(setup(candles(desk), "10000"), false).await();
        assertThat(desk.export(run, Format.JSON, folder.resolve("run.json")).await())
                .containsExactly("wrote " + folder.resolve("run.json"));
        assertThat(RunJson.read(Files.readString(folder.resolve("run.json")))).isEqualTo(run.report());
        assertThat(desk.export(run, Format.CSV, folder.resolve("run.csv")).await()).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("run-trades.csv"))).hasSize(run.report().trades().size() + 1);
        assertThat(Files.readAllLines(folder.resolve("run-fills.csv"))).hasSize((int) run.report().fills() + 1);
        desk.export(run, Format.HTML, folder.resolve("run.html")).await();
        assertThat(Files.readString(folder.resolve("run.html"))).contains("</html>").contains(run.report().title());
        desk.export(run, Format.PDF, folder.resolve("run.pdf")).await();
        assertThat(Files.readAllBytes(folder.resolve("run.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThatThrownBy(() -> desk.export(run, Format.HTML, folder.resolve("no/such/run.html")).await())
                .cause()
                .isInstanceOf(StartException.class)
                .hasMessageContaining("run.html");
    }
}
