package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** What lately traded, for models that scale with it. Knows nothing of a candle before the candle is over. */
final class RecentVolume {

    /** Prices that {@link #usualLots()} averages over. */
    static final int RUNS = 64;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final boolean ofCandles;
    private final long[] runs = new long[RUNS];
    private long runSum;
    private int runCount;
    private int runNext;
    private long runTicks;
    private long runLots;
    private long minuteEndsNanos = Long.MIN_VALUE;
    private long minuteLots;
    private long candleLots;
    private long periodLots;

    /** @param ofCandles whether anybody asks for candles' volume */
    RecentVolume(boolean ofCandles) {
        this.ofCandles = ofCandles;
    }

    boolean ofCandles() {
        return ofCandles;
    }

    /** A candle begins: the one before it is over. */
    void candleBegins(long volumeLots) {
        periodLots = candleLots;
        candleLots = volumeLots;
    }

    void trade(long timeNanos, long priceTicks, long lots) {
        if (timeNanos >= minuteEndsNanos) {
            periodLots = minuteLots;
            minuteLots = 0;
            minuteEndsNanos = (Math.floorDiv(timeNanos, MINUTE_NANOS) + 1) * MINUTE_NANOS;
        }
        minuteLots += lots;
        if (priceTicks != runTicks) {
            endRun();
            runTicks = priceTicks;
        }
        runLots += lots;
    }

    private void endRun() {
        if (runLots > 0) {
            runSum += runLots - runs[runNext];
            runs[runNext] = runLots;
            runNext = (runNext + 1) % RUNS;
            runCount = Math.min(RUNS, runCount + 1);
            runLots = 0;
        }
    }

    void save(StateWriter out) {
        out.section("RecentVolume", 1).numbers(runs, RUNS).number(runSum).number(runCount).number(runNext);
        out.number(runTicks).number(runLots).number(minuteEndsNanos).number(minuteLots);
        out.number(candleLots).number(periodLots);
    }

    void load(StateReader in) {
        long[] saved = in.section("RecentVolume", 1).numbers();
        runSum = in.number();
        runCount = in.integer();
        runNext = in.integer();
        if (saved.length != RUNS || runCount < 0 || runCount > RUNS || runNext < 0 || runNext >= RUNS) {
            throw in.wrong(runCount + " of " + saved.length + " prices, the next at " + runNext + ", are not of " + RUNS);
        }
        System.arraycopy(saved, 0, runs, 0, RUNS);
        runTicks = in.number();
        runLots = in.number();
        minuteEndsNanos = in.number();
        minuteLots = in.number();
        candleLots = in.number();
        periodLots = in.number();
    }

    /** {@return lots of the last period that is over: a candle, or of trades a minute; the present one's where it is the first} */
    long periodLots() {
        return periodLots > 0 ? periodLots : minuteLots;
    }

    /** {@return lots that on average traded at one price before the price moved on, over the last prices} */
    long usualLots() {
        return runCount == 0 ? runLots : runSum / runCount;
    }
}
