/**
 * What watches the program: the audit trail, and later health, metrics and the log's newest lines. Entry type:
 * {@link dev.tradewind.monitor.AuditTrail}. Any thread. Nothing here trades, and nothing here may hold a secret.
 */
@NullMarked
package dev.tradewind.monitor;

import org.jspecify.annotations.NullMarked;
