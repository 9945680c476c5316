package dev.tradewind.portfolio;

import java.util.Arrays;

/**
 * Equity over time in bounded memory: when the points run out every second one is dropped and the spacing doubles. The peak
 * and the deepest fall are exact over every mark. Engine thread only.
 */
public final class EquityCurve {

    private static final int CAPACITY = 4096;
    private static final int FIRST_CAPACITY = 64;

    /** A number loses this share of itself, 2⁻³², to be below its true value whatever the roundings of doubles did. */
    private static final int MARGIN_BITS = 32;

    private long[] timeNanos = new long[FIRST_CAPACITY];
    private long[] atoms = new long[FIRST_CAPACITY];
    private int size;
    private long stride = 1;
    private long untilNext;
    private long peakAtoms = Long.MIN_VALUE;
    private long deepestAtoms;
    private long deepestPeakAtoms = 1;
    private long harmlessAtoms;

    /** Takes a mark. */
    public void add(long time, long equityAtoms) {
        if (equityAtoms > peakAtoms) {
            // what was harmless below the lower peak is harmless below this one
            peakAtoms = equityAtoms;
        } else if (peakAtoms - equityAtoms > harmlessAtoms) {
            deepen(peakAtoms - equityAtoms);
        }
        if (--untilNext < 0) {
            untilNext = stride - 1;
            keep(time, equityAtoms);
        }
    }

    /** A fall that may be the deepest: below one peak the amounts tell, below two the shares of each. */
    private void deepen(long fall) {
        boolean samePeak = peakAtoms == deepestPeakAtoms;
        if (samePeak ? fall > deepestAtoms : (double) fall * deepestPeakAtoms > (double) deepestAtoms * peakAtoms) {
            deepestAtoms = fall;
            deepestPeakAtoms = peakAtoms;
            harmlessAtoms = fall;
        } else {
            harmlessAtoms = Math.max(harmlessAtoms, harmless());
        }
    }

    /** {@return a fall from the present peak that is certainly not deeper than the deepest: the usual case, told cheaply} */
    private long harmless() {
        long about = (long) ((double) deepestAtoms / deepestPeakAtoms * peakAtoms);
        return Math.max(0, about - (about >> MARGIN_BITS) - 1);
    }

    private void keep(long time, long equityAtoms) {
        if (size == atoms.length && size < CAPACITY) {
            timeNanos = Arrays.copyOf(timeNanos, size * 2);
            atoms = Arrays.copyOf(atoms, size * 2);
        } else if (size == CAPACITY) {
            size = 0;
            for (int i = 0; i < CAPACITY; i += 2) {
                timeNanos[size] = timeNanos[i];
                atoms[size] = atoms[i];
                size++;
            }
            stride *= 2;
            untilNext = stride - 1;
        }
        timeNanos[size] = time;
        atoms[size] = equityAtoms;
        size++;
    }

    /** {@return the deepest fall from a peak as a fraction of that peak} */
    public double maxDrawdown() {
        return (double) deepestAtoms / deepestPeakAtoms;
    }

    /** {@return the deepest fall, as a fraction, in atoms} */
    public long maxDrawdownAtoms() {
        return deepestAtoms;
    }

    /** {@return copies of the points kept: {@code [0]} times in nanoseconds, {@code [1]} equity in quote atoms} */
    public long[][] points() {
        return new long[][] {Arrays.copyOf(timeNanos, size), Arrays.copyOf(atoms, size)};
    }
}
