package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.analytics.Metric;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.Trial;
import dev.tradewind.optimise.TrialLedger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A search that works trials out of columns finds what backtests by hand, played event by event, make. */
class SignalPathTest {

    private static final Candles SERIES = BenchSeries.of(20_000, BenchSeries.SEED).imported();

    private static BacktestRequest request(FeeAsset asset, String capital) {
        BacktestRequest plain = BacktestRequest.plain(new BigDecimal(capital), new FeeRate(75_000));
        return new BacktestRequest(
                plain.capital(), plain.fee(), asset, new BigDecimal("1.5"), 0, SERIES.content().candles().openTimeNanos(777),
                SERIES.content().candles().openTimeNanos(19_000), plain.rules(), plain.models(), plain.fees(),
                plain.timeframe());
    }

    private static SearchReport search(SearchDesk desk, BacktestRequest request, Metric objective)
            throws StartException {
        RunSetup setup = RunSetup.of(
                BotChoice.of("sma-cross", Map.of("size", "0.5")), MarketChoice.of(Path.of("bench")), Optional.empty(),
                request);
        Map<String, String> ranges = new TreeMap<>(Map.of("fast", "2:8:3", "slow", "9:39:15", "timeframe", "feed,15m"));
        SearchSpec spec = new SearchSpec(ranges, List.of(), objective, Optional.empty(), 2, 3);
        return desk.plan(setup, spec, SERIES).run(Progress.NONE);
    }

    /** All but how it was found. */
    private static List<Object> told(SearchReport report) {
        return List.of(
                report.objective(), report.axes(), report.combinations(), report.excluded(), report.trials(),
                report.refused(), report.untold(), report.refusal(), report.mean(), report.deviation(), report.best(),
                report.maps(), report.plateau(), report.trialsOnData());
    }

    @Test
    void findsWhatBacktestsByHandMake() throws StartException {
        SearchDesk desk = new SearchDesk(new NoLedger());
        for (BacktestRequest request : List.of(request(FeeAsset.QUOTE, "1000000"), request(FeeAsset.BASE, "14000"))) {
            for (Metric objective : List.of(Metric.SHARPE, Metric.MAX_DRAWDOWN, Metric.TOTAL_RETURN, Metric.WIN_RATE)) {
                SearchReport found = search(desk, request, objective);
                assertThat(found.best()).hasSize(18);
                SearchReport played = search(desk.playingAll(), request, objective);
                assertEquals(9, found.workedOut(), "those on fifteen minutes are played");
                assertEquals(0, played.workedOut());
                assertEquals(told(played), told(found), objective.toString());
                for (Trial trial : found.best()) {
                    Map<String, String> params = new TreeMap<>(trial.params());
                    params.put("size", "0.5");
                    RunReport hand = new BacktestRunner(BotChoice.of("sma-cross", params), SERIES, request)
                            .report(Progress.NONE);
                    String what = objective + " " + params;
                    assertEquals(hand.journalHash(), trial.journalHash(), what);
                    assertEquals(hand.performance().value(objective), trial.performance().value(objective), what);
                    if (trial == found.best().getFirst()) {
                        assertEquals(hand.performance(), trial.performance(), what);
                    }
                }
            }
        }
    }

    @Test
    void saysWhyItPlaysEventByEvent() throws StartException {
        BacktestRequest request = request(FeeAsset.QUOTE, "1000000");
        assertEquals(Optional.empty(), path("sma-cross", Map.of(), request));
        assertEquals(
                Optional.of("the bot takes coarser candles than the data's"),
                path("sma-cross", Map.of("timeframe", "1h"), request));
        assertEquals(Optional.of("bot dca is not a stateless signal"), path("dca", Map.of(), request));
    }

    private static Optional<String> path(String bot, Map<String, String> params, BacktestRequest request)
            throws StartException {
        return new BacktestRunner(BotChoice.of(bot, params), SERIES, request).signalPath().objection();
    }

    /** Keeps nothing. */
    private static final class NoLedger implements TrialLedger {

        @Override
        public long count(long dataChecksum) {
            return 0;
        }

        @Override
        public void add(long dataChecksum, long searchId, List<Trial> trials) {}

        @Override
        public void finished(long dataChecksum, long searchId, Consumer<Trial> each) {}
    }
}
