package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What screens show of the past: the newest fills, finished orders and decisions, bounded. Engine thread only. */
final class History implements Recorder {

    private static final int FILLS = 2_000;
    private static final int ORDERS = 1_000;
    private static final int DECISIONS = 1_000;

    private final Deque<EngineSnapshot.FillRow> fills = new ArrayDeque<>();
    private final Deque<EngineSnapshot.OrderRow> orders = new ArrayDeque<>();
    private final Deque<EngineSnapshot.DecisionRow> decisions = new ArrayDeque<>();
    private Labels labels = (bot, tag) -> "";
    private boolean changed = true;
    private List<EngineSnapshot.FillRow> fillRows = List.of();
    private List<EngineSnapshot.OrderRow> orderRows = List.of();
    private List<EngineSnapshot.DecisionRow> decisionRows = List.of();

    /** The owners' own names for their orders. */
    @FunctionalInterface
    interface Labels {
        String of(int bot, int tag);
    }

    void labels(Labels source) {
        labels = source;
    }

    @Override
    public void filled(OrderRequest request, VenueReport report, long timeNanos, long row) {
        changed = true;
        fills.addFirst(new EngineSnapshot.FillRow(
                report.fillId(),
                request.clientOrderId(),
                request.botId(),
                request.side(),
                timeNanos,
                report.priceTicks(),
                report.quantityLots(),
                report.feeAsset() == VenueReport.FeeAsset.THIRD ? report.feeValueAtoms() : report.feeAtoms(),
                report.feeAsset() == VenueReport.FeeAsset.BASE,
                report.maker(),
                labels.of(request.botId(), request.tag()),
                row));
        if (fills.size() > FILLS) {
            fills.removeLast();
        }
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
        changed = true;
        orders.addFirst(new EngineSnapshot.OrderRow(
                request.clientOrderId(),
                request.botId(),
                request.side(),
                request.type(),
                state,
                placedNanos,
                timeNanos,
                request.priceTicks(),
                request.stopTicks(),
                request.quantityLots(),
                filledLots,
                filledNotionalAtoms,
                request.tag(),
                labels.of(request.botId(), request.tag()),
                row,
                reason == VenueReport.Reason.NONE ? "" : reason.name()));
        if (orders.size() > ORDERS) {
            orders.removeLast();
        }
    }

    @Override
    public void decided(long row, long timeNanos, int bot, Reason reason, long first, long second) {
        changed = true;
        decisions.addFirst(new EngineSnapshot.DecisionRow(row, timeNanos, bot, reason, first, second));
        if (decisions.size() > DECISIONS) {
            decisions.removeLast();
        }
    }

    List<EngineSnapshot.FillRow> fills() {
        refresh();
        return fillRows;
    }

    List<EngineSnapshot.OrderRow> orders() {
        refresh();
        return orderRows;
    }

    List<EngineSnapshot.DecisionRow> decisions() {
        refresh();
        return decisionRows;
    }

    /** Copies the rows only when something was added since the last snapshot. */
    private void refresh() {
        if (changed) {
            changed = false;
            fillRows = List.copyOf(new ArrayList<>(fills));
            orderRows = List.copyOf(new ArrayList<>(orders));
            decisionRows = List.copyOf(new ArrayList<>(decisions));
        }
    }
}
