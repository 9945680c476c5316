package dev.tradewind.app.custody;

import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Writes down that keys are used: an account's first signature after a start, and then, at most once a minute, how many there
 * were. Safe on any thread.
 */
final class KeyUse {

    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final String ACTION = "key.used";

    private final Strongroom room;
    private final Clock clock;
    private final Map<Integer, Count> counts = new TreeMap<>();

    private static final class Count {
        private long since;
        private long signatures;
    }

    KeyUse(Strongroom room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /**
     * Counts a signature that is about to be made.
     *
     * @throws AuditException if it would have to be written down and cannot be: it must not be made then
     */
    synchronized void count(int account) {
        long now = clock.nowNanos();
        Count count = counts.get(account);
        if (count == null) {
            room.record(entry(account, "first signature since the start"));
            Count first = new Count();
            first.since = now;
            counts.put(account, first);
            return;
        }
        if (now - count.since >= EVERY_NANOS) {
            room.record(entry(account, words(count.signatures + 1)));
            count.since = now;
            count.signatures = 0;
        } else {
            count.signatures++;
        }
    }

    /** Writes down what was counted and not written yet. */
    synchronized void flush() {
        counts.forEach((account, count) -> {
            if (count.signatures > 0) {
                room.noted(entry(account, words(count.signatures)));
                count.signatures = 0;
            }
        });
    }

    private static AuditEntry entry(int account, String words) {
        return new AuditEntry(Actor.PROGRAM, ACTION, AccountText.subject(account), "", words);
    }

    private static String words(long signatures) {
        return signatures + (signatures == 1 ? " signature" : " signatures");
    }
}
