/**
 * Wires loop, market data, ledger, risk, orders and bots into a {@link dev.tradewind.engine.Session}.
 *
 * <p>Outside threads read through {@link dev.tradewind.engine.EngineView} (immutable, conflated) and write through
 * {@link dev.tradewind.engine.EngineCommands} (bounded, never dropped silently). Nothing here knows whether it runs a
 * backtest, paper or live.
 */
@NullMarked
package dev.tradewind.engine;

import org.jspecify.annotations.NullMarked;
