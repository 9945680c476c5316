package dev.tradewind.sim;

import dev.tradewind.domain.Side;

/**
 * A limit order book of one instrument with price–time priority, on bare ticks, lots and ids.
 *
 * <p>An order that reaches the other side's prices takes them, best price first and within a price first come first,
 * each at the resting order's price. Every command answers with a {@link BookAnswer}; one that is refused has changed
 * nothing.
 *
 * <p><b>Self-trade</b>: the newest is cancelled. An order never meets a resting order of its own owner: when one is
 * next in line, what is left of the newcomer is gone and the resting order keeps its place. Owner 0 is nobody in
 * particular and meets everybody. A fill-or-kill order counts only what lies before its owner's own order.
 *
 * <p>One thread. Orders and levels live in arrays that grow to the fullest the book has been: from then on nothing is
 * allocated. Prices are found through {@link PriceLevels}, ids through open addressing, so a command costs the same in
 * a full book as in an empty one, apart from the orders it fills.
 */
public final class MatchingBook {

    /** The largest order, so that no sum of lots can overflow. */
    public static final long MOST_LOTS = 1L << 40;

    /** The highest price. */
    public static final long MOST_TICKS = 1L << 60;

    private static final int EXPECTED = 1 << 10;

    private final BookFills fills;
    private final BookOrders orders = new BookOrders(EXPECTED);
    private final IdIndex ids = new IdIndex(EXPECTED);
    private final BookSide bids = new BookSide(orders, true);
    private final BookSide asks = new BookSide(orders, false);
    private int size;
    private boolean metOwn;

    /** @param fills hears of the fills */
    public MatchingBook(BookFills fills) {
        this.fills = fills;
    }

    /**
     * A limit order arrives.
     *
     * @param ownerId whose it is, for the self-trade rule; 0 is nobody
     * @return RESTS, FILLED, EXPIRED or SELF_TRADE; refused: LOTS_NOT_ALLOWED, PRICE_NOT_ALLOWED, DUPLICATE_ID,
     *     WOULD_TAKE
     */
    public BookAnswer place(long id, long ownerId, Side side, long ticks, long lots, BookTerms terms) {
        if (lots <= 0 || lots > MOST_LOTS) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        if (ticks <= 0 || ticks > MOST_TICKS) {
            return BookAnswer.PRICE_NOT_ALLOWED;
        }
        if (ids.get(id) != 0) {
            return BookAnswer.DUPLICATE_ID;
        }
        boolean buy = side == Side.BUY;
        BookSide other = buy ? asks : bids;
        long limit = other.key(ticks);
        boolean rests = terms == BookTerms.GTC || terms == BookTerms.POST_ONLY;
        long left = lots;
        if (other.bestKey() >= limit) {
            if (terms == BookTerms.POST_ONLY) {
                return BookAnswer.WOULD_TAKE;
            }
            if (terms == BookTerms.FOK && !canFill(other, limit, ownerId, lots)) {
                return BookAnswer.EXPIRED;
            }
            left = take(other, limit, id, ownerId, lots);
            if (left == 0) {
                return BookAnswer.FILLED;
            }
            if (metOwn) {
                return BookAnswer.SELF_TRADE;
            }
        }
        if (!rests) {
            return BookAnswer.EXPIRED;
        }
        rest(id, ownerId, buy, ticks, left, terms == BookTerms.POST_ONLY);
        return BookAnswer.RESTS;
    }

    /**
     * A market order arrives: it takes at any price, what it does not get expires.
     *
     * @return FILLED, EXPIRED or SELF_TRADE; refused: LOTS_NOT_ALLOWED, DUPLICATE_ID
     */
    public BookAnswer market(long id, long ownerId, Side side, long lots) {
        if (lots <= 0 || lots > MOST_LOTS) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        if (ids.get(id) != 0) {
            return BookAnswer.DUPLICATE_ID;
        }
        long left = take(side == Side.BUY ? asks : bids, BookSide.EMPTY + 1, id, ownerId, lots);
        return left == 0 ? BookAnswer.FILLED : metOwn ? BookAnswer.SELF_TRADE : BookAnswer.EXPIRED;
    }

