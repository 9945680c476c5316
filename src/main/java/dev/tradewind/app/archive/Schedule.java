package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.Actor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the backups of the plan: one is due a period after the newest there is, or after the plan was first looked at. Looks
 * once a minute on a thread of its own; what failed is tried again after ten minutes. Any thread.
 */
final class Schedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final long LOOK_SECONDS = 60;
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final PlanStore plans;
    private final Making making;
    private final Clock clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("backup-plan").unstarted(this::run);
    private volatile boolean ending;
    private volatile Instant notBefore = Instant.MIN;
    private volatile String trouble = "";

    Schedule(PlanStore plans, Making making, Clock clock) {
        this.plans = plans;
        this.making = making;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    private void run() {
        Deference.begin();
        try {
            while (!ending) {
                // the first look comes when the start is over, which a backup would only slow down
                if (wakeUps.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    wakeUps.drainPermits();
                }
                if (!ending) {
                    look((done, total) -> endIfAsked());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancelledException e) {
            LOG.info("The backup was not finished: {}", e.getMessage());
        }
    }

    private void endIfAsked() {
        if (ending) {
            throw new CancelledException("the program ends; the backup is made at its next start");
        }
    }

    /** {@return when the next backup is due, empty if the plan makes none} */
    Optional<Instant> due() {
        BackupPlan plan = plans.load();
        Optional<Duration> period = PlanStore.period(plan.every());
        if (period.isEmpty()) {
            return Optional.empty();
        }
        Instant from = newest(plan).orElseGet(() -> Instant.ofEpochSecond(0, plans.since(clock.nowNanos())));
        return Optional.of(from.plus(period.get()));
    }

    private static Optional<Instant> newest(BackupPlan plan) {
        try {
            List<BackupName> names = Making.names(plan.folder());
            return names.isEmpty() ? Optional.empty() : Optional.of(names.getFirst().made());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes a backup if one is due. {@return whether one was made} */
    boolean look(Progress progress) {
        Instant now = Instant.ofEpochSecond(0, clock.nowNanos());
        Optional<Instant> due = due();
        if (due.isEmpty() || now.isBefore(due.get()) || now.isBefore(notBefore)) {
            return false;
        }
        try {
            making.make(Actor.RULE, progress);
            trouble = "";
            return true;
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever it was, the next backup is to be tried, and somebody is to be told
            trouble = e instanceof RefusedException ? String.valueOf(e.getMessage()) : "No backup was made: " + e;
            notBefore = now.plus(AGAIN);
            LOG.warn(trouble);
            return false;
        }
    }

    /** {@return what came of the last one in words, empty if it was made} */
    String trouble() {
        return trouble;
    }

    /** Has it look now. */
    void wake() {
        notBefore = Instant.MIN;
        wakeUps.release();
    }

    /** Ends the thread; a backup under way is not finished and leaves nothing. */
    @Override
    public void close() {
        ending = true;
        wakeUps.release();
        try {
            // a thread that was never started has ended
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
