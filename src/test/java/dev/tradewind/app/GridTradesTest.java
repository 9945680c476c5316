package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.bench.BenchSeries;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A grid's completed cells are its trades. */
class GridTradesTest {

    private static final BotChoice GRID = BotChoice.of(
            "grid", Map.of("lower", "25000", "upper", "35000", "levels", "200", "spacing", "geometric"));
    private static final BotChoice OTHER = BotChoice.of(
            "grid", Map.of("lower", "28000", "upper", "32000", "levels", "40", "profitIn", "base"));

    private static BacktestRunner.Played play(FeeAsset fees, BotChoice... bots) throws Exception {
        BacktestRequest terms = new BacktestRequest(
                new BigDecimal(bots.length * 100_000), new FeeRate(50_000), fees, BigDecimal.ZERO, 0, Long.MIN_VALUE,
                Long.MAX_VALUE, RiskRules.NONE, FillChoice.DEFAULT, Optional.empty(), Optional.empty());
        List<Entry> entries = List.of(bots).stream()
                .map(bot -> new Entry(bot, Optional.of(new BigDecimal(100_000))))
                .toList();
        RunSetup setup = new RunSetup("grids", terms, List.of(
                new Lane(MarketChoice.of(Path.of("history")), Optional.empty(), Optional.empty(), entries)));
        return BacktestRunner.of(setup, List.of(BenchSeries.of(20_000, 3).imported())).play(Progress.NONE);
    }

    @Test
    void everyFilledSaleIsATrade() throws Exception {
        everySaleIsATrade(FeeAsset.QUOTE, GRID, 1_000);
        everySaleIsATrade(FeeAsset.BASE, GRID, 500);
        everySaleIsATrade(FeeAsset.QUOTE, OTHER, 100);
    }

    private static void everySaleIsATrade(FeeAsset asset, BotChoice bot, int least) throws Exception {
        BacktestRunner.Played played = play(asset, bot);
        RunReport report = played.report();
        FillLog fills = played.bots().getFirst().getFirst().fills();
        Set<Long> sales = new HashSet<>();
        for (int i = 0; i < fills.size(); i++) {
            if (fills.side(i) == Side.SELL) {
                sales.add(fills.clientOrderId(i));
            }
        }
        List<ClosedTrade> closed = report.trades().stream().filter(trade -> !trade.isOpen()).toList();

        assertThat(sales.size()).isGreaterThan(least);
        // where what was bought to begin with runs out, a sale may take the rest of it and a little of what was kept
        assertThat(closed.size()).isBetween(sales.size(), sales.size() * 103 / 100);
        assertThat(report.trades()).hasSize(closed.size() + 1);
        // what was bought to begin with may lie above the first levels to sell at
        assertThat(closed).allMatch(trade -> trade.net() > 0 || trade.openNanos() == closed.getFirst().openNanos());
        assertThat(closed).allMatch(trade -> trade.ending().equals("grid level"));
        assertThat(report.performance().value(Metric.TRADES)).isEqualTo(closed.size());
        double unit = Math.pow(10, played.bots().getFirst().getFirst().instrument().quote().scale());
        long net = report.trades().stream().mapToLong(trade -> Math.round(trade.net() * unit)).sum();
        assertThat(net).isEqualTo(Math.round((report.endEquity() - report.startEquity()) * unit));
    }

    @Test
    void anotherOwnerChangesNoTrade() throws Exception {
        List<ClosedTrade> alone = play(FeeAsset.QUOTE, GRID).report().trades();
        List<ClosedTrade> first = play(FeeAsset.QUOTE, GRID, OTHER).report().trades();
        List<ClosedTrade> second = play(FeeAsset.QUOTE, OTHER, GRID).report().trades();

        assertThat(first.stream().filter(trade -> trade.bot() == 1).toList()).isEqualTo(alone);
        assertThat(second.stream().filter(trade -> trade.bot() == 2).toList())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bot")
                .isEqualTo(alone);
    }
}
