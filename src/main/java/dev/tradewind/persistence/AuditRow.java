package dev.tradewind.persistence;

import dev.tradewind.monitor.AuditEntry;

/**
 * A row of the audit trail as it is read back.
 *
 * @param row       its number, from 1, without holes
 * @param timeNanos the wall clock when it was written, nanoseconds since the epoch
 * @param entry     what happened
 */
public record AuditRow(long row, long timeNanos, AuditEntry entry) {}
