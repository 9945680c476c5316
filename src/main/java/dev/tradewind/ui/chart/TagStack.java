package dev.tradewind.ui.chart;

import java.util.Arrays;

/**
 * Pushes tags of one height apart so that none covers another, moving the heavy ones least: clusters settle at the
 * weighted mean of where their tags want to be (pool adjacent violators). Reusable; allocates only to grow.
 */
final class TagStack {

    private double[] wanted = new double[16];
    private double[] weight = new double[16];
    private double[] placed = new double[16];
    private int[] order = new int[16];
    private double[] poolMean = new double[16];
    private double[] poolWeight = new double[16];
    private int[] poolSize = new int[16];
    private int count;

    /** Forgets all tags. */
    void clear() {
        count = 0;
    }

    /** {@return the index of a new tag that wants its middle at {@code y}; a heavier one yields less} */
    int add(double y, double heaviness) {
        if (count == wanted.length) {
            grow();
        }
        wanted[count] = y;
        weight[count] = heaviness;
        return count++;
    }

    private void grow() {
        int size = count * 2;
        wanted = Arrays.copyOf(wanted, size);
        weight = Arrays.copyOf(weight, size);
        placed = Arrays.copyOf(placed, size);
        order = Arrays.copyOf(order, size);
        poolMean = Arrays.copyOf(poolMean, size);
        poolWeight = Arrays.copyOf(poolWeight, size);
        poolSize = Arrays.copyOf(poolSize, size);
    }

    /** Places every tag, {@code height} apart, inside {@code top..bottom} as far as they fit. */
    void layout(double height, double top, double bottom) {
        sort();
        int pools = 0;
        for (int rank = 0; rank < count; rank++) {
            double mean = Math.clamp(wanted[order[rank]], top + height / 2, Math.max(top, bottom - height / 2) + 1e-9)
                    - rank * height;
            poolMean[pools] = mean;
            poolWeight[pools] = weight[order[rank]];
            poolSize[pools++] = 1;
            while (pools > 1 && poolMean[pools - 2] > poolMean[pools - 1]) {
                merge(--pools);
            }
        }
        double low = bottom - height / 2 - (count - 1) * height;
        int rank = 0;
        for (int pool = 0; pool < pools; pool++) {
            double start = Math.max(Math.min(poolMean[pool], low), top + height / 2);
            for (int i = 0; i < poolSize[pool]; i++, rank++) {
                placed[order[rank]] = start + rank * height;
            }
        }
    }

    private void merge(int from) {
        int into = from - 1;
        double sum = poolWeight[into] + poolWeight[from];
        poolMean[into] = (poolMean[into] * poolWeight[into] + poolMean[from] * poolWeight[from]) / sum;
        poolWeight[into] = sum;
        poolSize[into] += poolSize[from];
    }

    private void sort() {
        for (int i = 0; i < count; i++) {
            int at = i;
            while (at > 0 && wanted[order[at - 1]] > wanted[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
    }

    /** {@return the middle of a placed tag} */
    double y(int index) {
        return placed[index];
    }
}
