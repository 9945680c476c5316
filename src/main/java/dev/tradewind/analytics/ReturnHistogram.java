package dev.tradewind.analytics;

import java.util.ArrayList;
import java.util.List;

/**
 * How the daily returns are spread: how many days fell into each of equally wide bins. Zero is a bin's edge, so that no
 * bin mixes gains with losses; a return on an edge belongs to the bin above it.
 *
 * @param from   the lower edge of the first bin, as a fraction
 * @param width  of each bin: 1, 2 or 5 times a power of ten
 * @param counts days in each bin
 */
public record ReturnHistogram(double from, double width, List<Integer> counts) {

    public ReturnHistogram {
        counts = List.copyOf(counts);
    }

    /**
     * {@return the spread of a series, which is reduced to days first; without bins where there are no returns}
     *
     * @param mostBins bins at most, from 4
     */
    public static ReturnHistogram of(EquitySeries series, int mostBins) {
        if (mostBins < 4) {
            throw new IllegalArgumentException(mostBins + " bins are too few; 4 or more pass");
        }
        DailyReturns returns = DailyReturns.of(series.daily());
        if (returns.count() == 0) {
            return new ReturnHistogram(0, 0, List.of());
        }
        double[] sorted = returns.sorted();
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double width = width(low, high, mostBins);
        long first = bin(low, width);
        int[] counts = new int[Math.toIntExact(bin(high, width) - first) + 1];
        for (double value : sorted) {
            counts[(int) (bin(value, width) - first)]++;
        }
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return new ReturnHistogram(first * width, width, list);
    }

    private static long bin(double value, double width) {
        return (long) Math.floor(value / width);
    }

    /** {@return the narrowest width with few enough bins; a thousandth of a percent where all days are alike} */
    private static double width(double low, double high, int mostBins) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(high - low, 1e-5))) - 2);
        while (true) {
            for (double step : new double[] {1, 2, 5}) {
                double width = step * power;
                if (bin(high, width) - bin(low, width) + 1 <= mostBins) {
                    return width;
                }
            }
            power *= 10;
        }
    }
}
