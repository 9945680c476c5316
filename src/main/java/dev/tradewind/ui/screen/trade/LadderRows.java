package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import java.util.List;

/**
 * The book in rows of several ticks, counted from the spread outwards on either side, with the user's and the bots' own
 * orders. Reusable; rows beyond the book are empty but still priced.
 */
final class LadderRows {

    /** Rows kept on each side. */
    static final int DEEP = 200;

    private final long[] askPrice = new long[DEEP];
    private final long[] askLots = new long[DEEP];
    private final long[] askOwn = new long[DEEP];
    private final long[] bidPrice = new long[DEEP];
    private final long[] bidLots = new long[DEEP];
    private final long[] bidOwn = new long[DEEP];
    private long group = 1;
    private boolean priced;

    /**
     * Fills the rows.
     *
     * @param lastTicks what the rows begin at where the book is empty
     * @param groupTicks ticks in a row
     */
    void fill(DepthBook book, List<OrderRow> orders, long lastTicks, long groupTicks) {
        group = groupTicks;
        long bestAsk = book.asks() > 0 ? book.askTicks(0) : lastTicks + 1;
        long bestBid = book.bids() > 0 ? book.bidTicks(0) : lastTicks - 1;
        priced = lastTicks > 0;
        long firstAsk = -Math.floorDiv(-bestAsk, group) * group;
        long firstBid = Math.floorDiv(bestBid, group) * group;
        for (int row = 0; row < DEEP; row++) {
            askPrice[row] = firstAsk + row * group;
            bidPrice[row] = firstBid - row * group;
            askLots[row] = 0;
            askOwn[row] = 0;
            bidLots[row] = 0;
            bidOwn[row] = 0;
        }
        for (int i = 0; i < book.asks(); i++) {
            add(askLots, askRow(book.askTicks(i)), book.askLots(i));
        }
        for (int i = 0; i < book.bids(); i++) {
            add(bidLots, bidRow(book.bidTicks(i)), book.bidLots(i));
        }
        for (int i = 0; i < orders.size(); i++) {
            OrderRow order = orders.get(i);
            long left = order.quantityLots() - order.filledLots();
            long price = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
            if (price > 0 && order.side() == Side.SELL) {
                add(askOwn, askRow(price), left);
            } else if (price > 0) {
                add(bidOwn, bidRow(price), left);
            }
        }
    }

    private static void add(long[] column, long row, long lots) {
        if (row >= 0 && row < DEEP) {
            column[(int) row] += lots;
        }
    }

    /** {@return the ask row that holds a price; outside 0..{@link #DEEP} where none does} */
    long askRow(long ticks) {
        return Math.floorDiv(ticks - askPrice[0] + group - 1, group);
    }

    /** {@return the bid row that holds a price; outside 0..{@link #DEEP} where none does} */
    long bidRow(long ticks) {
        return Math.floorDiv(bidPrice[0] + group - 1 - ticks, group);
    }

    /** {@return whether there is a price to build rows around} */
    boolean priced() {
        return priced;
    }

    long askPrice(int row) {
        return askPrice[row];
    }

    long askLots(int row) {
        return askLots[row];
    }

    long askOwn(int row) {
        return askOwn[row];
    }

    long bidPrice(int row) {
        return bidPrice[row];
    }

    long bidLots(int row) {
        return bidLots[row];
    }

    long bidOwn(int row) {
        return bidOwn[row];
    }
}
