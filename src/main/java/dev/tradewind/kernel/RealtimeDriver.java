package dev.tradewind.kernel;

import dev.tradewind.domain.Ambient;
import dev.tradewind.domain.Command;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Drives a loop in real time (or a replay's scaled time) on a thread of its own. Commands come in through a bounded queue
 * and are never dropped: a full queue refuses the sender.
 */
@Ambient(reason = "the one place the engine gets a thread; everything it feeds the loop is stamped")
public final class RealtimeDriver implements AutoCloseable {

    /** What the owner does between batches, on the engine thread. */
    public interface Housekeeping {
        /** A batch is done: write buffers, publish snapshots. {@code idle} says whether there was nothing to do. */
        void afterBatch(boolean idle);

        /** The loop threw; no further input will be taken. */
        void failed(Throwable cause);
    }

    private static final int QUEUE_CAPACITY = 1024;
    private static final int BATCH = 256;
    private static final long PARK_NANOS = 500_000;

    private final EventLoop loop;
    private final EventSource source;
    private final Clock wall;
    private final Housekeeping housekeeping;
    private final Pulse pulse;
    private final EngineBatchEvent event = new EngineBatchEvent();
    private final ArrayBlockingQueue<Command> commands = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param wall  tells which events are due; a replay's scaled clock or the system's
     * @param pulse hears how long the work takes
     * @param name  of the thread
     */
    public RealtimeDriver(
            EventLoop loop, EventSource source, Clock wall, Housekeeping housekeeping, Pulse pulse, String name) {
        this.loop = loop;
        this.source = source;
        this.wall = wall;
        this.housekeeping = housekeeping;
        this.pulse = pulse;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /**
     * Queues a command. Safe on any thread.
     *
     * @throws IllegalStateException if the driver has ended or the queue is full; nothing was accepted then
     */
    public void send(Command command) {
        if (stopping) {
            throw new IllegalStateException("the session has ended; the command was not accepted");
        }
        if (!commands.offer(command)) {
            throw new IllegalStateException(
                    QUEUE_CAPACITY + " commands wait already; this one was not accepted, try again");
        }
        if (stopping && commands.remove(command)) {
            throw new IllegalStateException("the session ended meanwhile; the command was not accepted");
        }
        LockSupport.unpark(thread);
    }

    /** Wakes the thread, for instance after the wall clock was moved. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** {@return whether the thread still takes inputs} */
    public boolean running() {
        return thread.isAlive() && !stopping;
    }

    /** Ends after the batch in progress and waits for it; queued commands are still obeyed. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                boolean idle = batch() == 0;
                housekeeping.afterBatch(idle);
                if (idle) {
                    LockSupport.parkNanos(this, PARK_NANOS);
                }
            }
            takeCommands(loop.clock().nowNanos());
            housekeeping.afterBatch(false);
        } catch (RuntimeException | Error e) {
            stopping = true;
            housekeeping.failed(e);
        }
    }

    private int batch() {
        event.begin();
        long began = System.nanoTime();
        long lag = 0;
        long now = wall.nowNanos();
        int events = 0;
        while (events < BATCH && source.advance(now)) {
            if (events == 0) {
                lag = Math.max(0, now - source.current().timeNanos());
            }
            pulse.taking(System.nanoTime());
            loop.market(source.current());
            events++;
        }
        // events that are due but not taken yet come before a command: its time must not pass theirs
        int taken = events + takeCommands(events < BATCH ? now : loop.clock().nowNanos());
        if (events < BATCH && !source.coversTime()) {
            pulse.taking(System.nanoTime());
            loop.release(now);
        }
        if (taken > 0) {
            tell(taken, System.nanoTime() - began, lag);
        }
        return taken;
    }

    private void tell(int inputs, long nanos, long lagNanos) {
        pulse.batch(inputs, nanos, lagNanos);
        event.end();
        if (event.shouldCommit()) {
            event.inputs = inputs;
            event.feedLag = lagNanos;
            event.commit();
        }
    }

    private int takeCommands(long nowNanos) {
        int taken = 0;
        for (Command command = commands.poll(); command != null; command = commands.poll()) {
            pulse.taking(System.nanoTime());
            loop.command(source.coversTime() ? loop.clock().nowNanos() : nowNanos, command);
            taken++;
        }
        return taken;
    }
}
