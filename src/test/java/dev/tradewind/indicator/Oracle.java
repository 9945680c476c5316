package dev.tradewind.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Holds a line of ours against a line of somebody else's. */
final class Oracle {

    /** What two computations of one formula in doubles may differ by. */
    static final double RELATIVE = 1e-9;

    private Oracle() {}

    /**
     * Compares from a candle on; theirs is NaN where they have no value. The error is relative to their value, or to
     * the line's mean size where the value is smaller, since a line that crosses zero has no digits there.
     */
    static void agree(String what, double[] ours, double[] theirs, int from) {
        double size = 0;
        int count = 0;
        for (int i = from; i < theirs.length; i++) {
            if (!Double.isNaN(theirs[i])) {
                size += Math.abs(theirs[i]);
                count++;
            }
        }
        assertTrue(count > (theirs.length - from) / 2, what + ": the oracle says too little, " + count);
        double mean = size / count;
        for (int i = from; i < theirs.length; i++) {
            if (!Double.isNaN(theirs[i])) {
                double allowed = RELATIVE * Math.max(Math.abs(theirs[i]), mean);
                assertEquals(theirs[i], ours[i], allowed, what + ", candle " + i);
            }
        }
    }

    /** {@return parameters from {@code id, value, …}} */
    static Map<String, String> params(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(" ")) {
            params.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return params;
    }
}
