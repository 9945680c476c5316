package dev.tradewind.sim;

import java.util.Arrays;

/**
 * A sorted map from a price's key to a level's number: what both books of this package find their levels by.
 *
 * <p>A trie of 64-way nodes, each with a bit per child. It is as high as the span of its keys asks for (three nodes for
 * a quarter of a million ticks), so near and far prices, dense and lonely ones cost the same few steps, and a price
 * next to the one before costs one: the last leaf is remembered. Nodes are pooled: steady use allocates nothing.
 *
 * <p>"Better" is the greater key: a side whose best price is its lowest keys its levels by the negated price.
 */
final class PriceLevels {

    private static final int BITS = 6;
    private static final int WAYS = 1 << BITS;
    private static final int DIGIT = WAYS - 1;
    /** Nodes on the way to a leaf when keys span all of {@code long}. */
    private static final int HIGHEST = 11;
    /** No key has it: prefixes have 58 bits. */
    private static final long NO_PREFIX = -1;

    private long[] present = new long[16];
    private int[] parents = new int[16];
    private int[] children = new int[16 * WAYS];
    private int used = 1;
    private int free;

    private int root;
    private int height;
    private long rootPrefix;
    private int lastLeaf;
    private long lastPrefix = NO_PREFIX;

    /** {@return the level at a key, 0 if there is none} */
    int get(long key) {
        long bits = key ^ Long.MIN_VALUE;
        int leaf = leaf(bits);
        return children[leaf << BITS | (int) bits & DIGIT];
    }

    /** Sets the level, greater than 0, at a key. */
    void put(long key, int level) {
        long bits = key ^ Long.MIN_VALUE;
        int leaf = leaf(bits);
        if (leaf == 0) {
            leaf = grow(bits);
        }
        children[leaf << BITS | (int) bits & DIGIT] = level;
        present[leaf] |= 1L << bits;
    }

    /** Takes the level at a key away; it must be there. */
    void remove(long key) {
        long bits = key ^ Long.MIN_VALUE;
        int leaf = leaf(bits);
        children[leaf << BITS | (int) bits & DIGIT] = 0;
        present[leaf] &= ~(1L << bits);
        if (present[leaf] == 0) {
            prune(leaf, bits);
        }
    }

    /** {@return the best level, 0 if there is none} */
    int best() {
        return root == 0 ? 0 : bestBelow(root, height);
    }

    /** {@return the best of the levels that are worse than a key, 0 if there is none} */
    int nextWorse(long key) {
        long bits = key ^ Long.MIN_VALUE;
        if (lastLeaf != 0 && bits >>> BITS == lastPrefix) {
            long worse = present[lastLeaf] & ((1L << bits) - 1);
            if (worse != 0) {
                return children[lastLeaf << BITS | DIGIT - Long.numberOfLeadingZeros(worse)];
            }
        }
        int side = root == 0 ? -1 : Long.compareUnsigned(prefix(bits, height), rootPrefix);
        return side < 0 ? 0 : side > 0 ? best() : nextWorseInside(bits);
    }

    private int nextWorseInside(long bits) {
        int from = 0;
        int fromHeight = 0;
        long fromWorse = 0;
        int node = root;
        for (int at = height; at > 0 && node != 0; at--) {
            int digit = digit(bits, at);
            long worse = present[node] & ((1L << digit) - 1);
            if (worse != 0) {
                from = node;
                fromHeight = at;
                fromWorse = worse;
            }
            node = children[node << BITS | digit];
        }
        if (from == 0) {
            return 0;
        }
        int child = children[from << BITS | DIGIT - Long.numberOfLeadingZeros(fromWorse)];
        return fromHeight == 1 ? child : bestBelow(child, fromHeight - 1);
    }

    private int bestBelow(int top, int from) {
        int node = top;
        for (int at = from; at > 0; at--) {
            node = children[node << BITS | DIGIT - Long.numberOfLeadingZeros(present[node])];
        }
        return node;
    }

    /** The leaf a key belongs to; 0, an empty node, if there is none. */
    private int leaf(long bits) {
        if (bits >>> BITS == lastPrefix) {
            return lastLeaf;
        }
        if (root == 0 || prefix(bits, height) != rootPrefix) {
            return 0;
        }
        int node = root;
        for (int at = height; at > 1; at--) {
            node = children[node << BITS | digit(bits, at)];
        }
        if (node != 0) {
            lastLeaf = node;
            lastPrefix = bits >>> BITS;
        }
        return node;
    }

    private int grow(long bits) {
        if (root == 0) {
            root = node(0);
            height = 1;
            rootPrefix = prefix(bits, 1);
        }
        while (prefix(bits, height) != rootPrefix) {
            int above = node(0);
            int digit = (int) rootPrefix & DIGIT;
            children[above << BITS | digit] = root;
            present[above] = 1L << digit;
            parents[root] = above;
            root = above;
            height++;
            rootPrefix = height == HIGHEST ? 0 : rootPrefix >>> BITS;
        }
        int node = root;
        for (int at = height; at > 1; at--) {
            int digit = digit(bits, at);
            int child = children[node << BITS | digit];
            if (child == 0) {
                child = node(node);
                children[node << BITS | digit] = child;
                present[node] |= 1L << digit;
            }
            node = child;
        }
        lastLeaf = node;
        lastPrefix = bits >>> BITS;
        return node;
    }

    private void prune(int leaf, long bits) {
        int node = leaf;
        for (int at = 1; present[node] == 0; at++) {
            int parent = parents[node];
            parents[node] = free;
            free = node;
            if (node == root) {
                root = 0;
                height = 0;
                break;
            }
            int digit = digit(bits, at + 1);
            children[parent << BITS | digit] = 0;
            present[parent] &= ~(1L << digit);
            node = parent;
        }
        lastLeaf = 0;
        lastPrefix = NO_PREFIX;
    }

    private int node(int parent) {
        int node = free;
        if (node != 0) {
            free = parents[node];
        } else {
            if (used == present.length) {
                present = Arrays.copyOf(present, used * 2);
                parents = Arrays.copyOf(parents, used * 2);
                children = Arrays.copyOf(children, used * 2 * WAYS);
            }
            node = used++;
        }
        parents[node] = parent;
        return node;
    }

    private static int digit(long bits, int at) {
        return (int) (bits >>> BITS * (at - 1)) & DIGIT;
    }

    private static long prefix(long bits, int height) {
        return height == HIGHEST ? 0 : bits >>> BITS * height;
    }
}
