package dev.tradewind.optimise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Rng;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    private static final long SEED = 20250101;

    @Test
    void visitsEveryNumberOnce() {
        Rng rng = new Rng(SEED);
        for (int round = 0; round < 200; round++) {
            int size = 1 + rng.nextInt(round < 100 ? 20 : 5_000);
            Shuffle shuffle = new Shuffle(size, rng.nextLong());
            BitSet seen = new BitSet();
            for (int position = 0; position < size; position++) {
                long number = shuffle.at(position);
                String told = "seed " + SEED + ", round " + round + ", size " + size + ", position " + position;
                assertTrue(number >= 0 && number < size, told);
                assertFalse(seen.get((int) number), told);
                seen.set((int) number);
            }
        }
    }

    @Test
    void staysInsideTheLargestSpaces() {
        long size = Long.MAX_VALUE - 12_345;
        Shuffle shuffle = new Shuffle(size, SEED);
        for (long position = 0; position < 1_000; position++) {
            long number = shuffle.at(position);
            assertTrue(number >= 0 && number < size, position + " led to " + number);
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        long[] first = LongStream.range(0, 1_000).map(new Shuffle(1_000, 1)::at).toArray();
        long[] again = LongStream.range(0, 1_000).map(new Shuffle(1_000, 1)::at).toArray();
        long[] other = LongStream.range(0, 1_000).map(new Shuffle(1_000, 2)::at).toArray();

        assertArrayEquals(first, again);
        assertFalse(Arrays.equals(first, other));
    }

    /**
     * Each tenth of the positions should draw from each tenth of the numbers alike: chi-squared with 81 degrees, 99.9
     * %.
     */
    @Test
    void spreadsEvenly() {
        int size = 100_000;
        Shuffle shuffle = new Shuffle(size, SEED);
        int[][] counts = new int[10][10];
        for (int position = 0; position < size; position++) {
            counts[position * 10 / size][(int) (shuffle.at(position) * 10 / size)]++;
        }
        double chiSquared = 0;
        for (int[] row : counts) {
            for (int count : row) {
                chiSquared += (count - 1_000.0) * (count - 1_000.0) / 1_000;
            }
        }
        assertEquals(81, chiSquared, 45, "chi-squared with 81 degrees of freedom");
    }
}
