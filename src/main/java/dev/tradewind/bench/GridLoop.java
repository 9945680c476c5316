package dev.tradewind.bench;

import java.util.Map;

/**
 * What a grid costs at the very least: a bare loop over the candles that knows the one level without an order and moves it
 * as the price walks along open, extremes and close; no orders, no ledger. It sells within a hundredth as often as the bot;
 * it is the floor beside which the engine's price is seen.
 */
final class GridLoop {

    /** What it is called. */
    static final String NAME = "bare grid loop";

    /** Quote units the bot spreads over its levels. */
    static final int CAPITAL = 1_000_000;

    /** A grid wide enough for the whole series. */
    static final Map<String, String> PARAMS = Map.of(
            "lower", "5000", "upper", "200000", "levels", "200", "spacing", "geometric");

    private static final int RUNS = 7;
    private static final int LEVELS = 200;
    private static final double LOWER = 5_000;
    private static final double UPPER = 200_000;

    private final BenchSeries series;
    private final double[] levels = new double[LEVELS + 1];
    private int free;
    private int sells;
    private int buys;

    private GridLoop(BenchSeries series) {
        this.series = series;
        for (int i = 0; i <= LEVELS; i++) {
            levels[i] = LOWER * StrictMath.pow(UPPER / LOWER, (double) i / LEVELS);
        }
    }

    /** {@return nanoseconds a bar} */
    static double nanosPerBar(BenchSeries series, int warmUps) throws Exception {
        return Repeated.medianOf(warmUps + 2, RUNS, () -> {
            GridLoop loop = new GridLoop(series);
            long began = System.nanoTime();
            loop.run();
            long took = System.nanoTime() - began;
            if (loop.sells == 0 || loop.buys == 0) {
                throw new IllegalStateException("the bare grid never traded");
            }
            return (double) took / series.size();
        });
    }

    /** {@return how often it sells} */
    static int sells(BenchSeries series) {
        GridLoop loop = new GridLoop(series);
        loop.run();
        return loop.sells;
    }

    private void run() {
        double start = series.close(0);
        for (int i = 1; i <= LEVELS; i++) {
            free = Math.abs(levels[i] - start) < Math.abs(levels[free] - start) ? i : free;
        }
        for (int bar = 1; bar < series.size(); bar++) {
            double high = series.high(bar);
            double low = series.low(bar);
            if (free < LEVELS && high < levels[free + 1] && free > 0 && low > levels[free - 1]) {
                continue;
            }
            double first = series.open(bar);
            if (high - first < first - low) {
                up(high);
                down(low);
            } else {
                down(low);
                up(high);
            }
            down(series.close(bar));
            up(series.close(bar));
        }
    }

    private void up(double price) {
        while (free < LEVELS && price >= levels[free + 1]) {
            free++;
            sells++;
        }
    }

    private void down(double price) {
        while (free > 0 && price <= levels[free - 1]) {
            free--;
            buys++;
        }
    }
}
