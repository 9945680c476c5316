package dev.tradewind.backtest;

import dev.tradewind.analytics.EquitySeries;
import java.util.Arrays;

/** Values at the start, at the end of each UTC day and at the end; several columns share the times. */
final class DaySeries {

    private long[] timeNanos = new long[64];
    private double[][] columns;
    private int size;

    DaySeries(int columns) {
        this.columns = new double[columns][64];
    }

    /** Begins a row. */
    void at(long time) {
        if (size == timeNanos.length) {
            timeNanos = Arrays.copyOf(timeNanos, size * 2);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], size * 2);
            }
        }
        timeNanos[size++] = time;
    }

    /** Sets a value of the row begun last. */
    void set(int column, double value) {
        columns[column][size - 1] = value;
    }

    EquitySeries series(int column) {
        return new EquitySeries(Arrays.copyOf(timeNanos, size), Arrays.copyOf(columns[column], size));
    }
}
