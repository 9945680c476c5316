package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;

/**
 * The running hash over a session's commands, timers, orders and reports. Backtest, paper and live feed it the same
 * content in the same order, so equal hashes mean the engine did the same. 64 bits of multiply–xor–shift mixing
 * (constants of splitmix64); not cryptographic: the journal's own chain guards against tampering.
 */
public final class RunHash implements Stateful {

    private static final long BEGINNING = 0x54524144_4557494EL;

    private long hash;

    /** The hash of a session that has done nothing yet. */
    public RunHash() {
        this(BEGINNING);
    }

    /** Goes on from an earlier {@link #value()}. */
    public RunHash(long value) {
        hash = value;
    }

    /** {@return the hash so far} */
    public long value() {
        return hash;
    }

    /** Takes in a command with its place and time. */
    public void command(long timeNanos, Command command) {
        mix(1);
        mix(timeNanos);
        String text = command.toString();
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
    }

    /** Takes in a fired timer. */
    public void timer(long timeNanos, long timerId) {
        mix(2);
        mix(timeNanos);
        mix(timerId);
    }

    /** Takes in a report. */
    public void report(long timeNanos, VenueReport report) {
        mix(3L << 32 | (long) report.kind().ordinal() << 16 | report.reason().ordinal());
        mix(timeNanos);
        mix(report.clientOrderId());
        mix(report.fillId());
        mix(report.priceTicks());
        mix(report.quantityLots());
        mix(report.feeAtoms() << 1 ^ report.feeAsset().ordinal());
        if (!report.isPlain()) {
            mix(report.positionSide().ordinal());
            mix(report.amountAtoms());
            mix(report.feeValueAtoms());
            mix(report.stopTicks());
        }
    }

    /** Takes in an order about to be sent. */
    public void submit(long timeNanos, OrderRequest request) {
        mix(4L << 32
                | (long) request.side().ordinal() << 24
                | (long) request.type().ordinal() << 16
                | (long) request.timeInForce().ordinal() << 8);
        mix(timeNanos);
        mix(request.clientOrderId());
        mix((long) request.botId() << 32 | request.instrument());
        mix(request.quantityLots());
        mix(request.priceTicks());
        mix(request.stopTicks());
        mix(request.tag());
        mix(request.linkId());
        if (!request.isPlain()) {
            terms(request.terms());
            mix(request.algoId());
        }
    }

    private void terms(OrderTerms terms) {
        mix((terms.postOnly() ? 1 : 0) | (terms.reduceOnly() ? 2 : 0) | terms.positionSide().ordinal() << 2);
        mix(terms.quoteAtoms());
        mix(terms.expireNanos());
        mix(terms.displayLots());
    }

    /** Takes in an amendment about to be sent. */
    public void amend(long timeNanos, OrderRequest request) {
        mix(6);
        mix(timeNanos);
        mix(request.clientOrderId());
        mix(request.quantityLots());
        mix(request.priceTicks());
        mix(request.stopTicks());
    }

    /** Takes in a cancel about to be sent. */
    public void cancel(long timeNanos, long clientOrderId) {
        mix(5);
        mix(timeNanos);
        mix(clientOrderId);
    }

    @Override
    public void save(StateWriter out) {
        out.section("RunHash", 1).number(hash);
    }

    @Override
    public void load(StateReader in) {
        hash = in.section("RunHash", 1).number();
    }

    private void mix(long value) {
        long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        hash = (z ^ (z >>> 29)) + 0x9E3779B97F4A7C15L;
    }
}
