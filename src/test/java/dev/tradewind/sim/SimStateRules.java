package dev.tradewind.sim;

import dev.tradewind.StateTwins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link StateTwins} need not find the same in a simulated venue and the one that loaded its state. */
public final class SimStateRules {

    private SimStateRules() {}

    /** Adds the rules. */
    public static void addTo(StateTwins twins) {
        twins.ignoring("sim.SimVenue", "dueReport", "valid until the next call only");
        twins.ignoring("sim.Matcher", "pool", "a pool");
        twins.ignoring("sim.Matcher", "pooled", "a pool");
        twins.ignoring("sim.FeeBooks", "paidThirdAtoms", "asked for right after it is set");
        twins.ignoring("sim.FeeBooks", "paidValueAtoms", "asked for right after it is set");
        twins.ignoring("sim.RestingLine", "round", "each round is a new number");
        twins.ignoring("sim.SimOrder", "round", "of a round that is over");
        twins.ignoring("sim.SimOrder", "place", "the index's own number");
        twins.ignoring("sim.SimOrder", "queue", "seen with the index");
        twins.ignoring("sim.SimOrder", "group", "seen with the index");
        twins.ignoring("sim.SimOrder", "countedLots", "seen with the index, in whose sum it is");
        twins.front("sim.Expiries", "size", "orders");
        twins.front("sim.Depth", "taken", "takenAt", "takenLots");
        twins.ring("sim.ReportQueue", "head", "size", "reports", "dueNanos", "linkIds", "botIds");
        twins.seen("sim.Inbox", SimStateRules::inbox);
        twins.seen("sim.RestingOrders", SimStateRules::resting);
        twins.seen("sim.RestingIndex", SimStateRules::index);
    }

    /** Beside a cancel stands whatever order was there before. */
    private static Object inbox(Object inbox) {
        long[] arrivals = (long[]) StateTwins.get(inbox, "arrivalNanos");
        long[] ids = (long[]) StateTwins.get(inbox, "cancelIds");
        SimOrder[] orders = (SimOrder[]) StateTwins.get(inbox, "orders");
        int head = (int) StateTwins.get(inbox, "head");
        List<Object> waiting = new ArrayList<>();
        for (int i = 0; i < (int) StateTwins.get(inbox, "size"); i++) {
            int at = (head + i) % orders.length;
            waiting.add(arrivals[at]);
            waiting.add(ids[at] == 0 ? orders[at] : ids[at]);
        }
        return List.of(waiting, StateTwins.get(inbox, "lastArrival"));
    }

    /** Either the list or the index counts; the other has what was there before. */
    private static Object resting(Object resting) {
        boolean many = ((RestingOrders) resting).many();
        int size = ((RestingOrders) resting).size();
        return List.of(
                many, size, StateTwins.get(resting, "nearestAbove"), StateTwins.get(resting, "nearestBelow"),
                many
                        ? StateTwins.get(resting, "index")
                        : Arrays.copyOf((SimOrder[]) StateTwins.get(resting, "orders"), size));
    }

    /** Its places, turns and levels have numbers of its own; what counts is who stands where, and who is found. */
    private static Object index(Object index) {
        List<Object> seen = new ArrayList<>();
        SimOrder[] orders = (SimOrder[]) StateTwins.get(index, "orders");
        BookOrders places = (BookOrders) StateTwins.get(index, "places");
        for (String name : List.of("buyLimits", "sellLimits", "stopsOnFall", "stopsOnRise")) {
            BookSide side = (BookSide) StateTwins.get(index, name);
            seen.add(side.bestKey());
            for (int level = side.best(); level != 0; level = side.nextWorse(level)) {
                seen.add(side.levelKey(level) + " " + side.count(level) + " " + side.lots(level));
                long turn = -1;
                for (int place = side.head(level); place != 0; place = places.next(place)) {
                    seen.add(orders[place]);
                    seen.add(((RestingIndex) index).find(places.id(place)) == orders[place]);
                    seen.add(places.owner(place) > turn && places.level(place) == level && orders[place].queue == side);
                    turn = places.owner(place);
                }
            }
        }
        for (String name : List.of("size", "nearestAbove", "nearestBelow", "unlinkedSellLots")) {
            seen.add(StateTwins.get(index, name));
        }
        seen.add(((RestingLinks) StateTwins.get(index, "links")).sellLots());
        return seen;
    }
}
