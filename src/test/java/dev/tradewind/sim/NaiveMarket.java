package dev.tradewind.sim;

import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fill tiers T2 and T3 once more, as plainly as they can be said: sorted maps, lists, every order looked at every time. Shares
 * nothing with the venue. No latency, no fees, money without end. It writes down what the venue should say, times left out.
 */
final class NaiveMarket {

    private static final class Order {
        long id;
        boolean buy;
        OrderType type = OrderType.MARKET;
        TimeInForce force = TimeInForce.GTC;
        long left;
        long limit;
        long stop;
        long display;
        boolean postOnly;
        boolean waiting;
        boolean turnless;
        long ahead;
        long level;
        long traded;
        long inSight;
    }

    private record Trade(long price, long lots) {}

    final List<String> said = new ArrayList<>();
    private final boolean log;
    private final double times;
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private final Map<String, Long> gone = new HashMap<>();
    private final List<Order> resting = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private boolean whole;

    /** @param times of the average queue model, negative for print-through only */
    NaiveMarket(boolean log, double times) {
        this.log = log;
        this.times = times;
    }

    private void say(Order order, String what) {
        said.add(order.id + " " + what);
    }

    private long last() {
        return trades.isEmpty() ? 0 : trades.getLast().price;
    }

    private NavigableMap<Long, Long> against(boolean buy) {
        return buy ? asks : bids;
    }

    private long shown(boolean buy, long price) {
        return (buy ? bids : asks).getOrDefault(price, 0L);
    }

    private static String key(boolean ask, long price) {
        return (ask ? "ask " : "bid ") + price;
    }

    /** Price and lots of what a taker would find. */
    private List<long[]> reachable(boolean buy, long limit) {
        List<long[]> levels = new ArrayList<>();
        against(buy).forEach((price, lots) -> {
            long left = lots - gone.getOrDefault(key(buy, price), 0L);
            if ((buy ? price <= limit : price >= limit) && left > 0) {
                levels.add(new long[] {price, left});
            }
        });
        return levels;
    }

    private long reachableLots(boolean buy, long limit) {
        return reachable(buy, limit).stream().mapToLong(level -> level[1]).sum();
    }

    private void fill(Order order, long lots, long price, boolean maker) {
        order.left -= lots;
        say(order, "FILLED " + lots + "@" + price + (maker ? " maker" : " taker"));
        if (order.left == 0) {
            resting.remove(order);
        } else if (maker || resting.contains(order)) {
            order.inSight -= lots;
            if (order.inSight <= 0) {
                long traded = order.traded;
                queue(order);
                order.traded = traded;
                if (whole) {
                    order.ahead = Math.max(0, order.level - traded);
                }
            }
        }
    }

    /** Takes the book down to a limit. */
    private void walk(Order order, long limit, boolean maker) {
        for (long[] level : reachable(order.buy, limit)) {
            if (order.left > 0) {
                long lots = Math.min(order.left, level[1]);
                gone.merge(key(order.buy, level[0]), lots, Long::sum);
                fill(order, lots, maker ? order.limit : level[0], maker);
            }
        }
    }

    private void queue(Order order) {
        order.traded = 0;
        order.inSight = order.display == 0 ? order.left : Math.min(order.display, order.left);
        order.turnless = !whole && times < 0;
        order.level = whole ? shown(order.buy, order.limit) : 0;
        order.ahead = whole ? order.level : (long) Math.ceil(times * usual());
    }

    /** The average of the last 64 runs of trades at one price, the run that goes on left out. */
    private long usual() {
        List<Long> runs = new ArrayList<>();
        long run = 0;
        for (int i = 0; i < trades.size(); i++) {
            run += trades.get(i).lots;
            if (i + 1 < trades.size() && trades.get(i + 1).price != trades.get(i).price) {
                runs.add(run);
                run = 0;
            }
        }
        List<Long> lately = runs.subList(Math.max(0, runs.size() - 64), runs.size());
        return lately.isEmpty() ? run : lately.stream().mapToLong(Long::longValue).sum() / lately.size();
    }

