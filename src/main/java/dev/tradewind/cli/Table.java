package dev.tradewind.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first and the last column begin on the left, figures between them end on the right. */
final class Table {

    private static final String GAP = "  ";

    private Table() {}

    /** {@return columns of words: all begin on the left} */
    static List<String> words(List<List<String>> rows) {
        return aligned(rows, true);
    }

    static List<String> aligned(List<List<String>> rows) {
        return aligned(rows, false);
    }

    private static List<String> aligned(List<List<String>> rows, boolean words) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String fill = " ".repeat(widths[column] - cell.length());
                boolean left = words || column == 0 || column == columns - 1;
                line.append(column == 0 ? "" : GAP).append(left ? cell + fill : fill + cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
