package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.CandleColumns;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Backtests of recorded markets: the crash of 5 August 2024 by the minute, perpetuals with the funding that was paid,
 * and hours with gaps. Money is conserved to the atom, and each run's journal is the one it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealInputTest {

    private final Map<MarketChoice, Loaded> histories = new HashMap<>();
    private final Map<RealRun, RunReport> reports = new HashMap<>();

    @BeforeEach
    void requireTheRecordings() {
        assumeTrue(
                Files.isDirectory(RealRun.DATA.resolve("candles")),
                "no ../shared/data here: recorded markets are not played");
    }

    private BacktestRunner runner(RealRun run) throws StartException {
        List<Loaded> loaded = new ArrayList<>();
        for (RunSetup.Lane lane : run.setup().lanes()) {
            loaded.add(histories.computeIfAbsent(lane.market(), MarketChoice::load));
        }
        return BacktestRunner.of(run.setup(), loaded);
    }

    private RunReport report(RealRun run) throws StartException {
        RunReport known = reports.get(run);
        if (known == null) {
            known = runner(run).report(Progress.NONE);
            reports.put(run, known);
        }
        return known;
    }

    private static String day(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString().substring(0, 10);
    }

    @ParameterizedTest
    @EnumSource
    void isTheRunItWas(RealRun run) throws StartException {
        RunReport report = report(run);
        GoldenRuns.read().check(run.id(), String.format(
                Locale.ROOT, "%s, %d rows, %d fills, %.2f",
                report.journalHash(), report.journalRows(), report.fills(), report.endEquity()));
    }

    @Test
    void everyGoldenRunIsPlayed() {
        assertEquals(
                Arrays.stream(RealRun.values()).map(RealRun::id).collect(Collectors.toCollection(TreeSet::new)),
                GoldenRuns.read().rows().keySet());
    }

    /** Start, less all that was bought, with all that was sold, less fees: what the ledger must have, to the atom. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = {".*_PERPETUAL", ".*_LIQUIDATED", "PORTFOLIO_.*"})
    void fillsAddUpToTheLedger(RealRun run) throws StartException {
        BacktestRunner runner = runner(run);
        BacktestOutcome outcome = runner.run();
        NaiveBooks books = new NaiveBooks(
                        runner.instrument(), outcome.report().fills(), outcome.report().startEquityAtoms())
                .book(Long.MAX_VALUE);
        assertEquals(books.base(), BigInteger.valueOf(outcome.report().baseAtoms()), "base");
        assertEquals(
                books.quote(),
                BigInteger.valueOf(outcome.report().startEquityAtoms() + outcome.report().realisedAtoms()
                        - outcome.report().costAtoms()),
                "quote");
        assertEquals(
                books.equity(outcome.lastTicks()), BigInteger.valueOf(outcome.report().endEquityAtoms()), "equity");
        assertEquals(report(run).journalHash(), outcome.report().hash(), "the same run with and without a report");
    }

    /** The same with what each recorded boundary took from or gave to the position there was. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = ".*_PERPETUAL")
    void fillsAndFundingAddUpToTheLedger(RealRun run) throws StartException, IOException {
        BacktestRunner runner = runner(run);
        BacktestOutcome outcome = runner.run();
        NaiveBooks books = new NaiveBooks(
                        runner.instrument(), outcome.report().fills(), outcome.report().startEquityAtoms())
                .book(run.perpetual().orElseThrow());
        assertEquals(0, outcome.report().fills().liquidations());
        assertEquals(books.funding(), BigInteger.valueOf(outcome.report().fundingAtoms()), "funding");
        assertEquals(books.fees(), BigInteger.valueOf(outcome.report().feesAtoms()), "fees");
        assertEquals(books.base(), BigInteger.valueOf(outcome.report().baseAtoms()), "position");
        assertEquals(
                books.equity(outcome.lastTicks()), BigInteger.valueOf(outcome.report().endEquityAtoms()), "equity");
        assertEquals(report(run).journalHash(), outcome.report().hash(), "the same run with and without a report");
    }

    @ParameterizedTest
    @EnumSource
    void theReportAddsUp(RealRun run) throws StartException {
        RunReport report = report(run);
        assertEquals(
                List.of(),
                report.checks().stream().filter(check -> check.verdict() == Verdict.FAILED).toList());
        assertTrue(report.checks().stream().anyMatch(check -> check.id().equals("conservation")));
        double profit = report.endEquity() - report.startEquity();
        double cent = 0.01;
        assertEquals(profit, report.performance().value(Metric.NET_PROFIT), 1e-6);
        assertEquals(profit, report.trades().stream().mapToDouble(ClosedTrade::net).sum(), cent, "trades");
        assertEquals(
                report.performance().value(Metric.FUNDING),
                report.trades().stream().mapToDouble(ClosedTrade::funding).sum(), cent, "funding");
        assertEquals(
                report.performance().value(Metric.FEES),
                report.trades().stream().mapToDouble(ClosedTrade::fees).sum(), cent, "fees");
        assertEquals(report.endEquity(), report.daily().equity()[report.daily().size() - 1], 1e-6);
        assertTrue(report.fills() > 80, "the bots had something to do: " + report.fills() + " fills");
        assertTrue(report.performance().value(Metric.MAX_DRAWDOWN) > 0.05, "and something to fear");
    }

    @ParameterizedTest
    @EnumSource(names = {"DCA_BITCOIN_MINUTES", "DCA_ETHER_MINUTES"})
    void stopsAreHitInTheCrash(RealRun run) throws StartException {
        List<ClosedTrade> stopped = report(run).trades().stream()
                .filter(trade -> trade.ending().equals("stop loss"))
                .toList();
        assertTrue(
                stopped.stream().anyMatch(trade -> day(trade.closeNanos()).equals("2024-08-05")),
                () -> "stops: " + stopped);
        assertTrue(stopped.stream().allMatch(trade -> trade.net() < 0), () -> "stops: " + stopped);
    }

    @Test
    void theGridIsSoldOutInTheCrash() throws StartException {
        FillLog fills = runner(RealRun.GRID_BITCOIN_MINUTES).run().report().fills();
        assertEquals("2024-08-05", day(fills.timeNanos(fills.size() - 1)));
    }

    @Test
    void tooMuchLeverageIsClosedByForce() throws StartException {
        BacktestRunner runner = runner(RealRun.DCA_ETHER_LIQUIDATED);
        assertTrue(runner.run().report().fills().liquidations() > 0);
        RunReport report = report(RealRun.DCA_ETHER_LIQUIDATED);
        assertTrue(
                report.trades().stream().anyMatch(trade -> trade.ending().equals("liquidation") && trade.net() < 0),
                () -> "endings: " + report.trades().stream().map(ClosedTrade::ending).distinct().toList());
    }

    @Test
    void whatAPerpetualHadToAssumeIsSaid() throws StartException {
        assertEquals(
                List.of(new RunReport.Check(
                        "perpetual", "Mark prices and funding", Verdict.WARNING,
                        "ETH/USDT has mark prices every 8h beside candles of 5m: funding is paid on them, the last price"
                                + " liquidates")),
                report(RealRun.DCA_ETHER_PERPETUAL).checks().stream()
                        .filter(check -> check.id().equals("perpetual"))
                        .toList());
        assertTrue(report(RealRun.DCA_BITCOIN_HOURS).checks().stream()
                .noneMatch(check -> check.id().equals("perpetual")));
    }

    @ParameterizedTest
    @EnumSource(names = {"DCA_BITCOIN_HOURS", "GRID_BITCOIN_HOURS"})
    void gapsAreCountedAndNotFilled(RealRun run) throws StartException {
        RunReport report = report(run);
        RunReport.Data data = report.data().getFirst();
        assertEquals(28, data.gaps());
        assertEquals(128, data.missing());
        assertEquals(58_419, data.events());
        RunReport.Check gaps = report.checks().stream()
                .filter(check -> check.id().equals("gaps"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.WARNING, gaps.verdict());
        assertTrue(gaps.text().contains("128 candles in 28 gaps"), gaps.text());
        FillLog fills = runner(run).run().report().fills();
        CandleColumns candles = ((Candles) histories.get(run.setup().lanes().getFirst().market())).content().candles();
        int row = 0;
        for (int fill = 0; fill < fills.size(); fill++) {
            while (row + 1 < candles.size() && candles.openTimeNanos(row + 1) <= fills.timeNanos(fill)) {
                row++;
            }
            long close = candles.timeframe().closeOf(candles.openTimeNanos(row));
            assertTrue(
                    fills.timeNanos(fill) <= close,
                    "a fill at " + Instant.ofEpochSecond(0, fills.timeNanos(fill)) + ", where no candle is");
        }
    }
}
