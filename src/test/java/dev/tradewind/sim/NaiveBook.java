package dev.tradewind.sim;

import dev.tradewind.domain.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same book as {@link MatchingBook}, written to be obviously right: sorted maps of queues, nothing shared with it.
 */
public final class NaiveBook {

    static final class Resting {
        final long id;
        final long owner;
        final Side side;
        final long ticks;
        final boolean postOnly;
        long lots;

        Resting(long id, long owner, Side side, long ticks, long lots, boolean postOnly) {
            this.id = id;
            this.owner = owner;
            this.side = side;
            this.ticks = ticks;
            this.lots = lots;
            this.postOnly = postOnly;
        }
    }

    final TreeMap<Long, ArrayDeque<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, ArrayDeque<Resting>> asks = new TreeMap<>();
    final Map<Long, Resting> byId = new HashMap<>();
    private final BookFills fills;

    public NaiveBook(BookFills fills) {
        this.fills = fills;
    }

    public BookAnswer place(long id, long owner, Side side, long ticks, long lots, BookTerms terms) {
        if (lots < 1 || lots > 1L << 40) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        if (ticks < 1 || ticks > 1L << 60) {
            return BookAnswer.PRICE_NOT_ALLOWED;
        }
        if (byId.containsKey(id)) {
            return BookAnswer.DUPLICATE_ID;
        }
        List<Resting> inReach = inReach(side, ticks);
        if (terms == BookTerms.POST_ONLY && !inReach.isEmpty()) {
            return BookAnswer.WOULD_TAKE;
        }
        if (terms == BookTerms.FOK && beforeOwn(inReach, owner) < lots) {
            return BookAnswer.EXPIRED;
        }
        long left = lots;
        for (Resting maker : inReach) {
            if (left == 0) {
                break;
            }
            if (isOwn(maker, owner)) {
                return BookAnswer.SELF_TRADE;
            }
            left -= trade(id, maker, left);
        }
        if (left == 0) {
            return BookAnswer.FILLED;
        }
        if (terms == BookTerms.IOC || terms == BookTerms.FOK) {
            return BookAnswer.EXPIRED;
        }
        Resting order = new Resting(id, owner, side, ticks, left, terms == BookTerms.POST_ONLY);
        side(side).computeIfAbsent(ticks, price -> new ArrayDeque<>()).addLast(order);
        byId.put(id, order);
        return BookAnswer.RESTS;
    }

    BookAnswer market(long id, long owner, Side side, long lots) {
        return place(id, owner, side, side == Side.BUY ? 1L << 60 : 1, lots, BookTerms.IOC);
    }

    public BookAnswer cancel(long id) {
        Resting order = byId.get(id);
        if (order == null) {
            return BookAnswer.UNKNOWN_ID;
        }
        remove(order);
        return BookAnswer.DONE;
    }

    BookAnswer reduce(long id, long toLots) {
        if (toLots < 1 || toLots > 1L << 40) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        Resting order = byId.get(id);
        if (order == null) {
            return BookAnswer.UNKNOWN_ID;
        }
        if (toLots >= order.lots) {
            return BookAnswer.NOT_LESS;
        }
        order.lots = toLots;
        return BookAnswer.DONE;
    }

    BookAnswer replace(long id, long ticks, long lots) {
        if (lots < 1 || lots > 1L << 40) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        if (ticks < 1 || ticks > 1L << 60) {
            return BookAnswer.PRICE_NOT_ALLOWED;
        }
        Resting order = byId.get(id);
        if (order == null) {
            return BookAnswer.UNKNOWN_ID;
        }
        if (order.ticks == ticks && lots <= order.lots) {
            order.lots = lots;
            return BookAnswer.DONE;
        }
        if (order.postOnly && !inReach(order.side, ticks).isEmpty()) {
            return BookAnswer.WOULD_TAKE;
        }
        remove(order);
        return place(id, order.owner, order.side, ticks, lots, order.postOnly ? BookTerms.POST_ONLY : BookTerms.GTC);
    }

    long best(Side side) {
        return side(side).isEmpty() ? 0 : side(side).firstKey();
    }

    long lotsAt(Side side, long ticks) {
        return side(side).getOrDefault(ticks, new ArrayDeque<>()).stream().mapToLong(order -> order.lots).sum();
    }

    long lotsAhead(long id) {
        Resting order = byId.get(id);
        if (order == null) {
            return -1;
        }
        long lots = 0;
        for (Resting other : side(order.side).get(order.ticks)) {
            if (other == order) {
                break;
            }
            lots += other.lots;
        }
        return lots;
    }

    long costToTake(Side resting, long lots) {
        long left = lots;
        long cost = 0;
        for (ArrayDeque<Resting> level : side(resting).values()) {
            for (Resting order : level) {
                long here = Math.min(left, order.lots);
                cost += here * order.ticks;
                left -= here;
            }
        }
        return left > 0 ? -1 : cost;
    }

    long lots(Side side) {
        return byId.values().stream().filter(order -> order.side == side).mapToLong(order -> order.lots).sum();
    }

    /** {@return the lots per price, best first} */
    public Map<Long, Long> levels(Side side) {
        Map<Long, Long> levels = new LinkedHashMap<>();
        side(side).keySet().forEach(ticks -> levels.put(ticks, lotsAt(side, ticks)));
        return levels;
    }

    /** The definition of {@link MatchingBook#stateHash}. */
    long stateHash() {
        List<Long> values = new ArrayList<>();
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            values.add(1L);
            for (Map.Entry<Long, ArrayDeque<Resting>> level : side(side).entrySet()) {
                values.add(level.getKey());
                for (Resting order : level.getValue()) {
                    values.addAll(List.of(order.id, order.owner, order.lots));
                }
            }
        }
        long hash = 0;
        for (long value : values) {
            long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
            hash = (z ^ (z >>> 29)) + 0x9E3779B97F4A7C15L;
        }
        return hash;
    }

    TreeMap<Long, ArrayDeque<Resting>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** What a limit could take, in the order it would. */
    private List<Resting> inReach(Side taker, long ticks) {
        List<Resting> found = new ArrayList<>();
        side(taker.opposite()).forEach((price, level) -> {
            if (taker == Side.BUY ? price <= ticks : price >= ticks) {
                found.addAll(level);
            }
        });
        return found;
    }

    private static long beforeOwn(List<Resting> makers, long owner) {
        long lots = 0;
        for (Resting maker : makers) {
            if (isOwn(maker, owner)) {
                break;
            }
            lots += maker.lots;
        }
        return lots;
    }

    private static boolean isOwn(Resting maker, long owner) {
        return owner != 0 && maker.owner == owner;
    }

    private long trade(long takerId, Resting maker, long wanted) {
        long lots = Math.min(wanted, maker.lots);
        maker.lots -= lots;
        if (maker.lots == 0) {
            remove(maker);
        }
        fills.filled(takerId, maker.id, maker.ticks, lots, maker.lots);
        return lots;
    }

    private void remove(Resting order) {
        byId.remove(order.id);
        ArrayDeque<Resting> level = side(order.side).get(order.ticks);
        level.removeIf(other -> other == order);
        if (level.isEmpty()) {
            side(order.side).remove(order.ticks);
        }
    }
}
