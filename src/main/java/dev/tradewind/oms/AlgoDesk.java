package dev.tradewind.oms;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs execution algorithms, the same in backtest, paper and live: hears prices, candles, timers and what happens to their
 * orders. What it keeps is part of a session's saved state, and taking the recorded inputs again rebuilds it to the last
 * detail as well. Engine thread only. Costs nothing while none is active; of those that are, only the ones a price concerns are
 * looked at.
 */
public final class AlgoDesk implements Stateful {

    /** Timers of algorithms have this bit, and not the one below it. */
    public static final long TIMER_BIT = 1L << 61;

    /** More at a time mean that something starts them in a loop. */
    public static final int MAX_ACTIVE = 1_000;

    private static final int KEPT = 100;
    private static final int TIMER_NUMBER_BITS = 8;

    private final AlgoPort port;
    private final long seed;
    /** Asked at every event: of its exact kind, so that asking costs no call. */
    private final ArrayList<Algo> active = new ArrayList<>();
    private final Deque<AlgoStatus> ended = new ArrayDeque<>();
    private final long[] above = new long[Channel.values().length];
    private final long[] below = new long[Channel.values().length];
    private int lastId;

    /**
     * A desk without algorithms.
     *
     * @param seed of what algorithms leave to chance
     */
    public AlgoDesk(AlgoPort port, long seed) {
        this.port = port;
        this.seed = seed;
        bounds();
    }

    static long timerId(int algoId, int number) {
        return TIMER_BIT | (long) algoId << TIMER_NUMBER_BITS | number;
    }

    /**
     * Starts an algorithm.
     *
     * @param owner 0 is the user
     * @param tag   the owner's own name for its orders
     * @return its id
     * @throws IllegalArgumentException naming what is wrong: type, a parameter, or why its first order was refused
     */
    public int start(int owner, String typeId, Map<String, String> given, int tag) {
        if (active.size() >= MAX_ACTIVE) {
            throw new IllegalArgumentException(MAX_ACTIVE + " algorithms are active, the limit; cancel one first");
        }
        AlgoCatalog.Entry entry = AlgoCatalog.entry(typeId);
        AlgoType type = entry.type();
        Params params = type.params(given);
        int id = lastId + 1;
        Algo algo = make(entry, id, owner, tag, params, port.nowNanos(), port.lastTicks());
        lastId = id;
        active.add(algo);
        try {
            algo.start();
        } catch (IllegalArgumentException refused) {
            active.remove(algo);
            throw refused;
        }
        port.decide(owner, Reason.ALGO_STARTED, id, algo.totalLots);
        settle();
        return id;
    }

    private Algo make(
            AlgoCatalog.Entry entry, int id, int owner, int tag, Params params, long nowNanos, long lastTicks) {
        return entry.factory().apply(new Algo.Setup(
                id, owner, tag, entry.type(), params, port, seed ^ (long) id << 32, nowNanos, lastTicks));
    }

    @Override
    public void save(StateWriter out) {
        out.section("Algorithms", 1).number(lastId).number(active.size());
        for (Algo algo : active) {
            out.text(algo.type.id()).number(algo.id).number(algo.owner).number(algo.tag);
            algo.params.save(out);
            out.number(algo.startedNanos).number(algo.firstTicks).part(algo);
        }
        out.number(ended.size());
        for (AlgoStatus row : ended) {
            row.save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Algorithms", 1);
        lastId = in.integer();
        for (int left = in.count(); left > 0; left--) {
            active.add(loadAlgo(in));
        }
        for (int left = in.count(); left > 0; left--) {
            ended.addLast(AlgoStatus.load(in));
        }
        bounds();
    }

    private Algo loadAlgo(StateReader in) {
        try {
            AlgoCatalog.Entry entry = AlgoCatalog.entry(in.text());
            int id = in.integer();
            int owner = in.integer();
            int tag = in.integer();
            Params params = entry.type().params(Map.of()).loaded(in);
            Algo algo = make(entry, id, owner, tag, params, in.number(), in.number());
            in.part(algo);
            return algo;
        } catch (IllegalArgumentException e) {
            throw in.wrong(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Ends an algorithm and cancels its orders.
     *
     * @throws IllegalArgumentException if it is not active
     */
    public void cancel(int algoId) {
        Algo algo = find(algoId);
        if (algo == null) {
            throw new IllegalArgumentException("algorithm " + algoId + " is not active");
        }
        algo.endAfterCancels(AlgoState.CANCELLED, algo.owner == 0 ? "by you" : "by its owner");
        settle();
    }

    /** {@return whether an active algorithm of that id belongs to the owner} */
    public boolean owns(int owner, int algoId) {
        Algo algo = find(algoId);
        return algo != null && algo.owner == owner;
    }

    /** Ends all algorithms of an owner. */
    public void cancelAll(int owner, String reason) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).owner == owner) {
                active.get(i).endAfterCancels(AlgoState.CANCELLED, reason);
            }
        }
        settle();
    }

