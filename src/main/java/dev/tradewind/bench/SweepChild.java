package dev.tradewind.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process of its own that sweeps each time a line comes in, and says so: all pairs on two threads, or, as the peer of
 * {@link SweepBenchmark}, half of them on one.
 */
public final class SweepChild {

    private SweepChild() {}

    /**
     * Sweeps until its input ends.
     *
     * @param arguments the fast averages, as a range, and the number of threads
     */
    public static void main(String[] arguments) throws Exception {
        Sweep sweep = new Sweep(arguments[0], Integer.parseInt(arguments[1]));
        System.out.println(Sweep.READY);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            while (in.readLine() != null) {
                System.out.println(sweep.work(sweep.run()));
            }
        }
    }
}
