package dev.tradewind.monitor;

/**
 * Where everything is written that is done outside a session's journal: settings, keys, locks, backups, sessions that begin
 * and end. Append-only, chained by hash, and tied to the journals by their own chain hashes. Safe on any thread.
 */
public interface AuditTrail {

    /**
     * Writes an entry, with the time; durable when this returns.
     *
     * @throws AuditException if it cannot be written: what was to be recorded must then not be done
     */
    void record(AuditEntry entry);

    /** {@return a trail that keeps nothing: for programs without a data folder} */
    static AuditTrail none() {
        return entry -> {};
    }
}
