/**
 * Parameter search over backtests: parallel across runs, never inside one. Every trial is counted, per data set, in the
 * {@link dev.tradewind.optimise.TrialLedger}, so that the number of tries behind a result is the true one.
 *
 * <p>Worker threads belong to the search and end with it; each has its own session over shared immutable columns.
 * Memory is bounded whatever the number of trials.
 */
@NullMarked
package dev.tradewind.optimise;

import org.jspecify.annotations.NullMarked;
