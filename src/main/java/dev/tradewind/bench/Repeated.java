package dev.tradewind.bench;

import java.util.Arrays;

/** Runs work over and over and takes the middle. */
public final class Repeated {

    private static final int LEAST = 5;

    private Repeated() {}

    /** Work that returns its own figure. */
    @FunctionalInterface
    public interface Work {
        /** {@return the figure of one run} */
        double run() throws Exception;
    }

    /**
     * {@return the median figure of {@code runs} runs after {@code warmUps} that do not count}
     *
     * @throws IllegalArgumentException if fewer than five runs are asked for
     */
    public static double median(int warmUps, int runs, Work work) throws Exception {
        if (runs < LEAST) {
            throw new IllegalArgumentException("a median of " + runs + " runs says little; take at least " + LEAST);
        }
        return medianOf(warmUps, runs, work);
    }

    /** For peers that take long: any number of runs. */
    static double medianOf(int warmUps, int runs, Work work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        double[] figures = new double[runs];
        for (int i = 0; i < runs; i++) {
            figures[i] = work.run();
        }
        return middle(figures);
    }

    /** Two medians, of the work and of what ran beside it. */
    record Pair(double work, double peer) {}

    /** {@return the medians of both, run in turns, so that a busy moment of the machine meets both} */
    static Pair inTurns(int warmUps, int runs, Work work, Work peer) throws Exception {
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        for (int i = -warmUps; i < runs; i++) {
            int slot = Math.max(0, i);
            ours[slot] = work.run();
            theirs[slot] = peer.run();
        }
        return new Pair(middle(ours), middle(theirs));
    }

    /** {@return the middle one of the figures, which are sorted then} */
    static double middle(double[] figures) {
        Arrays.sort(figures);
        int runs = figures.length;
        int middle = runs / 2;
        return runs % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
}
