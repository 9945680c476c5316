package dev.tradewind.engine;

import dev.tradewind.domain.Command;

/** The way in. Safe on any thread. */
public interface EngineCommands {

    /**
     * Hands a command to the engine; its outcome shows in the next snapshots ({@link EngineSnapshot#lastRefusal()} where it
     * is refused).
     *
     * @throws IllegalStateException if the session has ended or the queue is full; then nothing was accepted
     */
    void send(Command command);
}
