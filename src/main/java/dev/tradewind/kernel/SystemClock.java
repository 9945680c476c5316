package dev.tradewind.kernel;

import dev.tradewind.domain.Ambient;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The machine's time, made monotonic: it runs with the machine's steady counter from the wall clock's time at the
 * start,
 * ignores a wall clock that is set back, and follows one that is ahead by more than a second (the machine slept, or
 * was set right). Safe on any thread.
 */
public final class SystemClock implements Clock {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long FOLLOW_NANOS = 1_000_000_000L;

    /** The wall clock showed {@code wallNanos} when the counter stood at {@code counterNanos}. */
    private record Anchor(long wallNanos, long counterNanos) {}

    private final LongSupplier wallMillis;
    private final LongSupplier counterNanos;
    private final AtomicReference<Anchor> anchor;
    private final AtomicLong latest;

    /** The time of this machine. */
    @Ambient(reason = "the one place that reads the machine's clocks; all others are handed a Clock")
    public SystemClock() {
        this(System::currentTimeMillis, System::nanoTime);
    }

    /** With other clocks to read, for tests. */
    SystemClock(LongSupplier wallMillis, LongSupplier counterNanos) {
        this.wallMillis = wallMillis;
        this.counterNanos = counterNanos;
        long now = wallMillis.getAsLong() * MILLI_NANOS;
        this.anchor = new AtomicReference<>(new Anchor(now, counterNanos.getAsLong()));
        this.latest = new AtomicLong(now);
    }

    @Override
    public long nowNanos() {
        Anchor from = anchor.get();
        long counter = counterNanos.getAsLong();
        long steady = from.wallNanos + (counter - from.counterNanos);
        long wall = wallMillis.getAsLong() * MILLI_NANOS;
        if (wall - steady > FOLLOW_NANOS) {
            anchor.compareAndSet(from, new Anchor(wall, counter));
            steady = wall;
        }
        return latest.accumulateAndGet(steady, Math::max);
    }
}
