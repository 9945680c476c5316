package dev.tradewind.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up a heat map while a search runs, in the memory of its cells alone. One thread at a time. */
final class HeatMapTally {

    private static final int ALONE = -1;

    private final Objective objective;
    private final List<SearchAxis> axes;
    private final int x;
    private final int y;
    private final int columns;
    private final int rows;
    private final double[] best;
    private final double[] sum;
    private final long[] count;
    private final long[] finite;

    private HeatMapTally(Objective objective, List<SearchAxis> axes, int x, int y) {
        this.objective = objective;
        this.axes = axes;
        this.x = x;
        this.y = y;
        this.columns = cells(x);
        this.rows = cells(y);
        this.best = new double[columns * rows];
        Arrays.fill(best, Double.NaN);
        this.sum = new double[columns * rows];
        this.count = new long[columns * rows];
        this.finite = new long[columns * rows];
    }

    /** {@return one for each pair of axes; of a single axis one without a second} */
    static List<HeatMapTally> all(Objective objective, List<SearchAxis> axes) {
        if (axes.size() == 1) {
            return List.of(new HeatMapTally(objective, axes, 0, ALONE));
        }
        List<HeatMapTally> maps = new ArrayList<>();
        for (int x = 0; x < axes.size(); x++) {
            for (int y = x + 1; y < axes.size(); y++) {
                maps.add(new HeatMapTally(objective, axes, x, y));
            }
        }
        return maps;
    }

    private int cells(int axis) {
        return axis == ALONE ? 1 : Math.min(axes.get(axis).size(), HeatMap.MOST_CELLS);
    }

    private int cell(int axis, int[] at) {
        return axis == ALONE ? 0 : (int) ((long) at[axis] * cells(axis) / axes.get(axis).size());
    }

    void add(int[] at, double value) {
        int cell = cell(y, at) * columns + cell(x, at);
        count[cell]++;
        if (Double.isFinite(value)) {
            sum[cell] += value;
            finite[cell]++;
        }
        if (objective.better(value, best[cell])) {
            best[cell] = value;
        }
    }

    HeatMap map() {
        double[] mean = new double[sum.length];
        for (int cell = 0; cell < mean.length; cell++) {
            mean[cell] = finite[cell] == 0 ? Double.NaN : sum[cell] / finite[cell];
        }
        return new HeatMap(
                axes.get(x).param(), y == ALONE ? "" : axes.get(y).param(), labels(x), labels(y), best, mean, count);
    }

    private List<String> labels(int axis) {
        if (axis == ALONE) {
            return List.of("");
        }
        List<String> values = axes.get(axis).values();
        int cells = cells(axis);
        List<String> labels = new ArrayList<>();
        int first = 0;
        for (int cell = 0; cell < cells; cell++) {
            int next = first;
            while (next < values.size() && (long) next * cells / values.size() == cell) {
                next++;
            }
            labels.add(next - first == 1 ? values.get(first) : values.get(first) + " – " + values.get(next - 1));
            first = next;
        }
        return labels;
    }
}