    /** {@return DONE: a resting order is gone; refused: UNKNOWN_ID} */
    public BookAnswer cancel(long id) {
        int order = ids.get(id);
        if (order == 0) {
            return BookAnswer.UNKNOWN_ID;
        }
        side(order).remove(order);
        forget(order, id);
        return BookAnswer.DONE;
    }

    /**
     * Makes a resting order smaller; it keeps its place in the queue.
     *
     * @param toLots what is to be left of it
     * @return DONE; refused: LOTS_NOT_ALLOWED, UNKNOWN_ID, NOT_LESS
     */
    public BookAnswer reduce(long id, long toLots) {
        if (toLots <= 0 || toLots > MOST_LOTS) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        int order = ids.get(id);
        if (order == 0) {
            return BookAnswer.UNKNOWN_ID;
        }
        long lots = orders.lots(order);
        if (toLots >= lots) {
            return BookAnswer.NOT_LESS;
        }
        side(order).reduce(order, lots - toLots);
        return BookAnswer.DONE;
    }

    /**
     * Gives a resting order another price or size. At the same price and not larger it keeps its place; otherwise it
     * leaves the queue and arrives anew, as good-till-cancelled or post-only as it was, and may take.
     *
     * @param lots what is to be left of it
     * @return DONE where it kept its place, else as {@link #place}; refused: LOTS_NOT_ALLOWED, PRICE_NOT_ALLOWED,
     *     UNKNOWN_ID, WOULD_TAKE
     */
    public BookAnswer replace(long id, long ticks, long lots) {
        if (lots <= 0 || lots > MOST_LOTS) {
            return BookAnswer.LOTS_NOT_ALLOWED;
        }
        if (ticks <= 0 || ticks > MOST_TICKS) {
            return BookAnswer.PRICE_NOT_ALLOWED;
        }
        int order = ids.get(id);
        if (order == 0) {
            return BookAnswer.UNKNOWN_ID;
        }
        if (ticks == orders.ticks(order) && lots <= orders.lots(order)) {
            side(order).reduce(order, orders.lots(order) - lots);
            return BookAnswer.DONE;
        }
        boolean buy = orders.isBuy(order);
        boolean postOnly = orders.isPostOnly(order);
        long ownerId = orders.owner(order);
        BookSide other = buy ? asks : bids;
        if (postOnly && other.bestKey() >= other.key(ticks)) {
            return BookAnswer.WOULD_TAKE;
        }
        side(order).remove(order);
        forget(order, id);
        BookTerms terms = postOnly ? BookTerms.POST_ONLY : BookTerms.GTC;
        return place(id, ownerId, buy ? Side.BUY : Side.SELL, ticks, lots, terms);
    }

    /** {@return how many orders rest} */
    public int size() {
        return size;
    }

    /** {@return a side's best price in ticks, 0 if the side is empty} */
    public long best(Side side) {
        BookSide chosen = side(side);
        return chosen.best() == 0 ? 0 : chosen.ticks(chosen.best());
    }

    /** {@return the lots resting at a price} */
    public long lotsAt(Side side, long ticks) {
        BookSide chosen = side(side);
        int level = chosen.at(ticks);
        return level == 0 ? 0 : chosen.lots(level);
    }

    /** {@return the lots left of a resting order, 0 if none has that id} */
    public long lotsOf(long id) {
        int order = ids.get(id);
        return order == 0 ? 0 : orders.lots(order);
    }

