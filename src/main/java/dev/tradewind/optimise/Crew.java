package dev.tradewind.optimise;

import dev.tradewind.domain.Ambient;
import java.util.ArrayList;
import java.util.List;

/** Some threads that do the same work until there is no more. They end with the work; nobody leaves them behind. */
@Ambient(reason = "the worker pool of the search: what its threads make is put in order before anything is made of it")
final class Crew {

    private final List<Thread> threads = new ArrayList<>();

    /** Starts that many threads. */
    Crew(int size, Runnable work) {
        for (int i = 0; i < size; i++) {
            threads.add(Thread.ofPlatform().daemon().name("tradewind-search-" + i).start(work));
        }
    }

    /** Waits so long for the end at most. {@return whether all have ended} */
    boolean ended(long millis) throws InterruptedException {
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                thread.join(millis);
                return threads.stream().noneMatch(Thread::isAlive);
            }
        }
        return true;
    }

    /** Waits for the end, however long it takes; an interruption is passed on afterwards. */
    void join() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
