package dev.tradewind.ui.chart;

import static dev.tradewind.domain.Timeframe.SECOND_NANOS;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import javafx.util.StringConverter;

/**
 * A ChartFX axis of seconds since the epoch that puts its marks at round moments of the calendar. JavaFX thread only.
 */
final class TimeAxis extends DefaultNumericAxis {

    private static final int MOST_MARKS = 9;

    private int step;

    TimeAxis() {
        setTickLabelFormatter(new AxisText(seconds -> TimeSteps.label(Math.round(seconds) * SECOND_NANOS, step)));
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList marks) {
        marks.clear();
        long from = (long) Math.ceil(range.getMin()) * SECOND_NANOS;
        long to = (long) Math.floor(range.getMax()) * SECOND_NANOS;
        if (to <= from || !Double.isFinite(range.getMin()) || !Double.isFinite(range.getMax())) {
            return;
        }
        step = TimeSteps.step((to - from) / (double) MOST_MARKS);
        long at = TimeSteps.atOrAfter(from, step);
        while (at <= to && marks.size() <= 2 * MOST_MARKS) {
            marks.add(at / (double) SECOND_NANOS);
            at = TimeSteps.atOrAfter(at + 1, step);
        }
    }
}
