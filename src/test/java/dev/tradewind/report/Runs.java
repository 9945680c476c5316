package dev.tradewind.report;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.PerformanceInput;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.FillTier;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to print: one like a real run, and random ones with whatever a report may hold. */
public final class Runs {

    /** 1 January 2023. */
    static final long START = 1_672_531_200_000_000_000L;

    static final long DAY = 86_400_000_000_000L;
    private static final int DAYS = 546;
    private static final int A_DAY = 4;
    private static final double CAPITAL = 10_000;

    private static final String SETUP = "{\"format\":1,\"capital\":10000,\"from\":\"2023-01-01T00:00:00Z\",\"feeBps\":10,"
            + "\"buyFeeAsset\":\"quote\",\"slippageBps\":1,\"latencyNanos\":60000000,\"models\":{\"path\":\"nearest\","
            + "\"latency\":\"constant\",\"slippage\":\"bps\",\"queue\":\"through\",\"cancels\":\"log\",\"seed\":42},"
            + "\"lanes\":[{\"data\":\"binance:BTCUSDT:1m\",\"symbol\":\"BTC/USDT\",\"timeframe\":\"15m\",\"bots\":"
            + "[{\"bot\":\"dca\",\"params\":{\"baseOrder\":\"100\",\"safetyOrder\":\"150\",\"stepPercent\":\"1.4\","
            + "\"stepScale\":\"1.2\",\"volumeScale\":\"2\",\"takeProfitPercent\":\"1.0\",\"stopLossPercent\":\"10\"}}]},"
            + "{\"data\":\"binance:ETHUSDT:1m\",\"symbol\":\"ETH/USDT\",\"bots\":[{\"bot\":\"grid\",\"params\":"
            + "{\"lower\":\"1600\",\"upper\":\"2400\",\"levels\":\"40\"}}]}]}";

    private Runs() {}

    /** {@return a run of a year and a half with two bots, two hundred trades, a spread and checks} */
    public static RunReport ladder() {
        Rng rng = new Rng(7);
        int points = DAYS * A_DAY + 1;
        long[] times = new long[points];
        double[] equity = new double[points];
        double[] hold = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        double value = CAPITAL;
        double held = CAPITAL;
        for (int i = 0; i < points; i++) {
            times[i] = START + i * (DAY / A_DAY);
            if (i > 0) {
                double crash = i == 900 || i == 1850 ? -0.045 : 0;
                value *= 1 + 0.00012 + 0.0022 * (rng.nextDouble() + rng.nextDouble() - 1) + crash;
                held *= 1 + 0.0007 + 0.016 * (rng.nextDouble() + rng.nextDouble() - 1);
            }
            equity[i] = value;
            hold[i] = held;
            low[i] = value - 500.0 * i / points;
            high[i] = value + 420.0 * i / points;
        }
        EquitySeries series = new EquitySeries(times, equity);
        List<ClosedTrade> trades = trades(rng, 214);
        Performance performance = performance(series, new EquitySeries(times, hold), trades);
        return new RunReport(
                "Crash ladder", SETUP, "USDT", FillTier.T1,
                List.of(
                        new RunReport.Data("binance:BTCUSDT:1m", "BTCUSDT", "1m", 787_680, 2, 17, "9f0c2d11a7b3e845"),
                        new RunReport.Data("binance:ETHUSDT:1m", "ETHUSDT", "1m", 787_680, 0, 0, "00d1e2f3a4b5c697")),
                times[0], times[points - 1], CAPITAL, value, performance,
                series, new EquitySeries(times, hold), series.daily(),
                Optional.of(new RunReport.Spread(
                        low[points - 1], high[points - 1], new EquitySeries(times, low), new EquitySeries(times, high))),
                31, trades,
                List.of(
                        new RunReport.Part("bot", "DCA ladder", performance),
                        new RunReport.Part("bot", "Grid <40 levels>", performance(series, EquitySeries.EMPTY, trades.subList(0, 90))),
                        new RunReport.Part("symbol", "BTCUSDT", performance)),
                List.of(
                        new RunReport.Check("lookAhead", "Look-ahead", RunReport.Verdict.PASSED, "214 signals, none changed"),
                        new RunReport.Check("warmUp", "Warm-up", RunReport.Verdict.PASSED, "starts 0 to 500 bars later, same trades"),
                        new RunReport.Check("gaps", "Gaps", RunReport.Verdict.WARNING, "17 candles missing in 2 places"),
                        new RunReport.Check("conservation", "Money", RunReport.Verdict.PASSED, "fills, fees and equity agree to the last atom")),
                1_182, 26_480, "4be0c5a1d2f39786", 3);
    }

