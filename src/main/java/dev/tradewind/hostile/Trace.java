package dev.tradewind.hostile;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;

/** The last steps of a seed in words; words are made only where somebody asked for them. */
final class Trace {

    private final int kept;
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    /** @param kept how many steps to keep, 0 for none */
    Trace(int kept) {
        this.kept = kept;
    }

    void add(long nowNanos, Supplier<String> words) {
        if (kept > 0) {
            if (lines.size() == kept) {
                lines.removeFirst();
            }
            lines.add(String.format("%.3f s  %s", (nowNanos - Simulation.START_NANOS) / 1e9, words.get()));
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
