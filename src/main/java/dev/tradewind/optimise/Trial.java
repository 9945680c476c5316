package dev.tradewind.optimise;

import dev.tradewind.analytics.Performance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One try of a search.
 *
 * @param number      its place in the search, from 0
 * @param params      the searched parameters' values by id, in the search's order
 * @param performance what came of it; of all but the best trials only the objective, the rest NaN; all NaN where
 *                    {@code refusal} is not empty
 * @param journalHash the run's journal hash, 16 hexadecimal digits; empty where {@code refusal} is not
 * @param refusal     why it could not run, empty where it did
 */
public record Trial(
        int number, Map<String, String> params, Performance performance, String journalHash, String refusal) {

    public Trial {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** {@return whether it ran} */
    public boolean ran() {
        return refusal.isEmpty();
    }
}
