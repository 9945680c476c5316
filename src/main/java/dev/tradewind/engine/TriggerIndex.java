package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.Arrays;

/**
 * The bots' price triggers, ordered by price instead of polled: a price that reaches none of them costs two comparisons,
 * whatever their number. Each bot, known by its place in the order of starting, has at most one trigger above and one
 * below. Engine thread only; allocates only when it grows.
 *
 * <p>A round: {@link #collect} marks the bots whose triggers a price reaches, {@link #next} walks them in the order of
 * their places. {@link #fire} takes a bot's triggers off before it is told, and {@link #settle} ends its turn; in between
 * it may set new ones, which are for the prices after this one.
 */
final class TriggerIndex implements Stateful {

    private static final int NOBODY = -1;

    /** More bots than this many times 64 no saved state has. */
    private static final int MOST_WORDS = 1 << 20;

    private final TriggerHeap above = new TriggerHeap();
    private final TriggerHeap below = new TriggerHeap();
    private long[] reached = new long[1];
    private int word;
    private int firing = NOBODY;
    private boolean aboveFired;
    private boolean belowFired;

    /**
     * Sets the trigger above of the bot at {@code place}, replacing the one it had; 0 clears it.
     *
     * @throws IllegalArgumentException if the price is negative
     */
    void watchAbove(int place, long ticks) {
        checked(place, ticks);
        if (place == firing) {
            aboveFired = false;
        }
        if (ticks == 0) {
            above.remove(place);
        } else {
            above.set(place, ticks);
        }
    }

    /** As {@link #watchAbove}, for a price that falls. */
    void watchBelow(int place, long ticks) {
        checked(place, ticks);
        if (place == firing) {
            belowFired = false;
        }
        if (ticks == 0) {
            below.remove(place);
        } else {
            below.set(place, -ticks);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("Triggers", 1).number(reached.length);
        above.save(out);
        below.save(out);
    }

    @Override
    public void load(StateReader in) {
        reached = new long[in.section("Triggers", 1).place(MOST_WORDS)];
        above.load(in, reached.length * Long.SIZE);
        below.load(in, reached.length * Long.SIZE);
    }

    private void checked(int place, long ticks) {
        if (ticks < 0) {
            throw new IllegalArgumentException(
                    "a trigger at " + ticks + " ticks; a price is at least one tick, and 0 clears the trigger");
        }
        if (place >>> 6 >= reached.length) {
            reached = Arrays.copyOf(reached, Integer.highestOneBit(place >>> 6) * 2);
        }
    }

    /** Takes off both triggers of the bot at {@code place}. */
    void clear(int place) {
        above.remove(place);
        below.remove(place);
    }

    /** {@return the lowest price that reaches a trigger above} */
    long nearestAbove() {
        return above.lowest();
    }

    /** {@return the highest price that reaches a trigger below} */
    long nearestBelow() {
        return -below.lowest();
    }

    /** Marks every bot one of whose triggers a price reaches. */
    void collect(long ticks) {
        word = 0;
        above.mark(ticks, reached);
        below.mark(-ticks, reached);
    }

    /** {@return the place of the next bot that {@link #collect} marked, which is unmarked; −1 if there is none} */
    int next() {
        for (; word < reached.length; word++) {
            if (reached[word] != 0) {
                int place = (word << 6) + Long.numberOfTrailingZeros(reached[word]);
                reached[word] &= reached[word] - 1;
                return place;
            }
        }
        return NOBODY;
    }

    /** Takes off what a price reaches of the bot at {@code place}. {@return whether there is anything to tell it} */
    boolean fire(int place, long ticks) {
        // they leave the heaps in settle, unless they are set anew before: that moves them only once
        firing = place;
        aboveFired = above.has(place) && above.key(place) <= ticks;
        belowFired = below.has(place) && below.key(place) <= -ticks;
        return aboveFired || belowFired;
    }

    /** The bot's turn is over. */
    void settle() {
        if (aboveFired) {
            above.remove(firing);
        }
        if (belowFired) {
            below.remove(firing);
        }
        firing = NOBODY;
        aboveFired = false;
        belowFired = false;
    }
}
