package dev.tradewind.report;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.Drawing.Anchor;
import dev.tradewind.report.Drawing.Area;
import dev.tradewind.report.Drawing.Box;
import dev.tradewind.report.Drawing.Dot;
import dev.tradewind.report.Drawing.Ink;
import dev.tradewind.report.Drawing.Path;
import dev.tradewind.report.Drawing.Word;

/**
 * Equity with its pessimistic to optimistic band and what holding would have been worth; below it the fall from the peak.
 * Holding that would flatten the run's own curve is drawn smaller, and its name says by how much.
 */
final class EquityPlot {

    static final double AXIS = 74;
    static final double TOP = 10;
    private static final double TIMES = 22;
    private static final double GAP = 18;
    private static final double TAG = 16;
    private static final double FALLS = 0.24;
    private static final double HOLD_ROOM = 2.5;

    private final RunReport report;
    private final Drawing drawing;
    private final double right;
    private final double bottom;
    private final double split;
    private final Scale time;
    private final Scale money;
    private final double holdScale;

    private EquityPlot(RunReport report, double width, double height) {
        this.report = report;
        this.drawing = new Drawing(width, height, "Equity and drawdown over time");
        this.right = width - AXIS;
        this.bottom = height - TIMES;
        this.split = TOP + (bottom - TOP) * (1 - FALLS) - GAP / 2;
        this.time = new Scale(report.firstNanos(), report.lastNanos(), 0, right);
        double[] own = range();
        this.holdScale = holdScale(report, own);
        double[] all = withHold(own);
        this.money = new Scale(all[0], all[1], split, TOP).padded(0.06);
    }

    /** {@return the picture} */
    static Drawing of(RunReport report, double width, double height) {
        EquityPlot plot = new EquityPlot(report, width, height);
        if (report.equity().size() == 0) {
            plot.drawing.word(width / 2, height / 2, "No equity was recorded", Anchor.MIDDLE, Ink.MUTED);
            return plot.drawing;
        }
        plot.grid();
        plot.band();
        plot.curves();
        plot.falls();
        plot.last();
        return plot.drawing;
    }

    /** {@return by how much the moves of holding are drawn smaller; 1 where they fit} */
    static double holdScale(RunReport report) {
        return new EquityPlot(report, 400, 300).holdScale;
    }

    /**
     * Where values lie in the picture, for a pointer that reads them.
     *
     * @param right  where the curves end; they begin at 0
     * @param bottom of the whole plot, {@code top} its upper end
     * @param low    value at {@code y0}, {@code high} that at {@code y1}
     */
    record Frame(double right, double top, double bottom, double low, double high, double y0, double y1) {}

    /** {@return the frame of a picture of this size} */
    static Frame frame(RunReport report, double width, double height) {
        EquityPlot plot = new EquityPlot(report, width, height);
        return new Frame(plot.right, TOP, plot.bottom, plot.money.low(), plot.money.high(), plot.split, TOP);
    }

    private double[] range() {
        double[] range = {report.startEquity(), report.startEquity()};
        extend(range, report.equity().equity());
        report.spread().ifPresent(spread -> {
            extend(range, spread.pessimistic().equity());
            extend(range, spread.optimistic().equity());
        });
        return range;
    }

    private static void extend(double[] range, double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }

    private static double holdScale(RunReport report, double[] own) {
        double[] hold = {report.startEquity(), report.startEquity()};
        extend(hold, report.hold().equity());
        double reach = Math.max(own[1] - report.startEquity(), report.startEquity() - own[0]);
        double held = Math.max(hold[1] - report.startEquity(), report.startEquity() - hold[0]);
        return reach <= 0 || held <= reach * HOLD_ROOM ? 1 : reach / held;
    }

    private double[] withHold(double[] own) {
        double[] all = own.clone();
        extend(all, held());
        return all;
    }

    private double[] held() {
        double[] hold = report.hold().equity().clone();
        for (int i = 0; i < hold.length; i++) {
            hold[i] = report.startEquity() + (hold[i] - report.startEquity()) * holdScale;
        }
        return hold;
    }

