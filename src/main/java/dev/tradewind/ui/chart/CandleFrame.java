package dev.tradewind.ui.chart;

import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The visible candles as whole pixels, ready to be filled: one entry a candle where candles are at least a pixel
 * wide, else one entry a pixel column that stands for all candles in it. Reusable; allocates only to grow.
 */
final class CandleFrame {

    private int[] left = new int[0];
    private int[] high = new int[0];
    private int[] low = new int[0];
    private int[] bodyTop = new int[0];
    private int[] bodyBottom = new int[0];
    private long[] volumeLots = new long[0];
    private boolean[] up = new boolean[0];
    private int count;
    private int bodyWidth = 1;
    private long mostVolumeLots;

    /** Fills the frame for a window and a scale on a plot {@code width} pixels wide. */
    void build(CandlePyramid pyramid, @Nullable Forming forming, TimeWindow window, PriceScale scale, double width) {
        count = 0;
        mostVolumeLots = 0;
        reserve((int) width + 3);
        if (window.barWidth() < 1) {
            buildDense(pyramid, forming, window, scale, (int) width);
        } else {
            buildSparse(pyramid, forming, window, scale, width);
        }
    }

    private void reserve(int wanted) {
        if (left.length < wanted) {
            left = Arrays.copyOf(left, wanted);
            high = Arrays.copyOf(high, wanted);
            low = Arrays.copyOf(low, wanted);
            bodyTop = Arrays.copyOf(bodyTop, wanted);
            bodyBottom = Arrays.copyOf(bodyBottom, wanted);
            volumeLots = Arrays.copyOf(volumeLots, wanted);
            up = Arrays.copyOf(up, wanted);
        }
    }

    private void buildDense(
            CandlePyramid pyramid, @Nullable Forming forming, TimeWindow window, PriceScale scale, int width) {
        bodyWidth = 1;
        CandleColumns columns = pyramid.columns();
        int size = columns.size();
        int rows = size + (forming == null ? 0 : 1);
        int firstX = (int) Math.max(0, Math.floor(window.x(0)));
        int lastX = (int) Math.min(width - 1.0, Math.ceil(window.x(rows)));
        for (int x = firstX; x <= lastX; x++) {
            int from = (int) Math.clamp(Math.floor(window.row(x)), 0, rows);
            int to = (int) Math.clamp(Math.floor(window.row(x + 1.0)), 0, rows);
            if (from >= to) {
                continue;
            }
            int closedTo = Math.min(to, size);
            pyramid.scan(from, closedTo);
            long lowest = pyramid.lowTicks();
            long highest = pyramid.highTicks();
            long volume = pyramid.volumeLots();
            long open = from < size ? columns.openTicks(from) : 0;
            long close = closedTo > from ? columns.closeTicks(closedTo - 1) : 0;
            if (to > size && forming != null) {
                lowest = Math.min(lowest, forming.lowTicks());
                highest = Math.max(highest, forming.highTicks());
                volume += forming.volumeLots();
                open = from < size ? open : forming.openTicks();
                close = forming.closeTicks();
            }
            add(x, scale, open, highest, lowest, close, volume);
        }
    }

    private void buildSparse(
            CandlePyramid pyramid, @Nullable Forming forming, TimeWindow window, PriceScale scale, double width) {
        bodyWidth = Math.max(1, (int) Math.floor(window.barWidth() * 0.72));
        bodyWidth -= bodyWidth > 1 && bodyWidth % 2 == 0 ? 1 : 0;
        CandleColumns columns = pyramid.columns();
        int size = columns.size();
        int from = (int) Math.max(0, Math.floor(window.row(0)));
        int to = (int) Math.min(size, Math.ceil(window.row(width)));
        for (int row = from; row < to; row++) {
            add(
                    (int) Math.floor(window.centre(row)),
                    scale,
                    columns.openTicks(row),
                    columns.highTicks(row),
                    columns.lowTicks(row),
                    columns.closeTicks(row),
                    columns.volumeLots(row));
        }
        if (forming != null && window.x(size) < width && window.x(size + 1.0) > 0) {
            add(
                    (int) Math.floor(window.centre(size)),
                    scale,
                    forming.openTicks(),
                    forming.highTicks(),
                    forming.lowTicks(),
                    forming.closeTicks(),
                    forming.volumeLots());
        }
    }

    private void add(int x, PriceScale scale, long open, long highest, long lowest, long close, long volume) {
        if (count == left.length) {
            reserve(count * 2 + 1);
        }
        up[count] = close >= open;
        left[count] = x;
        high[count] = (int) Math.round(scale.y(highest));
        low[count] = Math.max(high[count] + 1, (int) Math.round(scale.y(lowest)));
        if (bodyWidth > 1) {
            bodyTop[count] = (int) Math.round(scale.y(Math.max(open, close)));
            bodyBottom[count] = Math.max(bodyTop[count] + 1, (int) Math.round(scale.y(Math.min(open, close))));
        }
        volumeLots[count] = volume;
        mostVolumeLots = Math.max(mostVolumeLots, volume);
        count++;
    }

    int count() {
        return count;
    }

    /** {@return pixels a body is wide; 1 where a candle is its wick alone} */
    int bodyWidth() {
        return bodyWidth;
    }

    /** {@return the pixel column of the wick} */
    int x(int entry) {
        return left[entry];
    }

    boolean up(int entry) {
        return up[entry];
    }

    int high(int entry) {
        return high[entry];
    }

    int low(int entry) {
        return low[entry];
    }

    int bodyTop(int entry) {
        return bodyTop[entry];
    }

    int bodyBottom(int entry) {
        return bodyBottom[entry];
    }

    long volumeLots(int entry) {
        return volumeLots[entry];
    }

    /** {@return the largest volume of an entry} */
    long mostVolumeLots() {
        return mostVolumeLots;
    }
}