    /** No new entries of an owner; protection stays. */
    public void cancelEntries(int owner, String reason) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).owner == owner) {
                active.get(i).cancelEntry(reason);
            }
        }
        settle();
    }

    /** No new entries of anybody; protection stays. */
    public void cancelEntries(String reason) {
        for (int i = 0; i < active.size(); i++) {
            active.get(i).cancelEntry(reason);
        }
        settle();
    }

    private @Nullable Algo find(int algoId) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).id == algoId) {
                return active.get(i);
            }
        }
        return null;
    }

    /** {@return whether any algorithm is active} */
    public boolean isActive() {
        return !active.isEmpty();
    }

    /** The market traded. */
    public void trade(long ticks, long lots) {
        volume(lots);
        last(ticks);
    }

    /** A candle closed: its prices are walked through, the extreme nearer its open first. */
    public void candle(CandleEvent candle) {
        volume(candle.volumeLots());
        long up = candle.highTicks() - candle.openTicks();
        long down = candle.openTicks() - candle.lowTicks();
        boolean highFirst = up < down || up == down && candle.closeTicks() < candle.openTicks();
        last(candle.openTicks());
        last(highFirst ? candle.highTicks() : candle.lowTicks());
        last(highFirst ? candle.lowTicks() : candle.highTicks());
        last(candle.closeTicks());
    }

    private void volume(long lots) {
        for (int i = 0; i < active.size(); i++) {
            active.get(i).onVolume(lots);
        }
    }

    private void last(long ticks) {
        price(Channel.LAST, ticks);
        if (!port.hasBook()) {
            price(Channel.BID, ticks);
            price(Channel.ASK, ticks);
        }
        if (!port.hasMarks()) {
            price(Channel.MARK, ticks);
        }
    }

    /** The book changed. */
    public void book() {
        price(Channel.BID, port.touchTicks(Side.BUY));
        price(Channel.ASK, port.touchTicks(Side.SELL));
    }

    /** The mark price changed. */
    public void mark(long ticks) {
        price(Channel.MARK, ticks);
    }

    private void price(Channel channel, long ticks) {
        if (ticks <= 0 || ticks < above[channel.ordinal()] && ticks > below[channel.ordinal()]) {
            return;
        }
        for (int i = 0; i < active.size(); i++) {
            Algo algo = active.get(i);
            if (algo.channel == channel && !algo.ending() && (ticks >= algo.wakeAbove || ticks <= algo.wakeBelow)) {
                algo.onPrice(ticks);
            }
        }
        settle();
    }

    /** A candle of a kept timeframe closed. */
    public void candleClosed(Timeframe timeframe, CandleEvent candle) {
        for (int i = 0; i < active.size(); i++) {
            if (!active.get(i).ending()) {
                active.get(i).onCandle(timeframe, candle);
            }
        }
        settle();
    }

    /** A timer with {@link #TIMER_BIT} fired. */
    public void timer(long timerId) {
        Algo algo = find((int) ((timerId & ~TIMER_BIT) >>> TIMER_NUMBER_BITS));
        if (algo != null && !algo.ending()) {
            algo.onTimer((int) timerId & (1 << TIMER_NUMBER_BITS) - 1);
            settle();
        }
    }

    /** Something happened to an order of an algorithm; it is booked already. */
    public void order(Order order, VenueReport report) {
        Algo algo = find(order.request().algoId());
        if (algo != null) {
            algo.report(order, report);
            settle();
        }
    }

    /** Lets go of what has ended and works out which prices concern anybody. */
    private void settle() {
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i).ended()) {
                ended.addFirst(active.remove(i).status());
                if (ended.size() > KEPT) {
                    ended.removeLast();
                }
            }
        }
        bounds();
    }

    private void bounds() {
        Arrays.fill(above, Long.MAX_VALUE);
        Arrays.fill(below, Long.MIN_VALUE);
        for (int i = 0; i < active.size(); i++) {
            Algo algo = active.get(i);
            int at = algo.channel.ordinal();
            above[at] = Math.min(above[at], algo.wakeAbove);
            below[at] = Math.max(below[at], algo.wakeBelow);
        }
    }

    /** {@return the active ones in the order they were started, then those that ended, newest first, bounded} */
    public List<AlgoStatus> status() {
        List<AlgoStatus> rows = new ArrayList<>(active.size() + ended.size());
        for (Algo algo : active) {
            rows.add(algo.status());
        }
        rows.addAll(ended);
        return rows;
    }
}
