package dev.tradewind.bench;

import java.util.OptionalDouble;

/** One figure of the program, measured. */
public interface Benchmark {

    /** {@return its stable name, for instance {@code backtest.sma}} */
    String name();

    /** {@return the unit of its value, for instance {@code ns/bar}} */
    String unit();

    /** {@return what the value ought to reach, in its unit; empty where nothing is asked} */
    OptionalDouble goal();

    /**
     * Measures. Blocks for as long as it takes, some seconds.
     *
     * @throws Exception if it cannot be measured on this machine; the message says why
     */
    BenchResult run() throws Exception;

    /** Something that measures, written where the work is. */
    @FunctionalInterface
    interface Measuring {
        /** {@return what was measured} */
        BenchResult run() throws Exception;
    }

    /** {@return a benchmark of its parts} */
    static Benchmark of(String name, String unit, OptionalDouble goal, Measuring measuring) {
        return new Benchmark() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String unit() {
                return unit;
            }

            @Override
            public OptionalDouble goal() {
                return goal;
            }

            @Override
            public BenchResult run() throws Exception {
                return measuring.run();
            }
        };
    }
}
