package dev.tradewind.analytics;

import static dev.tradewind.analytics.Metric.AVERAGE_ADVERSE;
import static dev.tradewind.analytics.Metric.AVERAGE_FAVOURABLE;
import static dev.tradewind.analytics.Metric.AVERAGE_LOSS;
import static dev.tradewind.analytics.Metric.AVERAGE_TRADE_LENGTH;
import static dev.tradewind.analytics.Metric.AVERAGE_WIN;
import static dev.tradewind.analytics.Metric.EXPECTANCY;
import static dev.tradewind.analytics.Metric.KELLY;
import static dev.tradewind.analytics.Metric.LONGEST_LOSSES;
import static dev.tradewind.analytics.Metric.LONGEST_WINS;
import static dev.tradewind.analytics.Metric.PAYOFF;
import static dev.tradewind.analytics.Metric.PROFIT_FACTOR;
import static dev.tradewind.analytics.Metric.SQN;
import static dev.tradewind.analytics.Metric.TRADES;
import static dev.tradewind.analytics.Metric.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradeFiguresTest {

    private static void assertFigures(Map<Metric, Double> expected, Performance performance) {
        Map<Metric, Double> actual = new EnumMap<>(Metric.class);
        expected.keySet().forEach(metric -> actual.put(metric, Math.round(performance.value(metric) * 1e12) / 1e12));
        assertEquals(new EnumMap<>(expected), actual);
    }

    /** Worked by hand: 6 trades of 10, −4, 0, 5, 3, −6. */
    @Test
    void tellsEveryFigureOfTrades() {
        Performance performance = Days.trades(10, -4, 0, 5, 3, -6);
        assertFigures(
                Map.ofEntries(
                        Map.entry(TRADES, 6.0),
                        Map.entry(WIN_RATE, 0.5),
                        Map.entry(AVERAGE_WIN, 6.0),
                        Map.entry(AVERAGE_LOSS, -5.0),
                        Map.entry(PAYOFF, 1.2),
                        Map.entry(PROFIT_FACTOR, 1.8),
                        Map.entry(EXPECTANCY, 1.333333333333),
                        // numpy 2.4: x.mean() / x.std(ddof=1) * sqrt(6)
                        Map.entry(SQN, 0.55152743314),
                        Map.entry(KELLY, 0.222222222222),
                        Map.entry(LONGEST_WINS, 2.0),
                        Map.entry(LONGEST_LOSSES, 1.0),
                        Map.entry(AVERAGE_ADVERSE, -0.035),
                        Map.entry(AVERAGE_FAVOURABLE, 0.07),
                        Map.entry(AVERAGE_TRADE_LENGTH, 0.5)),
                performance);
    }

    @Test
    void tellsNoRatioOfWinsAlone() {
        Performance performance = Days.trades(10, 5);
        assertFigures(
                Map.of(
                        TRADES, 2.0, WIN_RATE, 1.0, AVERAGE_WIN, 7.5, EXPECTANCY, 7.5, LONGEST_WINS, 2.0,
                        LONGEST_LOSSES, 0.0),
                performance);
        for (Metric untold : List.of(AVERAGE_LOSS, PAYOFF, PROFIT_FACTOR, KELLY)) {
            assertEquals(Double.NaN, performance.value(untold), untold.id());
        }
    }

    @Test
    void tellsNoRatioOfLossesAlone() {
        Performance performance = Days.trades(-10, -5, -3);
        assertFigures(
                Map.of(TRADES, 3.0, WIN_RATE, 0.0, PROFIT_FACTOR, 0.0, EXPECTANCY, -6.0, LONGEST_LOSSES, 3.0),
                performance);
        for (Metric untold : List.of(AVERAGE_WIN, PAYOFF, KELLY)) {
            assertEquals(Double.NaN, performance.value(untold), untold.id());
        }
    }

    @Test
    void equalTradesHaveNoQuality() {
        assertEquals(Double.NaN, Days.trades(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).value(SQN));
        assertEquals(Double.NaN, Days.trades(5).value(SQN));
    }

    @Test
    void moreThanAHundredTradesRaiseTheQualityNoMore() {
        double[] nets = new double[400];
        for (int i = 0; i < nets.length; i++) {
            nets[i] = i % 2 == 0 ? 3 : -1;
        }
        // mean 1, squares 400 × 4 over 399
        assertEquals(1 / Math.sqrt(1600 / 399.0) * 10, Days.trades(nets).value(SQN), 1e-12);
    }

    @Test
    void openTradesCountForNothing() {
        List<ClosedTrade> trades = new ArrayList<>(List.of(
                Days.trade(0, 10, "take profit"), Days.trade(1, -4, "stop"), Days.trade(2, -90, "open")));
        Performance two = Days.trades(10, -4);
        assertEquals(two, Days.measure(trades));
    }

    @Test
    void rowsAreCountedInTheOrderTradesClosed() {
        List<ClosedTrade> trades = new ArrayList<>();
        double[] nets = {1, 2, 3, -1, -2, 4, 0, 5};
        for (int day = 0; day < nets.length; day++) {
            trades.add(Days.trade(day, nets[day], "take profit"));
        }
        Collections.reverse(trades);
        Performance performance = Days.measure(trades);
        assertEquals(3, performance.value(LONGEST_WINS));
        assertEquals(2, performance.value(LONGEST_LOSSES));
    }
}
