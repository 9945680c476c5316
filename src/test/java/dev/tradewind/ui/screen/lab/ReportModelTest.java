package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.SharpeEvidence;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.ui.screen.lab.ReportModel.Card;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportModelTest {

    private final RunReport report = RunReports.crashLadder(7, "Crash ladder", "");
    private final ReportModel model = ReportModel.of(new Run(4, report, 412), RunTerms.UNKNOWN);

    @Test
    void saysWhatWasPlayed() {
        assertThat(model.summary())
                .isEqualTo("BTCUSDT · 1 Jan 2023 – 1 Jul 2024 · 787,680 1m candles · 10,000 USDT");
    }

    @Test
    void theStripSaysTheChiefFigures() {
        List<Card> cards = model.cards();
        assertThat(cards).extracting(Card::label).containsExactly(
                "Net profit", "Per year", "Max drawdown", "Sharpe", "Profit factor", "Deals", "Exposure");
        assertThat(cards.get(2).value()).isEqualTo("−6.92 %");
        assertThat(cards.get(3)).isEqualTo(new Card("Sharpe", "2.69", "", "Sortino 3.38 · Calmar 2.37"));
        assertThat(cards.get(5)).isEqualTo(new Card("Deals", "213", "", "201 won, 94.4 %"));
        assertThat(model.tierNote()).isEqualTo("31 candles left open whether stop or profit came first");
    }

    @Test
    void dealsComeNewestFirstWithTheirNumbers() {
        assertThat(model.deals()).hasSize(214);
        assertThat(model.deals().getFirst().number()).isEqualTo(214);
        assertThat(model.deals().getLast().trade()).isEqualTo(report.trades().getFirst());
    }

    @Test
    void theGravestCheckSpeaks() {
        assertThat(model.verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void luckIsWhatTheEvidenceSays() {
        SharpeEvidence evidence = SharpeEvidence.of(report.performance());
        ReportModel.Luck luck = model.luck().orElseThrow();
        assertThat(luck.deflated()).isEqualTo(evidence.deflated(412));
        assertThat(luck.probabilistic()).isEqualTo(evidence.probabilistic(0));
        assertThat(luck.ratio()).isCloseTo(2.69, within(1e-12));
        assertThat(ReportModel.of(new Run(4, report, 0), RunTerms.UNKNOWN).luck()).as("trials not counted").isEmpty();
    }

    @Test
    void aRunOfAFewDaysIsNotStretchedToAYearNorCalledMoreThanLuck() {
        RunReport brief = new RunReport(
                report.title(), report.setup(), report.quote(), report.tier(), report.data(), report.firstNanos(),
                report.lastNanos(), report.startEquity(), report.endEquity(),
                Performance.of(Map.of(Metric.DAYS, 3.0, Metric.SHARPE, 39.0, Metric.ANNUAL_RETURN, 0.98)),
                report.equity(), report.hold(), report.daily(), report.spread(), report.unclear(),
                report.trades().subList(0, 4), report.parts(), List.of(), report.fills(), report.journalRows(),
                report.journalHash(), report.refusals());
        ReportModel few = ReportModel.of(new Run(1, brief, 1), RunTerms.UNKNOWN);
        assertThat(few.luck()).isEmpty();
        assertThat(few.cards().get(1)).isEqualTo(new Card("Per year", "–", "", "3 days, too few to stretch"));
        assertThat(few.checks()).extracting(Check::text).containsExactly(
                "3 days: below 30 days ratios tell nothing", "4: below 30 deals their figures tell little");
        assertThat(few.verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void curvesShareOneRowOfTimes() {
        Curves curves = model.curves();
        int size = report.equity().size();
        assertThat(curves.seconds()).hasSize(size);
        assertThat(curves.hold()).containsExactly(report.hold().equity());
        assertThat(curves.optimistic()).hasSize(size);
        double deepest = Arrays.stream(curves.fall()).min().orElseThrow();
        assertThat(curves.fall()[curves.deepest()]).isEqualTo(deepest);
        assertThat(curves.nearest(curves.seconds()[100] + 1)).isEqualTo(100);
        assertThat(curves.nearest(0)).isZero();
        assertThat(curves.nearest(1e12)).isEqualTo(size - 1);
    }

    @Test
    void noBinOfTheHistogramMixesGainsWithLosses() {
        Histogram histogram = model.histogram();
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(213);
        double zero = -histogram.from() / histogram.width();
        assertThat(zero).isCloseTo(Math.rint(zero), within(1e-9));
        long losses = report.trades().stream().filter(trade -> !trade.isOpen() && trade.net() < 0).count();
        assertThat(Arrays.stream(histogram.counts()).limit(Math.round(zero)).sum()).isEqualTo(losses);
        assertThat(Histogram.of(List.of()).counts()).isEmpty();
    }

    @Test
    void exposureIsNeverMoreThanAllDealsTogether() {
        double most = report.trades().stream().mapToDouble(ClosedTrade::invested).sum();
        assertThat(model.exposure().most()).isPositive().isLessThan(most / report.startEquity());
    }

    @Test
    void figuresThatCannotBeToldAreLeftOut() {
        assertThat(model.figures()).extracting(ReportModel.Line::label).contains("Sharpe").doesNotContain("Funding");
    }
}
