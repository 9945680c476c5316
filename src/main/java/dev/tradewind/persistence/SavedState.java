package dev.tradewind.persistence;

/**
 * A session's state as it was saved, and where in the session that was. The bytes are what the session itself wrote; they
 * are checked against its journal, but only the session can say whether it still reads that form.
 *
 * @param mark  where it stands
 * @param state the session's own bytes; not to be changed
 */
public record SavedState(SnapshotMark mark, byte[] state) {}
