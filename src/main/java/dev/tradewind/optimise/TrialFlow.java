package dev.tradewind.optimise;

import dev.tradewind.domain.CancelledException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands trials to workers in their order and takes results in any, putting them back in order: whatever is made of them
 * does not depend on who was faster. No worker runs further ahead of what has been written down than {@value #WINDOW}
 * trials, so the memory is bounded. Every method may be called from any thread.
 */
final class TrialFlow {

    /** Trials between the last one written down and the newest handed out, at most. */
    static final int WINDOW = 4_096;

    private final TrialPlan.Cursor cursor;
    private final SearchTally tally;
    private final @Nullable Result[] arrived = new Result[WINDOW];
    private final int trials;
    private List<Trial> unwritten = new ArrayList<>();
    private int ordered;
    private int written;
    private boolean stopped;
    private @Nullable Throwable failure;

    /** A trial to run. */
    record Ticket(int number, int[] at) {}

    private record Result(Trial trial, int[] at) {}

    /**
     * @param cursor stands at the last trial that need not be run any more
     */
    TrialFlow(TrialPlan.Cursor cursor, SearchTally tally, int trials) {
        this.cursor = cursor;
        this.tally = tally;
        this.trials = trials;
        this.ordered = cursor.number() + 1;
        this.written = ordered;
    }

    /** Waits until there is room for another trial. {@return it; null when there are no more, or no more are wanted} */
    synchronized @Nullable Ticket take() throws InterruptedException {
        while (!stopped && cursor.number() + 1 - written >= WINDOW) {
            wait();
        }
        return !stopped && cursor.next() ? new Ticket(cursor.number(), cursor.at()) : null;
    }

    /** Takes a trial that was run. */
    synchronized void done(Ticket ticket, Trial trial) {
        arrived[ticket.number % WINDOW] = new Result(trial, ticket.at);
        for (Result next = arrived[ordered % WINDOW]; next != null; next = arrived[ordered % WINDOW]) {
            arrived[ordered % WINDOW] = null;
            ordered++;
            tally.add(next.trial, next.at);
            unwritten.add(next.trial);
        }
        if (ordered == trials || many()) {
            notifyAll();
        }
    }

    /** No further trial is handed out; those under way are asked to end. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** A worker failed: the whole search does. */
    synchronized void failed(Throwable cause) {
        if (!(cause instanceof CancelledException) && failure == null) {
            failure = cause;
        }
        stop();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** {@return why the search cannot go on; null if it can} */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** {@return how many trials are finished, in order and without a hole} */
    synchronized int ordered() {
        return ordered;
    }

    /** Waits until all are done, many are to be written down, it was stopped, or the time is over. */
    synchronized void await(long millis) throws InterruptedException {
        if (ordered < trials && !stopped && !many()) {
            wait(millis);
        }
    }

    /** {@return whether so much is to be written down that workers might soon have to wait for it} */
    synchronized boolean many() {
        return unwritten.size() >= WINDOW / 4;
    }

    /** {@return what has been finished and not been written down} */
    synchronized List<Trial> unwritten() {
        List<Trial> rows = unwritten;
        unwritten = new ArrayList<>();
        return rows;
    }

    /** So many more are written down. */
    synchronized void wrote(int rows) {
        written += rows;
        notifyAll();
    }
}
