package dev.tradewind.backtest;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.engine.Recorder;
import java.util.Arrays;

/** The orders of a run that reached the exchange, in primitive columns, as they ended; those still open come last. */
public final class OrderLog implements Recorder {

    /** Instead of a time: it has not ended. */
    public static final long OPEN = Long.MIN_VALUE;

    private static final int LONGS = 9;
    private static final int ID = 0;
    private static final int PLACED = 1;
    private static final int ENDED = 2;
    private static final int LOTS = 3;
    private static final int PRICE = 4;
    private static final int STOP = 5;
    private static final int FILLED = 6;
    private static final int NOTIONAL = 7;
    private static final int OWNER = 8;
    private static final int BYTES = 5;
    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] FORCES = TimeInForce.values();
    private static final OrderState[] STATES = OrderState.values();
    private static final VenueReport.Reason[] REASONS = VenueReport.Reason.values();

    private int size;
    private long[] cells = new long[64 * LONGS];
    private byte[] kinds = new byte[64 * BYTES];

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
        add(request, state, placedNanos, timeNanos, filledLots, filledNotionalAtoms, reason);
    }

    private void add(
            OrderRequest request,
            OrderState state,
            long placedNanos,
            long endedNanos,
            long filledLots,
            long filledNotionalAtoms,
            VenueReport.Reason reason) {
        if ((size + 1) * LONGS > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
            kinds = Arrays.copyOf(kinds, kinds.length * 2);
        }
        int at = size * LONGS;
        cells[at + ID] = request.clientOrderId();
        cells[at + PLACED] = placedNanos;
        cells[at + ENDED] = endedNanos;
        cells[at + LOTS] = request.quantityLots();
        cells[at + PRICE] = request.priceTicks();
        cells[at + STOP] = request.stopTicks();
        cells[at + FILLED] = filledLots;
        cells[at + NOTIONAL] = filledNotionalAtoms;
        cells[at + OWNER] = (long) request.botId() << Integer.SIZE | request.tag() & 0xFFFFFFFFL;
        int kind = size * BYTES;
        kinds[kind] = (byte) request.side().ordinal();
        kinds[kind + 1] = (byte) request.type().ordinal();
        kinds[kind + 2] = (byte) request.timeInForce().ordinal();
        kinds[kind + 3] = (byte) state.ordinal();
        kinds[kind + 4] = (byte) reason.ordinal();
        size++;
    }

    /** {@return these orders and after them those that are open; this log is left as it is} */
    OrderLog with(OpenOrders open) {
        OrderLog all = new OrderLog();
        all.size = size;
        all.cells = cells.clone();
        all.kinds = kinds.clone();
        open.tell((request, state, placed, filled, notional) ->
                all.add(request, state, placed, OPEN, filled, notional, VenueReport.Reason.NONE));
        return all;
    }

    /** {@return the number of orders} */
    public int size() {
        return size;
    }

    /** {@return the order's id} */
    public long clientOrderId(int row) {
        return cells[row * LONGS + ID];
    }

    /** {@return when it was placed} */
    public long placedNanos(int row) {
        return cells[row * LONGS + PLACED];
    }

    /** {@return when it ended, {@link #OPEN} if it has not} */
    public long endedNanos(int row) {
        return cells[row * LONGS + ENDED];
    }

    /** {@return its quantity in lots, as last amended} */
    public long lots(int row) {
        return cells[row * LONGS + LOTS];
    }

    /** {@return its limit in ticks, 0 for none} */
    public long priceTicks(int row) {
        return cells[row * LONGS + PRICE];
    }

    /** {@return its trigger in ticks, 0 for none} */
    public long stopTicks(int row) {
        return cells[row * LONGS + STOP];
    }

    /** {@return what filled, in lots} */
    public long filledLots(int row) {
        return cells[row * LONGS + FILLED];
    }

    /** {@return what that was worth, in quote atoms} */
    public long filledNotionalAtoms(int row) {
        return cells[row * LONGS + NOTIONAL];
    }

    /** {@return its owner; 0 is the user} */
    public int bot(int row) {
        return (int) (cells[row * LONGS + OWNER] >> Integer.SIZE);
    }

    /** {@return the owner's name for it} */
    public int tag(int row) {
        return (int) cells[row * LONGS + OWNER];
    }

    /** {@return buy or sell} */
    public Side side(int row) {
        return SIDES[kinds[row * BYTES]];
    }

    /** {@return its type} */
    public OrderType type(int row) {
        return TYPES[kinds[row * BYTES + 1]];
    }

    /** {@return how long it was to stand} */
    public TimeInForce timeInForce(int row) {
        return FORCES[kinds[row * BYTES + 2]];
    }

    /** {@return how it ended, or how it stands} */
    public OrderState state(int row) {
        return STATES[kinds[row * BYTES + 3]];
    }

    /** {@return why the exchange ended it, where it said so} */
    public VenueReport.Reason reason(int row) {
        return REASONS[kinds[row * BYTES + 4]];
    }
}
