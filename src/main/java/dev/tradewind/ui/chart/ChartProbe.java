package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures the chart as it runs: in a window, redrawn every frame. A frame's figure is the processor time of the JavaFX
 * thread from one frame to the next, so it holds drawing, layout and the hand-over to the renderer. For the
 * JavaFX thread alone.
 */
public final class ChartProbe {

    private static final double WIDTH = 1400;
    private static final double HEIGHT = 800;
    private static final int WARM_FRAMES = 30;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CandleChart chart;
    private final Stage stage = new Stage();
    private final Instrument instrument;
    private final ChartStyle style;
    private Runnable change = () -> {};
    private Runnable finished = () -> {};
    private long[] frames = new long[0];
    private int frame;
    private long before;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            next();
        }
    };

    /** A window of 1400 × 800 with an empty chart. */
    public ChartProbe(Instrument instrument) {
        this.instrument = instrument;
        Theme theme = new Theme(Appearance.DEFAULT);
        style = new ChartStyle(theme.palette(), 1);
        chart = new CandleChart(style);
        Scene scene = new Scene(new StackPane(chart), WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /**
     * {@return nanoseconds from nothing known of a series to its chart drawn with all of it visible: the pyramid and
     * the first draw}
     */
    public long firstPaint(CandleColumns columns) {
        ChartModel model = new ChartModel();
        ChartRenderer renderer = new ChartRenderer(new TextWidths());
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        long start = System.nanoTime();
        model.candles(instrument, columns, null);
        model.resize(WIDTH - style.axisWidth(), style.freeRight());
        model.fit();
        renderer.draw(canvas.getGraphicsContext2D(), model, style, WIDTH, HEIGHT);
        return System.nanoTime() - start;
    }

    /**
     * {@return nanoseconds on the JavaFX thread to fill every candle of a series one by one, as a chart without levels
     * would}
     */
    public long naiveDraw(CandleColumns columns) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        TimeWindow window = TimeWindow.fit(columns.size(), WIDTH - style.axisWidth(), style.freeRight());
        long start = System.nanoTime();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int row = 0; row < columns.size(); row++) {
            low = Math.min(low, columns.lowTicks(row));
            high = Math.max(high, columns.highTicks(row));
        }
        PriceScale scale = PriceScale.around(low, high, 0, HEIGHT, false);
        for (int pass = 0; pass < 2; pass++) {
            g.setFill(pass == 0 ? style.palette().buy().main() : style.palette().sell().main());
            fillEach(g, columns, window, scale, pass == 0);
        }
        return System.nanoTime() - start;
    }

    private static void fillEach(
            GraphicsContext g, CandleColumns columns, TimeWindow window, PriceScale scale, boolean up) {
        for (int row = 0; row < columns.size(); row++) {
            if (up != columns.closeTicks(row) >= columns.openTicks(row)) {
                continue;
            }
            double x = window.x(row);
            double top = scale.y(columns.highTicks(row));
            g.fillRect(x, top, 1, scale.y(columns.lowTicks(row)) - top);
            double bodyTop = scale.y(Math.max(columns.openTicks(row), columns.closeTicks(row)));
            double bodyBottom = scale.y(Math.min(columns.openTicks(row), columns.closeTicks(row)));
            g.fillRect(x, bodyTop, window.barWidth(), Math.max(1, bodyBottom - bodyTop));
        }
    }

    /**
     * {@return whether the pyramid's answers over a series equal a plain loop's, for the whole and for uneven parts of
     * it}
     */
    public boolean agrees(CandleColumns columns) {
        CandlePyramid pyramid = new CandlePyramid();
        pyramid.update(columns);
        int size = columns.size();
        return agrees(pyramid, 0, size) && agrees(pyramid, size / 7 + 1, size - 3) && agrees(pyramid, 1, size / 3);
    }

    private static boolean agrees(CandlePyramid pyramid, int from, int to) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long volume = 0;
        for (int row = from; row < to; row++) {
            low = Math.min(low, pyramid.columns().lowTicks(row));
            high = Math.max(high, pyramid.columns().highTicks(row));
            volume += pyramid.columns().volumeLots(row);
        }
        pyramid.scan(from, to);
        return pyramid.lowTicks() == low && pyramid.highTicks() == high && pyramid.volumeLots() == volume;
    }

    /** Shows a series, all of it or its newest {@code visible}, and redraws it whole every frame. */
    public void redraws(CandleColumns columns, int visible, int count, Runnable whenDone) {
        show(columns, visible);
        long last = columns.closeTicks(columns.size() - 1);
        int[] turn = {0};
        begin(count, whenDone, () -> chart.last(last + (turn[0]++ & 1)));
    }

    /** Shows a series' newest 500 and changes the forming candle every frame: one live update each. */
    public void updates(CandleColumns columns, int count, Runnable whenDone) {
        show(columns, 500);
        int end = columns.size() - 1;
        long opens = columns.timeframe().closeOf(columns.openTimeNanos(end));
        long close = columns.closeTicks(end);
        int[] turn = {0};
        begin(count, whenDone, () -> {
            long price = close + turn[0]++ % 50;
            chart.candles(instrument, columns, new Forming(opens, close, close + 50, close, price, 1_000 + turn[0]));
            chart.last(price);
        });
    }

    private void show(CandleColumns columns, int visible) {
        chart.candles(instrument, columns, null);
        chart.last(columns.closeTicks(columns.size() - 1));
        chart.fit();
        if (visible < columns.size()) {
            chart.showNewest(visible);
        }
    }

    private void begin(int count, Runnable whenDone, Runnable perFrame) {
        frames = new long[count];
        frame = -WARM_FRAMES;
        change = perFrame;
        finished = whenDone;
        timer.start();
    }

    private void next() {
        long now = threads.getCurrentThreadCpuTime();
        if (frame > 0 && frame <= frames.length) {
            frames[frame - 1] = now - before;
        }
        if (frame == frames.length) {
            timer.stop();
            finished.run();
            return;
        }
        frame++;
        before = threads.getCurrentThreadCpuTime();
        change.run();
    }

    /** {@return nanoseconds of the JavaFX thread the median frame took} */
    public long medianFrameNanos() {
        long[] sorted = frames.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** {@return nanoseconds the last draw call itself took} */
    public long lastDrawNanos() {
        return chart.lastDrawNanos();
    }

    /** Closes the window. */
    public void close() {
        timer.stop();
        stage.close();
    }
}
