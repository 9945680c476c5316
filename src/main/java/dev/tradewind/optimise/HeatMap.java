package dev.tradewind.optimise;

import java.util.Arrays;
import java.util.List;

/**
 * The objective over two searched parameters, whatever the others were: per cell the best, the mean and the number of
 * trials that could tell it. Of more than {@value #MOST_CELLS} values several share a cell. With one searched parameter
 * there is one row, and {@link #y} is empty. Immutable.
 */
public final class HeatMap {

    /** Cells along a side at most. */
    public static final int MOST_CELLS = 50;

    private final String x;
    private final String y;
    private final List<String> columns;
    private final List<String> rows;
    private final double[] best;
    private final double[] mean;
    private final long[] count;

    HeatMap(
            String x, String y, List<String> columns, List<String> rows, double[] best, double[] mean, long[] count) {
        this.x = x;
        this.y = y;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.best = best.clone();
        this.mean = mean.clone();
        this.count = count.clone();
    }

    /** {@return the parameter across, by id} */
    public String x() {
        return x;
    }

    /** {@return the parameter upwards, by id; empty where only one was searched} */
    public String y() {
        return y;
    }

    /** {@return what each column stands for: a value, or the first and the last of several} */
    public List<String> columns() {
        return columns;
    }

    /** {@return what each row stands for, one empty text where only one parameter was searched} */
    public List<String> rows() {
        return rows;
    }

    /** {@return the best objective of a cell, NaN where none could be told} */
    public double best(int column, int row) {
        return best[row * columns.size() + column];
    }

    /** {@return the mean of a cell's finite objectives, NaN where there is none} */
    public double mean(int column, int row) {
        return mean[row * columns.size() + column];
    }

    /** {@return how many trials of a cell could tell the objective} */
    public long count(int column, int row) {
        return count[row * columns.size() + column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeatMap map
                && x.equals(map.x)
                && y.equals(map.y)
                && columns.equals(map.columns)
                && rows.equals(map.rows)
                && Arrays.equals(best, map.best)
                && Arrays.equals(mean, map.mean)
                && Arrays.equals(count, map.count);
    }

    @Override
    public int hashCode() {
        return 31 * x.hashCode() + Arrays.hashCode(best);
    }

    @Override
    public String toString() {
        return "heat map of " + x + (y.isEmpty() ? "" : " and " + y) + ", " + columns.size() + " by " + rows.size();
    }
}
