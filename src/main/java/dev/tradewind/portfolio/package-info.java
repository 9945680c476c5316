/**
 * The ledger: balances, reservations, positions and profit, exact to the atom, with a sub-ledger per bot.
 *
 * <p>Entry types: {@link dev.tradewind.portfolio.Ledger} and {@link dev.tradewind.portfolio.BotAccount}. Engine thread only;
 * never a {@code double}.
 */
@NullMarked
package dev.tradewind.portfolio;

import org.jspecify.annotations.NullMarked;
