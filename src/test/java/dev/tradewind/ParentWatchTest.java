package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(1);

    @Test
    void endsTheProcessOnceWhenItsParentIsGone() throws InterruptedException {
        var polls = new AtomicInteger();
        var ends = new AtomicInteger();

        Thread watch = ParentWatch.start(() -> polls.incrementAndGet() < 3, POLL_INTERVAL, ends::incrementAndGet);

        assertTrue(watch.join(Duration.ofSeconds(10)), "the watch ends");
        assertEquals(3, polls.get());
        assertEquals(1, ends.get());
    }

    @Test
    void leavesTheProcessAloneWhileItsParentLives() throws InterruptedException {
        var polledOften = new CountDownLatch(5);
        var ends = new AtomicInteger();

        Thread watch = ParentWatch.start(() -> {
            polledOften.countDown();
            return true;
        }, POLL_INTERVAL, ends::incrementAndGet);

        assertTrue(polledOften.await(10, TimeUnit.SECONDS), "the watch goes on polling");
        watch.interrupt();
        assertTrue(watch.join(Duration.ofSeconds(10)), "the watch can be stopped");
        assertEquals(0, ends.get());
    }
}
