package dev.tradewind.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table over as many pages as it takes; its head stands on each. */
final class PdfTable {

    private static final double ROW = 12.4;
    private static final double[] SIZES = {7, 6.6, 6.2, 5.8, 5.4};
    private static final double SPARE = 60;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();
    private double size = SIZES[0];
    private double gap = 8;

    PdfTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A column; texts begin on the left, figures end on the right. */
    record Column(String head, boolean isText) {}

    /** What stands in a place. */
    record Cell(String text, Summary.Tone tone) {

        Cell(String text) {
            this(text, Summary.Tone.PLAIN);
        }
    }

    void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    void draw(PdfPages pages) throws IOException {
        double[] widths = fitted(pages.fonts());
        head(pages, widths);
        for (List<Cell> row : rows) {
            if (pages.need(ROW)) {
                head(pages, widths);
            }
            double x = PdfPages.MARGIN;
            for (int i = 0; i < widths.length; i++) {
                Cell cell = row.get(i);
                place(pages, x, widths[i], columns.get(i).isText(), cell.text(), PdfInk.of(cell.tone()));
                x += widths[i] + gap;
            }
            pages.down(ROW);
            pages.pen().line(
                    PdfPages.MARGIN, pages.y(), PdfPages.MARGIN + PdfPages.INNER, pages.y(), PdfInk.TOTAL, 0.4, 0);
        }
    }

    private void head(PdfPages pages, double[] widths) throws IOException {
        double x = PdfPages.MARGIN;
        for (int i = 0; i < widths.length; i++) {
            place(pages, x, widths[i], columns.get(i).isText(), columns.get(i).head(), PdfInk.FAINT);
            x += widths[i] + gap;
        }
        pages.down(ROW);
        pages.pen().line(
                PdfPages.MARGIN, pages.y(), PdfPages.MARGIN + PdfPages.INNER, pages.y(), PdfInk.RULE, 0.5, 0);
    }

    private void place(PdfPages pages, double x, double width, boolean isText, String text, PdfInk ink)
            throws IOException {
        String fitted = pages.fonts().fitted(text, size, false, width + 0.5);
        double y = pages.y() + ROW - 4;
        if (isText) {
            pages.pen().text(x, y, fitted, size, false, ink);
        } else {
            pages.pen().right(x + width, y, fitted, size, false, ink);
        }
    }

    /** The largest letters with which the figures have their room and texts most of it. */
    private double[] fitted(PdfFonts fonts) {
        double[] widths = natural(fonts, SIZES[0]);
        for (double smaller : SIZES) {
            if (sum(widths) <= PdfPages.INNER) {
                break;
            }
            widths = natural(fonts, smaller);
            size = smaller;
            gap = smaller;
        }
        return shared(widths);
    }

    private double sum(double[] widths) {
        return Arrays.stream(widths).sum() + gap * (widths.length - 1);
    }

    private double[] natural(PdfFonts fonts, double size) {
        double[] widths = new double[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = fonts.width(columns.get(i).head(), size, false);
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], fonts.width(row.get(i).text(), size, false));
            }
        }
        return widths;
    }

    /** What is left over goes to all columns, what lacks is taken from texts, and from all where there are too few. */
    private double[] shared(double[] widths) {
        double over = PdfPages.INNER - sum(widths);
        double texts = 0;
        for (int i = 0; i < widths.length; i++) {
            texts += columns.get(i).isText() ? widths[i] : 0;
        }
        boolean enough = texts + over >= SPARE;
        double all = sum(widths) - gap * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            if (over >= 0) {
                widths[i] += over / widths.length;
            } else if (!enough) {
                widths[i] += over * widths[i] / all;
            } else if (columns.get(i).isText()) {
                widths[i] += over * widths[i] / texts;
            }
        }
        return widths;
    }
}
