package dev.tradewind.app;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import java.util.Arrays;

/**
 * The journal of a session that is played again up to an input: keeps the running hash and when which order was meant to
 * leave, and ends the playing before the first input after the last one wanted is taken. Owned by one thread.
 */
final class Playback implements Journal {

    /** The last input wanted has been taken. */
    static final class Reached extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Reached() {
            super("the input asked for is reached", null, false, false);
        }
    }

    private final HashJournal hash;
    private final long until;
    private long sequence;
    private long timeNanos;
    private long orders;
    private long fills;
    private long[] intents = new long[256];
    private long[] intentNanos = new long[256];
    private int intended;

    /**
     * @param until number of the last input wanted
     * @param hash  the running hash as far as the session was not played
     */
    Playback(long until, HashJournal hash) {
        this.until = until;
        this.hash = hash;
    }

    /** {@return the number of the last input taken, 0 before the first} */
    long sequence() {
        return sequence;
    }

    /** {@return the engine's time of the last input taken} */
    long timeNanos() {
        return timeNanos;
    }

    /** {@return orders meant to leave} */
    long orders() {
        return orders;
    }

    /** {@return fills reported} */
    long fills() {
        return fills;
    }

    /** {@return when the two first meant to do different things, {@link Long#MAX_VALUE} where they never did} */
    long partsNanos(Playback other) {
        int both = Math.min(intended, other.intended);
        int same = Arrays.mismatch(intents, 0, both, other.intents, 0, both);
        if (same < 0 && intended == other.intended) {
            return Long.MAX_VALUE;
        }
        int at = same < 0 ? both : same;
        long here = at < intended ? intentNanos[at] : Long.MAX_VALUE;
        return Math.min(here, at < other.intended ? other.intentNanos[at] : Long.MAX_VALUE);
    }

    private void input(long number, long nanos) {
        if (number > until) {
            throw new Reached();
        }
        sequence = number;
        timeNanos = nanos;
    }

    private void intent(long nanos, long... figures) {
        if (intended == intents.length) {
            intents = Arrays.copyOf(intents, intended * 2);
            intentNanos = Arrays.copyOf(intentNanos, intended * 2);
        }
        intents[intended] = 31L * nanos + Arrays.hashCode(figures);
        intentNanos[intended++] = nanos;
    }

    @Override
    public void market(long number, long nanos, MarketEvent event) {
        input(number, nanos);
        hash.market(number, nanos, event);
    }

    @Override
    public void command(long number, long nanos, Command command) {
        input(number, nanos);
        hash.command(number, nanos, command);
    }

    @Override
    public void timer(long number, long nanos, long timerId) {
        input(number, nanos);
        hash.timer(number, nanos, timerId);
    }

    @Override
    public void report(long number, long nanos, VenueReport report) {
        input(number, nanos);
        if (report.kind() == VenueReport.Kind.FILLED) {
            fills++;
        }
        hash.report(number, nanos, report);
    }

    @Override
    public void submitIntent(long number, long nanos, OrderRequest request) {
        orders++;
        intent(
                nanos, request.botId(), request.side().ordinal(), request.type().ordinal(), request.quantityLots(),
                request.priceTicks(), request.stopTicks());
        hash.submitIntent(number, nanos, request);
    }

    @Override
    public void amendIntent(long number, long nanos, OrderRequest request) {
        intent(nanos, request.clientOrderId(), request.quantityLots(), request.priceTicks(), request.stopTicks());
        hash.amendIntent(number, nanos, request);
    }

    @Override
    public void cancelIntent(long number, long nanos, long clientOrderId) {
        intent(nanos, clientOrderId);
        hash.cancelIntent(number, nanos, clientOrderId);
    }

    @Override
    public void decision(long number, long nanos, int bot, Reason reason, long first, long second) {
        hash.decision(number, nanos, bot, reason, first, second);
    }

    @Override
    public void commit() {
        hash.commit();
    }

    @Override
    public long lastRow() {
        return hash.lastRow();
    }

    @Override
    public long runHash() {
        return hash.runHash();
    }

    @Override
    public void close() {
        hash.close();
    }
}
