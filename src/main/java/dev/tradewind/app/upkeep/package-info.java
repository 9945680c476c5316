/**
 * Keeping the program itself well: its log, its metrics, what is handed on after a crash. Entry types:
 * {@link dev.tradewind.app.upkeep.DiagnosticsDesk} for screens, {@link dev.tradewind.app.upkeep.Diagnostics} for whoever puts
 * the program together. Any thread. Every text that leaves goes through {@link dev.tradewind.monitor.Redaction}.
 */
@NullMarked
package dev.tradewind.app.upkeep;

import org.jspecify.annotations.NullMarked;
