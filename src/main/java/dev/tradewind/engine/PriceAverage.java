package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;

/**
 * The volume-weighted average price of the last minutes, to the minute: what percent and worth filters refer to. Kept only
 * where an instrument has such filters. Allocates nothing after it is made; engine thread only.
 */
final class PriceAverage implements Stateful {

    private static final long MINUTE_NANOS = 60L * 1_000_000_000L;

    private final int minutes;
    private final double[] volume;
    private final double[] worth;
    private long minute = Long.MIN_VALUE;

    /**
     * @param minutes the longest average asked for
     */
    PriceAverage(int minutes) {
        this.minutes = minutes;
        volume = new double[minutes];
        worth = new double[minutes];
    }

    void add(long timeNanos, long priceTicks, long lots) {
        long now = Math.floorDiv(timeNanos, MINUTE_NANOS);
        if (now != minute) {
            long from = minute == Long.MIN_VALUE ? now - minutes + 1 : Math.max(minute + 1, now - minutes + 1);
            for (long each = from; each <= now; each++) {
                int slot = (int) Math.floorMod(each, minutes);
                volume[slot] = 0;
                worth[slot] = 0;
            }
            minute = now;
        }
        int slot = (int) Math.floorMod(now, minutes);
        volume[slot] += lots;
        worth[slot] += (double) priceTicks * lots;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Price average", 1).number(minute).reals(volume, minutes).reals(worth, minutes);
    }

    @Override
    public void load(StateReader in) {
        minute = in.section("Price average", 1).number();
        in.reals(volume).reals(worth);
    }

    /**
     * {@return the average in whole ticks over the minute that runs and those before it; {@code otherwise} where nothing
     * traded}
     *
     * @param over how many minutes; more than are kept count as all of them
     */
    long ticks(int over, long otherwise) {
        double lots = 0;
        double sum = 0;
        for (long each = minute - Math.min(over, minutes) + 1; minute != Long.MIN_VALUE && each <= minute; each++) {
            int slot = (int) Math.floorMod(each, minutes);
            lots += volume[slot];
            sum += worth[slot];
        }
        return lots == 0 ? otherwise : Math.max(1, Math.round(sum / lots));
    }
}
