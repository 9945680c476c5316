package dev.tradewind.sim;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.World;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Venue;
import java.util.Arrays;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The exchange in a box: takes orders as any venue does and lives through the market events the driver shows it.
 *
 * <p><b>Candles</b> (fill tier T0): the price walks the path of {@link PricePath}; a limit order fills at its price when the
 * path touches it, a stop at its stop price, both at the open when the candle opens beyond them; an order that arrives
 * between two candles meets the next open. <b>Trades</b>: a limit order fills at its price when a trade prints
 * <em>through</em> it, up to the trade's quantity; a stop triggers on the print; takers meet the last price. Slippage
 * worsens takers' fills only, a limit order's never beyond its limit. Nothing reads the future: an event is lived through only after {@link #begin}.
 *
 * <p>Engine thread only. Orders, reports and actions are pooled: steady trading allocates nothing.
 */
public final class SimVenue implements Venue, World {

    private final Instrument instrument;
    private final SimTerms terms;
    private final Clock clock;
    private final SimAccount account;
    private final Fills fills;
    private final Inbox inbox = new Inbox();
    private final RestingOrders resting = new RestingOrders();
    private final ReportQueue reports = new ReportQueue();
    private final PricePath path = new PricePath();
    private SimOrder[] pool = new SimOrder[64];
    private int pooled;

    private @Nullable VenueReport dueReport;
    private boolean candle;
    private boolean opened = true;
    private boolean quiet = true;
    private @Nullable TradeEvent trade;
    private @Nullable CandleEvent lazily;
    private long lastTicks;

    /**
     * @param clock      the engine's clock, which says when orders are sent
     * @param quoteAtoms the balance to start with
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms) {
        this.instrument = instrument;
        this.terms = terms;
        this.clock = clock;
        this.account = new SimAccount(quoteAtoms);
        this.fills = new Fills(instrument, terms, account, reports);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(EnumSet.allOf(OrderType.class), true, true, "Simulated");
    }

    @Override
    public void submit(OrderRequest request) {
        SimOrder order = pooled == 0 ? new SimOrder() : pool[--pooled];
        order.take(request);
        if (request.linkId() != 0) {
            // what the link filled without the sender knowing is lost to this order too
            order.lose(reports.unheardLots(request.botId(), request.linkId()));
        }
        inbox.submit(clock.nowNanos() + terms.latencyNanos(), order);
    }

    @Override
    public void cancel(long clientOrderId) {
        inbox.cancel(clock.nowNanos() + terms.latencyNanos(), clientOrderId);
    }

    /** {@return quote atoms on the venue's own books} */
    public long quoteAtoms() {
        return account.quoteAtoms();
    }

    /** {@return base atoms on the venue's own books} */
    public long baseAtoms() {
        return account.baseAtoms();
    }

    /** {@return orders resting at the venue} */
    public int restingOrders() {
        return resting.size();
    }

    @Override
    public void begin(MarketEvent event) {
        switch (event) {
            case CandleEvent next -> beginCandle(next);
            case TradeEvent next -> trade = next;
        }
    }

    private void beginCandle(CandleEvent next) {
        candle = true;
        quiet = next.lowTicks() > resting.nearestBelow() && next.highTicks() < resting.nearestAbove();
        // a quiet candle's path is only worked out if an order arrives inside it
        lazily = next;
        opened = false;
    }

    @Override
    public long advance(long untilNanos) {
        for (; ; ) {
            long due = reports.nextDueNanos();
            if (due <= untilNanos && due != NOTHING) {
                dueReport = reports.pop();
                return due;
            }
            if (inbox.isEmpty() && (candle ? quiet : trade == null)) {
                return NOTHING;
            }
            if (!(candle ? progressCandle(untilNanos) : progressTrade(untilNanos))) {
                return NOTHING;
            }
        }
    }

    @Override
    public VenueReport report() {
        if (dueReport == null) {
            throw new IllegalStateException("no report is due");
        }
        return dueReport;
    }

    private boolean progressTrade(long untilNanos) {
        long arrival = inbox.nextArrivalNanos();
        TradeEvent next = trade;
        if (next == null) {
            return arrive(arrival, untilNanos, lastTicks);
        }
        if (arrival <= next.timeNanos()) {
            return arrive(arrival, untilNanos, lastTicks);
        }
        if (next.timeNanos() > untilNanos) {
            return false;
        }
        trade = null;
        lastTicks = next.priceTicks();
        if (lastTicks <= resting.nearestBelow() || lastTicks >= resting.nearestAbove()) {
            print(next);
        }
        return true;
    }

    private boolean arrive(long arrival, long untilNanos, long priceTicks) {
        if (arrival > untilNanos) {
            return false;
        }
        takeArrival(arrival, priceTicks);
        return true;
    }

    /** A trade meets the resting orders: stops first, then limits it printed through, best price first. */
    private void print(TradeEvent next) {
        long ticks = next.priceTicks();
        for (SimOrder stop = resting.firstStopAt(ticks); stop != null; stop = resting.firstStopAt(ticks)) {
            trigger(stop, ticks, next.timeNanos());
        }
        long budget = next.quantityLots();
        while (budget > 0) {
            SimOrder best = resting.bestThrough(ticks);
            if (best == null) {
                return;
            }
            long lots = Math.min(budget, best.remainingLots);
            budget -= lots;
            fill(best, lots, best.request.priceTicks(), true, next.timeNanos());
        }
    }

    private boolean progressCandle(long untilNanos) {
        if (lazily != null) {
            path.begin(lazily);
            lazily = null;
        }
        if (!opened) {
            if (path.nowNanos() > untilNanos) {
                return false;
            }
            opened = true;
            actAll(path.nowTicks());
            return true;
        }
        while (!path.ended()) {
            long horizon = Math.min(untilNanos, path.targetNanos());
            long arrival = Math.max(inbox.nextArrivalNanos(), path.nowNanos());
            long acts = nextActing();
            long actsNanos = acts == 0 ? Long.MAX_VALUE : path.timeAt(acts);
            if (arrival <= horizon && arrival <= actsNanos && arrival < path.endNanos()) {
                path.moveToTime(arrival);
                takeArrival(arrival, path.nowTicks());
                return true;
            }
            if (actsNanos <= horizon) {
                path.moveToPrice(acts, actsNanos);
                actAll(acts);
                return true;
            }
            if (horizon < path.targetNanos()) {
                return false;
            }
            path.endLeg();
        }
        return false;
    }

    /** {@return the next price on the present leg at which an order acts, 0 if there is none} */
    private long nextActing() {
        long target = path.targetTicks();
        if (target > path.nowTicks()) {
            return resting.nearestAbove() <= target ? resting.nearestAbove() : 0;
        }
        if (target < path.nowTicks()) {
            return resting.nearestBelow() >= target ? resting.nearestBelow() : 0;
        }
        return 0;
    }

    /** Every resting order that acts at a price does so, in the order they came to rest. */
    private void actAll(long ticks) {
        for (SimOrder order = resting.firstActingAt(ticks); order != null; order = resting.firstActingAt(ticks)) {
            if (order.waitsForStop()) {
                trigger(order, ticks, path.nowNanos());
            } else {
                fill(order, order.remainingLots, ticks, true, path.nowNanos());
            }
        }
    }

    private void takeArrival(long arrival, long priceTicks) {
        long cancelId = inbox.nextCancelId();
        SimOrder order = inbox.nextOrder();
        inbox.drop();
        quiet = false;
        if (cancelId != 0) {
            cancelArrived(cancelId, arrival);
        } else if (order.remainingLots == 0) {
            fills.report(VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), arrival);
            release(order);
        } else if (fills.refuses(order, priceTicks, resting, arrival)) {
            release(order);
        } else {
            meet(order, priceTicks, arrival);
        }
    }

    private void cancelArrived(long clientOrderId, long timeNanos) {
        SimOrder order = resting.find(clientOrderId);
        if (order == null) {
            fills.report(
                    VenueReport.Kind.CANCEL_REJECTED, VenueReport.Reason.UNKNOWN_ORDER, clientOrderId, timeNanos);
        } else {
            close(order, VenueReport.Kind.CANCELED, timeNanos);
        }
    }

    /** A new order meets the market. */
    private void meet(SimOrder order, long priceTicks, long timeNanos) {
        OrderRequest request = order.request;
        if (request.type() == OrderType.MARKET) {
            fillNew(order, fills.slipped(order, priceTicks), timeNanos);
            return;
        }
        boolean acts = order.actsOnRise() ? order.actsAtTicks() <= priceTicks : order.actsAtTicks() >= priceTicks;
        if (acts && !order.waitsForStop()) {
            fillNew(order, fills.slippedToLimit(order, priceTicks), timeNanos);
            return;
        }
        if (request.type() == OrderType.LIMIT && request.timeInForce() != TimeInForce.GTC) {
            fills.report(
                    VenueReport.Kind.EXPIRED, VenueReport.Reason.NONE, request.clientOrderId(), timeNanos);
            release(order);
            return;
        }
        fills.accept(order, timeNanos);
        resting.add(order);
        if (acts) {
            trigger(order, priceTicks, timeNanos);
        }
    }

    /** A stop was reached: a market order fills, a limit order rests or fills. */
    private void trigger(SimOrder order, long priceTicks, long timeNanos) {
        order.triggered = true;
        if (order.request.type() == OrderType.STOP_MARKET) {
            fill(order, order.remainingLots, fills.slipped(order, priceTicks), false, timeNanos);
            return;
        }
        resting.changed(order);
        long limit = order.request.priceTicks();
        if (order.isBuy() ? limit >= priceTicks : limit <= priceTicks) {
            fill(order, order.remainingLots, fills.slippedToLimit(order, priceTicks), false, timeNanos);
        } else if (order.request.timeInForce() != TimeInForce.GTC) {
            close(order, VenueReport.Kind.EXPIRED, timeNanos);
        }
    }

    private void fillNew(SimOrder order, long priceTicks, long timeNanos) {
        long lots = order.remainingLots;
        if (fills.fill(order, lots, priceTicks, false, timeNanos)) {
            shrinkLinked(order, lots, timeNanos);
            if (order.shrunkLots > 0) {
                fills.report(
                        VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
            }
        }
        release(order);
    }

    private void fill(SimOrder order, long lots, long priceTicks, boolean maker, long timeNanos) {
        if (!fills.fill(order, lots, priceTicks, maker, timeNanos)) {
            resting.remove(order);
            release(order);
            return;
        }
        shrinkLinked(order, lots, timeNanos);
        if (order.remainingLots == 0) {
            if (order.shrunkLots > 0) {
                fills.report(
                        VenueReport.Kind.CANCELED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
            }
            account.reserve(order, 0);
            resting.remove(order);
            release(order);
        } else {
            resting.resized(order);
        }
    }

    private void shrinkLinked(SimOrder filled, long lots, long timeNanos) {
        if (filled.request.linkId() == 0) {
            return;
        }
        inbox.linkedFilled(filled, lots);
        SimOrder before;
        for (SimOrder other = resting.lastLinked(filled); other != null; other = before) {
            before = resting.linkedBefore(other);
            if (other != filled) {
                other.lose(lots);
                if (other.remainingLots == 0) {
                    close(other, VenueReport.Kind.CANCELED, timeNanos);
                } else {
                    resting.resized(other);
                    fills.reserveAgain(other);
                }
            }
        }
    }

    private void close(SimOrder order, VenueReport.Kind kind, long timeNanos) {
        fills.report(kind, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
        account.reserve(order, 0);
        resting.remove(order);
        release(order);
    }

    private void release(SimOrder order) {
        if (pooled == pool.length) {
            pool = Arrays.copyOf(pool, pooled * 2);
        }
        pool[pooled++] = order;
    }
}
