package dev.tradewind.ui.chart;

/**
 * Prices on a vertical pixel range, linear or logarithmic. Prices are ticks as doubles: for drawing only.
 */
final class PriceScale {

    private final double lowTicks;
    private final double highTicks;
    private final double top;
    private final double bottom;
    private final boolean logarithmic;
    private final double low;
    private final double pixelsPerUnit;

    /**
     * @param lowTicks  price at {@code bottom}
     * @param highTicks price at {@code top}, above {@code lowTicks}
     * @throws IllegalArgumentException if the range is empty, or not positive on a logarithmic scale
     */
    PriceScale(double lowTicks, double highTicks, double top, double bottom, boolean logarithmic) {
        if (!(highTicks > lowTicks) || !(bottom > top) || logarithmic && lowTicks <= 0) {
            throw new IllegalArgumentException("no scale from " + lowTicks + " to " + highTicks + " ticks on pixels "
                    + top + " to " + bottom + (logarithmic ? ", logarithmic" : ""));
        }
        this.lowTicks = lowTicks;
        this.highTicks = highTicks;
        this.top = top;
        this.bottom = bottom;
        this.logarithmic = logarithmic;
        this.low = unit(lowTicks);
        this.pixelsPerUnit = (bottom - top) / (unit(highTicks) - low);
    }

    /** {@return a scale that holds {@code low..high} with air above and below} */
    static PriceScale around(double low, double high, double top, double bottom, boolean logarithmic) {
        if (logarithmic && low > 0) {
            double air = Math.max(Math.pow(high / low, 0.06), 1 + 1 / high);
            return new PriceScale(low / air, high * air, top, bottom, true);
        }
        double air = Math.max((high - low) * 0.06, 1);
        return new PriceScale(low - air, high + air, top, bottom, false);
    }

    private double unit(double ticks) {
        return logarithmic ? Math.log(Math.max(ticks, 1e-6)) : ticks;
    }

    /** {@return the pixel of a price} */
    double y(double ticks) {
        return bottom - (unit(ticks) - low) * pixelsPerUnit;
    }

    /** {@return the price at a pixel} */
    double ticks(double y) {
        double value = low + (bottom - y) / pixelsPerUnit;
        return logarithmic ? Math.exp(value) : value;
    }

    /** {@return whether a price lies on the scale} */
    boolean holds(double ticks) {
        return ticks >= lowTicks && ticks <= highTicks;
    }

    double lowTicks() {
        return lowTicks;
    }

    double highTicks() {
        return highTicks;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    boolean logarithmic() {
        return logarithmic;
    }

    /** Stretches the range around its middle; above 1 shows more. */
    PriceScale stretch(double factor) {
        double middle = (top + bottom) / 2;
        double half = (bottom - top) / 2 * factor;
        return between(ticks(middle + half), ticks(middle - half));
    }

    /** Moves the candles {@code pixels} down. */
    PriceScale pan(double pixels) {
        return between(ticks(bottom - pixels), ticks(top - pixels));
    }

    /** The same prices on other pixels. */
    PriceScale on(double newTop, double newBottom) {
        return newTop == top && newBottom == bottom
                ? this
                : new PriceScale(lowTicks, highTicks, newTop, newBottom, logarithmic);
    }

    private PriceScale between(double newLow, double newHigh) {
        return newHigh - newLow < 1e-3 ? this : new PriceScale(newLow, newHigh, top, bottom, logarithmic);
    }

    /**
     * {@return the smallest round step (1, 2, 2.5 or 5 times a power of ten) of at least {@code least}}
     *
     * @param least positive
     */
    static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double lead = least / power;
        double round = lead <= 1.0000001 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10;
        return round * power;
    }
}
