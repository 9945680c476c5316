package dev.tradewind.bench;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleSeries;
import dev.tradewind.ui.chart.ChartProbe;
import dev.tradewind.ui.fx.Toolkit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The chart's four figures: {@code chart.firstPaint1m}, {@code chart.redraw1m}, {@code chart.update1m} and
 * {@code chart.frame500}. All are work of the JavaFX thread; the chart is drawn in a window of 1400 × 800, frame by
 * frame.
 */
public final class ChartBench {

    private static final int FRAMES = 120;
    private static final int SHORT_HISTORY = 10_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final double MOST_GROWTH = 1.5;

    private ChartBench() {}

    /**
     * One figure.
     *
     * @param value     ours
     * @param unit      {@code ms} or {@code µs}
     * @param goal      what it must not exceed, 0 where it must only not grow with history
     * @param peer      what ran beside it in the same process
     * @param peerValue the peer's figure in the same unit
     * @param gate      {@code ok}, or why the figure means nothing
     */
    public record Figure(
            String name, double value, String unit, double goal, String peer, double peerValue, String gate) {}

    /**
     * Measures all four. Starts the JavaFX toolkit, without a display on its headless platform; a process can do that
     * once.
     *
     * @param million the series all of which is shown
     * @throws IllegalStateException if the toolkit cannot start or frames stop coming
     */
    public static List<Figure> run(Instrument instrument, CandleColumns million) {
        if (System.getenv("DISPLAY") == null && System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        ChartProbe[] made = new ChartProbe[1];
        Toolkit.start(() -> made[0] = new ChartProbe(instrument));
        return measure(made[0], million);
    }

    /** Measures all four with a probe whose toolkit runs already; not for the JavaFX thread. */
    public static List<Figure> measure(ChartProbe probe, CandleColumns million) {
        CandleColumns recent = newest(million, SHORT_HISTORY);
        String gate = probe.agrees(million) ? "ok" : "the pyramid disagrees with a plain loop over the candles";
        double first = median(() -> probe.firstPaint(million), 5);
        double naive = Toolkit.call(() -> probe.naiveDraw(million));
        double redraw = frames(probe, done -> probe.redraws(million, million.size(), FRAMES, done));
        double frame500 = frames(probe, done -> probe.redraws(million, 500, FRAMES, done));
        double frame500Short = frames(probe, done -> probe.redraws(recent, 500, FRAMES, done));
        double update = frames(probe, done -> probe.updates(million, FRAMES, done));
        double updateShort = frames(probe, done -> probe.updates(recent, FRAMES, done));
        Toolkit.call(() -> {
            probe.close();
            return gate;
        });
        String grows = gate.equals(BenchResult.OK) && update > MOST_GROWTH * updateShort
                ? "grows with history: more than " + MOST_GROWTH + " times what it takes with 10,000 candles"
                : gate;
        return List.of(
                new Figure("chart.firstPaint1m", first / 1e6, "ms", 100, "every candle filled", naive / 1e6, gate),
                new Figure("chart.redraw1m", redraw / 1e6, "ms", 8, "every candle filled", naive / 1e6, gate),
                new Figure("chart.update1m", update / 1e3, "µs", 0, "10,000 candles of history", updateShort / 1e3,
                        grows),
                new Figure("chart.frame500", frame500 / 1e6, "ms", 2, "10,000 candles of history",
                        frame500Short / 1e6, gate));
    }

    private interface Nanos {
        long measure();
    }

    private interface Frames {
        void begin(Runnable whenDone);
    }

    private static double median(Nanos work, int times) {
        long[] taken = new long[times];
        for (int i = -1; i < times; i++) {
            long nanos = Toolkit.call(work::measure);
            if (i >= 0) {
                taken[i] = nanos;
            }
        }
        Arrays.sort(taken);
        return taken[times / 2];
    }

    private static double frames(ChartProbe probe, Frames frames) {
        CountDownLatch done = new CountDownLatch(1);
        Toolkit.later(() -> frames.begin(done::countDown));
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no " + FRAMES + " frames came within " + PATIENCE_SECONDS + " seconds")
                        ;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while frames were drawn", e);
        }
        return Toolkit.call(probe::medianFrameNanos);
    }

    private static CandleColumns newest(CandleColumns all, int count) {
        CandleSeries series = new CandleSeries(all.timeframe(), count);
        for (int row = Math.max(0, all.size() - count); row < all.size(); row++) {
            series.append(
                    all.openTimeNanos(row), all.openTicks(row), all.highTicks(row), all.lowTicks(row),
                    all.closeTicks(row), all.volumeLots(row));
        }
        return series.columns();
    }
}
