package dev.tradewind.optimise;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.SharpeEvidence;
import java.util.List;
import java.util.Optional;

/**
 * What a search found. The same whatever the number of workers, and whether it ran through or was continued.
 *
 * @param objective    the figure looked for
 * @param axes         what was searched
 * @param combinations combinations the ranges make
 * @param excluded     of those the search came by, how many the constraints left out; they were not tried
 * @param trials       what was tried, refused ones included
 * @param workedOut    of those that ran, how many were worked out of whole columns; the others were played event by
 *                     event
 * @param refused      trials the bot refused
 * @param untold       trials that ran but could not tell the objective, a ratio over nothing for instance
 * @param refusal      why the first of the refused was, empty where none was
 * @param mean         mean objective over the trials that could tell it, NaN where none could
 * @param deviation    standard deviation of it over those trials (n − 1), NaN for fewer than two
 * @param best         the best trials, best first, at most {@value #MOST_KEPT}, the first {@link SearchSpec#whole} of
 *                     them with every figure; of equals the earlier first
 * @param maps         a heat map for each pair of parameters, in the order of the axes
 * @param plateau      the ground around the best; empty where nothing ran or no parameter is a number
 * @param trialsOnData trials on this data set so far, by every search and by hand, repeats counted once; 0 where they
 *                     cannot be kept
 */
public record SearchReport(
        Metric objective,
        List<SearchAxis> axes,
        long combinations,
        long excluded,
        long trials,
        long workedOut,
        long refused,
        long untold,
        String refusal,
        double mean,
        double deviation,
        List<Trial> best,
        List<HeatMap> maps,
        Optional<Plateau> plateau,
        long trialsOnData) {

    /** Trials kept whole. */
    public static final int MOST_KEPT = 100;

    public SearchReport {
        axes = List.copyOf(axes);
        best = List.copyOf(best);
        maps = List.copyOf(maps);
    }

    /**
     * {@return the best trial's deflated Sharpe ratio: how likely its true Sharpe ratio is above what luck alone brings
     * in as many trials as this data has seen, 0 to 1; NaN where it cannot be told} How much trials differ is taken
     * from this search where its objective is the Sharpe ratio, and else from what runs of this length differ by
     * chance.
     */
    public double deflatedSharpe() {
        if (best.isEmpty()) {
            return Double.NaN;
        }
        SharpeEvidence evidence = SharpeEvidence.of(best.getFirst().performance());
        long tried = Math.max(trialsOnData, trials - refused);
        if (objective == Metric.SHARPE && !Double.isNaN(deviation)) {
            double daily = deviation / Math.sqrt(Performance.DAYS_A_YEAR);
            return evidence.deflated(tried, daily * daily);
        }
        return evidence.deflated(tried);
    }
}
