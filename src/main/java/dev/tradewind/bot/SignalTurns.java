package dev.tradewind.bot;

import java.util.Arrays;

/** The candles after which a {@link Signal} says what it wants, oldest first. Reusable; owned by one thread. */
public final class SignalTurns {

    private int[] turns = new int[1024];
    private int size;

    /** Empties it. */
    public void clear() {
        size = 0;
    }

    /** Adds a turn after the candle in {@code row}: whether from here on a position is wanted. Rows rise. */
    public void add(int row, boolean wanted) {
        if (size == turns.length) {
            turns = Arrays.copyOf(turns, size * 2);
        }
        turns[size++] = row << 1 | (wanted ? 1 : 0);
    }

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /** {@return the row of the candle a turn comes after} */
    public int row(int turn) {
        return turns[turn] >>> 1;
    }

    /** {@return whether a position is wanted from there on} */
    public boolean wanted(int turn) {
        return (turns[turn] & 1) != 0;
    }
}
