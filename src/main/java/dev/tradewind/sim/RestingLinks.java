package dev.tradewind.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The resting orders that share a link, bot by bot: each group in the order they came to rest, and what it reserves.
 */
final class RestingLinks {

    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private final IdIndex index = new IdIndex(16);
    private Group[] groups = new Group[16];
    private int used = 1;
    private @Nullable Group free;
    private long sellLots;

    /** Orders of one bot and link. Pooled. */
    static final class Group {
        private int number;
        private int botId;
        private long linkId;
        private @Nullable SimOrder last;
        private long largestSell;
        /** Another group with the same key, or the next free one. */
        private @Nullable Group chained;
    }

    /** {@return lots that all groups reserve: each its largest sell} */
    long sellLots() {
        return sellLots;
    }

    void join(SimOrder order) {
        Group group = find(order);
        if (group == null) {
            group = open(order);
        }
        order.group = group;
        order.linkedBefore = group.last;
        order.linkedAfter = null;
        if (group.last != null) {
            group.last.linkedAfter = order;
        }
        group.last = order;
    }

    void leave(SimOrder order) {
        Group group = order.group;
        if (group == null) {
            return;
        }
        SimOrder before = order.linkedBefore;
        SimOrder after = order.linkedAfter;
        if (before != null) {
            before.linkedAfter = after;
        }
        if (after != null) {
            after.linkedBefore = before;
        } else {
            group.last = before;
        }
        order.group = null;
        order.linkedBefore = null;
        order.linkedAfter = null;
        count(group);
        if (group.last == null) {
            close(group);
        }
    }

    void resized(SimOrder order) {
        if (order.group != null) {
            count(order.group);
        }
    }

    /** {@return the largest resting sell of an order's link, 0 if there is none} */
    long largestSell(SimOrder order) {
        Group group = find(order);
        return group == null ? 0 : group.largestSell;
    }

    /** {@return the order of an order's link that came to rest last; those before it are its {@code linkedBefore}} */
    @Nullable SimOrder last(SimOrder order) {
        Group group = find(order);
        return group == null ? null : group.last;
    }

    private void count(Group group) {
        long largest = 0;
        for (SimOrder order = group.last; order != null; order = order.linkedBefore) {
            if (!order.isBuy()) {
                largest = Math.max(largest, order.remainingLots);
            }
        }
        sellLots += largest - group.largestSell;
        group.largestSell = largest;
    }

    private @Nullable Group find(SimOrder order) {
        int number = index.get(key(order.request.botId(), order.request.linkId()));
        Group group = number == 0 ? null : groups[number];
        while (group != null && !(group.botId == order.request.botId() && group.linkId == order.request.linkId())) {
            group = group.chained;
        }
        return group;
    }

    private Group open(SimOrder order) {
        Group group = free;
        if (group != null) {
            free = group.chained;
        } else {
            group = new Group();
            group.number = used++;
            if (group.number == groups.length) {
                groups = Arrays.copyOf(groups, groups.length * 2);
            }
            groups[group.number] = group;
        }
        group.botId = order.request.botId();
        group.linkId = order.request.linkId();
        group.largestSell = 0;
        long key = key(group.botId, group.linkId);
        int other = index.get(key);
        group.chained = other == 0 ? null : groups[other];
        if (other != 0) {
            index.remove(key, other);
        }
        index.put(key, group.number);
        return group;
    }

    private void close(Group group) {
        long key = key(group.botId, group.linkId);
        int number = index.get(key);
        if (number == group.number) {
            index.remove(key, number);
            if (group.chained != null) {
                index.put(key, group.chained.number);
            }
        } else {
            Group before = groups[number];
            while (before.chained != null && before.chained != group) {
                before = before.chained;
            }
            before.chained = group.chained;
        }
        group.chained = free;
        free = group;
    }

    /** Two numbers in one; where they clash, groups are chained. */
    private static long key(int botId, long linkId) {
        return linkId ^ botId * SPREAD;
    }
}
