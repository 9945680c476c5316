package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.TradeRule;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes round trips of a lane's log, and follows how far each was under water and ahead.
 *
 * <p>What counts is what is known: a position that stood through a whole candle saw its low and its high; one that changed inside
 * a candle saw the prices it traded at and the close.
 */
final class LaneTrades {

    /** Sides a position may be on: net, long, short. */
    static final int SIDES = 3;

    private final AccountLog log;
    private final Session session;
    private final Instrument instrument;
    private final @Nullable OpenTrade[] open;
    private final @Nullable PairedTrades[] paired;
    private final long[] base;
    private final long[] cost;
    private final long[] realised;
    private final long[] fees;
    private final long[] funding;
    private final List<ClosedTrade> closed = new ArrayList<>();
    private int openCount;
    private long looseAtoms;
    private double tradedTicks;
    private long slippage;

    LaneTrades(Lane lane) {
        log = lane.log();
        session = lane.session();
        instrument = lane.plan().config().instrument();
        open = new OpenTrade[log.places() * SIDES];
        paired = paired(lane.plan());
        base = new long[log.places() * SIDES];
        cost = new long[log.places() * SIDES];
        realised = new long[log.places()];
        fees = new long[log.places()];
        funding = new long[log.places()];
    }

    private @Nullable PairedTrades[] paired(LanePlan plan) {
        @Nullable PairedTrades[] made = new PairedTrades[open.length];
        for (int bot = 0; bot < plan.bots().size(); bot++) {
            BotType type = BotType.of(plan.bots().get(bot).start().type(), plan.config().botTypes());
            for (int side = 0; side < SIDES && type.tradeRule() == TradeRule.PAIRED; side++) {
                made[(bot + 1) * SIDES + side] = new PairedTrades(instrument);
            }
        }
        return made;
    }

    int open() {
        return openCount;
    }

    /** A price was there while all open ones stood. */
    void touch(long ticks) {
        for (OpenTrade trade : open) {
            if (trade != null) {
                trade.touch(ticks);
            }
        }
        for (PairedTrades pairs : paired) {
            if (pairs != null) {
                pairs.touch(ticks);
            }
        }
    }

    /** Two prices were there in a candle; only those that did not change in this event saw them for certain. */
    void touchOld(int event, long openNanos, long low, long high) {
        for (OpenTrade trade : open) {
            if (trade != null && trade.changedEvent != event) {
                trade.touch(low);
                trade.touch(high);
            }
        }
        for (PairedTrades pairs : paired) {
            if (pairs != null) {
                pairs.touchSince(openNanos, low, high);
            }
        }
    }

    /** Takes a row of the log. */
    void take(int row, int event) {
        int place = log.place(row);
        int slot = place * SIDES + log.side(row);
        long gained = log.realisedAtoms(row) - realised[place];
        long paid = log.feesAtoms(row) - fees[place];
        long funded = log.fundingAtoms(row) - funding[place];
        realised[place] = log.realisedAtoms(row);
        fees[place] = log.feesAtoms(row);
        funding[place] = log.fundingAtoms(row);
        long before = base[slot];
        long after = log.baseAtoms(row);
        base[slot] = after;
        long worth = gained - funded - (log.costAtoms(row) - cost[slot]);
        cost[slot] = log.costAtoms(row);
        PairedTrades pairs = paired[slot];
        if (pairs != null) {
            openCount -= pairs.isOpen() ? 1 : 0;
            pair(row, pairs, new Amounts(after - before, worth, paid, funded, log.takerCostAtoms(row)));
            openCount += pairs.isOpen() ? 1 : 0;
            return;
        }
        if (log.fillRow(row) == AccountLog.NO_FILL) {
            other(row, event, slot, gained, paid, funded);
            return;
        }
        long lots = log.fills().lots(log.fillRow(row));
        tradedTicks += (double) log.fills().priceTicks(log.fillRow(row)) * lots;
        slippage += log.takerCostAtoms(row);
        boolean crosses = open[slot] != null && !flat(after) && before > 0 != after > 0;
        if (crosses) {
            long opening = Math.abs(after) / instrument.lotAtoms();
            long feeOfOpening = Math.round((double) paid * opening / lots);
            fill(row, event, slot, lots - opening, 0, gained + feeOfOpening, paid - feeOfOpening, funded);
            fill(row, event, slot, opening, after, -feeOfOpening, feeOfOpening, 0);
        } else {
            fill(row, event, slot, lots, after, gained, paid, funded);
        }
    }

    private void pair(int row, PairedTrades pairs, Amounts moved) {
        long funded = moved.funding;
        moved.funding = 0;
        if (funded != 0 && !pairs.earned(0, 0, funded)) {
            looseAtoms += funded;
        }
        int fill = log.fillRow(row);
        if (moved.base == 0) {
            looseAtoms += pairs.earned(moved.worth, moved.fees, 0) ? 0 : moved.worth;
        } else if (fill == AccountLog.NO_FILL) {
            pairWithout(row, pairs, moved);
        } else {
            FillLog fills = log.fills();
            long ticks = fills.priceTicks(fill);
            tradedTicks += (double) ticks * fills.lots(fill);
            slippage += moved.slippage;
            pairs.touch(ticks);
            pairs.filled(moved, fills.clientOrderId(fill), ticks, fills.timeNanos(fill), () -> ending(row));
        }
    }

