package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.ClosedTrade;
import java.util.Arrays;
import java.util.List;

/**
 * How often deals came out how, each as a share of what was invested in it. Pure.
 *
 * @param from   lower edge of the first bin, a multiple of {@code width}, so that 0 is an edge
 * @param width  of a bin, as a fraction
 * @param counts deals in each bin
 * @param median of all deals, NaN without any
 * @param mean   of all deals, NaN without any
 */
record Histogram(double from, double width, int[] counts, double median, double mean) {

    private static final int BINS = 28;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    static Histogram of(List<ClosedTrade> trades) {
        double[] results = trades.stream()
                .filter(trade -> !trade.isOpen() && trade.invested() > 0)
                .mapToDouble(trade -> trade.net() / trade.invested())
                .sorted()
                .toArray();
        if (results.length == 0) {
            return new Histogram(0, 0.01, new int[0], Double.NaN, Double.NaN);
        }
        double low = Math.min(0, results[0]);
        double high = Math.max(0, results[results.length - 1]);
        double width = round(Math.max(1e-6, (high - low) / BINS));
        double from = Math.floor(low / width) * width;
        int bins = (int) Math.floor((high - from) / width) + 1;
        int[] counts = new int[bins];
        for (double result : results) {
            counts[Math.clamp((int) Math.floor((result - from) / width), 0, bins - 1)]++;
        }
        int middle = results.length / 2;
        double median = results.length % 2 == 1 ? results[middle] : (results[middle - 1] + results[middle]) / 2;
        return new Histogram(from, width, counts, median, Arrays.stream(results).sum() / results.length);
    }

    private static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : ROUND) {
            if (digit * power >= least) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /** {@return the highest count} */
    int highest() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
