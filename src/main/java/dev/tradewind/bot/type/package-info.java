/**
 * The bot types there are: one entry class per type with its {@code TYPE}, and {@link dev.tradewind.bot.type.BotCatalog},
 * the explicit list of them. Classes whose names share a type's prefix ({@code Dca…}) belong to that type.
 *
 * <p>Runs on the engine thread; the planners are pure and run anywhere. A bot type may use only the domain, indicators,
 * market data, the ledger, signals and {@code bot}; never another bot type, a clock, a venue or a thread.
 */
@NullMarked
package dev.tradewind.bot.type;

import org.jspecify.annotations.NullMarked;