    /**
     * {@return the lots in the queue before a resting order; −1 if none has that id. Takes time with the queue's
     * length}
     */
    public long lotsAhead(long id) {
        int order = ids.get(id);
        if (order == 0) {
            return -1;
        }
        long lots = 0;
        for (int ahead = orders.previous(order); ahead != 0; ahead = orders.previous(ahead)) {
            lots += orders.lots(ahead);
        }
        return lots;
    }

    /** Shows a side's levels, best first, until the viewer has seen enough. */
    public void walk(Side side, BookDepth viewer) {
        BookSide chosen = side(side);
        int level = chosen.best();
        while (level != 0 && viewer.level(chosen.ticks(level), chosen.lots(level), chosen.count(level))) {
            level = chosen.nextWorse(level);
        }
    }

    /**
     * {@return what taking lots from a side would cost, in ticks × lots (divided by the lots: the average price); −1 if
     * fewer lots rest there. Takes no account of owners}
     *
     * @throws ArithmeticException if the cost exceeds a {@code long}
     */
    public long costToTake(Side resting, long lots) {
        BookSide chosen = side(resting);
        long left = lots;
        long cost = 0;
        for (int level = chosen.best(); level != 0 && left > 0; level = chosen.nextWorse(level)) {
            long here = Math.min(left, chosen.lots(level));
            cost = Math.addExact(cost, Math.multiplyExact(chosen.ticks(level), here));
            left -= here;
        }
        return left > 0 ? -1 : cost;
    }

    /**
     * {@return a hash of the book's content: bids, then asks, best level first; per level its ticks, per order in the
     * queue its id, owner and lots. Equal for equal books however they came about}
     */
    public long stateHash() {
        return hash(asks, hash(bids, 0));
    }

    private long hash(BookSide side, long start) {
        long hash = mix(start, 1);
        for (int level = side.best(); level != 0; level = side.nextWorse(level)) {
            hash = mix(hash, side.ticks(level));
            for (int order = side.head(level); order != 0; order = orders.next(order)) {
                hash = mix(mix(mix(hash, orders.id(order)), orders.owner(order)), orders.lots(order));
            }
        }
        return hash;
    }

    private static long mix(long hash, long value) {
        long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        return (z ^ (z >>> 29)) + 0x9E3779B97F4A7C15L;
    }

    /** {@return what is left; {@link #metOwn} says whether the owner's own order ended it} */
    private long take(BookSide side, long limit, long takerId, long ownerId, long lots) {
        metOwn = false;
        long left = lots;
        while (left > 0 && side.bestKey() >= limit) {
            int maker = side.head(side.best());
            if (ownerId != 0 && orders.owner(maker) == ownerId) {
                metOwn = true;
                return left;
            }
            long makerId = orders.id(maker);
            long ticks = orders.ticks(maker);
            long resting = orders.lots(maker);
            long taken = Math.min(left, resting);
            if (taken == resting) {
                side.remove(maker);
                forget(maker, makerId);
            } else {
                side.reduce(maker, taken);
            }
            left -= taken;
            fills.filled(takerId, makerId, ticks, taken, resting - taken);
        }
        return left;
    }

    private boolean canFill(BookSide side, long limit, long ownerId, long lots) {
        long left = lots;
        for (int level = side.best(); level != 0 && side.levelKey(level) >= limit; level = side.nextWorse(level)) {
            for (int order = side.head(level); order != 0; order = orders.next(order)) {
                if (ownerId != 0 && orders.owner(order) == ownerId) {
                    return false;
                }
                left -= orders.lots(order);
                if (left <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void rest(long id, long ownerId, boolean buy, long ticks, long lots, boolean postOnly) {
        int order = orders.add(id, ownerId, ticks, lots, buy, postOnly);
        (buy ? bids : asks).append(order);
        ids.put(id, order);
        size++;
    }

    private void forget(int order, long id) {
        ids.remove(id, order);
        orders.free(order);
        size--;
    }

    private BookSide side(int order) {
        return orders.isBuy(order) ? bids : asks;
    }

    private BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
