package dev.tradewind;

import dev.tradewind.sim.SimStateRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link StateTwins} need not find the same in a thing and the one that loaded its state, package by package. */
public final class StateRules {

    private StateRules() {}

    /** {@return the rules of all packages} */
    public static StateTwins all() {
        StateTwins twins = StateTwins.strict();
        kernel(twins);
        portfolio(twins);
        marketData(twins);
        SimStateRules.addTo(twins);
        SessionStateRules.addTo(twins);
        return twins;
    }

    private static void kernel(StateTwins twins) {
        twins.seen("kernel.TimerQueue", StateRules::timers);
    }

    private static void portfolio(StateTwins twins) {
        twins.ignoring("portfolio.SpotAccount", "countedAtoms", "a quotient kept until the holding changes");
        twins.ignoring("portfolio.SpotAccount", "countedLots", "a quotient kept until the holding changes");
        twins.front("portfolio.EquityCurve", "size", "timeNanos", "atoms");
        twins.ring("portfolio.FifoLots", "head", "count", "sizes", "values");
    }

    private static void marketData(StateTwins twins) {
        twins.front("domain.BookEvent", "bids", "bidTicks", "bidLots");
        twins.front("domain.BookEvent", "asks", "askTicks", "askLots");
        twins.front("marketdata.BookSide", "size", "ticks", "lots");
        twins.seen("marketdata.CandleSeries", StateRules::candles);
        twins.ignoring("marketdata.CandleAggregator", "event", "a carrier that is filled before each use");
    }

    /** A series grows before its candles do. */
    private static Object candles(Object series) {
        long[] cells = (long[]) StateTwins.get(series, "cells");
        int size = (int) StateTwins.get(series, "size");
        return List.of(StateTwins.get(series, "timeframe"), Arrays.copyOf(cells, size * 6));
    }

    /** A heap of the same timers has many shapes, and its numbers for them are its own. */
    private static Object timers(Object queue) {
        int[] heap = (int[]) StateTwins.get(queue, "heap");
        long[] due = (long[]) StateTwins.get(queue, "dueNanos");
        long[] order = (long[]) StateTwins.get(queue, "order");
        long[] ids = (long[]) StateTwins.get(queue, "ids");
        List<List<Long>> timers = new ArrayList<>();
        for (int i = 0; i < (int) StateTwins.get(queue, "size"); i++) {
            timers.add(List.of(due[heap[i]], order[heap[i]], ids[heap[i]]));
        }
        timers.sort((one, other) -> Long.compare(one.get(1), other.get(1)));
        return List.of(timers, StateTwins.get(queue, "lastOrder"), StateTwins.get(queue, "nextDueNanos"));
    }
}
