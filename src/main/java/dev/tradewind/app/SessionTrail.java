package dev.tradewind.app;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditHead;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.JournalAnchor;
import dev.tradewind.persistence.SnapshotMark;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties sessions' journals and the audit trail to each other: a journal begins with where the trail stood, and the trail keeps
 * the journal's chain hash when the session begins, goes on, saves its state and ends. Any thread.
 */
final class SessionTrail {

    /** For sessions that are kept without a trail. */
    static final SessionTrail NONE = new SessionTrail(AuditTrail.none(), Optional::empty);

    /** What a journal's first row calls the place of the trail. */
    static final String REFERENCE = "audit";

    private static final Logger LOG = LoggerFactory.getLogger(SessionTrail.class);

    private final AuditTrail trail;
    private final Supplier<Optional<AuditHead>> head;

    private SessionTrail(AuditTrail trail, Supplier<Optional<AuditHead>> head) {
        this.trail = trail;
        this.head = head;
    }

    /** {@return ties to a log} */
    static SessionTrail of(AuditLog log) {
        return new SessionTrail(log, () -> Optional.of(log.head()));
    }

    /** {@return what a journal that begins now adds to its first row} */
    Map<String, String> reference() {
        return head.get().map(place -> Map.of(REFERENCE, place.toString())).orElse(Map.of());
    }

    /** {@return the ties of one session} */
    Ties session(int number) {
        return new Ties(trail, "session " + number);
    }

    /** The ties of one session. */
    record Ties(AuditTrail trail, String session) {

        /** Of a session without a trail. */
        static final Ties NONE = SessionTrail.NONE.session(0);

        /**
         * The session's journal has begun, and nothing but its first row is in it.
         *
         * @throws AuditException if that cannot be recorded: the session must not go on then
         */
        void began(SnapshotMark mark) {
            record("session.began", mark);
        }

        /**
         * The session goes on behind a row.
         *
         * @throws AuditException if that cannot be recorded: the session must not go on then
         */
        void resumed(SnapshotMark mark) {
            record("session.resumed", mark);
        }

        /** The session's state was saved behind a row; trouble is logged. */
        void anchored(SnapshotMark mark) {
            quietly("session.anchored", mark);
        }

        /** The session has ended behind a row; trouble is logged. */
        void ended(SnapshotMark mark) {
            quietly("session.ended", mark);
        }

        private void quietly(String action, SnapshotMark mark) {
            try {
                record(action, mark);
            } catch (AuditException e) {
                LOG.warn("{} goes on; {}", session, e.getMessage());
            }
        }

        private void record(String action, SnapshotMark mark) {
            trail.record(new AuditEntry(Actor.PROGRAM, action, session, "", JournalAnchor.of(mark).toString()));
        }
    }
}