    private void grid() {
        double step = Ticks.step(money.low(), money.high(), 6);
        int decimals = Ticks.decimals(step);
        for (double tick : Ticks.numbers(money.low(), money.high(), 6)) {
            double y = money.at(tick);
            drawing.line(0, y, right, y, Ink.GRID);
            // the tag of the last value goes before a number it would cover
            if (Math.abs(y - lastY()) >= TAG) {
                drawing.word(right + 10, y + 4, FigureText.decimals(tick, decimals, ""), Anchor.START, Ink.FAINT);
            }
        }
        for (Ticks.TimeTick tick : Ticks.times(report.firstNanos(), report.lastNanos(), (int) Math.max(2, right / 95))) {
            double x = time.at(tick.nanos());
            drawing.line(x, TOP, x, bottom, Ink.GRID);
            Anchor anchor = x < 14 ? Anchor.START : x > right - 14 ? Anchor.END : Anchor.MIDDLE;
            drawing.add(new Word(
                    x, bottom + 16, tick.label(), 11, tick.strong(), anchor, tick.strong() ? Ink.TEXT : Ink.FAINT));
        }
        drawing.dashed(0, money.at(report.startEquity()), right, money.at(report.startEquity()), Ink.RULE);
        drawing.line(0, bottom, right, bottom, Ink.RULE);
    }

    private void band() {
        report.spread().ifPresent(spread -> {
            EquitySeries low = spread.pessimistic();
            EquitySeries high = spread.optimistic();
            if (low.size() == 0 || high.size() == 0) {
                return;
            }
            double[] x = new double[low.size() + high.size()];
            double[] y = new double[x.length];
            for (int i = 0; i < low.size(); i++) {
                x[i] = time.at(low.timeNanos()[i]);
                y[i] = money.at(low.equity()[i]);
            }
            for (int i = 0; i < high.size(); i++) {
                x[x.length - 1 - i] = time.at(high.timeNanos()[i]);
                y[x.length - 1 - i] = money.at(high.equity()[i]);
            }
            drawing.add(new Area(x, y, Ink.ACCENT, 0.2));
        });
    }

    private void curves() {
        drawing.add(path(report.hold().timeNanos(), held(), Ink.FAINT, 1));
        drawing.add(path(report.equity().timeNanos(), report.equity().equity(), Ink.ACCENT, 1.6));
    }

    private Path path(long[] times, double[] values, Ink ink, double width) {
        double[] x = new double[times.length];
        double[] y = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            x[i] = time.at(times[i]);
            y[i] = money.at(values[i]);
        }
        return new Path(x, y, ink, width);
    }

    private void falls() {
        EquitySeries equity = report.equity();
        double[] fall = fallsOf(equity.equity(), report.startEquity());
        int worst = 0;
        for (int i = 1; i < fall.length; i++) {
            worst = fall[i] < fall[worst] ? i : worst;
        }
        double top = split + GAP;
        drawing.line(0, top, right, top, Ink.RULE);
        drawing.word(right + 10, top + 4, "0 %", Anchor.START, Ink.FAINT);
        if (fall[worst] >= 0) {
            return;
        }
        Scale scale = new Scale(fall[worst], 0, bottom - 8, top);
        double[] x = new double[fall.length + 2];
        double[] y = new double[fall.length + 2];
        double[] lineX = new double[fall.length];
        double[] lineY = new double[fall.length];
        for (int i = 0; i < fall.length; i++) {
            lineX[i] = time.at(equity.timeNanos()[i]);
            lineY[i] = scale.at(fall[i]);
            x[i + 1] = lineX[i];
            y[i + 1] = lineY[i];
        }
        x[0] = lineX[0];
        y[0] = top;
        x[x.length - 1] = lineX[lineX.length - 1];
        y[y.length - 1] = top;
        drawing.add(new Area(x, y, Ink.LOSS, 0.24));
        drawing.add(new Path(lineX, lineY, Ink.LOSS, 1));
        drawing.add(new Dot(lineX[worst], lineY[worst], 3, Ink.LOSS, 1));
        drawing.word(right + 10, lineY[worst] + 4, FigureText.decimals(fall[worst] * 100, 1, " %"), Anchor.START, Ink.LOSS);
    }

    /** {@return the fall from the peak so far at each point, not positive} */
    static double[] fallsOf(double[] equity, double start) {
        double[] falls = new double[equity.length];
        double peak = start;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            falls[i] = peak > 0 ? Math.min(0, equity[i] / peak - 1) : 0;
        }
        return falls;
    }

    private double lastY() {
        double[] equity = report.equity().equity();
        return money.at(equity[equity.length - 1]);
    }

    private void last() {
        double[] equity = report.equity().equity();
        double y = lastY();
        drawing.add(new Box(right + 2, y - 10, AXIS - 4, 20, 3, Ink.ACCENT, 1));
        int decimals = Math.abs(report.endEquity()) < 1_000 ? 2 : 0;
        String text = FigureText.decimals(equity[equity.length - 1], decimals, "");
        drawing.add(new Word(right + 10, y + 4, text, 11.5, true, Anchor.START, Ink.ON_ACCENT));
    }
}
