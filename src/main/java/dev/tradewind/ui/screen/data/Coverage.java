package dev.tradewind.ui.screen.data;

import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesCheck.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a stretch of time a series covers, and where it is missing or wrong: what a strip draws. Times in
 * nanoseconds since the epoch.
 *
 * @param fromNanos  where the strip begins
 * @param toNanos    where it ends
 * @param firstNanos first row
 * @param lastNanos  last row
 * @param marks      gaps and findings, oldest first
 */
record Coverage(long fromNanos, long toNanos, long firstNanos, long lastNanos, List<Mark> marks) {

    /** One place that is missing ({@code gap}) or wrong. */
    record Mark(long fromNanos, long toNanos, boolean gap) {}

    Coverage {
        marks = List.copyOf(marks);
        if (toNanos <= fromNanos) {
            toNanos = fromNanos + 1;
        }
    }

    /** {@return a line's coverage within the stretch that all series together cover} */
    static Coverage of(SeriesLine line, long fromNanos, long toNanos) {
        long candle = line.series().key().timeframe().map(timeframe -> timeframe.nanos()).orElse(0L);
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : line.check().map(SeriesCheck::findings).orElse(List.of())) {
            long length = Math.max(candle, 1) * Math.max(1, finding.rows());
            marks.add(new Mark(finding.atNanos(), finding.atNanos() + length, finding.kind() == SeriesCheck.Kind.GAP));
        }
        return new Coverage(fromNanos, toNanos, line.series().firstNanos(), line.series().lastNanos() + candle, marks);
    }

    /** {@return where a time lies on a strip of a width, within it} */
    double x(long timeNanos, double width) {
        double share = (timeNanos - fromNanos) / (double) (toNanos - fromNanos);
        return Math.max(0, Math.min(1, share)) * width;
    }
}
