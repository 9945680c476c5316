package dev.tradewind.bench;

import dev.tradewind.domain.Side;
import dev.tradewind.kernel.Rng;
import dev.tradewind.sim.BookTerms;
import dev.tradewind.sim.MatchingBook;

/**
 * Commands to an order book, made up from a seed: about {@value #RESTING} orders rest, most of them within some ticks
 * of the best price and ever fewer further out; nearly every command places one or cancels one, one in sixteen crosses
 * the spread and takes, and the price wanders accordingly. A {@code GTC} or {@code IOC} order each has an owner of its
 * own.
 */
final class OrderTape {

    /** Orders that rest when the tape has got going. */
    static final int RESTING = 2_000;

    private static final int NEAR = 24;
    private static final int FAR = 2_000;
    private static final long START = 3_000_000;

    private final long[] ids;
    private final long[] ticks;
    private final int[] lots;
    private final byte[] kinds;
    private int size;

    private static final byte CANCEL = 4;
    private static final byte IOC = 2;
    private static final byte SELL = 1;

    private final long[] live = new long[RESTING * 2];
    private int alive;

    private OrderTape(int length) {
        ids = new long[length];
        ticks = new long[length];
        lots = new int[length];
        kinds = new byte[length];
    }

    /** {@return the tape of a seed} */
    static OrderTape of(int length, long seed) {
        OrderTape tape = new OrderTape(length);
        MatchingBook book = new MatchingBook((taker, maker, price, quantity, left) -> {});
        Rng rng = new Rng(seed);
        long last = START;
        while (tape.size < length) {
            int pick = rng.nextInt(16);
            if (pick > 0 && tape.alive * 2L > rng.nextInt(2 * RESTING) + (long) RESTING) {
                tape.cancel(book, rng.nextInt(tape.alive));
            } else {
                last = tape.place(book, rng, last, pick == 0);
            }
        }
        return tape;
    }

    private void cancel(MatchingBook book, int chosen) {
        long id = live[chosen];
        live[chosen] = live[--alive];
        // one that was filled meanwhile is still cancelled now and then: the answer comes too late in life, too
        if (book.lotsOf(id) > 0 || id % 8 == 0) {
            book.cancel(id);
            add(CANCEL, id, 0, 0);
        }
    }

    private long place(MatchingBook book, Rng rng, long last, boolean crosses) {
        Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        long other = book.best(side.opposite());
        long touch = other == 0 ? last : other;
        int away = crosses ? -rng.nextInt(4) : 1 + rng.nextInt(1 + rng.nextInt(rng.nextInt(32) == 0 ? FAR : NEAR));
        long price = side == Side.BUY ? touch - away : touch + away;
        boolean immediate = crosses && rng.nextInt(2) == 0;
        int quantity = 1 + rng.nextInt(crosses ? 24 : 20);
        long id = size + 1L;
        book.place(id, id, side, price, quantity, immediate ? BookTerms.IOC : BookTerms.GTC);
        add((byte) ((immediate ? IOC : 0) | (side == Side.SELL ? SELL : 0)), id, price, quantity);
        if (book.lotsOf(id) > 0 && alive < live.length) {
            live[alive++] = id;
        }
        return touch;
    }

    private void add(byte kind, long id, long price, int quantity) {
        kinds[size] = kind;
        ids[size] = id;
        ticks[size] = price;
        lots[size] = quantity;
        size++;
    }

    int size() {
        return size;
    }

    boolean isCancel(int at) {
        return kinds[at] == CANCEL;
    }

    boolean isIoc(int at) {
        return (kinds[at] & IOC) != 0;
    }

    boolean isSell(int at) {
        return (kinds[at] & SELL) != 0;
    }

    long id(int at) {
        return ids[at];
    }

    long ticks(int at) {
        return ticks[at];
    }

    long lots(int at) {
        return lots[at];
    }
}
