package dev.tradewind.ui.chart;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Strings by number, so that an axis drawn sixty times a second formats a label once. Bounded; the newest wins a slot.
 */
final class LabelCache {

    private static final int SLOTS = 512;

    private final LongFunction<String> format;
    private final long[] keys = new long[SLOTS];
    private final @Nullable String[] labels = new @Nullable String[SLOTS];

    LabelCache(LongFunction<String> format) {
        this.format = format;
    }

    /** {@return the label of a number} */
    String get(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 55);
        String label = labels[slot];
        if (label == null || keys[slot] != key) {
            label = format.apply(key);
            labels[slot] = label;
            keys[slot] = key;
        }
        return label;
    }
}
