package dev.tradewind.optimise;

/**
 * How flat the ground around the best trial is: its neighbours are one step away in one number, everything else the
 * same.
 *
 * @param neighbours how many could be run
 * @param told       how many of them could tell the objective
 * @param mean       their mean objective, NaN where none could
 * @param score      how much of the best they keep: 1 is flat, 0.5 is half as good, below 0 the neighbours lose what
 *                   the best wins, above 1 they are better than what a search by chance met; NaN where it cannot be
 *                   told
 */
public record Plateau(int neighbours, int told, double mean, double score) {

    /** Below this the best stands alone. */
    public static final double LONELY = 0.5;

    /**
     * {@return whether the best is a lone peak, more likely luck than a property of the market: its neighbours keep
     * less than half of it, or most of them tell nothing}
     */
    public boolean lonePeak() {
        return neighbours > 0 && (told * 2 < neighbours || score < LONELY);
    }

    static Plateau of(Objective objective, double best, double[] neighbours) {
        int told = 0;
        double sum = 0;
        for (double value : neighbours) {
            if (Double.isFinite(value)) {
                told++;
                sum += value;
            }
        }
        double mean = told == 0 ? Double.NaN : sum / told;
        return new Plateau(neighbours.length, told, mean, score(objective.score(best), objective.score(mean)));
    }

    /**
     * Where more is better. Below zero what is lost is compared the other way round, so that less than 1 is always
     * worse.
     */
    private static double score(double best, double around) {
        if (best == 0 || best < 0 && around >= 0) {
            return Double.NaN;
        }
        return best > 0 ? around / best : best / around;
    }
}
