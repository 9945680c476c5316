package dev.tradewind.hostile;

import java.util.List;

/**
 * What became of a seed.
 *
 * @param inputs    inputs the engine took, over all its lives, those taken again not counted
 * @param restarts  how often the process died and came back
 * @param fills     fills of our orders at the exchange
 * @param invariant the name of what was broken, empty if nothing was
 * @param detail    what was found, empty if nothing was
 * @param steps     the last steps before it, where they were asked for
 */
public record Outcome(
        long seed, long inputs, int restarts, int fills, String invariant, String detail, List<String> steps) {

    public Outcome {
        steps = List.copyOf(steps);
    }

    /** {@return whether every invariant held} */
    public boolean held() {
        return invariant.isEmpty();
    }
}
