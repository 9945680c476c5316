package dev.tradewind.engine;

import dev.tradewind.domain.VenueReport;
import java.util.List;

/** Holds the books of a venue in this process against the engine's. */
public final class BooksCheck {

    private BooksCheck() {}

    /**
     * Compares; changes nothing but what snapshots show of it. On the session's thread, between two inputs, while nothing is on
     * its way to the venue or from it.
     *
     * @param told a whole statement, told beside the venue's reports
     * @return whether the two agree
     */
    public static boolean agrees(Session session, List<VenueReport> told) {
        return session.outside().look(told);
    }
}
