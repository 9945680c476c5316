package dev.tradewind.marketdata;

import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import java.util.Arrays;

/**
 * A market's history together with the mark prices and funding boundaries of its perpetual, in the order of their
 * times.
 *
 * <p>A candle covers the time up to its close, so what happened inside it follows it; at one instant the candle comes
 * first, then mark prices, then funding. A mark candle gives four mark prices at its close, the extreme nearer the open
 * first.
 *
 * <p>Mark candles longer than the market's own (than a minute, where those are trades) say what funding is paid on and
 * no more: between their closes the mark price would stand still while the market moves away from it, and liquidate
 * positions that were never in danger. The last price is the mark price then.
 */
public final class PerpetualFeed implements HistoryFeed {

    /** Funding is stamped a few milliseconds late; up to here it still counts as before the candle that begins then. */
    private static final long LATE_NANOS = 1_000_000_000L;

    private static final int PRICES = 4;

    private final int instrument;
    private final HistoryFeed main;
    private final long coveredNanos;
    private final long[] markNanos;
    private final long[] markTicks;
    private final FundingColumns funding;
    private final MarkColumns paidOn;
    private final MarkEvent mark = new MarkEvent();
    private final FundingEvent fund = new FundingEvent();
    private MarketEvent current = mark;
    private int nextMark;
    private int nextFunding;
    private long given;

    /**
     * @param main         candles or trades
     * @param coveredNanos length of its candles, 0 for trades
     * @param marks        mark price candles, {@link MarkColumns#NONE} where there are none; prices in ticks of the
     *                     main instrument
     * @param funding      boundaries
     * @param fromNanos    side events before this are left out
     * @param toNanos      side events after this are left out
     */
    public PerpetualFeed(
            int instrument,
            HistoryFeed main,
            long coveredNanos,
            MarkColumns marks,
            FundingColumns funding,
            long fromNanos,
            long toNanos) {
        this.instrument = instrument;
        this.main = main;
        this.coveredNanos = coveredNanos;
        boolean standStill = marks.standStillBeside(coveredNanos);
        paidOn = standStill ? marks : MarkColumns.NONE;
        MarkColumns part = standStill ? MarkColumns.NONE : marks.between(fromNanos, toNanos);
        markNanos = part.timeNanos();
        markTicks = part.ticks();
        this.funding = between(funding, fromNanos, toNanos);
    }

    private static FundingColumns between(FundingColumns all, long fromNanos, long toNanos) {
        int first = 0;
        while (first < all.size() && all.timeNanos()[first] < fromNanos) {
            first++;
        }
        int end = first;
        while (end < all.size() && all.timeNanos()[end] <= toNanos) {
            end++;
        }
        return new FundingColumns(
                Arrays.copyOfRange(all.timeNanos(), first, end),
                Arrays.copyOfRange(all.rateE8(), first, end));
    }

    private long markTime() {
        return nextMark == markNanos.length * PRICES ? NOTHING : markNanos[nextMark / PRICES];
    }

    private long fundingTime() {
        return nextFunding == funding.size() ? NOTHING : funding.timeNanos()[nextFunding];
    }

    /** {@return the latest time of a side event that comes before the next main event} */
    private long sideUntil(long mainNanos) {
        if (mainNanos == NOTHING) {
            return NOTHING - 1;
        }
        return coveredNanos == 0 ? mainNanos : mainNanos - coveredNanos + Math.min(LATE_NANOS, coveredNanos / 10);
    }

    @Override
    public boolean advance(long untilNanos) {
        long side = Math.min(markTime(), fundingTime());
        if (side != NOTHING && side <= sideUntil(main.nextTimeNanos())) {
            if (side > untilNanos) {
                return false;
            }
            if (markTime() == side) {
                current = mark.set(instrument, side, markTicks[nextMark++]);
            } else {
                current = fund.set(instrument, side, funding.rateE8()[nextFunding++], paidOn.ticksAt(side));
            }
        } else if (main.advance(untilNanos)) {
            current = main.current();
        } else {
            return false;
        }
        given++;
        return true;
    }

    @Override
    public MarketEvent current() {
        return current;
    }

    @Override
    public boolean coversTime() {
        return main.coversTime();
    }

    @Override
    public boolean exhausted() {
        return main.exhausted() && markTime() == NOTHING && fundingTime() == NOTHING;
    }

    @Override
    public long position() {
        return given;
    }

    @Override
    public long total() {
        return main.total() + (long) markNanos.length * PRICES + funding.size();
    }

    @Override
    public long nextTimeNanos() {
        long side = Math.min(markTime(), fundingTime());
        long next = main.nextTimeNanos();
        return side != NOTHING && side <= sideUntil(next) ? side : next;
    }

    @Override
    public void seek(long position) {
        if (position < 0 || position > total()) {
            throw new IllegalArgumentException("position " + position + " is outside 0.." + total());
        }
        main.seek(0);
        nextMark = 0;
        nextFunding = 0;
        given = 0;
        while (given < position) {
            advance(Long.MAX_VALUE);
        }
    }
}
