/**
 * Keeping the program itself well: its log, its metrics, what is handed on after a crash. Entry type:
 * {@link dev.tradewind.app.upkeep.DiagnosticsDesk}. Any thread.
 */
@NullMarked
package dev.tradewind.app.upkeep;

import org.jspecify.annotations.NullMarked;
