package dev.tradewind.report;

import dev.tradewind.analytics.MonthlyReturns.Year;
import dev.tradewind.report.Drawing.Anchor;
import dev.tradewind.report.Drawing.Box;
import dev.tradewind.report.Drawing.Ink;
import dev.tradewind.report.Drawing.Word;
import java.util.List;

/** Returns of months as a heat map, a row for each year. */
final class MonthlyPlot {

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final double HEAD = 20;
    private static final double ROW = 26;
    private static final double CELL = 23;
    private static final double YEARS = 44;
    private static final double TOTAL = 86;
    private static final double FAINTEST = 0.10;
    private static final double STRONGEST = 0.62;

    private MonthlyPlot() {}

    /** {@return the picture, as high as the years need} */
    static Drawing of(List<Year> years, double width) {
        Drawing drawing = new Drawing(width, HEAD + Math.max(1, years.size()) * ROW, "Monthly returns in percent");
        double cell = (width - YEARS - TOTAL) / 12;
        double strongest = strongest(years);
        for (int month = 0; month < 12; month++) {
            drawing.word(YEARS + cell * (month + 0.5), 12, MONTHS[month], Anchor.MIDDLE, Ink.FAINT);
        }
        drawing.word(width - TOTAL / 2 + 4, 12, "Year", Anchor.MIDDLE, Ink.FAINT);
        for (int row = 0; row < years.size(); row++) {
            Year year = years.get(row);
            double y = HEAD + row * ROW;
            drawing.add(new Word(0, y + 16, Integer.toString(year.year()), 12, true, Anchor.START, Ink.TEXT));
            for (int month = 0; month < 12; month++) {
                double value = year.months().get(month);
                if (!Double.isNaN(value)) {
                    shade(drawing, YEARS + cell * month + 1, y, cell - 2, value, strongest);
                }
            }
            drawing.add(new Box(width - TOTAL + 8, y, TOTAL - 8, CELL, 2, Ink.GRID, 1));
            drawing.add(new Word(
                    width - TOTAL / 2 + 4, y + 16, text(year.whole()), 12, true, Anchor.MIDDLE, Ink.TEXT));
        }
        return drawing;
    }

    private static double strongest(List<Year> years) {
        double strongest = 0;
        for (Year year : years) {
            for (double month : year.months()) {
                strongest = Math.max(strongest, Double.isFinite(month) ? Math.abs(month) : 0);
            }
        }
        return strongest;
    }

    private static void shade(Drawing drawing, double x, double y, double width, double value, double strongest) {
        double share = strongest == 0 || Double.isInfinite(value) ? 1 : Math.sqrt(Math.abs(value) / strongest);
        Ink ink = value < 0 ? Ink.LOSS : Ink.GAIN;
        double opacity = value == 0 ? 1 : FAINTEST + (STRONGEST - FAINTEST) * share;
        drawing.add(new Box(x, y, width, CELL, 2, value == 0 ? Ink.GRID : ink, opacity));
        drawing.add(new Word(x + width / 2, y + 16, text(value), 12, false, Anchor.MIDDLE, Ink.TEXT));
    }

    private static String text(double value) {
        String text = FigureText.decimals(value * 100, 1, "");
        return value > 0 ? "+" + text : text;
    }
}
