package dev.tradewind.optimise;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Heat maps made of a formula, for tests of what is drawn. */
public final class HeatMaps {

    private HeatMaps() {}

    /** {@return a map in which every cell holds one trial; {@code value} takes the cell's number, row by row} */
    public static HeatMap of(String x, List<String> columns, String y, List<String> rows, IntToDoubleFunction value) {
        int cells = columns.size() * rows.size();
        double[] values = new double[cells];
        long[] counts = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            values[cell] = value.applyAsDouble(cell);
            counts[cell] = 1;
        }
        return new HeatMap(x, y, columns, rows, values, values, counts);
    }
}
