package dev.tradewind.optimise;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What is kept of a search while it runs: the best, heat maps and sums. Its memory is bounded whatever the number of
 * trials. Trials come in their order, so that sums of doubles do not depend on who was faster. One thread at a time.
 */
final class SearchTally {

    /** Objectives of every combination are kept of spaces up to this size, for the ground around the best: 8 MB. */
    private static final int MOST_REMEMBERED = 1 << 20;

    private final SearchSpace space;
    private final Objective objective;
    private final Predicate<Map<String, String>> worksOut;
    private final BestTrials best;
    private final List<HeatMapTally> maps;
    private final double[] remembered;
    private final BitSet ran = new BitSet();
    private long trials;
    private long workedOut;
    private long refused;
    private long untold;
    private String refusal = "";
    private long told;
    private double mean;
    private double squares;

    /** @param worksOut which trials are worked out of columns, by their parameters */
    SearchTally(SearchSpace space, Objective objective, Predicate<Map<String, String>> worksOut) {
        this.space = space;
        this.worksOut = worksOut;
        this.objective = objective;
        this.best = new BestTrials(objective, SearchReport.MOST_KEPT);
        this.maps = HeatMapTally.all(objective, space.axes());
        this.remembered = new double[space.size() <= MOST_REMEMBERED ? (int) space.size() : 0];
    }

    /** Takes the next trial. */
    void add(Trial trial, int[] at) {
        trials++;
        if (!trial.ran()) {
            refused++;
            refusal = refusal.isEmpty() ? trial.refusal() : refusal;
            return;
        }
        workedOut += worksOut.test(trial.params()) ? 1 : 0;
        double value = trial.performance().value(objective.metric());
        if (remembered.length > 0) {
            int combination = (int) space.combination(at);
            remembered[combination] = value;
            ran.set(combination);
        }
        if (Double.isNaN(value)) {
            untold++;
            return;
        }
        best.add(trial, at);
        maps.forEach(map -> map.add(at, value));
        if (Double.isFinite(value)) {
            // Welford's recurrence
            told++;
            double delta = value - mean;
            mean += delta / told;
            squares += delta * (value - mean);
        }
    }

    /** {@return the objective of a combination that ran and is remembered} */
    OptionalDouble value(int[] at) {
        if (remembered.length == 0) {
            return OptionalDouble.empty();
        }
        int combination = (int) space.combination(at);
        return ran.get(combination) ? OptionalDouble.of(remembered[combination]) : OptionalDouble.empty();
    }

    /** {@return the best trials so far with their places, the best first} */
    List<BestTrials.Placed> best() {
        return best.bestFirst();
    }

    /** @param whole the best trials as they are to be told */
    SearchReport report(TrialPlan plan, List<Trial> whole, Optional<Plateau> plateau, long trialsOnData) {
        return new SearchReport(
                objective.metric(),
                space.axes(),
                space.size(),
                plan.excluded(),
                trials,
                workedOut,
                refused,
                untold,
                refusal,
                told == 0 ? Double.NaN : mean,
                told < 2 ? Double.NaN : Math.sqrt(squares / (told - 1)),
                whole,
                maps.stream().map(HeatMapTally::map).toList(),
                plateau,
                trialsOnData);
    }
}
