/**
 * The bot author's whole world: {@link dev.tradewind.bot.Bot} is what one writes, {@link dev.tradewind.bot.BotContext} what
 * one may do, {@link dev.tradewind.bot.BotType} how it is declared. {@code bot.type} holds one file per bot type and the
 * catalogue.
 *
 * <p>Everything here runs on the engine thread. A bot cannot reach around its context: no clock, no venue, no thread.
 */
@NullMarked
package dev.tradewind.bot;

import org.jspecify.annotations.NullMarked;
