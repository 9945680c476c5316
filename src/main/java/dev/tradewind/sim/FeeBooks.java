package dev.tradewind.sim;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.ThirdAsset;
import org.jspecify.annotations.Nullable;

/** What the venue's fees depend on: turnover of the last 30 days and the balance of the asset that may pay them. */
final class FeeBooks {

    private static final int DAYS = 30;
    private static final long DAY_NANOS = 86_400L * 1_000_000_000L;

    private final FeeModel model;
    private final @Nullable ThirdAsset third;
    private final long[] dayAtoms = new long[DAYS];
    private long volumeAtoms;
    private long day = Long.MIN_VALUE;
    private long thirdAtoms;
    private long paidThirdAtoms;
    private long paidValueAtoms;

    FeeBooks(FeeModel model, @Nullable ThirdAsset third) {
        this.model = model;
        this.third = third;
        thirdAtoms = third == null ? 0 : third.balanceAtoms();
    }

    FeeRate rate(boolean maker, long timeNanos) {
        roll(timeNanos);
        return model.rate(maker, volumeAtoms, thirdAtoms);
    }

    /** Counts a fill's notional. */
    void traded(long notionalAtoms, long timeNanos) {
        roll(timeNanos);
        dayAtoms[(int) Math.floorMod(day, DAYS)] += notionalAtoms;
        volumeAtoms = Math.addExact(volumeAtoms, notionalAtoms);
    }

    private void roll(long timeNanos) {
        long today = Math.floorDiv(timeNanos, DAY_NANOS);
        if (today <= day) {
            return;
        }
        long first = day == Long.MIN_VALUE ? today : Math.max(day + 1, today - DAYS + 1);
        for (long over = first; over <= today; over++) {
            int slot = (int) Math.floorMod(over, DAYS);
            volumeAtoms -= dayAtoms[slot];
            dayAtoms[slot] = 0;
        }
        day = today;
    }

    /**
     * Pays a fee in the third asset where there is enough of it.
     *
     * @param feeQuoteAtoms the fee before the discount
     * @return whether it did; then {@link #paidThirdAtoms} and {@link #paidValueAtoms} tell how much
     */
    boolean paysInThird(long feeQuoteAtoms) {
        ThirdAsset asset = third;
        if (asset == null) {
            return false;
        }
        long value = asset.discounted(feeQuoteAtoms);
        long atoms = asset.atomsFor(value);
        if (atoms > thirdAtoms) {
            return false;
        }
        thirdAtoms -= atoms;
        paidThirdAtoms = atoms;
        paidValueAtoms = value;
        return true;
    }

    /** What was paid last is asked for at once, and no part of the state. */
    void save(StateWriter out) {
        out.section("FeeBooks", 1).numbers(dayAtoms, DAYS).number(volumeAtoms).number(day).number(thirdAtoms);
    }

    void load(StateReader in) {
        long[] days = in.section("FeeBooks", 1).numbers();
        if (days.length != DAYS) {
            throw in.wrong("a turnover of " + days.length + " days is not one of " + DAYS);
        }
        System.arraycopy(days, 0, dayAtoms, 0, DAYS);
        volumeAtoms = in.number();
        day = in.number();
        thirdAtoms = in.number();
    }

    long paidThirdAtoms() {
        return paidThirdAtoms;
    }

    long paidValueAtoms() {
        return paidValueAtoms;
    }

    long thirdAtoms() {
        return thirdAtoms;
    }
}
