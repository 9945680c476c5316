package dev.tradewind.bench;

import java.util.Map;

/**
 * What a DCA deal bot costs at the very least: a bare loop over the candles with the ladder, target and stop of the bot
 * beside it, fills along open, extremes and close, no orders, no ledger, no rounding to lots, no pause between deals.
 * It closes within a hundredth as many deals as the bot; it is the floor beside which the engine's price is seen.
 */
final class DealLoop {

    /**
     * The deal bot as the benchmark runs it: its defaults, drawn closer together so that deals come and go, and with
     * a stop, without which one deal at the top of the series would wait for the rest of it.
     */
    static final Map<String, String> PARAMS = Map.of("deviation", "0.5", "takeProfit", "0.5", "stopLoss", "10");

    /** What it is called. */
    static final String NAME = "bare intrabar loop";

    private static final int RUNS = 7;
    private static final int SAFETY_ORDERS = 5;
    private static final double BASE = 100;
    private static final double DEVIATION = 0.005;
    private static final double STEP_SCALE = 1.5;
    private static final double VOLUME_SCALE = 2;
    private static final double TAKE_PROFIT = 1.005;
    private static final double STOP = 0.9;
    private static final double FEE = 0.0005;

    private final BenchSeries series;
    private final double[] ladder = new double[SAFETY_ORDERS + 1];
    private int filled;
    private boolean open;
    private double invested;
    private double quantity;
    private double target;
    private double stop;
    private double earned;
    private int deals;

    private DealLoop(BenchSeries series) {
        this.series = series;
    }

    /** {@return nanoseconds a bar} */
    static double nanosPerBar(BenchSeries series, int warmUps) throws Exception {
        return Repeated.medianOf(warmUps + 2, RUNS, () -> {
            DealLoop loop = new DealLoop(series);
            long began = System.nanoTime();
            loop.run();
            long took = System.nanoTime() - began;
            if (loop.deals == 0 || Double.isNaN(loop.earned)) {
                throw new IllegalStateException("the bare loop closed no deal");
            }
            return (double) took / series.size();
        });
    }

    /** {@return how many deals it closes} */
    static int deals(BenchSeries series) {
        DealLoop loop = new DealLoop(series);
        loop.run();
        return loop.deals;
    }

    private void run() {
        for (int bar = 0; bar < series.size(); bar++) {
            double first = series.open(bar);
            if (!open) {
                begin(first);
            }
            double high = series.high(bar);
            double low = series.low(bar);
            if (high < target && low > (filled == SAFETY_ORDERS ? stop : ladder[filled])) {
                continue;
            }
            if (high - first < first - low) {
                up(high);
                down(low);
            } else {
                down(low);
                up(high);
            }
            if (open && series.close(bar) < target) {
                down(series.close(bar));
            } else {
                up(series.close(bar));
            }
        }
    }

    private void begin(double price) {
        double deviation = DEVIATION;
        double down = 0;
        for (int i = 0; i < SAFETY_ORDERS; i++) {
            down += deviation;
            deviation *= STEP_SCALE;
            ladder[i] = price * (1 - down);
        }
        open = true;
        stop = price * STOP;
        filled = 0;
        invested = 0;
        quantity = 0;
        buy(price, BASE);
    }

    private void buy(double price, double amount) {
        quantity += amount / price;
        invested += amount * (1 + FEE);
        target = invested / quantity * TAKE_PROFIT / (1 - FEE);
    }

    private void down(double low) {
        while (open && filled < SAFETY_ORDERS && low <= ladder[filled]) {
            buy(ladder[filled], BASE * power(filled));
            filled++;
        }
        if (open && low <= stop) {
            close(stop);
        }
    }

    private static double power(int step) {
        double scale = 1;
        for (int i = 0; i < step; i++) {
            scale *= VOLUME_SCALE;
        }
        return scale;
    }

    private void up(double price) {
        if (open && price >= target) {
            close(target);
        }
    }

    private void close(double price) {
        earned += quantity * price * (1 - FEE) - invested;
        deals++;
        open = false;
        target = Double.MAX_VALUE;
        stop = 0;
    }
}
