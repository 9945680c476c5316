package dev.tradewind.ui.chart;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows and which part of it: the series with its pyramid, the visible window, the price scale. Knows no
 * toolkit.
 */
final class ChartModel {

    private static final int ALL = Integer.MAX_VALUE;

    private final CandlePyramid pyramid = new CandlePyramid();
    private @Nullable Instrument instrument;
    private @Nullable Forming forming;
    private List<ChartLevel> levels = List.of();
    private List<ChartFill> fills = List.of();
    private long lastTicks;
    private TimeWindow window = new TimeWindow(0, TimeWindow.USUAL_BAR);
    private @Nullable PriceScale manual;
    private PriceScale scale = new PriceScale(0, 1, 0, 1, false);
    private double width = 1;
    private double free;
    private boolean logarithmic;
    private boolean following = true;
    private boolean placed;

    /** Newest candles to show once the plot has a size: 0 the usual number, {@link #ALL} all of them. */
    private int wanted;

    /** Takes the newest candles; keeps the view still, or moves it along where it shows the newest bar. */
    void candles(Instrument newInstrument, CandleColumns columns, @Nullable Forming newForming) {
        int before = rows();
        boolean sameInstrument = newInstrument == instrument;
        instrument = newInstrument;
        forming = newForming;
        boolean other = pyramid.update(columns);
        if (other || !sameInstrument || !placed) {
            manual = null;
            placed = rows() > 0 && width > 1;
            newest(wanted);
            wanted = placed ? 0 : wanted;
        } else if (following && rows() != before) {
            window = window.shift(rows() - before);
        }
    }

    /** The plot's size changed; the newest bar keeps its distance to the right edge. */
    void resize(double newWidth, double newFree) {
        if (newWidth == width && newFree == free) {
            return;
        }
        double shift = newWidth - width - (newFree - free);
        width = newWidth;
        free = newFree;
        if (!placed) {
            placed = rows() > 0;
            newest(wanted);
        } else if (following) {
            window = window.pan(shift);
        }
    }

    void levels(List<ChartLevel> newLevels) {
        levels = List.copyOf(newLevels);
    }

    void fills(List<ChartFill> newFills) {
        fills = List.copyOf(newFills);
    }

    void last(long ticks) {
        lastTicks = ticks;
    }

    void logarithmic(boolean on) {
        logarithmic = on;
        manual = null;
    }

    /** Shows everything there is. */
    void fit() {
        manual = null;
        newest(ALL);
    }

    /** Shows the newest candles at the current width. */
    void end() {
        double bar = window.barWidth();
        if (rows() > 0 && rows() * bar < (width - free) / 2) {
            bar = Math.min(12, (width - free) / rows());
        }
        window = TimeWindow.end(rows(), width, free, bar);
        following = true;
    }

    /** Shows the newest {@code count} candles: 0 as many as the current width makes. */
    void newest(int count) {
        wanted = placed ? 0 : count;
        if (count == 0) {
            end();
            return;
        }
        double room = Math.max(1, width - free);
        double bar = Math.min(TimeWindow.MAX_BAR, room / Math.clamp(rows(), 1, count));
        window = TimeWindow.end(rows(), width, free, bar);
        following = true;
    }

    /** Shows the oldest candles at the current width. */
    void home() {
        moved(window.home());
    }

    /** Zooms so that what is under {@code x} stays there; above 1 makes candles wider. */
    void zoom(double x, double factor) {
        double narrowest = Math.min(TimeWindow.USUAL_BAR, Math.max(1, width - free) / Math.max(1, rows()));
        moved(window.zoomAt(x, factor, narrowest));
    }

    /** Moves the candles, and the prices too once the price axis was set by hand. */
    void pan(double right, double down) {
        moved(window.pan(right));
        if (manual != null && down != 0) {
            manual = manual.pan(down);
        }
    }

    /** Stretches the price axis by hand; above 1 shows more. */
    void stretch(double factor) {
        manual = scale.stretch(factor);
    }

