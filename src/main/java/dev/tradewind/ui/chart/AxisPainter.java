package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.ui.widget.Figures;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Grid, price labels and time labels. Labels are formatted once and kept. */
final class AxisPainter {

    private double[] priceY = new double[32];
    private long[] priceTicks = new long[32];
    private int prices;
    private double[] timeX = new double[32];
    private long[] times = new long[32];
    private int moments;
    private int timeStep = -1;
    private @Nullable Instrument formatted;
    private LabelCache priceLabels = new LabelCache(Long::toString);
    private LabelCache timeLabels = new LabelCache(Long::toString);

    /** {@return a price as the axis writes it} */
    String price(Instrument instrument, long ticks) {
        if (instrument != formatted) {
            formatted = instrument;
            priceLabels = new LabelCache(value -> Figures.price(instrument, value));
        }
        return priceLabels.get(ticks);
    }

    /** Works out where labels and grid lines stand. */
    void measure(ChartModel model, ChartStyle style, Instrument instrument, double plotWidth, double plotHeight) {
        price(instrument, 1);
        measurePrices(model.scale(), style, instrument, plotHeight);
        measureTimes(model, style, plotWidth);
    }

    private void measurePrices(PriceScale scale, ChartStyle style, Instrument instrument, double plotHeight) {
        prices = 0;
        double tick = instrument.tickSize().doubleValue();
        double high = scale.ticks(0);
        double low = scale.ticks(plotHeight);
        double most = Math.max(2, plotHeight / style.px(44));
        double step = Math.max(1, Math.rint(PriceScale.roundStep(Math.max(tick, (high - low) * tick / most)) / tick));
        for (double at = Math.ceil(Math.max(low, 1) / step) * step; at <= high; at += step) {
            if (prices == priceY.length) {
                priceY = Arrays.copyOf(priceY, prices * 2);
                priceTicks = Arrays.copyOf(priceTicks, prices * 2);
            }
            double y = Math.rint(scale.y(at));
            if (prices > 0 && priceY[prices - 1] - y < style.px(22)) {
                continue;
            }
            priceTicks[prices] = Math.round(at);
            priceY[prices++] = y;
        }
    }

    private void measureTimes(ChartModel model, ChartStyle style, double plotWidth) {
        moments = 0;
        TimeWindow window = model.window();
        double spacing = style.px(76);
        int step = TimeSteps.step(model.timeframe().nanos() / window.barWidth() * spacing);
        if (step != timeStep) {
            timeStep = step;
            timeLabels = new LabelCache(nanos -> TimeSteps.label(nanos, step));
        }
        int firstRow = (int) Math.floor(window.row(-spacing));
        int lastRow = (int) Math.ceil(window.row(plotWidth));
        long end = model.timeOf(lastRow);
        long at = TimeSteps.atOrAfter(model.timeOf(firstRow), step);
        double lastX = -1e9;
        while (at <= end) {
            int row = rowFrom(model, at);
            double x = Math.floor(window.centre(row));
            if (x - lastX >= spacing * 0.8 && x < plotWidth) {
                addTime(at, x);
                lastX = x;
            }
            long next = model.timeOf(row + (int) Math.max(1, Math.floor(spacing * 0.8 / window.barWidth())));
            at = TimeSteps.atOrAfter(Math.max(at + 1, next), step);
        }
    }

    private void addTime(long nanos, double x) {
        if (moments == timeX.length) {
            timeX = Arrays.copyOf(timeX, moments * 2);
            times = Arrays.copyOf(times, moments * 2);
        }
        times[moments] = nanos;
        timeX[moments++] = x;
    }

    /** The first row that opens at or after a moment; counted on in timeframes outside the data. */
    private static int rowFrom(ChartModel model, long nanos) {
        int rows = model.rows();
        long first = model.timeOf(0);
        long last = model.timeOf(rows - 1);
        long length = model.timeframe().nanos();
        if (nanos > last) {
            return (int) (rows - 1 + (nanos - last + length - 1) / length);
        }
        if (nanos <= first) {
            return (int) -((first - nanos) / length);
        }
        int row = model.columns().rowAt(nanos);
        return model.timeOf(row) == nanos ? row : row + 1;
    }

    /** Hairlines behind everything. */
    void grid(GraphicsContext g, ChartStyle style, double plotWidth, double plotHeight) {
        g.setFill(style.palette().grid());
        for (int i = 0; i < prices; i++) {
            g.fillRect(0, priceY[i], plotWidth, 1);
        }
        for (int i = 0; i < moments; i++) {
            if (timeX[i] >= 0) {
                g.fillRect(timeX[i], 0, 1, plotHeight);
            }
        }
    }

    /** The grounds of axis and time strip with their rules. */
    void frame(GraphicsContext g, ChartStyle style, double width, double height) {
        double plotWidth = width - style.axisWidth();
        double plotHeight = height - style.stripHeight();
        g.setFill(style.palette().bg1());
        g.fillRect(plotWidth, 0, style.axisWidth(), height);
        g.fillRect(0, plotHeight, width, style.stripHeight());
        g.setFill(style.palette().line());
        g.fillRect(plotWidth, 0, 1, height);
        g.fillRect(0, plotHeight, width, 1);
    }

    /** Price labels that no tag stands on, and time labels. */
    void labels(GraphicsContext g, ChartStyle style, LevelPainter tags, double width, double height) {
        double plotWidth = width - style.axisWidth();
        double plotHeight = height - style.stripHeight();
        g.setFont(style.label());
        g.setFill(style.palette().fg3());
        g.setTextAlign(TextAlignment.RIGHT);
        double room = style.tagHeight();
        for (int i = 0; i < prices; i++) {
            if (priceY[i] > room / 2 && priceY[i] < plotHeight - room / 2 && !tags.covers(priceY[i], room)) {
                g.fillText(priceLabels.get(priceTicks[i]), width - style.px(8), priceY[i]);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        double middle = plotHeight + Math.rint(style.stripHeight() / 2);
        for (int i = 0; i < moments; i++) {
            boolean major = TimeSteps.isMajor(times[i], timeStep);
            if (timeX[i] > style.px(16) && timeX[i] < plotWidth - style.px(16)) {
                g.setFont(major ? style.strong() : style.label());
                g.setFill(major ? style.palette().fg() : style.palette().fg3());
                g.fillText(timeLabels.get(times[i]), timeX[i], middle);
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
    }
}
