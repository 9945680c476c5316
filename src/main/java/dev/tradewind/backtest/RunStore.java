package dev.tradewind.backtest;

import java.util.List;
import java.util.Optional;

/**
 * Keeps finished runs with their inputs. Any thread, one call at a time. Every method throws a
 * {@link dev.tradewind.marketdata.StoreException} in words for people where the store cannot be read or written.
 */
public interface RunStore {

    /** Keeps a run. {@return its number, counting from 1} */
    int keep(RunReport report, long atNanos);

    /** {@return the newest first, at most {@code most}} */
    List<Kept> newest(int most);

    /**
     * {@return a run with everything, empty if there is none of that number}
     *
     * @throws dev.tradewind.marketdata.StoreException also if what was kept is damaged
     */
    Optional<RunReport> load(int number);

    /** {@return the setup a run was made from, empty if there is none of that number; also of one that is damaged} */
    Optional<String> setup(int number);

    /** Drops a run. {@return whether there was one} */
    boolean drop(int number);

    /**
     * A run in one line.
     *
     * @param atNanos     when it was kept
     * @param symbols     what was traded, separated by commas
     * @param totalReturn as a fraction; NaN where it cannot be told, as the two after it
     * @param trades      round trips that closed
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
