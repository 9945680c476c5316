package dev.tradewind.optimise;

import java.util.List;

/**
 * Counts every backtest ever tried on a data set, by search or by hand: whoever judges the best of them has to know how many
 * there were. Rows are durable before {@link #add} returns to the search's next batch; nothing is ever taken out.
 */
public interface TrialLedger {

    /** {@return how many trials were run over the data set of this checksum, repeats of the same inputs counted once} */
    long count(long dataChecksum);

    /** Adds finished trials of one search (or of one backtest by hand) on one data set. */
    void add(long dataChecksum, long searchId, List<Trial> trials);

    /** {@return the finished trials of a search, by number: what need not be run again after a crash} */
    List<Trial> finished(long dataChecksum, long searchId);
}
