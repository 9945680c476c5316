package dev.tradewind.optimise;

import java.util.List;

/**
 * The values of one searched parameter, in the order they are tried.
 *
 * @param param   its id
 * @param label   for people
 * @param numeric whether values beside each other are neighbours: numbers, not choices
 * @param values  canonical texts, all different, at least one
 */
public record SearchAxis(String param, String label, boolean numeric, List<String> values) {

    public SearchAxis {
        values = List.copyOf(values);
    }

    /** {@return how many values there are} */
    public int size() {
        return values.size();
    }
}
