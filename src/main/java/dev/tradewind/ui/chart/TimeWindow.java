package dev.tradewind.ui.chart;

/**
 * Which candles a plot shows: candle {@code row} fills the pixels from {@link #x} of it to {@code x} of the next.
 * Rows are counted, not timed, so a quiet night takes no room.
 *
 * @param firstRow row at the left edge; fractional, negative where the plot begins before the data
 * @param barWidth pixels a candle takes; far below 1 where many share one pixel
 */
record TimeWindow(double firstRow, double barWidth) {

    /** Widest a candle gets. */
    static final double MAX_BAR = 64;

    /** What a chart opens with. */
    static final double USUAL_BAR = 6;

    TimeWindow {
        if (!(barWidth > 0) || !Double.isFinite(barWidth) || !Double.isFinite(firstRow)) {
            throw new IllegalArgumentException(
                    "a window needs a finite first row and a positive bar width, not " + firstRow + " and " + barWidth);
        }
    }

    /** {@return the left edge of a row} */
    double x(double row) {
        return (row - firstRow) * barWidth;
    }

    /** {@return the middle of a row} */
    double centre(double row) {
        return (row + 0.5 - firstRow) * barWidth;
    }

    /** {@return the row at a pixel, fractional} */
    double row(double x) {
        return firstRow + x / barWidth;
    }

    /** All of {@code rows} in {@code width} pixels, {@code free} of them left empty at the right. */
    static TimeWindow fit(int rows, double width, double free) {
        double room = Math.max(1, width - free);
        double bar = Math.min(MAX_BAR, room / Math.max(1, rows));
        return end(rows, room + free, free, bar);
    }

    /** The newest candles at a given width, with {@code free} pixels right of the last. */
    static TimeWindow end(int rows, double width, double free, double barWidth) {
        return new TimeWindow(rows - Math.max(1, width - free) / barWidth, barWidth);
    }

    /** The oldest candles at this width. */
    TimeWindow home() {
        return new TimeWindow(0, barWidth);
    }

    /**
     * Zooms so that what is under {@code x} stays there.
     *
     * @param factor above 1 makes candles wider
     * @param minBar narrowest a candle may get
     */
    TimeWindow zoomAt(double x, double factor, double minBar) {
        double bar = Math.clamp(barWidth * factor, Math.min(minBar, MAX_BAR), MAX_BAR);
        return new TimeWindow(row(x) - x / bar, bar);
    }

    /** Moves the candles {@code pixels} to the right. */
    TimeWindow pan(double pixels) {
        return new TimeWindow(firstRow - pixels / barWidth, barWidth);
    }

    /** The same view of the same candles after {@code rows} more were shown left of everything. */
    TimeWindow shift(int rows) {
        return new TimeWindow(firstRow + rows, barWidth);
    }

    /** Keeps at least a tenth of the plot filled at either end. */
    TimeWindow within(int rows, double width) {
        double visible = width / barWidth;
        double keep = Math.min(rows, visible / 10);
        double low = keep - visible;
        double high = rows - keep;
        double first = Math.clamp(firstRow, Math.min(low, high), Math.max(low, high));
        return first == firstRow ? this : new TimeWindow(first, barWidth);
    }
}
