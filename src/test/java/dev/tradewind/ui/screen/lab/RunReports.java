package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Data;
import dev.tradewind.backtest.RunReport.Part;
import dev.tradewind.backtest.RunReport.Spread;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.FillTier;
import dev.tradewind.kernel.Rng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports that look like those of a year and a half of candles, for pictures and tests. */
final class RunReports {

    static final long FROM = nanos("2023-01-01T00:00:00Z");
    static final long TO = nanos("2024-07-01T00:00:00Z");
    private static final long HOUR = 3_600_000_000_000L;
    private static final double START = 10_000;

    private RunReports() {}

    static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    /** {@return a run that earned about a quarter, with one deep fall, from a seed} */
    static RunReport crashLadder(int seed, String title, String setup) {
        Rng rng = new Rng(seed);
        int points = 1_800;
        long[] times = new long[points];
        double[] equity = new double[points];
        double[] hold = new double[points];
        double[] worst = new double[points];
        double[] best = new double[points];
        double now = START;
        double held = START;
        for (int i = 0; i < points; i++) {
            times[i] = FROM + (TO - FROM) / (points - 1) * i;
            double crash = i == 735 ? -0.055 : i == 220 ? -0.012 : i == 1_540 ? -0.028 : 0;
            now *= 1 + 0.000185 + (rng.nextInt(2_001) - 1_000) / 1_000_000.0 * 1.4 + crash;
            held *= 1 + 0.00022 + (rng.nextInt(2_001) - 1_000) / 1_000_000.0 * 3;
            equity[i] = i == 0 ? START : now;
            hold[i] = i == 0 ? START : held;
            double apart = Math.min(1, i / 1_200.0);
            worst[i] = equity[i] * (1 - 0.024 * apart);
            best[i] = equity[i] * (1 + 0.021 * apart);
        }
        EquitySeries curve = new EquitySeries(times, equity);
        List<ClosedTrade> trades = trades(rng);
        Performance performance = performance(curve, trades);
        return new RunReport(
                title, setup, "USDT", FillTier.T1,
                List.of(new Data("binance:BTCUSDT:1m", "BTCUSDT", "1m", 787_680, 2, 61, "00d4e3a1b2c3d4e5")), FROM, TO,
                START,
                equity[points - 1], performance, curve, new EquitySeries(times, hold), curve.daily(),
                Optional.of(new Spread(
                        worst[points - 1], best[points - 1], new EquitySeries(times, worst),
                        new EquitySeries(times, best))),
                31, trades,
                List.of(new Part("bot", "Crash ladder", performance), new Part("symbol", "BTCUSDT", performance)),
                List.of(
                        new Check("lookAhead", "Look-ahead", Verdict.PASSED, "214 decisions, none changed"),
                        new Check("warmUp", "Warm-up", Verdict.PASSED, "starts 0 – 500 bars later, same deals"),
                        new Check("gaps", "Gaps in the data", Verdict.WARNING, "2 gaps, 61 candles missing"),
                        new Check("conservation", "Money conserved", Verdict.PASSED, "to the last atom")),
                1_284, 9_412, "8f3a5c0d1e2b4f67", 3);
    }

    private static List<ClosedTrade> trades(Rng rng) {
        List<ClosedTrade> trades = new ArrayList<>();
        long at = FROM + 2 * HOUR;
        for (int i = 0; i < 214; i++) {
            long lasted = HOUR / 2 + rng.nextInt(110) * HOUR / 2;
            boolean lost = i % 17 == 9;
            int orders = lost ? 7 : 1 + rng.nextInt(5);
            double invested = 120.0 * orders * orders / 1.6;
            double worst = lost ? -0.10 - rng.nextInt(30) / 1_000.0 : -(4 + rng.nextInt(560)) / 10_000.0;
            double net = lost ? -invested * (0.045 + rng.nextInt(30) / 1_000.0)
                    : invested * (0.008 + rng.nextInt(60) / 10_000.0);
            trades.add(new ClosedTrade(
                    1, "BTCUSDT", at, at + lasted, true, orders, invested / 40_000, invested, 40_000, 40_400, net,
                    invested * 0.001, 0, 0, worst, 0.01, i == 213 ? "open" : lost ? "stop loss" : "take profit"));
            at += lasted + rng.nextInt(124) * HOUR / 2;
        }
        return trades;
    }

    private static Performance performance(EquitySeries curve, List<ClosedTrade> trades) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        double end = curve.equity()[curve.size() - 1];
        for (Metric metric : Metric.values()) {
            figures.put(metric, switch (metric) {
                case TOTAL_RETURN -> end / START - 1;
                case ANNUAL_RETURN -> Math.pow(end / START, 1 / 1.5) - 1;
                case NET_PROFIT -> end - START;
                case VOLATILITY -> 0.0581;
                case SHARPE -> 2.69;
                case SORTINO -> 3.38;
                case CALMAR -> 2.37;
                case MAX_DRAWDOWN -> 0.0692;
                case MAX_DRAWDOWN_LENGTH -> 91.0;
                case TRADES -> (double) trades.size() - 1;
                case WIN_RATE -> 0.9391;
                case AVERAGE_LOSS -> -118.42;
                case PROFIT_FACTOR -> 1.94;
                case EXPECTANCY -> 11.95;
                case EXPOSURE -> 0.618;
                case BENCHMARK_RETURN -> 2.79;
                case FEES -> 312.55;
                case SLIPPAGE -> 18.04;
                case FUNDING -> Double.NaN;
                case DAYS -> 547.0;
                case SKEWNESS -> -0.42;
                case KURTOSIS -> 6.1;
                case AVERAGE_DRAWDOWN -> 0.0114;
                case ULCER_INDEX -> 0.0187;
                case VALUE_AT_RISK -> 0.0048;
                case EXPECTED_SHORTFALL -> 0.0091;
                case AVERAGE_ADVERSE -> -0.0312;
                case AVERAGE_FAVOURABLE -> 0.0118;
                case ALPHA -> 0.0927;
                case KELLY -> 0.0833;
                case LONGEST_WINS -> 31.0;
                case LONGEST_LOSSES -> 2.0;
                default -> 1.25 + metric.ordinal() / 40.0;
            });
        }
        return Performance.of(figures);
    }
}
