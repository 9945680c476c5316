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
        Arrays.sort(figures);
        int middle = runs / 2;
        return runs % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
}
