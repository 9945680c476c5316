package dev.tradewind.report;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.report.Drawing.Anchor;
import dev.tradewind.report.Drawing.Box;
import dev.tradewind.report.Drawing.Dot;
import dev.tradewind.report.Drawing.Ink;
import dev.tradewind.report.Drawing.Word;
import java.util.Arrays;
import java.util.List;

/** What trades came to, as a histogram; and how far each went against and for its holder, as a scatter. */
final class TradePlots {

    private static final double LEFT = 44;
    private static final double RIGHT = 8;
    private static final double TOP = 10;
    private static final double FOOT = 36;
    private static final int MOST_BARS = 48;
    private static final int MOST_DOTS = 2_000;
    private static final double OUTER = 0.005;

    private TradePlots() {}

    /** {@return the return of a trade on the money in it} */
    static double returned(ClosedTrade trade) {
        return trade.invested() == 0 ? 0 : trade.net() / trade.invested();
    }

    /** {@return how many trades came to what} */
    static Drawing distribution(List<ClosedTrade> trades, double width, double height) {
        Drawing drawing = new Drawing(width, height, "Distribution of trades by return");
        double[] sorted = trades.stream().mapToDouble(TradePlots::returned).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return empty(drawing);
        }
        // the outermost half percent on each side goes into the end bars, so that one trade does not flatten the rest
        double low = Math.min(0, sorted[(int) (sorted.length * OUTER)]);
        double high = Math.max(0, sorted[sorted.length - 1 - (int) (sorted.length * OUTER)]);
        double width1 = binWidth(low, high);
        int first = (int) Math.floor(low / width1 + 1e-9);
        int bars = Math.max(1, (int) Math.ceil(high / width1 - 1e-9) - first);
        int[] counts = new int[bars];
        for (double value : sorted) {
            int bar = (int) Math.floor(value / width1) - first;
            counts[Math.clamp(bar, 0, bars - 1)]++;
        }
        bars(drawing, counts, first * width1, width1);
        Scale x = new Scale(first * width1, (first + bars) * width1, LEFT, width - RIGHT);
        double median = sorted[sorted.length / 2];
        double at = Math.clamp(x.at(median), LEFT, width - RIGHT);
        drawing.dashed(at, TOP, at, height - FOOT, Ink.ACCENT);
        boolean leftOf = at > width * 0.7;
        drawing.add(new Word(
                at + (leftOf ? -6 : 6), TOP + 10, "median " + FigureText.signedPercent(median), 11, false,
                leftOf ? Anchor.END : Anchor.START, Ink.ACCENT));
        return drawing;
    }

    private static double binWidth(double low, double high) {
        return high > low ? Ticks.step(low, high, MOST_BARS) : 0.001;
    }

    private static void bars(Drawing drawing, int[] counts, double low, double binWidth) {
        double bottom = drawing.height() - FOOT;
        int most = Arrays.stream(counts).max().orElse(1);
        Scale y = new Scale(0, most * 1.12, bottom, TOP);
        Scale x = new Scale(low, low + counts.length * binWidth, LEFT, drawing.width() - RIGHT);
        for (double tick : Ticks.numbers(0, y.high(), 5)) {
            if (tick == Math.rint(tick)) {
                drawing.line(LEFT, y.at(tick), drawing.width() - RIGHT, y.at(tick), Ink.GRID);
                drawing.word(LEFT - 8, y.at(tick) + 4, FigureText.count(tick), Anchor.END, Ink.FAINT);
            }
        }
        for (int bar = 0; bar < counts.length; bar++) {
            double from = low + bar * binWidth;
            Ink ink = from < -binWidth * 1e-6 ? Ink.LOSS : Ink.GAIN;
            double left = x.at(from);
            double gap = Math.min(1, (x.at(from + binWidth) - left) / 4);
            if (counts[bar] > 0) {
                drawing.add(new Box(
                        left + gap / 2, y.at(counts[bar]), x.at(from + binWidth) - left - gap, bottom - y.at(counts[bar]),
                        0, ink, 0.8));
            }
        }
        percentAxis(drawing, x, bottom, "Return on the money in the trade");
        drawing.line(LEFT, bottom, drawing.width() - RIGHT, bottom, Ink.RULE);
    }

    private static void percentAxis(Drawing drawing, Scale x, double bottom, String name) {
        double step = Ticks.step(x.low() * 100, x.high() * 100, 7);
        for (double tick : Ticks.numbers(x.low() * 100, x.high() * 100, 7)) {
            drawing.word(
                    x.at(tick / 100), bottom + 15, FigureText.decimals(tick, Ticks.decimals(step), " %"), Anchor.MIDDLE,
                    Ink.FAINT);
        }
        drawing.word((LEFT + drawing.width() - RIGHT) / 2, bottom + 31, name, Anchor.MIDDLE, Ink.MUTED);
    }

    /** {@return how far under water and how far ahead each trade was, coloured by how it ended} */
    static Drawing excursions(List<ClosedTrade> trades, double width, double height) {
        Drawing drawing = new Drawing(width, height, "Worst and best of each trade while it was open");
        double[] worst = trades.stream().mapToDouble(ClosedTrade::worst).filter(Double::isFinite).sorted().toArray();
        double[] best = trades.stream().mapToDouble(ClosedTrade::best).filter(Double::isFinite).sorted().toArray();
        if (worst.length == 0 || best.length == 0) {
            return empty(drawing);
        }
        double bottom = height - FOOT;
        // the outermost half percent lies on the edge, so that one trade does not crowd the rest into a corner
        double low = worst[(int) (worst.length * OUTER)];
        double high = best[best.length - 1 - (int) (best.length * OUTER)];
        Scale x = new Scale(Math.min(low, -1e-4) * 1.04, 0, LEFT, width - RIGHT - 8);
        Scale y = new Scale(0, Math.max(high, 1e-4) * 1.06, bottom, TOP);
        double step = Ticks.step(0, y.high() * 100, 5);
        for (double tick : Ticks.numbers(0, y.high() * 100, 5)) {
            drawing.line(LEFT, y.at(tick / 100), width - RIGHT, y.at(tick / 100), Ink.GRID);
            drawing.word(
                    LEFT - 6, y.at(tick / 100) + 4, FigureText.decimals(tick, Ticks.decimals(step), " %"), Anchor.END,
                    Ink.FAINT);
        }
        for (double tick : Ticks.numbers(x.low() * 100, 0, 7)) {
            drawing.line(x.at(tick / 100), TOP, x.at(tick / 100), bottom, Ink.GRID);
        }
        drawing.line(LEFT, bottom, width - RIGHT, bottom, Ink.RULE);
        percentAxis(drawing, x, bottom, "Worst while open, against best (upwards)");
        int every = Math.max(1, trades.size() / MOST_DOTS);
        for (int i = 0; i < trades.size(); i += every) {
            ClosedTrade trade = trades.get(i);
            if (Double.isFinite(trade.worst()) && Double.isFinite(trade.best())) {
                Ink ink = trade.isOpen() ? Ink.MUTED : trade.net() < 0 ? Ink.LOSS : Ink.GAIN;
                double left = Math.max(LEFT, x.at(trade.worst()));
                double top = Math.max(TOP, y.at(trade.best()));
                drawing.add(new Dot(left, top, 2.4, ink, 0.65));
            }
        }
        return drawing;
    }

    private static Drawing empty(Drawing drawing) {
        drawing.word(drawing.width() / 2, drawing.height() / 2, "No trade to draw", Anchor.MIDDLE, Ink.MUTED);
        return drawing;
    }
}
