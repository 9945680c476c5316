/**
 * Bots: the list, one selected bot in detail, and the form that makes a new one. Entry type:
 * {@link dev.tradewind.ui.screen.bots.BotsScreen}.
 */
@NullMarked
package dev.tradewind.ui.screen.bots;

import org.jspecify.annotations.NullMarked;
