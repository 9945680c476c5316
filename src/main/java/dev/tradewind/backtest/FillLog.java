package dev.tradewind.backtest;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.Recorder;
import java.util.Arrays;

/** Every fill of a run in primitive columns, oldest first. */
public final class FillLog implements Recorder {

    private static final int SELL = 1;
    private static final int FEE_IN_BASE = 2;
    private static final int MAKER = 4;
    private static final int FEE_IN_THIRD = 8;
    private static final OrderType[] TYPES = OrderType.values();

    private int size;
    private int liquidations;
    private int marginCalls;
    private long[] timeNanos = new long[1024];
    private long[] priceTicks = new long[1024];
    private long[] lots = new long[1024];
    private long[] feeAtoms = new long[1024];
    private long[] clientOrderId = new long[1024];
    private int[] tag = new int[1024];
    private int[] bot = new int[1024];
    private byte[] flags = new byte[1024];
    private byte[] type = new byte[1024];

    @Override
    public void filled(OrderRequest request, VenueReport report, long time, long row) {
        if (size == timeNanos.length) {
            grow(size * 2);
        }
        timeNanos[size] = report.timeNanos();
        priceTicks[size] = report.priceTicks();
        lots[size] = report.quantityLots();
        feeAtoms[size] = report.feeAtoms();
        clientOrderId[size] = report.clientOrderId();
        tag[size] = request.tag();
        type[size] = (byte) request.type().ordinal();
        bot[size] = request.botId();
        flags[size] = (byte) ((request.side() == Side.SELL ? SELL : 0)
                | (report.feeAsset() == FeeAsset.BASE ? FEE_IN_BASE : 0)
                | (report.feeAsset() == FeeAsset.THIRD ? FEE_IN_THIRD : 0)
                | (report.maker() ? MAKER : 0));
        size++;
    }

    private void grow(int rows) {
        timeNanos = Arrays.copyOf(timeNanos, rows);
        priceTicks = Arrays.copyOf(priceTicks, rows);
        lots = Arrays.copyOf(lots, rows);
        feeAtoms = Arrays.copyOf(feeAtoms, rows);
        clientOrderId = Arrays.copyOf(clientOrderId, rows);
        tag = Arrays.copyOf(tag, rows);
        bot = Arrays.copyOf(bot, rows);
        flags = Arrays.copyOf(flags, rows);
        type = Arrays.copyOf(type, rows);
    }

    @Override
    public void decided(long row, long time, int owner, Reason reason, long first, long second) {
        if (reason == Reason.LIQUIDATED || reason == Reason.OWN_MARGIN_USED_UP) {
            liquidations++;
        } else if (reason == Reason.MARGIN_CALL) {
            marginCalls++;
        }
    }

    /** {@return positions closed by force} */
    public int liquidations() {
        return liquidations;
    }

    /** {@return margin calls} */
    public int marginCalls() {
        return marginCalls;
    }

    /** {@return the number of fills} */
    public int size() {
        return size;
    }

    /** {@return when fill {@code row} happened} */
    public long timeNanos(int row) {
        return timeNanos[row];
    }

    /** {@return its price in ticks} */
    public long priceTicks(int row) {
        return priceTicks[row];
    }

    /** {@return its quantity in lots} */
    public long lots(int row) {
        return lots[row];
    }

    /** {@return its fee in atoms of {@link #feeAsset}} */
    public long feeAtoms(int row) {
        return feeAtoms[row];
    }

    /** {@return the asset of its fee} */
    public FeeAsset feeAsset(int row) {
        if ((flags[row] & FEE_IN_THIRD) != 0) {
            return FeeAsset.THIRD;
        }
        return (flags[row] & FEE_IN_BASE) != 0 ? FeeAsset.BASE : FeeAsset.QUOTE;
    }

    /** {@return buy or sell} */
    public Side side(int row) {
        return (flags[row] & SELL) != 0 ? Side.SELL : Side.BUY;
    }

    /** {@return its order's type} */
    public OrderType type(int row) {
        return TYPES[type[row]];
    }

    /** {@return whether it made liquidity} */
    public boolean maker(int row) {
        return (flags[row] & MAKER) != 0;
    }

    /** {@return its order} */
    public long clientOrderId(int row) {
        return clientOrderId[row];
    }

    /** {@return the owner's name for its order} */
    public int tag(int row) {
        return tag[row];
    }

    /** {@return its owner; 0 is the user} */
    public int bot(int row) {
        return bot[row];
    }

    /** {@return whether an owner has a fill} */
    public boolean hasOwner(int id) {
        for (int i = 0; i < size; i++) {
            if (bot[i] == id) {
                return true;
            }
        }
        return false;
    }

    /** {@return round trips: sales that left less than one lot} */
    public int roundTrips() {
        long held = 0;
        int trips = 0;
        for (int i = 0; i < size; i++) {
            boolean sell = side(i) == Side.SELL;
            held += sell ? -lots[i] : lots[i];
            if (sell && held <= 0) {
                trips++;
            }
        }
        return trips;
    }
}
