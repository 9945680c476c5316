package dev.tradewind.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest lines of the log, and how many there have been of each severity. Safe on any thread; bounded. */
public final class LogRing {

    private final int capacity;
    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private final long[] counts = new long[Severity.values().length];

    /** Keeps {@code capacity} lines. */
    public LogRing(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a ring of " + capacity + " lines; it takes at least 1");
        }
        this.capacity = capacity;
    }

    /** Takes a line; the oldest goes where there is no room. */
    public synchronized void add(LogLine line) {
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        lines.addLast(line);
        counts[line.severity().ordinal()]++;
    }

    /** {@return the newest lines, oldest first} */
    public synchronized List<LogLine> newest() {
        return new ArrayList<>(lines);
    }

    /** {@return how many lines of a severity there have been, those included that are no longer in here} */
    public synchronized long count(Severity severity) {
        return counts[severity.ordinal()];
    }
}
