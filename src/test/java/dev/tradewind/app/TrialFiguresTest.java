package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.optimise.TrialRun;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial's figures are those of a report of the same run, to the last bit. */
class TrialFiguresTest {

    private static RunSetup setup(String bot, String data, String timeframe, String feeBps) {
        BacktestRequest plain = BacktestRequest.plain(new BigDecimal("10000"), FeeRate.ofBps(new BigDecimal(feeBps)));
        BacktestRequest terms = timeframe.isEmpty() ? plain : plain.on(Optional.of(Timeframe.ofLabel(timeframe)));
        return RunSetup.of(BotChoice.of(bot, Map.of()), MarketChoice.of(Path.of(data)), Optional.empty(), terms);
    }

    /** Fees in base leave less than a lot, which is valued apart. */
    @Test
    void areThoseOfTheReportWithFeesInBase() throws Exception {
        BacktestRequest plain = BacktestRequest.plain(new BigDecimal("10000"), FeeRate.ofBps(new BigDecimal("10")));
        BacktestRequest terms = new BacktestRequest(
                plain.capital(), plain.fee(), FeeAsset.BASE, new BigDecimal("3"), 50_000_000, plain.fromNanos(),
                plain.toNanos(), plain.rules(), plain.models(), Optional.empty(), Optional.empty());
        for (String bot : List.of("sma-cross", "dca", "grid")) {
            hold(RunSetup.of(
                    BotChoice.of(bot, Map.of()),
                    MarketChoice.of(Path.of("sample-data/binanceus-ethusd-5m-2023-03.csv")), Optional.empty(), terms));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sma-cross, sample-data/binanceus-ethusd-5m-2023-03.csv, '', 5",
        "sma-cross, sample-data/binanceus-ethusd-5m-2023-03.csv, 15m, 10",
        "dca, sample-data/binanceus-ethusd-5m-2023-03.csv, '', 10",
        "grid, sample-data/binanceus-ethusd-5m-2023-03.csv, '', 2",
        "dca, sample-data/bitstamp-btcusd-2013-11-trades.csv.gz, '', 10",
    })
    void areThoseOfTheReport(String bot, String data, String timeframe, String feeBps) throws Exception {
        hold(setup(bot, data, timeframe, feeBps));
    }

    private static void hold(RunSetup setup) throws Exception {
        Performance report = BacktestRunner.of(setup).report(Progress.NONE).performance();
        TrialRuns runs = new TrialRuns(
                setup.lanes().getFirst().bots().getFirst().bot(), setup, setup.lanes().getFirst().market().load());

        TrialRun usual = runs.runner().run(Map.of(), Progress.NONE);
        TrialRun played = runs.player().run(Map.of(), Progress.NONE);

        assertEquals(played.journalHash(), usual.journalHash());
        for (Metric metric : Metric.values()) {
            assertEquals(report.value(metric), played.figure().applyAsDouble(metric), metric.id() + ", played");
            assertEquals(report.value(metric), usual.figure().applyAsDouble(metric), metric.id() + ", as usual");
        }
        assertEquals(report, runs.runner().figures(Map.of(), Progress.NONE));
    }
}