    private static List<ClosedTrade> trades(Rng rng, int count) {
        List<ClosedTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long opened = START + (long) (i * (DAYS - 5.0) / count * DAY) + rng.nextInt(3_600) * 1_000_000_000L;
            long closed = opened + (long) ((0.05 + rng.nextDouble() * 2) * DAY);
            boolean lost = rng.nextDouble() < 0.07;
            double invested = 100 + rng.nextInt(7) * 350.0;
            double returned = lost ? -0.02 - rng.nextDouble() * 0.08 : 0.004 + rng.nextDouble() * 0.012;
            double entry = 25_000 + i * 140 + rng.nextDouble() * 900;
            boolean open = i == count - 1;
            trades.add(new ClosedTrade(
                    1 + i % 2, i % 2 == 0 ? "BTCUSDT" : "ETHUSDT", opened, closed, true, 1 + rng.nextInt(7),
                    invested / entry, invested, entry, entry * (1 + returned), invested * returned, invested * 0.002,
                    invested * 0.0001, 0, Math.min(0, returned) - rng.nextDouble() * 0.04,
                    Math.max(0, returned) + rng.nextDouble() * 0.008,
                    open ? "open" : lost ? "stop loss" : "take profit"));
        }
        trades.sort(Comparator.comparingLong(ClosedTrade::openNanos));
        return trades;
    }

    private static Performance performance(EquitySeries equity, EquitySeries hold, List<ClosedTrade> trades) {
        double fees = trades.stream().mapToDouble(ClosedTrade::fees).sum();
        return Performance.measure(new PerformanceInput(
                equity, hold, Double.NaN, trades, 0.618, 412_000, fees, 38.4, 0));
    }

    /** {@return a run that did nothing at all} */
    public static RunReport empty() {
        return new RunReport(
                "", "{}", "USD", FillTier.T0, List.of(), START, START, 1, 1, Performance.of(Map.of()), EquitySeries.EMPTY,
                EquitySeries.EMPTY, EquitySeries.EMPTY, Optional.empty(), 0, List.of(), List.of(), List.of(), 0, 0,
                "0000000000000000", 0);
    }

    /** {@return a report with arbitrary contents: NaN, infinities, empty curves, words that need escaping} */
    public static RunReport random(Rng rng) {
        List<ClosedTrade> trades = new ArrayList<>();
        for (int i = rng.nextInt(6); i > 0; i--) {
            trades.add(new ClosedTrade(
                    rng.nextInt(4), word(rng), time(rng), time(rng), rng.nextInt(2) == 0, rng.nextInt(9), number(rng),
                    number(rng), number(rng), number(rng), number(rng), number(rng), number(rng), number(rng), number(rng),
                    number(rng), word(rng)));
        }
        List<RunReport.Data> data = new ArrayList<>();
        for (int i = rng.nextInt(3); i > 0; i--) {
            data.add(new RunReport.Data(
                    word(rng), word(rng), word(rng), rng.nextInt(1_000_000), rng.nextInt(9), rng.nextInt(99), word(rng)));
        }
        List<RunReport.Part> parts = new ArrayList<>();
        List<RunReport.Check> checks = new ArrayList<>();
        for (int i = rng.nextInt(4); i > 0; i--) {
            parts.add(new RunReport.Part(word(rng), word(rng), figures(rng)));
            checks.add(new RunReport.Check(
                    word(rng), word(rng), RunReport.Verdict.values()[rng.nextInt(3)], word(rng)));
        }
        Optional<RunReport.Spread> spread = rng.nextInt(2) == 0
                ? Optional.empty()
                : Optional.of(new RunReport.Spread(number(rng), number(rng), series(rng), series(rng)));
        return new RunReport(
                word(rng), word(rng), word(rng), FillTier.values()[rng.nextInt(4)], data, time(rng), time(rng), number(rng),
                number(rng), figures(rng), series(rng), series(rng), series(rng), spread, rng.nextInt(99), trades, parts,
                checks, rng.nextInt(999), rng.nextInt(9_999), word(rng), rng.nextInt(9));
    }

    private static Performance figures(Rng rng) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (rng.nextInt(4) > 0) {
                figures.put(metric, number(rng));
            }
        }
        return Performance.of(figures);
    }

    private static EquitySeries series(Rng rng) {
        int size = rng.nextInt(5);
        long[] times = new long[size];
        double[] values = new double[size];
        long at = time(rng);
        for (int i = 0; i < size; i++) {
            times[i] = at += 1 + rng.nextInt(1_000_000);
            values[i] = number(rng);
        }
        return new EquitySeries(times, values);
    }

    private static long time(Rng rng) {
        return START + rng.nextInt(Integer.MAX_VALUE) * 1_000_000L + rng.nextInt(1_000_000);
    }

    private static double number(Rng rng) {
        return switch (rng.nextInt(10)) {
            case 0 -> Double.NaN;
            case 1 -> 0;
            case 2 -> -0.0;
            case 3 -> Double.POSITIVE_INFINITY;
            case 4 -> Double.NEGATIVE_INFINITY;
            case 5 -> Double.MIN_VALUE * rng.nextInt(99);
            case 6 -> rng.nextInt(1_000_000);
            default -> (rng.nextDouble() - 0.5) * Math.pow(10, rng.nextInt(12) - 4);
        };
    }

    private static String word(Rng rng) {
        String[] words = {
            "", "BTC/USDT", "a \"quoted\" name", "</script><b>", "line\nbreak", "naïve ₿ 東京 🚀", "tab\t and \\ slash", "'&'"
        };
        return words[rng.nextInt(words.length)];
    }
}
