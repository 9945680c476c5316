package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several histories and bots in one run. */
class PortfolioTest {

    private static final int BARS = 20_000;
    private static final Entry SMA = Entry.of(BotChoice.of("sma-cross", Map.of("fast", "20", "slow", "60")));
    private static final Entry DCA = Entry.of(BotChoice.of("dca", Map.of("takeProfit", "1", "deviation", "0.5")));

    private static BacktestRequest terms(String capital, String rules) {
        return new BacktestRequest(
                new BigDecimal(capital), new FeeRate(50_000), FeeAsset.QUOTE, BigDecimal.ONE, 0, Long.MIN_VALUE,
                Long.MAX_VALUE, new RiskRules(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, rules), FillChoice.DEFAULT,
                Optional.empty(), Optional.empty());
    }

    private static Lane lane(Entry... bots) {
        return new Lane(MarketChoice.of(Path.of("made.csv")), Optional.empty(), Optional.empty(), List.of(bots));
    }

    private static Lane perpetual(Entry... bots) {
        PerpetualChoice choice = new PerpetualChoice(
                new MarginConfig(3, MarginMode.CROSS, PositionMode.ONE_WAY), Optional.empty(), Optional.empty(),
                Optional.empty());
        return new Lane(MarketChoice.of(Path.of("perp.csv")), Optional.of(choice), Optional.empty(), List.of(bots));
    }

    private static Loaded series(long seed) {
        return BenchSeries.of(BARS, seed).imported();
    }

    private static BacktestRunner.Played play(String capital, String rules, List<Loaded> histories, Lane... lanes)
            throws StartException {
        return BacktestRunner.of(new RunSetup("", terms(capital, rules), List.of(lanes)), histories).play(Progress.NONE);
    }

    private static List<String> fills(BacktestReport report) {
        List<String> rows = new ArrayList<>();
        FillLog fills = report.fills();
        for (int i = 0; i < fills.size(); i++) {
            rows.add(fills.timeNanos(i) + " " + fills.side(i) + " " + fills.lots(i) + " @ " + fills.priceTicks(i) + " fee "
                    + fills.feeAtoms(i));
        }
        return rows;
    }

