package dev.tradewind.optimise;

import dev.tradewind.kernel.Rng;

/**
 * The numbers from 0 to {@code size} − 1 in an order a seed decides, each once, without a list of them: a Feistel
 * network of six rounds over the next power of four, walked on from what lies beyond {@code size} (Black and Rogaway,
 * "Ciphers with arbitrary finite domains", 2002). The same everywhere. Immutable.
 */
final class Shuffle {

    private static final int ROUNDS = 6;

    private final long size;
    private final int halfBits;
    private final long mask;
    private final long[] keys = new long[ROUNDS];

    Shuffle(long size, long seed) {
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        this.halfBits = (bits + 1) / 2;
        this.mask = (1L << halfBits) - 1;
        Rng rng = new Rng(seed);
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = rng.nextLong();
        }
    }

    /** {@return the number at a position} */
    long at(long position) {
        long number = position;
        do {
            number = once(number);
            // 64 bits where the size needs 63
        } while (Long.compareUnsigned(number, size) >= 0);
        return number;
    }

    private long once(long number) {
        long left = number >>> halfBits;
        long right = number & mask;
        for (long key : keys) {
            long mixed = left ^ (new Rng(key ^ right).nextLong() & mask);
            left = right;
            right = mixed;
        }
        return left << halfBits | right;
    }
}
