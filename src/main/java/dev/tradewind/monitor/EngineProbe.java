package dev.tradewind.monitor;

import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Pulse;

/**
 * Adds what one session does to the totals of the process: its driver and its journal tell it. Engine thread only, allocates
 * nothing. Changes nothing in the session.
 */
public final class EngineProbe implements Pulse {

    private static final long NOTHING_TAKEN = 0;

    private final EngineTotals totals;
    private long takenNanos = NOTHING_TAKEN;

    /** Adds to {@code totals}. */
    public EngineProbe(EngineTotals totals) {
        this.totals = totals;
    }

    @Override
    public void taking(long counterNanos) {
        takenNanos = counterNanos;
    }

    @Override
    public void batch(int inputs, long nanos, long lagNanos) {
        totals.batch.record(nanos);
        totals.feedLag(lagNanos);
    }

    /** A market event was written down. */
    public void marketEvent() {
        totals.marketEvents.increment();
    }

    /** A command was written down. */
    public void command() {
        totals.commands.increment();
    }

    /** A timer was written down. */
    public void timer() {
        totals.timers.increment();
    }

    /** A report was written down. */
    public void report(VenueReport.Kind kind) {
        totals.reports.increment();
        if (kind == VenueReport.Kind.FILLED) {
            totals.fills.increment();
        } else if (kind == VenueReport.Kind.REJECTED) {
            totals.rejections.increment();
        }
    }

    /** The intent to submit was written down. */
    public void submit() {
        totals.submits.increment();
    }

    /** The intent to amend was written down. */
    public void amend() {
        totals.amends.increment();
    }

    /** The intent to cancel was written down. */
    public void cancel() {
        totals.cancels.increment();
    }

    /** A decision was written down. */
    public void decision(Reason reason) {
        if (reason == Reason.ORDER_REFUSED) {
            totals.refusals.increment();
        }
    }

    /** Rows were handed to the operating system. */
    public void written(long rows, long bytes) {
        totals.journalRows.add(rows);
        totals.journalBytes.add(bytes);
    }

    /**
     * What was written is durable.
     *
     * @param intents      how many intents were among it
     * @param nanos        how long that took
     * @param counterNanos the machine's steady counter now
     */
    public void committed(int intents, long nanos, long counterNanos) {
        totals.commit.record(nanos);
        if (intents > 0 && takenNanos != NOTHING_TAKEN) {
            totals.tickToOrder.record(counterNanos - takenNanos);
        }
    }
}
