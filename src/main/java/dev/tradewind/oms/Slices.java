package dev.tradewind.oms;

import dev.tradewind.kernel.Rng;

/** How much of a quantity goes at a time. Sizes are whole lots; what the venue would not take is never left alone. */
final class Slices {

    private static final int PERCENT = 100;
    private static final int STEPS = 1_000_000;

    private Slices() {}

    /**
     * {@return a slice of at most {@code most} lots, made smaller by chance, that leaves a rest the venue takes; 0 if none}
     *
     * @param most            largest slice
     * @param left            lots still to place
     * @param smallest        smallest order the venue takes
     * @param variancePercent up to how much smaller than {@code most} it may be
     */
    static long next(long most, long left, long smallest, int variancePercent, Rng rng) {
        if (left < smallest || most < smallest) {
            return 0;
        }
        long spread = most * variancePercent / PERCENT;
        long slice = most - (spread == 0 ? 0 : spread * rng.nextInt(STEPS) / STEPS);
        return fit(Math.max(slice, smallest), most, left, smallest);
    }

    /** {@return a slice near {@code wanted}, at most {@code most}, that leaves nothing or a rest the venue takes if it can} */
    static long fit(long wanted, long most, long left, long smallest) {
        long slice = Math.min(Math.min(wanted, most), left);
        long rest = left - slice;
        if (rest > 0 && rest < smallest) {
            if (left <= most) {
                return left;
            }
            if (left - smallest >= smallest && left - smallest <= most) {
                return left - smallest;
            }
        }
        return slice < smallest ? 0 : slice;
    }
}