    /** A liquidation, or what a bot that ended handed over. */
    private void pairWithout(int row, PairedTrades pairs, Amounts moved) {
        moved.slippage = 0;
        if (log.liquidated(row)) {
            pairs.touch(log.forcedTicks(row));
            pairs.liquidated(moved, log.forcedTicks(row), log.timeNanos(row));
        } else {
            double ticks = Math.abs((double) moved.worth / moved.base) * instrument.lotAtoms() / instrument.tickLotAtoms();
            pairs.handedOver(moved, ticks, log.timeNanos(row));
        }
    }

    private String ending(int row) {
        int fill = log.fillRow(row);
        FillLog fills = log.fills();
        return Endings.of(
                log.exitReason(row), session.label(fills.bot(fill), fills.tag(fill)), fills.tag(fill), fills.type(fill));
    }

    private boolean flat(long baseAtoms) {
        return Math.abs(baseAtoms) < instrument.lotAtoms();
    }

    private void fill(int row, int event, int slot, long lots, long after, long gained, long paid, long funded) {
        int fill = log.fillRow(row);
        FillLog fills = log.fills();
        long ticks = fills.priceTicks(fill);
        boolean buy = fills.side(fill) == Side.BUY;
        OpenTrade trade = open[slot];
        if (trade == null && flat(after)) {
            looseAtoms += gained;
            return;
        }
        if (trade == null) {
            trade = begin(slot, after > 0, fills.timeNanos(fill), event);
        } else {
            trade.touch(ticks);
        }
        trade.changedEvent = event;
        long part = lots == fills.lots(fill) ? log.takerCostAtoms(row) : log.takerCostAtoms(row) * lots / fills.lots(fill);
        trade.traded(buy == trade.isLong(), fills.clientOrderId(fill), ticks, lots, part);
        trade.booked(gained, paid, funded);
        trade.holds(after, after == 0 && !flat(log.baseAtoms(row)) ? 0 : log.costAtoms(row));
        trade.touch(ticks);
        if (flat(after)) {
            finish(slot, trade, fills.timeNanos(fill), ticks, ending(row));
        }
    }

    private OpenTrade begin(int slot, boolean isLong, long timeNanos, int event) {
        OpenTrade trade = new OpenTrade(instrument, isLong, timeNanos, event);
        open[slot] = trade;
        openCount++;
        return trade;
    }

    /** Funding, a liquidation, or what a bot that ended handed over. */
    private void other(int row, int event, int slot, long gained, long paid, long funded) {
        OpenTrade trade = open[slot];
        long after = log.baseAtoms(row);
        if (trade == null && flat(after)) {
            looseAtoms += gained;
            return;
        }
        if (trade == null) {
            trade = begin(slot, after > 0, log.timeNanos(row), event);
            trade.tookOver(after, log.costAtoms(row));
        }
        trade.changedEvent = event;
        if (log.liquidated(row)) {
            trade.liquidated(log.forcedTicks(row), after);
        }
        trade.booked(gained, paid, funded);
        trade.holds(after, log.costAtoms(row));
        if (flat(after)) {
            finish(slot, trade, log.timeNanos(row), 0, log.liquidated(row) ? "liquidation" : "handed over");
        }
    }

    private void finish(int slot, OpenTrade trade, long timeNanos, long ticks, String ending) {
        closed.add(trade.closed(log.idOf(slot / SIDES), timeNanos, ticks, ending));
        open[slot] = null;
        openCount--;
    }

    /** The run is over: what is still open is counted at the last mark. */
    void end(long lastNanos, long markTicks) {
        for (int slot = 0; slot < open.length; slot++) {
            OpenTrade trade = open[slot];
            if (trade != null) {
                finish(slot, trade, lastNanos, markTicks, "open");
            }
            PairedTrades pairs = paired[slot];
            if (pairs != null) {
                looseAtoms += pairs.end(lastNanos, markTicks);
                closed.addAll(pairs.finished(log.idOf(slot / SIDES)));
            }
        }
        closed.sort(Comparator.comparing(ClosedTrade::isOpen).thenComparingLong(ClosedTrade::closeNanos));
    }

    /** {@return round trips in the order they ended, those still open last} */
    List<ClosedTrade> closed() {
        return closed;
    }

    /** {@return quote atoms earned outside of any round trip: rounding of less than a lot} */
    long looseAtoms() {
        return looseAtoms;
    }

    /** {@return price times quantity over all fills, in quote units} */
    double traded() {
        return tradedTicks * instrument.tickLotAtoms() / Math.pow(10, instrument.quote().scale());
    }

    /** {@return what taking cost against the market's price, in quote atoms} */
    long slippageAtoms() {
        return slippage;
    }

    /** {@return fees of all owners in quote atoms} */
    long feesAtoms() {
        long sum = 0;
        for (long fee : fees) {
            sum += fee;
        }
        return sum;
    }

    /** {@return funding all owners received, negative when paid} */
    long fundingAtoms() {
        long sum = 0;
        for (long received : funding) {
            sum += received;
        }
        return sum;
    }
}
