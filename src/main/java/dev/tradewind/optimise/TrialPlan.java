package dev.tradewind.optimise;

import java.util.Locale;
import java.util.Optional;

/** Which combinations are tried, in which order: all of them, or some by chance. Immutable. */
final class TrialPlan {

    /** Trials of one search at most. */
    static final int MOST_TRIALS = 100_000_000;

    /** After so many combinations in a row that the constraints leave out, a search by chance stops looking. */
    private static final int MOST_MISSES = 10_000_000;

    private final SearchSpace space;
    private final Optional<Shuffle> shuffle;
    private final int trials;
    private final long excluded;

    private TrialPlan(SearchSpace space, Optional<Shuffle> shuffle, int most) {
        this.space = space;
        this.shuffle = shuffle;
        if (space.constraints().isEmpty()) {
            trials = (int) Math.min(space.size(), most);
            excluded = 0;
            return;
        }
        Cursor cursor = new Cursor(most);
        int found = 0;
        while (cursor.next()) {
            found++;
        }
        trials = found;
        excluded = cursor.position - found;
        if (trials == 0) {
            throw new IllegalArgumentException("the constraints " + String.join(", ", space.constraints())
                    + " exclude all " + count(excluded) + " combinations of the ranges; loosen them or widen the"
                    + " ranges");
        }
    }

    /**
     * {@return the plan of a search}
     *
     * @throws IllegalArgumentException if there is nothing to try, or too much
     */
    static TrialPlan of(SearchSpace space, Optional<SearchSpec.Draw> draw) {
        if (draw.isEmpty() && space.size() > MOST_TRIALS) {
            throw new IllegalArgumentException("the ranges make " + count(space.size()) + " combinations; no more than "
                    + count(MOST_TRIALS) + " can be tried one by one. Take larger steps, or some of them by chance");
        }
        int most = Math.min(draw.map(SearchSpec.Draw::trials).orElse(MOST_TRIALS), MOST_TRIALS);
        return new TrialPlan(space, draw.map(chance -> new Shuffle(space.size(), chance.seed())), most);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return how many are tried} */
    int trials() {
        return trials;
    }

    /** {@return how many combinations the constraints leave out among those the search comes by} */
    long excluded() {
        return excluded;
    }

    /** {@return a walk through the trials from the first on} */
    Cursor cursor() {
        return new Cursor(trials);
    }

    /** Walks through the trials. One thread at a time. */
    final class Cursor {

        private final int most;
        private final int[] at = new int[space.axes().size()];
        private long position;
        private int number = -1;

        private Cursor(int most) {
            this.most = most;
        }

        /** Goes on to the next trial. {@return whether there is one} */
        boolean next() {
            if (number + 1 >= most) {
                return false;
            }
            long giveUp = shuffle.isPresent() ? position + MOST_MISSES : Long.MAX_VALUE;
            while (position < space.size() && position < giveUp) {
                long here = position++;
                space.locate(shuffle.isPresent() ? shuffle.get().at(here) : here, at);
                if (space.admits(at)) {
                    number++;
                    return true;
                }
            }
            return false;
        }

        /** {@return the number of the trial} */
        int number() {
            return number;
        }

        /** {@return which value of each axis it has; the caller's own} */
        int[] at() {
            return at.clone();
        }
    }
}