    private boolean stopReached(Order order, long price) {
        boolean up = order.buy != order.type.takesProfit();
        return price > 0 && (up ? price >= order.stop : price <= order.stop);
    }

    private boolean mayRest(Order order) {
        return order.force == TimeInForce.GTC;
    }

    void submit(
            long id, boolean buy, OrderType type, TimeInForce force, long lots, long limit, long stop, long display,
            boolean postOnly) {
        Order order = new Order();
        order.id = id;
        order.buy = buy;
        order.type = type;
        order.force = force;
        order.left = lots;
        order.limit = limit;
        order.stop = stop;
        order.display = display;
        order.postOnly = postOnly;
        order.waiting = type.hasTrigger();
        boolean somethingToTrade = last() > 0 || whole && !(bids.isEmpty() && asks.isEmpty());
        if (!somethingToTrade) {
            say(order, "REJECTED NO_MARKET");
        } else if (order.waiting) {
            say(order, "ACCEPTED");
            resting.add(order);
            if (stopReached(order, last())) {
                trigger(order);
            }
        } else if (whole) {
            meetBook(order);
        } else {
            meetLast(order);
        }
    }

    private void meetLast(Order order) {
        boolean takes = order.type == OrderType.MARKET || (order.buy ? order.limit >= last() : order.limit <= last());
        if (takes && order.postOnly) {
            say(order, "REJECTED WOULD_TRADE");
        } else if (takes) {
            fill(order, order.left, last(), false);
        } else if (mayRest(order)) {
            say(order, "ACCEPTED");
            queue(order);
            resting.add(order);
        } else {
            say(order, "EXPIRED");
        }
    }

