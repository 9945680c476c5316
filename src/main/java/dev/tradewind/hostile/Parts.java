package dev.tradewind.hostile;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.venue.Venue;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The parts a simulated terminal is put together from: what lies between the engine and its disk, its journal, the exchange
 * and its own past. {@link #SOUND} is the terminal as it is; whoever wants to see the invariants fail puts a bad part in.
 *
 * @param disk    what the journal is written to
 * @param journal what the engine writes to
 * @param venue   what the engine sends to
 * @param reports who passes the exchange's reports on to the engine
 * @param past    the recorded inputs a restart takes again
 * @param bots    the catalogue
 */
public record Parts(
        UnaryOperator<Disk> disk,
        UnaryOperator<Journal> journal,
        UnaryOperator<Venue> venue,
        UnaryOperator<Ear> reports,
        UnaryOperator<Iterator<RecordedInput>> past,
        List<BotType> bots) {

    /** The terminal as it is. */
    public static final Parts SOUND = new Parts(
            UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(),
            UnaryOperator.identity(), BotCatalog.TYPES);

    public Parts {
        bots = List.copyOf(bots);
    }

    /** Takes what the exchange says. */
    @FunctionalInterface
    public interface Ear {
        /** The exchange says something; the carrier may be kept. */
        void hear(VenueReport report);
    }
}
