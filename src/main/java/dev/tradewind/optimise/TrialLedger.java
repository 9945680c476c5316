package dev.tradewind.optimise;

import java.util.List;
import java.util.function.Consumer;

/**
 * Counts every backtest ever tried on a data set, by search or by hand: whoever judges the best of them has to know how
 * many there were. Rows are durable before {@link #add} returns; nothing is ever taken out. May be called from any
 * thread.
 */
public interface TrialLedger {

    /** The search of a backtest by hand: a trial that was counted before is not written down again. */
    long BY_HAND = 0;

    /**
     * {@return how many trials were run over the data set of this checksum} Repeats of the same inputs, told by their
     * journal hash, are counted once, and what was refused is not counted.
     */
    long count(long dataChecksum);

    /** Adds finished trials of one search, or of one backtest {@link #BY_HAND}, on one data set, in their order. */
    void add(long dataChecksum, long searchId, List<Trial> trials);

    /** Tells the finished trials of a search in the order they were added: what need not be run again after a crash. */
    void finished(long dataChecksum, long searchId, Consumer<Trial> each);
}