    private long reach(Order order) {
        return order.type.hasLimit() ? order.limit : order.buy ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    private void meetBook(Order order) {
        long there = reachableLots(order.buy, reach(order));
        if (order.type == OrderType.MARKET && there == 0) {
            say(order, "REJECTED NO_MARKET");
            return;
        }
        if (order.postOnly && there > 0) {
            say(order, "REJECTED WOULD_TRADE");
            return;
        }
        if (order.force == TimeInForce.FOK && there < order.left) {
            say(order, "EXPIRED");
            return;
        }
        if (order.type.hasLimit() && mayRest(order) && there < order.left) {
            say(order, "ACCEPTED");
            queue(order);
            resting.add(order);
            walk(order, order.limit, false);
            return;
        }
        walk(order, reach(order), false);
        if (order.left > 0) {
            say(order, "EXPIRED");
        }
    }

    private void trigger(Order order) {
        order.waiting = false;
        if (order.type.hasLimit()) {
            queue(order);
        }
        if (whole) {
            long there = reachableLots(order.buy, reach(order));
            boolean never = order.postOnly && there > 0 || order.force == TimeInForce.FOK && there < order.left;
            if (!never) {
                walk(order, reach(order), false);
            }
            if (order.left > 0 && (never || !order.type.hasLimit() || !mayRest(order))) {
                end(order, "EXPIRED");
            }
            return;
        }
        boolean takes = !order.type.hasLimit() || (order.buy ? order.limit >= last() : order.limit <= last());
        if (takes && order.postOnly || !takes && !mayRest(order)) {
            end(order, "EXPIRED");
        } else if (takes) {
            fill(order, order.left, last(), false);
        }
    }

    private void end(Order order, String how) {
        say(order, how);
        resting.remove(order);
    }

    void cancel(long id) {
        for (Order order : List.copyOf(resting)) {
            if (order.id == id) {
                end(order, "CANCELED");
                return;
            }
        }
        said.add(id + " CANCEL_REJECTED UNKNOWN_ORDER");
    }

    void trade(long price, long lots, @Nullable Side aggressor) {
        trades.add(new Trade(price, lots));
        for (boolean again = true; again; ) {
            again = false;
            for (Order order : List.copyOf(resting)) {
                if (!again && order.waiting && stopReached(order, price)) {
                    trigger(order);
                    again = true;
                }
            }
        }
        long left = lots;
        for (Order order : through(price)) {
            long takes = Math.min(left, order.left);
            if (takes > 0) {
                left -= takes;
                fill(order, takes, order.limit, true);
            }
        }
        if (whole || times >= 0) {
            if (aggressor != Side.BUY) {
                atPrice(true, price, lots, left);
            }
            if (aggressor != Side.SELL) {
                atPrice(false, price, lots, left);
            }
        }
        if (whole && aggressor != null && against(aggressor == Side.BUY).containsKey(price)) {
            gone.merge(key(aggressor == Side.BUY, price), lots, Long::sum);
        }
    }

    /** Best price first, at one price who came first; never buys and sells at once in these streams. */
    private List<Order> through(long price) {
        return resting.stream()
                .filter(order -> !order.waiting && (order.buy ? order.limit > price : order.limit < price))
                .sorted(Comparator.comparingLong(order -> order.buy ? -order.limit : order.limit))
                .toList();
    }

    private void atPrice(boolean buy, long price, long lots, long budget) {
        long left = budget;
        long eaten = 0;
        for (Order order : List.copyOf(resting)) {
            if (order.waiting || order.buy != buy || order.limit != price) {
                continue;
            }
            order.traded += lots;
            if (order.turnless) {
                continue;
            }
            order.ahead = Math.max(0, order.ahead - eaten);
            long eats = Math.min(order.ahead, left);
            order.ahead -= eats;
            eaten += eats;
            left -= eats;
            if (left > 0) {
                long fills = Math.min(left, Math.min(order.inSight, order.left));
                left -= fills;
                fill(order, fills, price, true);
            }
        }
    }

    void gap() {
        whole = false;
        bids.clear();
        asks.clear();
        gone.clear();
    }

    /** {@code levels}: prices and lots, bids' prices negative. */
    void book(boolean all, long... levels) {
        if (all) {
            gap();
            whole = true;
        } else if (!whole) {
            return;
        }
        Map<String, Boolean> told = new HashMap<>();
        for (int i = 0; i < levels.length; i += 2) {
            boolean ask = levels[i] > 0;
            long price = Math.abs(levels[i]);
            NavigableMap<Long, Long> side = ask ? asks : bids;
            if (levels[i + 1] == 0) {
                side.remove(price);
            } else {
                side.put(price, levels[i + 1]);
            }
            gone.remove(key(ask, price));
            told.put(key(ask, price), true);
        }
        for (Order order : resting) {
            if (!order.waiting && (all || order.turnless || told.containsKey(key(!order.buy, order.limit)))) {
                levelTold(order, all);
            }
        }
        cross();
    }

    private void levelTold(Order order, boolean all) {
        long now = shown(order.buy, order.limit);
        if (order.turnless) {
            order.turnless = false;
            order.ahead = now;
        } else if (!all) {
            long before = Math.max(0, order.level - order.traded);
            long cancelled = Math.max(0, before - now);
            long ahead = Math.min(order.ahead, before);
            if (cancelled > 0) {
                long behind = before - ahead;
                double fromBehind = f(behind) + f(ahead) == 0 ? 0 : f(behind) / (f(behind) + f(ahead)) * cancelled;
                order.ahead = ahead - (cancelled - Math.min(behind, (long) Math.ceil(fromBehind)));
            }
        }
        order.ahead = Math.min(order.ahead, now);
        order.level = now;
        order.traded = 0;
    }

    private double f(double x) {
        return log ? StrictMath.log1p(x) : x;
    }

    private void cross() {
        while (true) {
            Order best = null;
            for (Order order : resting) {
                if (!order.waiting && reachableLots(order.buy, order.limit) > 0
                        && (best == null || (order.buy ? order.limit > best.limit : order.limit < best.limit))) {
                    best = order;
                }
            }
            if (best == null) {
                return;
            }
            walk(best, best.limit, true);
        }
    }
}
