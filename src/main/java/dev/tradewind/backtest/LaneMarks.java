package dev.tradewind.backtest;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.marketdata.HistoryFeed;

/**
 * Walks a lane's history once more with the log of its accounts and values it at every mark, exactly as its ledger did: the
 * engine is not asked again.
 */
final class LaneMarks {

    private final LanePlan plan;
    private final AccountLog log;
    private final Instrument instrument;
    private final boolean perpetual;
    private final HistoryFeed feed;
    private final long startAtoms;
    private final LaneTrades trades;
    private final long[] earned;
    private final long[] base;
    private final long[] cost;
    private int row;
    private int event = -1;
    private long earnedSum;
    private long costSum;
    private long baseSum;
    private long perTick;
    private long oddAtoms;
    private long markTicks;
    private long firstTicks;
    private long lastTicks;
    private long venueMarkTicks;
    private long timeNanos;

    LaneMarks(Lane lane) {
        plan = lane.plan();
        log = lane.log();
        instrument = plan.config().instrument();
        perpetual = instrument.isPerpetual();
        feed = plan.feed().get();
        startAtoms = lane.session().ledger().startEquityAtoms();
        trades = new LaneTrades(lane);
        earned = new long[log.places()];
        base = new long[log.places() * LaneTrades.SIDES];
        cost = new long[log.places() * LaneTrades.SIDES];
    }

    /** {@return when the next event happens, {@link HistoryFeed#NOTHING} at the end} */
    long nextNanos() {
        return feed.nextTimeNanos();
    }

    /** Goes to the next event. {@return whether it marked the lane} */
    boolean advance() {
        feed.advance(Long.MAX_VALUE);
        event++;
        MarketEvent current = feed.current();
        timeNanos = current.timeNanos();
        return switch (current) {
            case CandleEvent candle -> candle(candle);
            case TradeEvent trade -> trade(trade);
            case MarkEvent mark -> {
                venueMarkTicks = mark.markTicks();
                takeRows();
                markTicks = perpetual ? venueMarkTicks : markTicks;
                yield perpetual;
            }
            case BookEvent book -> {
                takeRows();
                yield false;
            }
            case FundingEvent funding -> {
                takeRows();
                yield false;
            }
        };
    }

    private boolean candle(CandleEvent candle) {
        firstTicks = firstTicks == 0 ? candle.openTicks() : firstTicks;
        lastTicks = candle.closeTicks();
        // who entered at the open was in for the whole candle; who did inside it, only from where he did
        boolean whole = true;
        int from = row;
        while (row < log.size() && log.index(row) <= event) {
            whole &= log.timeNanos(row) <= candle.openTimeNanos();
            row++;
        }
        take(from, row);
        if (trades.open() > 0) {
            if (whole) {
                trades.touch(candle.lowTicks());
                trades.touch(candle.highTicks());
            } else {
                trades.touchOld(event, candle.openTimeNanos(), candle.lowTicks(), candle.highTicks());
            }
            trades.touch(lastTicks);
        }
        markTicks = perpetual && venueMarkTicks != 0 ? venueMarkTicks : lastTicks;
        return true;
    }

    private boolean trade(TradeEvent trade) {
        takeRows();
        firstTicks = firstTicks == 0 ? trade.priceTicks() : firstTicks;
        lastTicks = trade.priceTicks();
        if (trades.open() > 0) {
            trades.touch(lastTicks);
        }
        markTicks = perpetual && venueMarkTicks != 0 ? venueMarkTicks : lastTicks;
        return true;
    }

    private void takeRows() {
        int from = row;
        while (row < log.size() && log.index(row) <= event) {
            row++;
        }
        take(from, row);
    }

    private void take(int from, int to) {
        for (int at = from; at < to; at++) {
            int place = log.place(at);
            int slot = place * LaneTrades.SIDES + log.side(at);
            trades.take(at, event);
            earnedSum += log.earnedAtoms(at) - earned[place];
            baseSum += log.baseAtoms(at) - base[slot];
            costSum += log.costAtoms(at) - cost[slot];
            earned[place] = log.earnedAtoms(at);
            base[slot] = log.baseAtoms(at);
            cost[slot] = log.costAtoms(at);
        }
        if (to > from) {
            long lots = baseSum / instrument.lotAtoms();
            perTick = Math.multiplyExact(lots, instrument.tickLotAtoms());
            oddAtoms = baseSum - lots * instrument.lotAtoms();
        }
    }

    /** Everything was played: what came after the last event is booked, and what is still open ends. */
    void end() {
        event = Integer.MAX_VALUE - 1;
        takeRows();
        trades.end(plan.lastNanos(), markTicks);
    }

    /** {@return equity at the last mark, in quote atoms, as the lane's ledger has it} */
    long equityAtoms() {
        long equity = startAtoms + earnedSum - (perpetual ? costSum : 0) + markTicks * perTick;
        return oddAtoms == 0 ? equity : equity + instrument.valueOfBaseAtoms(markTicks, oddAtoms);
    }

    /** {@return what the owner at a place has earned at the last mark, what it holds included, in quote atoms} */
    long profitAtoms(int place) {
        long profit = earned[place];
        for (int side = 0; side < LaneTrades.SIDES; side++) {
            int slot = place * LaneTrades.SIDES + side;
            if (base[slot] != 0 || cost[slot] != 0) {
                profit += instrument.valueOfBaseAtoms(markTicks, base[slot]) - (perpetual ? cost[slot] : 0);
            }
        }
        return profit;
    }

    long startAtoms() {
        return startAtoms;
    }

    /** {@return the last price as a multiple of the first, 1 before both} */
    double held() {
        return firstTicks == 0 ? 1 : (double) lastTicks / firstTicks;
    }

    long timeNanos() {
        return timeNanos;
    }

    LaneTrades trades() {
        return trades;
    }

    LanePlan plan() {
        return plan;
    }
}
