package dev.tradewind.hostile;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.Recorder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A second bookkeeping of what one process booked, by the simplest rules: a fill changes coins and money once, an order ends
 * once. Kept from what the engine tells whoever records it; made anew with each process, which lives through it all again.
 */
final class Books implements Recorder {

    /** No fill is applied twice. */
    static final String FILLS_ONCE = "no fill is applied twice";

    /** Nothing happens to an order after its end. */
    static final String NOTHING_AFTER_END = "nothing after a terminal state";

    private final Instrument instrument;
    private final Set<Long> fills = new TreeSet<>();
    private final Map<Long, OrderState> ends = new HashMap<>();
    private long baseAtoms;
    private long flowAtoms;
    private long thirdAtoms;

    Books(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public void filled(OrderRequest request, VenueReport report, long timeNanos, long row) {
        if (report.fillId() > 0 && !fills.add(report.fillId())) {
            throw new Violation(FILLS_ONCE, "fill " + report.fillId() + " of order " + request.clientOrderId()
                    + " was booked before");
        }
        boolean buy = request.side() == Side.BUY;
        long notional = instrument.notionalAtoms(report.priceTicks(), report.quantityLots());
        long coins = Math.multiplyExact(report.quantityLots(), instrument.lotAtoms());
        baseAtoms += (buy ? coins : -coins) - (report.feeAsset() == FeeAsset.BASE ? report.feeAtoms() : 0);
        flowAtoms += (buy ? -notional : notional) - (report.feeAsset() == FeeAsset.QUOTE ? report.feeAtoms() : 0);
        thirdAtoms -= report.feeAsset() == FeeAsset.THIRD ? report.feeAtoms() : 0;
    }

    @Override
    public void finished(
            OrderRequest request,
            OrderState state,
            long placedNanos,
            long timeNanos,
            long filledLots,
            long filledNotionalAtoms,
            long row,
            VenueReport.Reason reason) {
        OrderState before = ends.put(request.clientOrderId(), state);
        if (before != null) {
            throw new Violation(NOTHING_AFTER_END, "order " + request.clientOrderId() + " ended as " + before
                    + " and again as " + state);
        }
    }

    @Override
    public void decided(long row, long timeNanos, int bot, Reason reason, long first, long second) {}

    /** {@return how an order ended, null while it has not} */
    @Nullable OrderState end(long clientOrderId) {
        return ends.get(clientOrderId);
    }

    /** {@return whether a fill of the exchange's is booked} */
    boolean hasFill(long fillId) {
        return fills.contains(fillId);
    }

    /** {@return the exchange's ids of all fills booked} */
    Set<Long> fills() {
        return fills;
    }

    /** {@return base atoms that came in by fills, less those that left and fees in base} */
    long baseAtoms() {
        return baseAtoms;
    }

    /** {@return quote atoms that came in by fills, less those that left and fees in quote} */
    long flowAtoms() {
        return flowAtoms;
    }

    long thirdAtoms() {
        return thirdAtoms;
    }
}
