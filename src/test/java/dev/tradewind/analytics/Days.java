package dev.tradewind.analytics;

import dev.tradewind.kernel.Rng;
import java.util.List;

/** Daily series for tests, from midnight to midnight. */
final class Days {

    static final long DAY = 86_400_000_000_000L;

    /** 1 January 2023, 00:00 UTC. */
    static final long START = 1_672_531_200_000_000_000L;

    /**
     * Closes of BTCUSDT on Binance spot, 26 July to 24 August 2024, in the order of days; the crash of 5 August is in
     * them.
     */
    static final double[] BITCOIN = {
        67907.99, 67896.5, 68249.88, 66784.69, 66188.0, 64628.0, 65354.02, 61498.33, 60697.99, 58161.0, 54018.81,
        56022.01, 55134.16, 61685.99, 60837.99, 60923.51, 58712.59, 59346.64, 60587.15, 58683.39, 57541.06, 58874.6,
        59491.99, 58427.35, 59438.5, 59013.8, 61156.03, 60375.84, 64037.24, 64157.01
    };

    /** Closes of ETHUSDT on the same days. */
    static final double[] ETHER = {
        3274.61, 3249.01, 3270.16, 3317.66, 3279.21, 3232.74, 3203.4, 2989.61, 2903.64, 2688.92, 2419.59, 2461.33,
        2342.8, 2682.5, 2598.78, 2609.92, 2555.38, 2722.3, 2702.44, 2661.45, 2569.89, 2592.73, 2614.51, 2612.15,
        2636.36, 2572.82, 2630.71, 2622.88, 2762.48, 2768.0
    };

    private Days() {}

    /** {@return equity of so much at each midnight from {@link #START} on} */
    static EquitySeries equity(double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = START + i * DAY;
        }
        return new EquitySeries(times, values);
    }

    /** {@return equity that starts at 100 and returns so much each day} */
    static EquitySeries returning(double... returns) {
        double[] values = new double[returns.length + 1];
        values[0] = 100;
        for (int i = 0; i < returns.length; i++) {
            values[i + 1] = values[i] * (1 + returns[i]);
        }
        return equity(values);
    }

    /** {@return a seeded walk with calm and wild days, never below 1} */
    static EquitySeries walk(Rng rng, int days) {
        double[] values = new double[days + 1];
        values[0] = 1_000;
        for (int i = 1; i < values.length; i++) {
            double step = (rng.nextDouble() - 0.49) * (rng.nextInt(10) == 0 ? 0.3 : 0.03);
            values[i] = Math.max(1, values[i - 1] * (1 + step));
        }
        return equity(values);
    }

    static double value(EquitySeries series, Metric metric, double periodsPerYear) {
        return Performance.measure(PerformanceInput.of(series), periodsPerYear).value(metric);
    }

    /** {@return the figures of closed trades with these profits, one a day} */
    static Performance trades(double... nets) {
        ClosedTrade[] trades = new ClosedTrade[nets.length];
        for (int i = 0; i < nets.length; i++) {
            trades[i] = trade(i, nets[i], "take profit");
        }
        return measure(List.of(trades));
    }

    static Performance measure(List<ClosedTrade> trades) {
        return Performance.measure(new PerformanceInput(
                equity(1_000, 1_010), EquitySeries.EMPTY, Double.NaN, trades, 0.5, 4_020, 3, 2, -1));
    }

    /** {@return a trade that opened at noon of a day and lasted half of one} */
    static ClosedTrade trade(int day, double net, String ending) {
        long open = START + day * DAY + DAY / 2;
        return new ClosedTrade(
                1, "BTCUSDT", open, open + DAY / 2, true, 2, 1, 100, 100, 100 + net, net, 0.5, 0.25, 0,
                -0.01 * (day + 1), 0.02 * (day + 1), ending);
    }
}
