package dev.tradewind.archfixture.kernel;

import dev.tradewind.domain.Ambient;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

public final class GoodDriver {

    private static final long[] POWERS_OF_TEN = {1, 10, 100};

    private final Thread owner = Thread.currentThread();

    @Ambient(reason = "this is where the clock's time comes in")
    long nowNanos() {
        return System.nanoTime();
    }

    Instant byGivenClock(Clock clock) {
        return Instant.now(clock);
    }

    long bySeed() {
        return new Random(42).nextLong() * POWERS_OF_TEN[1];
    }

    boolean isOwner() {
        return owner == Thread.currentThread();
    }

    @Ambient(reason = "the loop's own thread")
    static final class GoodLoop {

        Runnable looping() {
            return () -> new Nested().run();
        }

        private static final class Nested {

            void run() {
                Thread.onSpinWait();
            }
        }
    }
}
