package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/**
 * Hurst exponent by rescaled range: the window's log returns are cut into parts of 8, 16, 32, … values up to a half of
 * them; per length the mean of range of the summed deviations divided by standard deviation is taken (parts that did
 * not move are left out), and the slope of its logarithm over that of the length is the exponent. Below 0.5 values
 * return, above they persist; small samples lie a little high. None unless two lengths have a value. Source: Hurst,
 * Transactions of the American Society of Civil Engineers, 1951; Mandelbrot and Wallis, 1969.
 */
public final class Hurst extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "hurst", "Hurst exponent", STATISTICS, "Whether moves persist (above 0.5) or return (below).",
                    p -> p.integer("period") + 1, p -> new Hurst(p.integer("period"), Source.of(p)))
            .with(Specs.period(128, 32), Specs.source());

    private static final int SHORTEST = 8;

    private final int period;
    private final Ring returns;
    private final Cell before;
    private final double[] sizes;

    Hurst(int period, Source source) {
        super(source);
        this.period = period;
        returns = part(new Ring(period));
        before = part(new Cell(Double.NaN));
        int count = 0;
        for (int size = SHORTEST; size <= period / 2; size *= 2) {
            count++;
        }
        sizes = new double[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = StrictMath.log(SHORTEST << i);
        }
    }

    @Override
    public double next(double value) {
        double last = before.swap(value);
        if (Double.isNaN(last)) {
            return Double.NaN;
        }
        returns.push(value > 0 && last > 0 ? StrictMath.log(value / last) : 0);
        return returns.full() ? exponent() : Double.NaN;
    }

    private double exponent() {
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        int count = 0;
        for (int i = 0; i < sizes.length; i++) {
            double rescaled = rescaled(SHORTEST << i);
            if (rescaled > 0) {
                double log = StrictMath.log(rescaled);
                x += sizes[i];
                y += log;
                xx += sizes[i] * sizes[i];
                xy += sizes[i] * log;
                count++;
            }
        }
        return count < 2 ? Double.NaN : (count * xy - x * y) / (count * xx - x * x);
    }

    /** {@return the mean of range / deviation of the parts of that length; 0 if none moved} */
    private double rescaled(int size) {
        double sum = 0;
        int parts = 0;
        for (int end = period; end >= size; end -= size) {
            double ratio = ratio(end - size, size);
            if (ratio > 0) {
                sum += ratio;
                parts++;
            }
        }
        return parts == 0 ? 0 : sum / parts;
    }

    private double ratio(int from, int size) {
        double mean = 0;
        for (int i = from; i < from + size; i++) {
            mean += returns.get(i) / size;
        }
        double sum = 0;
        double top = 0;
        double bottom = 0;
        double squares = 0;
        for (int i = from + size - 1; i >= from; i--) {
            double distance = returns.get(i) - mean;
            sum += distance;
            top = Math.max(top, sum);
            bottom = Math.min(bottom, sum);
            squares += distance * distance;
        }
        double deviation = Math.sqrt(squares / size);
        return deviation > 0 ? (top - bottom) / deviation : 0;
    }
}
