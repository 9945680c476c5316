package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report says what the run did: the same run as without a report, the same money as its ledgers. */
class RunReportTest {

    private static final Path CANDLES = Path.of(SampleFile.FOLDER, SampleFile.BINANCEUS_ETHUSD.fileName());
    private static final Path TRADES = Path.of(SampleFile.FOLDER, SampleFile.BITSTAMP_BTCUSD.fileName());
    private static final BigDecimal CAPITAL = new BigDecimal(100_000);

    private static BacktestRequest terms(FeeAsset asset, String slippageBps, long latencyNanos) {
        return new BacktestRequest(
                CAPITAL, new FeeRate(100_000), asset, new BigDecimal(slippageBps), latencyNanos, Long.MIN_VALUE,
                Long.MAX_VALUE, RiskRules.NONE, FillChoice.DEFAULT, Optional.empty(), Optional.empty());
    }

    @Test
    void everyBotsReportAgreesWithItsLedger() throws Exception {
        List<Loaded> histories = List.of(
                MarketChoice.of(CANDLES).load(), MarketChoice.of(TRADES).load(), BenchSeries.of(20_000, 7).imported());
        List<BacktestRequest> requests = List.of(
                terms(FeeAsset.QUOTE, "0", 0), terms(FeeAsset.BASE, "2", 0), terms(FeeAsset.QUOTE, "3", 250_000_000));
        int traded = 0;
        for (Loaded history : histories) {
            for (BacktestRequest request : requests) {
                for (BotType type : BotChoice.types()) {
                    for (Preset preset : type.presets()) {
                        BotChoice bot = BotChoice.of(type.id(), preset.values());
                        traded += agrees(bot, history, request, Optional.empty(), type.id() + " " + preset.label());
                    }
                }
            }
        }
        assertThat(traded).isGreaterThan(1_000);
    }

    @Test
    void everyBotsReportAgreesOnAPerpetual() throws Exception {
        Loaded history = BenchSeries.of(20_000, 7).imported();
        List<PerpetualChoice> choices = new ArrayList<>();
        for (MarginMode mode : MarginMode.values()) {
            for (PositionMode positions : PositionMode.values()) {
                choices.add(new PerpetualChoice(
                        new MarginConfig(20, mode, positions), Optional.empty(), Optional.empty(), Optional.empty()));
            }
        }
        int traded = 0;
        for (PerpetualChoice choice : choices) {
            for (BotType type : BotChoice.types()) {
                for (Preset preset : type.presets()) {
                    BotChoice bot = BotChoice.of(type.id(), preset.values());
                    traded += agrees(
                            bot, history, terms(FeeAsset.QUOTE, "1", 0), Optional.of(choice), choice + " " + type.id());
                }
            }
        }
        assertThat(traded).isGreaterThan(100);
    }

    private static int agrees(
            BotChoice bot, Loaded history, BacktestRequest request, Optional<PerpetualChoice> perpetual, String what)
            throws Exception {
        BacktestRunner runner = new BacktestRunner(bot, history, request, perpetual);
        BacktestOutcome outcome = runner.run();
        BacktestReport plain = outcome.report();
        RunReport report = runner.report(Progress.NONE);

        assertThat(report.journalHash()).as(what).isEqualTo(plain.hash());
        assertThat(report.journalRows()).as(what).isEqualTo(plain.journalRows());
        assertThat(report.checks()).as(what).allMatch(check -> check.verdict() != Verdict.FAILED);
        double unit = Math.pow(10, plain.instrument().quote().scale());
        assertThat(report.endEquity()).as(what).isEqualTo(plain.endEquityAtoms() / unit);
        assertThat(report.performance().value(Metric.MAX_DRAWDOWN)).as(what)
                .isCloseTo(plain.equity().maxDrawdown(), within(1e-15));
        assertThat(report.performance().value(Metric.FEES)).as(what).isEqualTo(plain.feesAtoms() / unit);
        assertThat(report.performance().value(Metric.FUNDING)).as(what).isEqualTo(plain.fundingAtoms() / unit);
        double net = report.trades().stream().mapToDouble(ClosedTrade::net).sum();
        assertThat(net).as(what + " trades").isCloseTo(
                (plain.endEquityAtoms() - plain.startEquityAtoms()) / unit,
                within(Math.max(1e-6, 2 * plain.instrument().priceAsDouble(outcome.lastTicks())
                        * plain.instrument().lotSize().doubleValue())));
        assertThat(report.equity().size()).as(what).isLessThanOrEqualTo(RunReport.MOST_POINTS);
        return plain.fills().size();
    }
}
