package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What screens show of the past: the newest fills, finished orders and decisions, bounded. Engine thread only. */
final class History implements Recorder, Stateful {

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

    @Override
    public void save(StateWriter out) {
        out.section("History", 1).number(fills.size());
        for (EngineSnapshot.FillRow row : fills) {
            out.number(row.fillId()).number(row.clientOrderId()).number(row.botId()).constant(row.side());
            out.number(row.timeNanos()).number(row.priceTicks()).number(row.quantityLots()).number(row.feeAtoms());
            out.flag(row.feeInBase()).flag(row.maker()).text(row.label()).number(row.row());
        }
        out.number(orders.size());
        for (EngineSnapshot.OrderRow row : orders) {
            out.number(row.clientOrderId()).number(row.botId()).constant(row.side()).constant(row.type());
            out.constant(row.state()).number(row.placedNanos()).number(row.updatedNanos()).number(row.priceTicks());
            out.number(row.stopTicks()).number(row.quantityLots()).number(row.filledLots());
            out.number(row.filledNotionalAtoms()).number(row.tag()).text(row.label()).number(row.row());
            out.text(row.reason());
        }
        out.number(decisions.size());
        for (EngineSnapshot.DecisionRow row : decisions) {
            out.number(row.row()).number(row.timeNanos()).number(row.botId()).constant(row.reason());
            out.number(row.first()).number(row.second());
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("History", 1);
        for (int left = in.count(); left > 0; left--) {
            fills.addLast(new EngineSnapshot.FillRow(
                    in.number(), in.number(), in.integer(), in.constant(Side.class), in.number(), in.number(), in.number(),
                    in.number(), in.flag(), in.flag(), in.text(), in.number()));
        }
        for (int left = in.count(); left > 0; left--) {
            orders.addLast(new EngineSnapshot.OrderRow(
                    in.number(), in.integer(), in.constant(Side.class), in.constant(OrderType.class),
                    in.constant(OrderState.class), in.number(), in.number(), in.number(), in.number(), in.number(),
                    in.number(), in.number(), in.integer(), in.text(), in.number(), in.text()));
        }
        for (int left = in.count(); left > 0; left--) {
            decisions.addLast(new EngineSnapshot.DecisionRow(
                    in.number(), in.number(), in.integer(), in.constant(Reason.class), in.number(), in.number()));
        }
        changed = true;
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