    /** The price axis follows the candles again. */
    void automatic() {
        manual = null;
    }

    private void moved(TimeWindow to) {
        window = to.within(rows(), width);
        following = window.x(rows()) <= width + 1;
    }

    /** Works out the price scale for what is visible, between two pixels. */
    PriceScale rescale(double top, double bottom) {
        if (manual != null) {
            manual = manual.on(top, bottom);
            scale = manual;
            return scale;
        }
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        int from = (int) Math.clamp(Math.floor(window.row(0)), 0, columns().size());
        int to = (int) Math.clamp(Math.ceil(window.row(width)), 0, columns().size());
        if (from < to) {
            pyramid.scan(from, to);
            low = pyramid.lowTicks();
            high = pyramid.highTicks();
        }
        if (forming != null && window.row(width) > columns().size()) {
            low = Math.min(low, forming.lowTicks());
            high = Math.max(high, forming.highTicks());
        }
        if (low > high) {
            low = Math.max(1, lastTicks - 10);
            high = lastTicks + 10;
        }
        widenForLevels(low, high, top, bottom);
        return scale;
    }

    /** Levels near the candles are worth room; far ones would squash them. */
    private void widenForLevels(long low, long high, double top, double bottom) {
        long reach = Math.max(10, (long) ((high - low) * 0.45));
        long lowest = low;
        long highest = high;
        for (int i = 0; i < levels.size(); i++) {
            ChartLevel level = levels.get(i);
            if (level.kind() != ChartLevel.Kind.FILLED
                    && level.priceTicks() >= low - reach
                    && level.priceTicks() <= high + reach) {
                lowest = Math.min(lowest, level.priceTicks());
                highest = Math.max(highest, level.priceTicks());
            }
        }
        scale = PriceScale.around(lowest, highest, top, bottom, logarithmic);
    }

    /** {@return the row of a moment: the candle that holds it, the forming one past the last closed} */
    int rowOf(long timeNanos) {
        if (forming != null && timeNanos >= forming.openTimeNanos()) {
            return columns().size();
        }
        return columns().rowAt(timeNanos);
    }

    /** {@return when a row opened or will open; rows outside the data are counted on in timeframes} */
    long timeOf(int row) {
        CandleColumns columns = columns();
        int size = columns.size();
        if (row >= 0 && row < size) {
            return columns.openTimeNanos(row);
        }
        if (forming != null && row >= size) {
            return forming.openTimeNanos() + (row - size) * columns.timeframe().nanos();
        }
        if (size == 0) {
            return 0;
        }
        return row < 0
                ? columns.openTimeNanos(0) + row * columns.timeframe().nanos()
                : columns.openTimeNanos(size - 1) + (row - size + 1) * columns.timeframe().nanos();
    }

    /** {@return candles in all, the forming one included} */
    int rows() {
        return columns().size() + (forming == null ? 0 : 1);
    }

    CandleColumns columns() {
        return pyramid.columns();
    }

    CandlePyramid pyramid() {
        return pyramid;
    }

    Timeframe timeframe() {
        return columns().timeframe();
    }

    @Nullable Instrument instrument() {
        return instrument;
    }

    @Nullable Forming forming() {
        return forming;
    }

    List<ChartLevel> levels() {
        return levels;
    }

    List<ChartFill> fills() {
        return fills;
    }

    long lastTicks() {
        return lastTicks;
    }

    /** {@return whether the last price stands at or above the newest candle's open} */
    boolean rising() {
        if (forming != null) {
            return lastTicks >= forming.openTicks();
        }
        int size = columns().size();
        return size == 0 || lastTicks >= columns().openTicks(size - 1);
    }

    TimeWindow window() {
        return window;
    }

    PriceScale scale() {
        return scale;
    }

    double width() {
        return width;
    }

    boolean logarithmic() {
        return logarithmic;
    }

    boolean following() {
        return following;
    }
}
