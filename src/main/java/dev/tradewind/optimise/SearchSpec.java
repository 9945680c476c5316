package dev.tradewind.optimise;

import dev.tradewind.analytics.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to search, as somebody typed it. Checked against a bot's parameters by {@link SearchSpace#of}.
 *
 * <p>A range is one of
 *
 * <pre>
 * 5:50:5          from 5 to 50 in steps of 5; a whole-number parameter may leave the step out, it is 1
 * 0.5:8:log:5     5 values from 0.5 to 8, each the same multiple of the one before, to four digits
 * 5,10,20         these; a ladder's, which hold commas themselves, are separated by ;
 * all             every choice, or on and off
 * </pre>
 *
 * @param ranges      ranges by parameter id, in the order trials go through them, the last one fastest
 * @param constraints conditions that hold between parameters, all of them, for instance {@code fast * 2 <= slow}
 * @param objective   the figure whose best is looked for
 * @param draw        how many to try by chance; empty to try all
 * @param workers     threads; changes nothing in the result
 * @param whole       of so many of the best every figure is worked out in the end, up to {@link SearchReport#MOST_KEPT}
 */
public record SearchSpec(
        Map<String, String> ranges,
        List<String> constraints,
        Metric objective,
        Optional<Draw> draw,
        int workers,
        int whole) {

    /** How many of the best have every figure where nobody says. */
    public static final int WHOLE = 10;

    /** Threads at most. */
    public static final int MOST_WORKERS = 256;

    /**
     * A search by chance: different combinations in an order the seed decides.
     *
     * @param trials how many, at least 1
     * @param seed   the order
     */
    public record Draw(int trials, long seed) {

        public Draw {
            if (trials < 1) {
                throw new IllegalArgumentException(trials + " random trials: at least 1");
            }
        }
    }

    public SearchSpec {
        ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
        constraints = List.copyOf(constraints);
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(workers + " workers: from 1 to " + MOST_WORKERS);
        }
        if (whole < 0 || whole > SearchReport.MOST_KEPT) {
            throw new IllegalArgumentException(
                    "every figure of the best " + whole + ": from 0 to " + SearchReport.MOST_KEPT + " can have them");
        }
    }

    /** With every figure of the best {@value #WHOLE}. */
    public SearchSpec(
            Map<String, String> ranges, List<String> constraints, Metric objective, Optional<Draw> draw, int workers) {
        this(ranges, constraints, objective, draw, workers, WHOLE);
    }
}
