package dev.tradewind.sim;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * The way a price takes through a candle in fill tier T0: open, the extreme nearer the open, the other extreme, close, each
 * leg a third of the candle's time, linear in time. On a tie of the extremes the candle's direction decides: a rising (or
 * unchanged) candle visits its low first.
 */
final class PricePath {

    private static final int LEGS = 3;

    private final long[] ticks = new long[LEGS + 1];
    private final long[] nanos = new long[LEGS + 1];
    private int leg = LEGS;
    private long nowNanos;
    private long nowTicks;

    /** {@return whether the nearer extreme is the high} */
    static boolean nearestIsHigh(CandleEvent candle) {
        long up = candle.highTicks() - candle.openTicks();
        long down = candle.openTicks() - candle.lowTicks();
        return up < down || (up == down && candle.closeTicks() < candle.openTicks());
    }

    /** Stands at the open and takes the usual way from there. */
    void begin(CandleEvent candle) {
        open(candle);
        lay(candle);
    }

    /** Stands at the open; which way it goes from there is not worked out yet. */
    void open(CandleEvent candle) {
        long start = candle.openTimeNanos();
        nanos[0] = start;
        nanos[LEGS] = candle.timeNanos();
        leg = 0;
        nowNanos = start;
        nowTicks = candle.openTicks();
    }

    /** Takes the usual way from the open. */
    void lay(CandleEvent candle) {
        long start = nanos[0];
        long third = (nanos[LEGS] - start) / LEGS;
        ticks[0] = nowTicks;
        turn(candle, nearestIsHigh(candle));
        ticks[LEGS] = candle.closeTicks();
        nanos[1] = start + third;
        nanos[2] = start + 2 * third;
    }

    /** Before the price has left the open: changes which extreme comes first. */
    void turn(CandleEvent candle, boolean highFirst) {
        ticks[1] = highFirst ? candle.highTicks() : candle.lowTicks();
        ticks[2] = highFirst ? candle.lowTicks() : candle.highTicks();
    }

    /** {@return whether the price is still at the open} */
    boolean atOpen() {
        return leg == 0 && nowNanos == nanos[0];
    }

    boolean ended() {
        return leg == LEGS;
    }

    long endNanos() {
        return nanos[LEGS];
    }

    long nowNanos() {
        return nowNanos;
    }

    long nowTicks() {
        return nowTicks;
    }

    /** {@return the price the present leg leads to} */
    long targetTicks() {
        return ticks[leg + 1];
    }

    /** {@return when the present leg ends} */
    long targetNanos() {
        return nanos[leg + 1];
    }

    /** {@return when the present leg reaches a price that lies on it} */
    long timeAt(long priceTicks) {
        long distance = targetTicks() - ticks[leg];
        if (distance == 0) {
            return nowNanos;
        }
        double share = (double) (priceTicks - ticks[leg]) / distance;
        return Math.max(nowNanos, nanos[leg] + (long) (share * (targetNanos() - nanos[leg])));
    }

    void moveToPrice(long priceTicks, long timeNanos) {
        nowTicks = priceTicks;
        nowNanos = timeNanos;
    }

    void moveToTime(long timeNanos) {
        if (timeNanos > nowNanos) {
            // from the leg's own start, so that looking at the path does not bend it
            double share = (double) (timeNanos - nanos[leg]) / (targetNanos() - nanos[leg]);
            nowTicks = ticks[leg] + Math.round((targetTicks() - ticks[leg]) * share);
            nowNanos = timeNanos;
        }
    }

    void endLeg() {
        nowTicks = targetTicks();
        nowNanos = targetNanos();
        leg++;
    }

    void save(StateWriter out) {
        out.section("PricePath", 1).number(leg).number(nowNanos).number(nowTicks);
        for (int i = 0; i <= LEGS; i++) {
            out.number(ticks[i]).number(nanos[i]);
        }
    }

    void load(StateReader in) {
        leg = in.section("PricePath", 1).integer();
        if (leg < 0 || leg > LEGS) {
            throw in.wrong("a path of " + LEGS + " legs has no leg " + leg);
        }
        nowNanos = in.number();
        nowTicks = in.number();
        for (int i = 0; i <= LEGS; i++) {
            ticks[i] = in.number();
            nanos[i] = in.number();
        }
    }
}
