package dev.tradewind.sim;

/** A map from ids, any {@code long}, to numbers above 0: open addressing, without objects. */
final class IdIndex {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Id and number by turns. */
    private long[] cells;
    private int shift;
    private int mask;
    private int size;

    /** @param expected about how many ids there will be; more are no trouble */
    IdIndex(int expected) {
        int slots = Integer.highestOneBit(Math.max(16, expected * 2 - 1)) << 1;
        allocate(slots);
    }

    /** {@return the number of an id, 0 if there is none} */
    int get(long id) {
        long[] table = cells;
        for (int slot = slot(id); ; slot = slot + 1 & mask) {
            int number = (int) table[slot << 1 | 1];
            if (number == 0 || table[slot << 1] == id) {
                return number;
            }
        }
    }

    /** Adds an id's number, greater than 0. Of an id's several numbers, the first is found. */
    void put(long id, int number) {
        if (++size << 1 > mask) {
            enlarge();
        }
        insert(id, number);
    }

    /** Forgets an id's number, which must be there. */
    void remove(long id, int number) {
        int hole = slot(id);
        while (cells[hole << 1] != id || (int) cells[hole << 1 | 1] != number) {
            hole = hole + 1 & mask;
        }
        size--;
        // whoever probed past the hole moves into it, so that no search ends too early
        for (int slot = hole + 1 & mask; cells[slot << 1 | 1] != 0; slot = slot + 1 & mask) {
            int home = slot(cells[slot << 1]);
            if ((slot - home & mask) >= (slot - hole & mask)) {
                cells[hole << 1] = cells[slot << 1];
                cells[hole << 1 | 1] = cells[slot << 1 | 1];
                hole = slot;
            }
        }
        cells[hole << 1 | 1] = 0;
    }

    private void insert(long id, int number) {
        int slot = slot(id);
        while (cells[slot << 1 | 1] != 0) {
            slot = slot + 1 & mask;
        }
        cells[slot << 1] = id;
        cells[slot << 1 | 1] = number;
    }

    private void enlarge() {
        long[] old = cells;
        int start = 0;
        while (old[start + 1] != 0) {
            start += 2;
        }
        allocate(old.length);
        // from a gap on and around, so that an id's numbers keep their order
        for (int i = 0; i < old.length; i += 2) {
            int at = start + i & old.length - 1;
            if (old[at + 1] != 0) {
                insert(old[at], (int) old[at + 1]);
            }
        }
    }

    private void allocate(int slots) {
        cells = new long[slots << 1];
        mask = slots - 1;
        shift = Long.numberOfLeadingZeros(mask);
    }

    private int slot(long id) {
        return (int) (id * SPREAD >>> shift);
    }
}
