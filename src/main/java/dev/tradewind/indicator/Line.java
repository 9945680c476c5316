package dev.tradewind.indicator;

/**
 * An indicator of one number per candle with one line, so that others can be built on it: fed with candles it looks at
 * its {@link Source}, or it is fed with numbers directly.
 */
public abstract class Line extends Indicator {

    private final Source source;

    Line(Source source) {
        super(1);
        this.source = source;
    }

    @Override
    final void next(Bar bar) {
        publish(0, next(source.of(bar)));
    }

    /**
     * Takes in a number. An indicator is fed either with candles or with numbers, not with both; what it returns is not
     * kept for {@link #value()}.
     *
     * @param value finite
     * @return the value from here on; NaN until it is warm
     */
    public abstract double next(double value);

    /** Takes in a number that may be missing. {@return NaN then, and nothing has changed} */
    final double pass(double value) {
        return Double.isNaN(value) ? Double.NaN : next(value);
    }

    /** {@return a window's length, checked} */
    static int window(String what, int period) {
        if (period < 1 || period > Specs.LONGEST) {
            throw new IllegalArgumentException(
                    what + " looks back over 1 to " + Specs.LONGEST + " candles, not " + period);
        }
        return period;
    }
}
