package dev.tradewind.marketdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which file and line each row of an import stood on: kept where rows may be left out later. */
final class RowOrigins {

    private final List<String> files = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int[] lines = new int[0];

    /** The rows from {@code row} on are of this file. */
    void begin(String file, int row) {
        files.add(file);
        starts.add(row);
    }

    void line(int row, long line, boolean rounded) {
        if (row >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(1 << 14, row * 2));
        }
        int known = (int) Math.min(Integer.MAX_VALUE, line);
        lines[row] = rounded ? ~known : known;
    }

    long line(int row) {
        return rounded(row) ? ~lines[row] : lines[row];
    }

    /** {@return whether its quantity was rounded} */
    boolean rounded(int row) {
        return lines[row] < 0;
    }

    String file(int row) {
        int at = files.size() - 1;
        while (at > 0 && starts.get(at) > row) {
            at--;
        }
        return files.get(at);
    }
}
