package dev.tradewind.backtest;

import java.util.List;
import java.util.Optional;

/** Keeps finished runs with their inputs. Any thread, one call at a time. */
public interface RunStore {

    /** Keeps a run. {@return its number, counting from 1} */
    int keep(RunReport report, long atNanos);

    /** {@return the newest first, at most {@code most}} */
    List<Kept> newest(int most);

    /** {@return a run with everything, empty if there is none of that number} */
    Optional<RunReport> load(int number);

    /** Drops a run. {@return whether there was one} */
    boolean drop(int number);

    /**
     * A run in one line.
     *
     * @param atNanos when it was kept
     */
    record Kept(
            int number,
            long atNanos,
            String title,
            String symbols,
            double totalReturn,
            double maxDrawdown,
            double sharpe,
            long trades,
            String journalHash) {}
}
