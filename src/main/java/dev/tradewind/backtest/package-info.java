/**
 * Runs a {@link dev.tradewind.engine.Session} over history and reports what came of it.
 *
 * <p>Entry type: {@link dev.tradewind.backtest.Backtest}. On the caller's thread; no clock but the data's.
 */
@NullMarked
package dev.tradewind.backtest;

import org.jspecify.annotations.NullMarked;
