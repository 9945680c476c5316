/**
 * Runs {@link dev.tradewind.engine.Session}s over history and reports what came of it.
 *
 * <p>Entry types: {@link dev.tradewind.backtest.Portfolio} plays any number of histories with their bots,
 * {@link dev.tradewind.backtest.RunFigures} works out what came of it, {@link dev.tradewind.backtest.RunReport} is what is shown and
 * kept. {@link dev.tradewind.backtest.Backtest} plays one bot for its fills alone. On the caller's thread; no clock but the data's.
 */
@NullMarked
package dev.tradewind.backtest;

import org.jspecify.annotations.NullMarked;
