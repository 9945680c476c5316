package dev.tradewind.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened one after the other: closed in the opposite order, once, all of it whatever one of them throws. */
final class Held implements AutoCloseable {

    /** Something that closes without a checked exception. */
    @FunctionalInterface
    interface Part {
        void close();
    }

    private final Deque<Part> parts = new ArrayDeque<>();

    /** {@return something just opened, to be closed before all that was opened earlier} */
    synchronized <T> T add(T opened, Part closing) {
        parts.push(closing);
        return opened;
    }

    /** Closes everything; throws what was thrown first, with the rest attached. */
    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
