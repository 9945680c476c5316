/**
 * The simulated venue, used alike by backtest and paper: matching, fees, latency, slippage, balances.
 *
 * <p>Entry type: {@link dev.tradewind.sim.SimVenue}. Engine thread only. It is a world of its own: it keeps its own books and
 * speaks to the engine through reports alone.
 */
@NullMarked
package dev.tradewind.sim;

import org.jspecify.annotations.NullMarked;