    @Test
    void hasOneHashThatComesAgain() throws Exception {
        List<Loaded> histories = List.of(series(1), series(2), series(3));
        RunReport first = play("300000", "", histories, lane(SMA), lane(DCA, SMA), perpetual(SMA)).report();
        RunReport again = play("300000", "", histories, lane(SMA), lane(DCA, SMA), perpetual(SMA)).report();
        RunReport other = play("300000", "", histories, lane(SMA), lane(DCA, SMA), perpetual(DCA)).report();

        assertThat(again).isEqualTo(first);
        assertThat(other.journalHash()).isNotEqualTo(first.journalHash());
        assertThat(first.fills()).isGreaterThan(300);
        assertThat(first.checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
        assertThat(first.parts()).extracting(RunReport.Part::kind).containsExactly("bot", "bot", "bot", "bot", "symbol");
        assertThat(first.endEquity() - first.startEquity())
                .isCloseTo(first.trades().stream().mapToDouble(ClosedTrade::net).sum(),
                        within(1.0));
    }

    @Test
    void laneTradesInCompanyAsItDoesAlone() throws Exception {
        List<Loaded> histories = List.of(series(1), series(2), series(3));
        Lane[] lanes = {lane(SMA), lane(DCA), perpetual(SMA)};
        BacktestRunner.Played together = play("300000", "", histories, lanes);

        for (int i = 0; i < lanes.length; i++) {
            BacktestReport alone = play("100000", "", List.of(histories.get(i)), lanes[i]).bots().getFirst().getFirst();
            BacktestReport inside = together.bots().get(i).getFirst();
            assertThat(fills(inside)).as("lane %d", i).isEqualTo(fills(alone));
            assertThat(inside.endEquityAtoms()).isEqualTo(alone.endEquityAtoms());
        }
    }

    @Test
    void botsOfOneLaneTakeCandlesOfTheirOwn() throws Exception {
        Entry quick = new Entry(SMA.bot(), Optional.of(new BigDecimal(100_000)), Optional.of(Timeframe.M5));
        Entry slow = new Entry(SMA.bot(), Optional.of(new BigDecimal(100_000)), Optional.of(Timeframe.M15));
        Entry own = new Entry(SMA.bot(), Optional.of(new BigDecimal(100_000)), Optional.of(Timeframe.M1));
        List<Loaded> history = List.of(series(1));
        RunReport together = play("300000", "", history, lane(quick, slow, own)).report();
        List<ClosedTrade> alone = new ArrayList<>();
        int bot = 1;
        for (Entry entry : List.of(quick, slow, own)) {
            int id = bot++;
            play("100000", "", history, lane(entry)).report().trades().forEach(trade -> alone.add(as(trade, id)));
        }

        assertThat(together.trades()).containsExactlyInAnyOrderElementsOf(alone);
        assertThat(together.trades().stream().map(ClosedTrade::bot).distinct()).hasSize(3);
    }

    private static ClosedTrade as(ClosedTrade trade, int bot) {
        return new ClosedTrade(
                bot, trade.symbol(), trade.openNanos(), trade.closeNanos(), trade.isLong(), trade.orders(), trade.quantity(),
                trade.invested(), trade.entryPrice(), trade.exitPrice(), trade.net(), trade.fees(), trade.slippage(),
                trade.funding(), trade.worst(), trade.best(), trade.ending());
    }

    @Test
    void cashThatNobodyGotCountsInTheEquity() throws Exception {
        BotChoice small = BotChoice.of("sma-cross", Map.of("fast", "20", "slow", "60", "size", "0.1"));
        Entry tenth = new Entry(small, Optional.of(new BigDecimal(10_000)));
        for (Lane[] lanes : List.of(new Lane[] {lane(tenth)}, new Lane[] {lane(tenth), lane(tenth)})) {
            List<Loaded> histories = lanes.length == 1 ? List.of(series(1)) : List.of(series(1), series(2));
            RunReport report = play("100000", "", histories, lanes).report();
            assertThat(report.startEquity()).isEqualTo(100_000);
            assertThat(report.trades()).hasSizeGreaterThan(100);
            double net = report.trades().stream().mapToDouble(ClosedTrade::net).sum();
            assertThat(report.endEquity() - 100_000).isCloseTo(net, within(0.1));
        }
    }

    @Test
    void refusesToGiveMoreThanThereIs() {
        Entry much = new Entry(SMA.bot(), Optional.of(new BigDecimal(60_000)));
        List<Loaded> histories = List.of(series(1), series(2));

        assertThatThrownBy(() -> play("100000", "", histories, lane(much), lane(much)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the bots are given 120000 QUOTE of a capital of 100000 QUOTE; give them less, or raise"
                        + " the capital above 120000 QUOTE");
        assertThatThrownBy(() -> play("60000", "", histories, lane(much), lane(SMA)))
                .hasMessageContaining("so nothing is left for those without one of their own");
    }

    @Test
    void drawdownOfTheWholeFlattensEveryLane() throws Exception {
        List<Loaded> histories = List.of(series(1), series(2), series(3));
        Lane[] lanes = {lane(SMA), lane(DCA), perpetual(SMA)};
        RunReport free = play("300000", "", histories, lanes).report();
        BacktestRunner.Played bound = play("300000", "account drawdown 1% flatten", histories, lanes);
        RunReport report = bound.report();

        assertThat(free.performance().value(Metric.MAX_DRAWDOWN)).isGreaterThan(0.02);
        assertThat(report.performance().value(Metric.MAX_DRAWDOWN)).isBetween(0.01, 0.0125);
        assertThat(bound.account().orElseThrow().rows().getLast().text()).isEqualTo("account drawdown 1% flatten");
        for (List<BacktestReport> lane : bound.bots()) {
            assertThat(lane.getFirst().state()).isEqualTo(BotState.STOPPED);
            assertThat(lane.getFirst().stateReason()).contains("flattened: drawdown reached 1");
        }
        assertThat(report.trades()).noneMatch(ClosedTrade::isOpen);
        long end = report.trades().stream().mapToLong(ClosedTrade::closeNanos).max().orElseThrow();
        assertThat(end).isLessThan(free.lastNanos() - Timeframe.H1.nanos());
        assertThat(report.checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
        assertThat(play("300000", "account drawdown 1% flatten", histories, lanes).report()).isEqualTo(report);
    }

    @Test
    void ordersAreJudgedByTheWholeAccount() throws Exception {
        List<Loaded> histories = List.of(series(1), series(2));
        BacktestRunner.Played bound =
                play("200000", "account open-positions 1 block-new", histories, lane(SMA), lane(SMA));
        List<ClosedTrade> trades = bound.report().trades();

        assertThat(bound.report().refusals()).isPositive();
        assertThat(trades.stream().map(ClosedTrade::bot).distinct()).hasSize(2);
        // who asks at the same instant as another does not hold anything yet, in one history or in two
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).openNanos() >= trades.get(i - 1).closeNanos()
                            || trades.get(i).openNanos() == trades.get(i - 1).openNanos())
                    .as("%s and %s", trades.get(i - 1), trades.get(i))
                    .isTrue();
        }
    }

    @Test
    void refusesRulesThatOnlyOneHistoryCanMeasure() {
        List<Loaded> histories = List.of(series(1), series(2));

        assertThatThrownBy(() -> play("1000", "account losing-streak 3 halt", histories, lane(SMA), lane(SMA)))
                .hasMessageContaining("counts the orders of one history; where a run has several, scope symbol, bot:* or"
                        + " tag:NAME would pass");
        assertThatThrownBy(() -> play("1000", "account drawdown 5% shrink", histories, lane(SMA), lane(SMA)))
                .hasMessageContaining("shrinks the positions of one history");
    }

    @Test
    void endsWhenItIsNotWantedAnyMore() throws Exception {
        List<Loaded> histories = List.of(BenchSeries.of(120_000, 1).imported(), BenchSeries.of(120_000, 2).imported());
        BacktestRunner runner = BacktestRunner.of(
                new RunSetup("", terms("200000", ""), List.of(lane(SMA), lane(SMA))), histories);
        List<Long> heard = new ArrayList<>();

        assertThatThrownBy(() -> runner.report((done, total) -> {
                    heard.add(done * 100 / total);
                    if (done * 8 > total) {
                        throw new CancelledException("the backtest was ended");
                    }
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(heard).isSorted().hasSizeBetween(2, 100);
        // the run itself is the first quarter where candles may be unclear
        assertThat(heard.getLast()).isBetween(13L, 24L);
        assertThat(runner.report(Progress.NONE)).isEqualTo(runner.report(Progress.NONE));
    }

    @Test
    void noBotSeesTheFutureInCompanyEither() throws Exception {
        BacktestRunner runner = BacktestRunner.of(
                new RunSetup("", terms("300000", "account drawdown 3% flatten"),
                        List.of(lane(SMA), lane(DCA, SMA), perpetual(SMA))),
                List.of(series(1), series(2), series(3)));
        RunReport report = runner.play(Progress.NONE, true).report();

        assertThat(report.checks()).extracting(RunReport.Check::id)
                .containsExactly("gaps", "conservation", "perpetual", "lookAhead", "warmUp");
        assertThat(report.checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
    }
}
