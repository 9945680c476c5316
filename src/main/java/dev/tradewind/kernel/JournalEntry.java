package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a journal as it is read back. The carriers inside (orders, reports) are the entry's own and never reused.
 */
public sealed interface JournalEntry {

    /** {@return the row's number, from 1, without holes} */
    long row();

    /** {@return the input that was being handled; 0 before the first} */
    long sequence();

    /** {@return the engine's clock, nanoseconds since the epoch} */
    long timeNanos();

    /**
     * The session began.
     *
     * @param properties what it was started with (instrument, data source, capital, seed, fees, …), in writing order
     */
    record SessionStarted(long row, long sequence, long timeNanos, Map<String, String> properties)
            implements JournalEntry {

        public SessionStarted {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    /** A command came in. */
    record CommandTaken(long row, long sequence, long timeNanos, Command command) implements JournalEntry {}

    /** A timer fired. */
    record TimerFired(long row, long sequence, long timeNanos, long timerId) implements JournalEntry {}

    /** The venue reported. */
    record ReportReceived(long row, long sequence, long timeNanos, VenueReport report) implements JournalEntry {}

    /** An order was about to be sent. */
    record SubmitIntended(long row, long sequence, long timeNanos, OrderRequest request) implements JournalEntry {}

    /** An amendment was about to be sent: the request as it shall be. */
    record AmendIntended(long row, long sequence, long timeNanos, OrderRequest request) implements JournalEntry {}

    /** A cancel was about to be sent. */
    record CancelIntended(long row, long sequence, long timeNanos, long clientOrderId) implements JournalEntry {}

    /** Why something was done; {@code bot} is 0 for the engine itself. */
    record Decided(long row, long sequence, long timeNanos, int bot, Reason reason, long first, long second)
            implements JournalEntry {}

    /**
     * A block of market events was closed on the tape.
     *
     * @param block         the block's number, from 1
     * @param checksum      CRC32C of the block as it stands on the tape
     * @param firstSequence input number of its first event
     * @param lastSequence  input number of its last event
     * @param events        how many events it holds
     */
    record TapeBlockClosed(
            long row,
            long sequence,
            long timeNanos,
            long block,
            int checksum,
            long firstSequence,
            long lastSequence,
            int events)
            implements JournalEntry {}
}
