package dev.tradewind.portfolio;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Equity over time in bounded memory: when the points run out every second one is dropped and the spacing doubles. The peak
 * and the deepest fall are exact over every mark. Engine thread only.
 */
public final class EquityCurve implements Stateful {

    private static final int CAPACITY = 4096;
    private static final int FIRST_CAPACITY = 64;

    /** A number loses this share of itself, 2⁻³², to be below its true value whatever the roundings of doubles did. */
    private static final int MARGIN_BITS = 32;

    private long[] timeNanos = new long[FIRST_CAPACITY];
    private long[] atoms = new long[FIRST_CAPACITY];
    private int size;
    /** The points as they were shown last, perhaps the very arrays above; null once there are others. */
    private long @Nullable [][] shown;

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

    /** {@return every how many marks a point is kept once there were so many: the first, and those that far apart} */
    public static long spacing(long marks) {
        long spacing = 1;
        while ((marks - 1) / spacing >= CAPACITY) {
            spacing *= 2;
        }
        return spacing;
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
        if (shown != null && shown[0] == timeNanos) {
            timeNanos = timeNanos.clone();
            atoms = atoms.clone();
        }
        shown = null;
        if (size == atoms.length && size < CAPACITY) {
            int capacity = Math.min(size * 2, CAPACITY);
            timeNanos = Arrays.copyOf(timeNanos, capacity);
            atoms = Arrays.copyOf(atoms, capacity);
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

    @Override
    public void save(StateWriter out) {
        out.section("EquityCurve", 1).number(stride).number(untilNext).number(peakAtoms);
        out.number(deepestAtoms).number(deepestPeakAtoms).number(harmlessAtoms).number(size);
        // steps are much shorter than what they lead to, and those of time mostly alike
        long step = 0;
        for (int i = 0; i < size; i++) {
            long next = timeNanos[i] - (i == 0 ? 0 : timeNanos[i - 1]);
            out.number(next - step);
            out.number(atoms[i] - (i == 0 ? 0 : atoms[i - 1]));
            step = next;
        }
    }

    @Override
    public void load(StateReader in) {
        stride = in.section("EquityCurve", 1).number();
        untilNext = in.number();
        peakAtoms = in.number();
        deepestAtoms = in.number();
        deepestPeakAtoms = in.number();
        harmlessAtoms = in.number();
        size = in.count();
        if (size > CAPACITY || stride < 1 || untilNext < 0) {
            throw in.wrong("an equity curve of " + size + " points, every " + stride + "th mark, the next in " + untilNext);
        }
        int capacity = Math.max(FIRST_CAPACITY, size);
        shown = null;
        timeNanos = new long[capacity];
        atoms = new long[capacity];
        long step = 0;
        for (int i = 0; i < size; i++) {
            step += in.number();
            timeNanos[i] = step + (i == 0 ? 0 : timeNanos[i - 1]);
            atoms[i] = in.number() + (i == 0 ? 0 : atoms[i - 1]);
        }
    }

    /**
     * {@return the points kept: {@code [0]} times in nanoseconds, {@code [1]} equity in quote atoms; never changed later, not
     * to be changed by the caller}
     */
    public long[][] points() {
        long[][] points = shown;
        if (points == null) {
            points = size == atoms.length
                    ? new long[][] {timeNanos, atoms}
                    : new long[][] {Arrays.copyOf(timeNanos, size), Arrays.copyOf(atoms, size)};
            shown = points;
        }
        return points;
    }
}
