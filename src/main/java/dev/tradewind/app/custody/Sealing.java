package dev.tradewind.app.custody;

import java.util.Optional;

/**
 * Stops what trades with keys that are about to be wiped or taken away. The program's assembly implements it over its running
 * sessions.
 */
@FunctionalInterface
public interface Sealing {

    /**
     * Has sessions that trade with keys stop: working entries are cancelled, protective orders stay. Called while keys can
     * still sign, so that cancels go out; returns when they have stopped, or after some seconds at most. Does not throw.
     *
     * @param account the name of the only account meant, empty for all of them
     * @param reason  in words for the user, shown with the halt
     */
    void stop(Optional<String> account, String reason);
}
