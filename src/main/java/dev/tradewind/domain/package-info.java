/**
 * Values and events every other package speaks: instruments, prices, orders, fills, venue reports, commands, parameters.
 *
 * <p>Entry types: {@link dev.tradewind.domain.Instrument} (the one bridge between decimals and exact integers),
 * {@link dev.tradewind.domain.MarketEvent}, {@link dev.tradewind.domain.VenueReport},
 * {@link dev.tradewind.domain.Command}. Money is exact: prices in ticks, quantities in lots, balances in atoms.
 * Times are nanoseconds since the Unix epoch unless a name says otherwise.
 *
 * <p>Immutable values may cross threads; the mutable event carriers ({@code *Event}, {@code OrderRequest},
 * {@code VenueReport}) belong to the thread that fills them and must be copied to be kept. Uses the JDK only.
 */
@NullMarked
package dev.tradewind.domain;

import org.jspecify.annotations.NullMarked;
